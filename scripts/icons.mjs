// The icons of web/icons.json as constants for C++: OUTDIR/icons.gen.hpp.
//   node scripts/icons.mjs OUTDIR
// ui::icon::ArrowLeft is the UTF-8 of the icon's code point in icons.ttf (scripts/fonts.mjs).

import { mkdirSync, writeFileSync } from "node:fs";

import { iconCodes } from "./icon-codes.mjs";

const [outdir] = process.argv.slice(2);

const pascal = (name) => name.replace(/(^|-)([a-z0-9])/g, (_, __, letter) => letter.toUpperCase());
const octets = (code) => [...Buffer.from(String.fromCodePoint(code))].map((b) => `\\x${b.toString(16)}`).join("");

const lines = [...iconCodes()].map(([name, code]) => `inline constexpr const char* ${pascal(name)} = "${octets(code)}";`);
mkdirSync(outdir, { recursive: true });
writeFileSync(
  `${outdir}/icons.gen.hpp`,
  `// The icons, as text in the icon font. Made by scripts/icons.mjs out of web/icons.json.
#pragma once

namespace ui::icon {

${lines.join("\n")}

}  // namespace ui::icon
`,
);
