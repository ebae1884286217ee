// The typefaces of the page: Inter 400 and 600 and the icons, cut down to what is drawn.
//   node scripts/fonts.mjs OUTDIR     writes inter-400.ttf, inter-600.ttf, icons.ttf
// The same bytes are drawn by Dear ImGui (its rasteriser reads TrueType, not WOFF2) and by the
// editors through CSS, so a text never changes its shape when it is clicked.
// Does nothing when the outputs are newer than everything they are made from.

import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import { iconCodes } from "./icon-codes.mjs";

const [outdir] = process.argv.slice(2);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const Outputs = ["inter-400.ttf", "inter-600.ttf", "icons.ttf"].map((name) => `${outdir}/${name}`);
const Inputs = ["web/icons.json", "web/package-lock.json", here("fonts.mjs"), here("icon-codes.mjs")];

const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (Math.min(...Outputs.map(changed)) > Math.max(...Inputs.map(changed))) process.exit(0);

// First and last code point of each part that Vietnamese official text and our own drawing use. A
// glyph outside is drawn by the page with the system's fonts.
const Ranges = [
  [0x20, 0x7e], // Basic Latin
  [0xa0, 0xff], // Latin-1
  [0x100, 0x131], [0x168, 0x169], [0x1a0, 0x1a1], [0x1af, 0x1b0], // ă đ ĩ ũ ơ ư and their neighbours
  [0x300, 0x304], [0x306, 0x309], [0x30c, 0x30c], [0x31b, 0x31b], [0x323, 0x323], // combining marks
  [0x1ea0, 0x1ef9], // Vietnamese
  [0x2000, 0x206f], // spaces, dashes, quotes, bullets, ellipsis
  [0x2070, 0x2099], // superscripts and subscripts (m², footnotes)
  [0x20ab, 0x20ac], // ₫ €
  [0x2116, 0x2116], [0x2122, 0x2122], // № ™
  [0x2190, 0x21ff], // arrows
  [0x2200, 0x22ff], // − ≠ ≤ ≥ ≈ ∑
  [0x25a0, 0x25ff], // squares, circles, triangles
  [0x2713, 0x2717], // ✓ ✗
  [0xfffd, 0xfffd],
];
const inter = Ranges.map(([first, last]) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i)),
).join("");

const require = createRequire(new URL("../web/package.json", import.meta.url));
const subsetFont = require("subset-font");
// Nothing is shaped in the canvas, so no layout feature may act in the editors either.
const options = { targetFormat: "sfnt", keepFeatures: [], noLayoutClosure: true, noHinting: true };

const cut = async (from, text, to) => {
  const bytes = await subsetFont(readFileSync(require.resolve(from)), text, options);
  writeFileSync(`${outdir}/${to}`, bytes);
};

mkdirSync(outdir, { recursive: true });
await cut("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf", inter, "inter-400.ttf");
await cut("@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf", inter, "inter-600.ttf");
await cut("@tabler/icons-webfont/dist/fonts/tabler-icons.ttf", String.fromCodePoint(...iconCodes().values()), "icons.ttf");
