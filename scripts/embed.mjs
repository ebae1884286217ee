// Compiles JSON files of data/ in as bytes, without their white space.
//   node scripts/embed.mjs OUTDIR FOLDER…     writes OUTDIR/embedded.hpp and embedded.cpp
// data::files() lists them by path below data/, in the order of their paths.

import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";

const [outdir, ...folders] = process.argv.slice(2);

const paths = folders
  .filter((folder) => statSync(`data/${folder}`, { throwIfNoEntry: false })?.isDirectory())
  .flatMap((folder) => readdirSync(`data/${folder}`, { recursive: true }).map((name) => `${folder}/${name}`))
  .filter((path) => path.endsWith(".json"))
  .sort();

const minified = (path) => {
  try {
    return Buffer.from(JSON.stringify(JSON.parse(readFileSync(`data/${path}`, "utf8"))));
  } catch (fault) {
    console.error(`data/${path}: ${fault.message}`);
    process.exit(1);
  }
};

// A string literal compiles a hundred times faster than a list of numbers. Octal escapes have a
// fixed length, so a digit after one is never read as part of it.
const literal = (bytes) => {
  let line = "";
  const lines = [];
  for (const byte of bytes) {
    if (byte === 0x22 || byte === 0x5c) line += `\\${String.fromCharCode(byte)}`;
    else if (byte >= 0x20 && byte < 0x7f && byte !== 0x3f) line += String.fromCharCode(byte);
    else line += `\\${byte.toString(8).padStart(3, "0")}`;
    if (line.length > 100) {
      lines.push(`"${line}"`);
      line = "";
    }
  }
  lines.push(`"${line}"`);
  return lines.join("\n");
};

const entries = paths.map((path) => {
  const bytes = minified(path);
  return `    {"${path}", std::string_view(\n${literal(bytes)},\n        ${bytes.length})},`;
});

mkdirSync(outdir, { recursive: true });
writeFileSync(
  `${outdir}/embedded.hpp`,
  `// The files of data/ that are compiled in, by path below data/ ("catalog/models.json").
// Made by scripts/embed.mjs.
#pragma once

#include <span>
#include <string_view>

namespace data {

struct File {
    std::string_view path;
    std::string_view bytes;
};

// In the order of their paths.
std::span<const File> files();

}  // namespace data
`,
);
writeFileSync(
  `${outdir}/embedded.cpp`,
  `// Made by scripts/embed.mjs.
#include "data/embedded.hpp"

namespace data {

namespace {
${entries.length ? `constexpr File Files[] = {\n${entries.join("\n")}\n};` : "constexpr std::span<const File> Files;"}
}  // namespace

std::span<const File> files() { return Files; }

}  // namespace data
`,
);
