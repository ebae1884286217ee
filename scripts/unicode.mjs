// Unicode tables for src/text, out of node's own Unicode data: OUTDIR/nfc.gen.hpp.
//   node scripts/unicode.mjs OUTDIR
// Hangul syllables are left out (they are computed). Every table is sorted for binary search.

import { mkdirSync, writeFileSync } from "node:fs";

const [outdir] = process.argv.slice(2);
const hex = (code) => `0x${code.toString(16).toUpperCase().padStart(4, "0")}`;
const codes = (text) => [...text].map((c) => c.codePointAt(0));

const every = [];
for (let code = 0; code <= 0x10ffff; code++) {
  if ((code >= 0xd800 && code <= 0xdfff) || (code >= 0xac00 && code <= 0xd7a3)) continue;
  every.push(code);
}

const decompositions = [];
const compositions = [];
const lower = [];
const marks = [];
for (const code of every) {
  const text = String.fromCodePoint(code);
  const parts = text.normalize("NFD");
  if (parts !== text) {
    decompositions.push([code, codes(parts)]);
    // A pair composes to this code point when its last part and the composed rest give it back.
    if (text.normalize("NFC") === text) {
      const all = [...parts];
      const second = all.pop();
      const first = all.join("").normalize("NFC");
      if ([...first].length === 1 && (first + second).normalize("NFC") === text)
        compositions.push([first.codePointAt(0), second.codePointAt(0), code]);
    }
  }
  const small = codes(text.toLowerCase());
  if (small.length === 1 && small[0] !== code) lower.push([code, small[0]]);
  if (/\p{M}/u.test(text)) marks.push(code);
}
compositions.sort((a, b) => a[0] - b[0] || a[1] - b[1]);

// Canonical order of combining marks. Normalisation swaps two neighbours exactly when the first
// belongs behind the second, so comparing every mark with one of each known class, in order, finds
// its class: it moves before a later class, behind an earlier one, and stays on both sides of its own.
const swaps = (first, second) => {
  const pair = "a" + String.fromCodePoint(first, second);
  const reversed = "a" + String.fromCodePoint(second, first);
  return pair.normalize("NFD") === reversed.normalize("NFD") && pair.normalize("NFD") === reversed;
};
// Marks that decompose are only compared in their parts; a mark that moves past neither of two marks
// of different classes has no class at all (order 0). U+0334 and U+0345 have the lowest and highest.
const [Lowest, Highest] = [0x0334, 0x0345];
const classes = [[Lowest], [Highest]];
const ordered = marks.filter((mark) => {
  const text = String.fromCodePoint(mark);
  return text.normalize("NFD") === text && (swaps(mark, Lowest) || swaps(Highest, mark) || mark === Lowest || mark === Highest);
});
for (const mark of ordered) {
  if (mark === Lowest || mark === Highest) continue;
  let place = 0;
  while (place < classes.length && swaps(mark, classes[place][0])) place++;
  if (place < classes.length && !swaps(classes[place][0], mark)) classes[place].push(mark);
  else classes.splice(place, 0, [mark]);
}
const order = classes
  .flatMap((members, i) => members.map((mark) => [mark, i + 1]))
  .sort((a, b) => a[0] - b[0]);

const pool = decompositions.flatMap(([, parts]) => parts);
let offset = 0;
const spans = decompositions.map(([code, parts]) => {
  const row = [code, offset, parts.length];
  offset += parts.length;
  return row;
});

const rows = (list) => {
  const lines = [];
  for (let i = 0; i < list.length; i += 6) lines.push("    " + list.slice(i, i + 6).join(" "));
  return lines.join("\n");
};

mkdirSync(outdir, { recursive: true });
writeFileSync(
  `${outdir}/nfc.gen.hpp`,
  `// Unicode tables, sorted by their first column. Made by scripts/unicode.mjs; Hangul syllables are
// left out, because they are computed. Included by one source file of src/text only.
#pragma once

#include <cstdint>

namespace text::gen {

inline constexpr char UnicodeVersion[] = "${process.versions.unicode}";

// Two code points that compose to one.
struct Composition {
    char32_t first;
    char32_t second;
    char32_t composed;
};
inline constexpr Composition Compositions[] = {
${rows(compositions.map(([a, b, c]) => `{${hex(a)}, ${hex(b)}, ${hex(c)}},`))}
};

// The full canonical decomposition of \`from\`: \`length\` code points of DecompositionPool.
struct Decomposition {
    char32_t from;
    std::uint16_t offset;
    std::uint8_t length;
};
inline constexpr Decomposition Decompositions[] = {
${rows(spans.map(([code, start, length]) => `{${hex(code)}, ${start}, ${length}},`))}
};
inline constexpr char32_t DecompositionPool[] = {
${rows(pool.map((code) => `${hex(code)},`))}
};

// Marks that move when text is normalised: neighbours stand in ascending \`order\`, equals stay put.
// A code point that is not listed has order 0 and nothing moves past it.
struct Mark {
    char32_t mark;
    std::uint8_t order;
};
inline constexpr Mark CombiningOrder[] = {
${rows(order.map(([mark, rank]) => `{${hex(mark)}, ${rank}},`))}
};

// Upper case to lower case, where that is one code point for one.
struct Case {
    char32_t upper;
    char32_t lower;
};
inline constexpr Case LowerCase[] = {
${rows(lower.map(([upper, small]) => `{${hex(upper)}, ${hex(small)}},`))}
};

}  // namespace text::gen
`,
);
