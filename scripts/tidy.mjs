// clang-tidy over src/, in parallel, and only over what changed: a file that passed is not looked
// at again until it, something it includes, .clang-tidy or clang-tidy itself changes.
//   node scripts/tidy.mjs BUILDDIR KEPTDIR [light]
// BUILDDIR holds compile_commands.json, KEPTDIR remembers what passed. `light` leaves out the path
// analysis (clang-analyzer-*), which takes half of the time.

import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";

const [build, kept, depth] = process.argv.slice(2);
const light = depth === "light";
const tool = "clang-tidy-19";
const root = process.cwd();

const contents = new Map();
const read = (path) => {
  if (!contents.has(path)) contents.set(path, existsSync(path) ? readFileSync(path, "utf8") : "");
  return contents.get(path);
};

// The file and everything of ours it includes, itself or through others.
function reach(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name] of read(file).matchAll(/^\s*#\s*include\s+"([^"]+)"/gm)) {
    const found = [join(root, "src", name), join(build, "gen", name)].find(existsSync);
    if (found) reach(found, seen);
  }
  return seen;
}

const common = execFileSync(tool, ["--version"], { encoding: "utf8" }) + read(join(root, ".clang-tidy"));
const keyOf = (file) => {
  const hash = createHash("sha256").update(common);
  for (const path of [...reach(file)].sort()) hash.update(relative(root, path)).update(read(path));
  return hash.digest("hex");
};

const files = JSON.parse(readFileSync(join(build, "compile_commands.json"), "utf8"))
  .map((command) => command.file)
  .filter((file) => file.startsWith(join(root, "src/")));
mkdirSync(kept, { recursive: true });
// What passed the whole has passed the light part of it too.
const queue = files
  .map((file) => ({ file, whole: join(kept, keyOf(file)) }))
  .map(({ file, whole }) => ({ file, whole, stamp: light ? `${whole}-light` : whole }))
  .filter(({ whole, stamp }) => !existsSync(whole) && !existsSync(stamp));
const leave_out = light ? ["--checks=-clang-analyzer-*"] : [];
// A machine's build has -Werror, which would make errors of what system headers do with themselves;
// what is wrong in ours is said by .clang-tidy.
const options = ["-p", build, "--quiet", "--extra-arg=-Wno-error", ...leave_out];

let wrong = 0;
const tidy = ({ file, stamp }) =>
  new Promise((done) => {
    execFile(tool, [...options, file], { maxBuffer: 1 << 26 }, (fault, out, err) => {
      if (fault) {
        wrong += 1;
        process.stderr.write(out || err);
      } else {
        writeFileSync(stamp, "");
      }
      done();
    });
  });

const worker = async () => {
  while (queue.length) await tidy(queue.shift());
};
await Promise.all(Array.from({ length: availableParallelism() }, worker));
process.exit(wrong ? 1 : 0);
