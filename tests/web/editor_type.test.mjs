// The editor over a field and the text painted in it are the same letters on the same lines, at every pixel ratio: what
// stands there when the field is left is what stood there while it was typed. Numbers 19 and 20 of web-platform.md §7.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { press, tap } from "./house/hands.mjs";
import { ink_box, pixels_of } from "./house/ink.mjs";
import { button, difficulties, open_sample } from "./house/places.mjs";
import { Root, serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

const read = async (...path) => JSON.parse(await readFile(join(Root, "data", ...path), "utf8"));

/** Twenty names of communes as the catalogue has them. */
const names = (await read("catalog", "units-quang-ngai.json")).units
  .slice(0, 20).map((unit) => unit.names.at(-1).name);

/** Long sentences of the sample's report. */
const paragraphs = [];
JSON.stringify(await read("samples", "DA06_SKHCN-QNg_Phuluc04_2025-07_v1.so06.json"), (key, value) => {
  if (key === "text" && typeof value === "string" && value.length > 120 && !value.includes("\n")) paragraphs.push(value);
  return value;
});

/** Rows of pixels cut into the field's lines, and where each line's ink begins and ends, in CSS px. */
function lines_of(picture, line_px, scale) {
  const lines = [];
  for (let top = 0; top < picture.height; top += line_px * scale) {
    const from = Math.round(top);
    const to = Math.min(Math.round(top + line_px * scale), picture.height);
    const data = picture.data.subarray(4 * from * picture.width, 4 * to * picture.width);
    const box = ink_box({ width: picture.width, height: to - from, data });
    lines.push(box && { left: box.left / scale, right: box.right / scale });
  }
  return lines;
}

/** What the field shows while it is open, and what is painted when it is left. */
async function both(page, words, scale) {
  const field = difficulties(page);
  await tap(field);
  await press(page, "Control+A");
  await page.keyboard.insertText(words);
  await settled(page);
  const { line_px, inset } = await field.evaluate((element) => {
    const style = getComputedStyle(element);
    return { line_px: parseFloat(style.lineHeight), inset: parseFloat(style.paddingTop) };
  });
  const { x, y, width, height } = await field.boundingBox();
  const clip = { x: x + 3, y: y + inset, width: width - 6, height: height - 2 * inset };
  const typed = lines_of(await pixels_of(page, clip), line_px, scale);
  await page.evaluate(() => document.activeElement.blur());
  await settled(page);
  return { typed, painted: lines_of(await pixels_of(page, clip), line_px, scale) };
}

const Devices = [
  { name: "a laptop", viewport: { width: 1366, height: 1400 }, touch: false, ratios: [1, 1.25, 1.5, 2, 3] },
  { name: "a phone", viewport: { width: 390, height: 1800 }, touch: true, ratios: [2, 3] },
];

for (const { name, ratios, ...device } of Devices) {
  for (const scale of ratios) {
    test(`on ${name} at ${scale} pixels a px, names and sentences stay where they were typed`, async (t) => { // 19, 20
      const { context, errors } = await fresh_browser(t, { ...device, scale });
      const page = await open_page(context, site.address);
      await open_sample(page);
      if (device.touch) await tap(button(page, "Nhập"));
      for (const words of [names.join("\n"), paragraphs.slice(0, 3).join("\n")]) {
        const { typed, painted } = await both(page, words, scale);
        assert.equal(painted.filter(Boolean).length, typed.filter(Boolean).length, "as many lines");
        const apart = typed.map((line, i) => (line && painted[i]
          ? Math.max(Math.abs(line.left - painted[i].left), Math.abs(line.right - painted[i].right)) : line === painted[i] ? 0 : Infinity));
        assert.ok(Math.max(...apart) <= 1, `lines apart by ${apart.map((px) => px.toFixed(2)).join(" ")} px`);
      }
      assert.deepEqual(errors, []);
    });
  }
}
