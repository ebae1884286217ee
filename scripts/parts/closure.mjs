// Which Debian packages make a private wasm compiler: reads `apt-cache dumpavail` on standard
// input, prints lines "must|try NAME VERSION SHA256 FILENAME" for emscripten, patchelf and what they
// need. Never a fixed list: the suite moves on and library packages change their names with it.

import { readFileSync } from "node:fs";

const Roots = ["emscripten", "patchelf"];
// The machine's own node and python are used; the compiler cache is never used unless asked for.
const Left = new Set(["nodejs", "python3", "ccache"]);

const packages = new Map();
for (const block of readFileSync(0, "utf8").split("\n\n")) {
  const field = (name) => block.match(new RegExp(`^${name}: (.*)$`, "m"))?.[1];
  const name = field("Package");
  if (!name || packages.has(name)) continue;
  packages.set(name, {
    name,
    version: field("Version"),
    source: field("Source")?.split(" ")[0] ?? name,
    section: field("Section") ?? "",
    architecture: field("Architecture"),
    needs: [field("Pre-Depends"), field("Depends")].filter(Boolean).join(", "),
    file: field("Filename"),
    sha256: field("SHA256"),
  });
}

// "a (>= 1) | b, c:any" -> for each part the first alternative that exists.
const dependencies = (text) =>
  text
    .split(",")
    .map((part) => part.split("|").map((choice) => choice.trim().split(/[ (:]/)[0]))
    .map((choices) => choices.find((name) => packages.has(name)))
    .filter((name) => name && !Left.has(name));

for (const root of Roots) {
  if (packages.has(root)) continue;
  console.error(`The package lists hold no ${root}.`);
  process.exit(1);
}

const direct = new Set(dependencies(packages.get("emscripten").needs));
const kinSources = new Set([...direct].map((name) => packages.get(name).source));
const isKin = (one) => Roots.includes(one.name) || direct.has(one.name) || kinSources.has(one.source);
const isWanted = (one) =>
  isKin(one) ||
  one.section === "libs" ||
  (one.name.startsWith("node-") && one.architecture === "all");

const chosen = new Map();
const visit = (name) => {
  const one = packages.get(name);
  if (chosen.has(name) || !isWanted(one)) return;
  chosen.set(name, one);
  dependencies(one.needs).forEach(visit);
};
Roots.forEach(visit);

for (const one of chosen.values()) {
  const need = isKin(one) ? "must" : "try";
  console.log([need, one.name, one.version, one.sha256, one.file.split("/").pop()].join(" "));
}
