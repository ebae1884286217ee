// The editor over a field and the text painted in it are the same letters on the same lines, at every pixel ratio: what
// stands there when the field is left is what stood there while it was typed. Numbers 19 and 20 of web-platform.md §7.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { press, tap, type } from "./house/hands.mjs";
import { ink_box, pixels_of } from "./house/ink.mjs";
import { button, cell, cell_editor, difficulties, open_sample, open_sample_model, show_cell } from "./house/places.mjs";
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

/** Titles and sentences of the real documents, in pieces that fit into the window. */
const corpus = [...paragraphs, ...(await read("catalog", "models-44.json")).items.map((model) => model.title)];
const pieces = Array.from({ length: Math.ceil(corpus.length / 12) }, (_, i) => corpus.slice(12 * i, 12 * i + 12).join("\n"));

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
async function both(page, field, words, scale) {
  await press(page, "Control+A");
  await page.keyboard.insertText(words);
  await settled(page);
  const { line_px, inset } = await field.evaluate((element) => {
    const style = getComputedStyle(element);
    return { line_px: parseFloat(style.lineHeight), inset: parseFloat(style.paddingTop) };
  });
  const { x, y, width, height } = await field.boundingBox();
  const clip = { x: x + 3, y: y + inset, width: width - 6, height: height - 2 * inset };
  const picture = await pixels_of(page, clip);
  assert.ok(Math.abs(picture.width - clip.width * scale) <= scale, `a picture of ${picture.width} pixels for ${clip.width} px`);
  const typed = lines_of(picture, line_px, scale);
  await page.evaluate(() => document.activeElement.blur());
  await settled(page);
  return { typed, painted: lines_of(await pixels_of(page, clip), line_px, scale) };
}

async function stays_where_it_was(page, field, words, scale) {
  const { typed, painted } = await both(page, field, words, scale);
  assert.ok(typed.filter(Boolean).length >= words.split("\n").length, "all lines were seen");
  assert.equal(painted.filter(Boolean).length, typed.filter(Boolean).length, "as many lines");
  const apart = typed.map((line, i) => (line && painted[i]
    ? Math.max(Math.abs(line.left - painted[i].left), Math.abs(line.right - painted[i].right)) : line === painted[i] ? 0 : Infinity));
  assert.ok(Math.max(...apart) <= 1, `lines apart by ${apart.map((px) => px.toFixed(2)).join(" ")} px`);
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
        await tap(difficulties(page));
        await stays_where_it_was(page, difficulties(page), words, scale);
      }
      assert.deepEqual(errors, []);
    });
  }
}

test("every title of a model and long sentence of the sample breaks at the same words", async (t) => { // 20
  const { context, errors } = await fresh_browser(t, { viewport: { width: 1366, height: 1400 }, scale: 1.25 });
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  for (const words of pieces) {
    await tap(difficulties(page));
    await stays_where_it_was(page, difficulties(page), words, 1.25);
  }
  assert.deepEqual(errors, []);
});

test("names and sentences stay where they were typed at each of the program's own sizes of text", async (t) => { // 19, 20
  const { context, errors } = await fresh_browser(t, { viewport: { width: 1366, height: 1800 } });
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  const size = () => difficulties(page).evaluate((field) => Number.parseFloat(getComputedStyle(field).fontSize));
  const sizes = new Set();
  for (;;) {
    await tap(difficulties(page));
    sizes.add(await size());
    await stays_where_it_was(page, difficulties(page), names.slice(0, 8).join("\n"), 1);
    await tap(difficulties(page));
    await stays_where_it_was(page, difficulties(page), paragraphs[0], 1);
    await press(page, "Control+K");
    await type(page, "Chữ to hơn");
    if ((await page.getByRole("option", { name: "Chữ to hơn" }).count()) === 0) break; // it is the largest
    await press(page, "Enter");
  }
  assert.ok(sizes.size >= 4 && Math.max(...sizes) === 2 * Math.min(...sizes), `sizes ${[...sizes]}`);
  assert.deepEqual(errors, []);
});

test("a cell of the table shows what was typed in it on the same lines", async (t) => { // 19, 20
  const { context, errors } = await fresh_browser(t, { viewport: { width: 1366, height: 1400 }, scale: 1.5 });
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  await show_cell(page, 26, "Kết quả triển khai");
  for (const words of [names.slice(0, 10).join("\n"), paragraphs[1]]) {
    await tap(cell(page, 26, "Kết quả triển khai"));
    await press(page, "F2");
    await stays_where_it_was(page, cell_editor(page, 26, "Kết quả triển khai"), words, 1.5);
  }
  assert.deepEqual(errors, []);
});
