// The interface's sentences: data/strings/vi/*.json (the source) and data/strings/en/*.json, one file
// for each module, key → sentence.
//   node scripts/strings.mjs OUTDIR     writes OUTDIR/keys.gen.hpp and keys.gen.cpp
//   node scripts/strings.mjs --check    holds both languages and every use in src/ against each other
// A key is used as i18n::S::Key in src/, or stands as "Key" in another file of data/.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";

const problems = [];
// Key → { sentence, path } out of all files of one language, in the order of their names.
const read = (language) => {
  const merged = new Map();
  const folder = `data/strings/${language}`;
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".json")).sort()) {
    const path = `${folder}/${file}`;
    const text = readFileSync(path, "utf8");
    let sentences;
    try {
      sentences = JSON.parse(text);
    } catch (fault) {
      console.error(`${path}: ${fault.message}`);
      process.exit(1);
    }
    // JSON.parse keeps the last of two equal keys and says nothing.
    const written = [...text.matchAll(/^\s*"([^"\\]+)"\s*:/gm)].map(([, key]) => key);
    written
      .filter((key, i) => written.indexOf(key) !== i)
      .forEach((key) => problems.push(`${path}: ${key} stands there twice`));
    for (const [key, sentence] of Object.entries(sentences)) {
      const other = merged.get(key);
      if (other) problems.push(`${path}: ${key} is in ${other.path} too`);
      else merged.set(key, { sentence, path });
    }
  }
  return merged;
};
const vi = read("vi");
const en = read("en");

const placeholders = (sentence) => sentence.match(/\{\}/g)?.length ?? 0;
for (const [key, { sentence, path }] of vi) {
  if (!/^[A-Z][A-Za-z0-9]*$/.test(key)) problems.push(`${path}: ${key} is not PascalCase`);
  if (typeof sentence !== "string" || !sentence) problems.push(`${path}: ${key} has no sentence`);
  else if (sentence !== sentence.normalize("NFC")) problems.push(`${path}: ${key} is not NFC`);
  const english = en.get(key);
  const there = path.replace("/vi/", "/en/");
  if (!english) problems.push(`${there}: ${key} is missing`);
  else if (typeof english.sentence !== "string" || !english.sentence)
    problems.push(`${english.path}: ${key} has no sentence`);
  else if (english.path !== there) problems.push(`${english.path}: ${key} belongs into ${there}`);
  else if (placeholders(String(sentence)) !== placeholders(english.sentence))
    problems.push(
      `${there}: ${key} has ${placeholders(english.sentence)} {}, the Vietnamese has ${placeholders(String(sentence))}`,
    );
}
for (const [key, { path }] of en) if (!vi.has(key)) problems.push(`${path}: ${key} is not in the Vietnamese`);

const finish = () => {
  problems.forEach((line) => console.error(line));
  if (problems.length) process.exit(1);
};

const filesUnder = (folder, pattern) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`);

if (process.argv[2] === "--check") {
  const used = new Set();
  for (const file of filesUnder("src", /\.[ch]pp$/)) {
    readFileSync(file, "utf8").split("\n").forEach((line, i) => {
      for (const [, key] of line.matchAll(/\bS::([A-Z]\w*)/g)) {
        used.add(key);
        if (!vi.has(key)) problems.push(`${file}:${i + 1}: there is no sentence ${key}`);
      }
    });
  }
  for (const file of filesUnder("data", /\.json$/)) {
    if (file.startsWith("data/strings/")) continue;
    for (const [, key] of readFileSync(file, "utf8").matchAll(/"([A-Z][A-Za-z0-9]*)"/g)) used.add(key);
  }
  for (const [key, { path }] of vi) if (!used.has(key)) problems.push(`${path}: nothing uses ${key}`);
  finish();
  process.exit(0);
}

finish();
const outdir = process.argv[2];
const keys = [...vi.keys()];
const quoted = (text) => `"${[...Buffer.from(text)].map((byte) =>
  byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c && byte !== 0x3f
    ? String.fromCharCode(byte)
    : `\\${byte.toString(8).padStart(3, "0")}`).join("")}"`;
const table = (name, texts) =>
  `const std::string_view ${name}[KeyCount] = {\n${texts.map((text) => `    ${quoted(text)},`).join("\n")}\n};\n`;

mkdirSync(outdir, { recursive: true });
writeFileSync(
  `${outdir}/keys.gen.hpp`,
  `// The keys of the interface's sentences. Made by scripts/strings.mjs out of data/strings/.
#pragma once

#include <cstddef>
#include <string_view>

namespace i18n {

enum class S : unsigned short {
${keys.map((key) => `    ${key},`).join("\n")}
};

inline constexpr std::size_t KeyCount = ${keys.length};

// By key, in the order of S.
extern const std::string_view ViTexts[KeyCount];
extern const std::string_view EnTexts[KeyCount];
extern const std::string_view KeyNames[KeyCount];

}  // namespace i18n
`,
);
writeFileSync(
  `${outdir}/keys.gen.cpp`,
  `// Made by scripts/strings.mjs out of data/strings/.
#include "i18n/keys.gen.hpp"

namespace i18n {

${table("ViTexts", keys.map((key) => vi.get(key).sentence))}
${table("EnTexts", keys.map((key) => en.get(key).sentence))}
${table("KeyNames", keys)}
}  // namespace i18n
`,
);
