// Unicode tables for src/text, out of node's own Unicode data: OUTDIR/unicode.gen.hpp.
//   node scripts/unicode.mjs OUTDIR
// Hangul syllables are left out (they are computed). Every table is sorted for binary search.

import { mkdirSync, writeFileSync } from "node:fs";

const [outdir] = process.argv.slice(2);
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
const column = (rows, at) => rows.map((row) => row[at]);

/** Differences from number to number, small ones in one byte: seven bits a byte, the lowest bit of the first is the sign. */
function packed(numbers) {
  let before = 0;
  return numbers.flatMap((number) => {
    const step = number - before;
    before = number;
    const bytes = [];
    let rest = step < 0 ? 2 * -step + 1 : 2 * step;
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
    return [...bytes, rest];
  });
}

// In the order in which src/text/unicode_tables.cpp reads them.
const bytes = [
  ...[0, 1, 2].map((at) => column(compositions, at)),
  column(decompositions, 0), decompositions.map(([, parts]) => parts.length), pool,
  column(order, 0), column(order, 1),
  column(lower, 0), column(lower, 1),
].flatMap(packed);

const lines = [];
for (let i = 0; i < bytes.length; i += 24) lines.push(`    ${bytes.slice(i, i + 24).join(", ")},`);

mkdirSync(outdir, { recursive: true });
writeFileSync(
  `${outdir}/unicode.gen.hpp`,
  `// Unicode ${process.versions.unicode} as columns of numbers, packed. Made by scripts/unicode.mjs, which says how; Hangul
// syllables are left out, because they are computed. Included by one source file of src/text only.
#pragma once

#include <cstddef>

namespace text::gen {

inline constexpr std::size_t Compositions = ${compositions.length};
inline constexpr std::size_t Decompositions = ${decompositions.length};
inline constexpr std::size_t Decomposed = ${pool.length};
inline constexpr std::size_t Marks = ${order.length};
inline constexpr std::size_t Cases = ${lower.length};
inline constexpr unsigned char Packed[] = {
${lines.join("\n")}
};

}  // namespace text::gen
`,
);
