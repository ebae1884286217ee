// What input methods send, played back (tests/web/recordings/README.md): in a field of the form and straight on a cell of the table,
// without waiting for an answer between the steps. The number is that of web-platform.md §7.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { press, tap } from "./house/hands.mjs";
import { input_method } from "./house/input_method.mjs";
import { cell, difficulties, open_sample_model, show_cell } from "./house/places.mjs";
import { serve } from "./house/site.mjs";

const Folder = new URL("recordings/", import.meta.url);

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

const recordings = await Promise.all((await readdir(Folder)).filter((name) => name.endsWith(".json")).map(async (name) => ({
  name: name.replace(".json", ""), ...JSON.parse(await readFile(new URL(name, Folder), "utf8")),
})));

/** iOS and macOS change a range and say which kind of edit it was; no driver can send that. */
const replace_range = (page, [start, end], text, type) => page.evaluate(([from, to, words, kind]) => {
  const field = document.activeElement;
  field.setRangeText(words, from, to, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: kind, data: words || null }));
}, [start, end, text, type]);

async function play(page, steps) {
  const method = await input_method(page);
  for (const step of steps) {
    if (step.key !== undefined) await page.keyboard.press(step.key === " " ? "Space" : step.key);
    if (step.back !== undefined || step.packet !== undefined) await method.retype(step.back ?? 0, step.packet ?? "");
    if (step.process !== undefined) await method.taken_key(step.process);
    if (step.compose !== undefined) await method.compose(step.compose, step.over ?? 0);
    if (step.commit !== undefined) await method.commit(step.commit);
    if (step.replace !== undefined) await replace_range(page, step.replace, step.text, step.type);
  }
  await method.end();
}

test("what input methods are known to send stands in the field, and in the workbook, as it was meant", async (t) => { // 14
  const { context, errors } = await fresh_browser(t);
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  assert.ok(recordings.length > 5);
  for (const { name, steps, stands } of recordings) {
    await tap(difficulties(page));
    await press(page, "Control+A");
    await press(page, "Delete");
    await play(page, steps);
    assert.equal((await difficulties(page).inputValue()).trim(), stands, name);
    await page.evaluate(() => document.activeElement.blur());
    await settled(page);
    await page.reload();
    await settled(page);
    assert.equal(await difficulties(page).inputValue(), stands, `${name}, stored`);
  }
  assert.deepEqual(errors, []);
});

test("those that begin with a key write straight on a cell of the table too", async (t) => {
  const { context, errors } = await fresh_browser(t);
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  await show_cell(page, 26, "Khó khăn, vướng mắc");
  await tap(cell(page, 26, "Khó khăn, vướng mắc"));
  for (const { name, steps, stands } of recordings.filter((one) => one.steps[0].key || one.steps[0].process)) {
    await play(page, steps);
    await press(page, "Enter");
    await press(page, "ArrowUp");
    assert.equal(await cell(page, 26, "Khó khăn, vướng mắc").textContent(), stands, name);
  }
  assert.deepEqual(errors, []);
});
