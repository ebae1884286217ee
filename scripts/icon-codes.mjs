// The code points of the icons named in web/icons.json, out of the icon package's own style sheet.
// Used by icons.mjs (constants for C++) and fonts.mjs (the subset of the font).

import { readFileSync } from "node:fs";

const Css = "web/node_modules/@tabler/icons-webfont/dist/tabler-icons.css";

export function iconCodes() {
  let css;
  try {
    css = readFileSync(Css, "utf8");
  } catch {
    console.error(`${Css} is missing. Run: scripts/setup`);
    process.exit(1);
  }
  const all = new Map(
    [...css.matchAll(/\.ti-([a-z0-9-]+):before\s*\{\s*content:\s*"\\([0-9a-f]+)"/g)].map(([, name, hex]) => [name, parseInt(hex, 16)]),
  );
  const names = JSON.parse(readFileSync("web/icons.json", "utf8"));
  const unknown = names.filter((name) => !all.has(name));
  if (unknown.length) {
    console.error(`web/icons.json: the icon font has no ${unknown.join(", ")}`);
    process.exit(1);
  }
  return new Map(names.map((name) => [name, all.get(name)]));
}
