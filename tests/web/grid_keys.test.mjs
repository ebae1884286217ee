// The table by keys: moving, opening, writing and leaving cells; what belongs to the field stays in it. The numbers are
// those of the focus tests in web-platform.md §7.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { can_be_busy, while_busy } from "./house/busy.mjs";
import { in_each_browser } from "./house/each_browser.mjs";
import { save_file } from "./house/files.mjs";
import { has_focus, press, tap, type } from "./house/hands.mjs";
import { cell, cell_editor, cell_editors, difficulties, open_sample_model, show_cell } from "./house/places.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

const Difficulties = "Khó khăn, vướng mắc";
const Result = "Kết quả triển khai";

/** To the table, with the cell of model 26 chosen. */
async function choose_cell(page) {
  await open_sample_model(page);
  await show_cell(page, 26, Difficulties);
  await tap(cell(page, 26, Difficulties));
}

in_each_browser("arrows move, F2 and Enter open, Tab and Enter write and go on, and back", () => site, async (page) => { // 22
  await choose_cell(page);
  await press(page, "ArrowLeft");
  assert.ok(await has_focus(cell(page, 26, Result)));
  await press(page, "ArrowRight");
  await press(page, "ArrowDown");
  assert.ok(await has_focus(cell(page, 27, Difficulties)));
  await press(page, "F2");
  assert.ok(await has_focus(cell_editor(page, 27, Difficulties)));
  await page.evaluate(() => { window.first_editor = document.activeElement; });
  const is_the_first = () => page.evaluate(() => document.activeElement === window.first_editor);
  await type(page, "hai mươi bảy");
  await press(page, "Shift+Tab");
  assert.ok(await has_focus(cell(page, 27, Result)));
  await press(page, "Enter");
  assert.ok(await has_focus(cell_editor(page, 27, Result)));
  assert.ok(await is_the_first(), "all cells share one field");
  assert.equal(await cell(page, 27, Result).getAttribute("aria-owns"), await cell_editor(page, 27, Result).getAttribute("id"));
  assert.equal(await cell(page, 27, Difficulties).getAttribute("aria-owns"), null);
  await press(page, "Control+A");
  await type(page, "kết quả");
  await press(page, "Tab");
  assert.ok(await has_focus(cell(page, 27, Difficulties)));
  await press(page, "F2");
  assert.equal(await cell_editor(page, 27, Difficulties).inputValue(), "hai mươi bảy");
  await press(page, "Escape");
  await press(page, "ArrowLeft");
  await press(page, "F2");
  assert.equal(await cell_editor(page, 27, Result).inputValue(), "kết quả");
});

in_each_browser("the question mark lists the keys and writes nothing into the cell one is in", () => site, async (page) => {
  await choose_cell(page);
  const before = await cell(page, 26, Difficulties).textContent();
  await press(page, "?");
  assert.equal(await page.getByRole("dialog", { name: "Phím tắt" }).count(), 1);
  await press(page, "Escape");
  assert.equal(await cell(page, 26, Difficulties).textContent(), before);
  assert.equal(await cell_editor(page, 26, Difficulties).count(), 0);
});

in_each_browser("select all and copy in a field are the field's: no cell is chosen, no key stays down", () => site, async (page) => { // 23
  await choose_cell(page);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await press(page, "F2");
  await press(page, "Control+A");
  await type(page, "một hai");
  await press(page, "Control+A");
  const editor = cell_editor(page, 26, Difficulties);
  assert.deepEqual(await editor.evaluate((field) => [field.selectionStart, field.selectionEnd]), [0, 7]);
  await page.keyboard.down("Control");
  await page.keyboard.down("c");
  await page.keyboard.up("Control"); // and C is never told to be up, as macOS does beside its Command key
  await settled(page);
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "một hai");
  await press(page, "End");
  await type(page, "x"); // with a key that stayed down this would be a chord
  assert.equal(await editor.inputValue(), "một haix");
  assert.equal(await page.getByRole("row", { selected: true }).count(), 0);
  await press(page, "Escape");
  await press(page, "Control+A"); // outside of a field it chooses the rows
  assert.ok((await page.getByRole("row", { selected: true }).count()) > 1);
});

in_each_browser("Escape gives the cell back what it had", () => site, async (page) => { // 24
  await choose_cell(page);
  await press(page, "F2");
  const before = await cell_editor(page, 26, Difficulties).inputValue();
  await type(page, "bỏ đi");
  await press(page, "Escape");
  assert.ok(await has_focus(cell(page, 26, Difficulties)));
  await press(page, "F2");
  assert.equal(await cell_editor(page, 26, Difficulties).inputValue(), before);
});

test("two Tabs within one answer of the program lead to a cell, never out of the page", async (t) => {
  const { context, errors } = await fresh_browser(t);
  t.after(() => assert.deepEqual(errors, []));
  await can_be_busy(context);
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  await show_cell(page, 26, Result);
  await tap(cell(page, 26, Result));
  await press(page, "F2");
  let stayed;
  await while_busy(page, async () => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    stayed = await has_focus(cell_editor(page, 26, Result));
  });
  assert.ok(stayed, "until the program has moved on the focus is where it was");
  await settled(page);
  const both = await page.evaluate(() => document.activeElement.dataset.id);
  await press(page, "Shift+Tab");
  assert.ok(await has_focus(cell(page, 26, Difficulties)));
  await press(page, "Tab");
  assert.equal(await page.evaluate(() => document.activeElement.dataset.id), both);
});

test("a letter that comes behind the key for the form stands in its field, and the cell is left as it was", async (t) => {
  const { context, errors } = await fresh_browser(t);
  t.after(() => assert.deepEqual(errors, []));
  await can_be_busy(context);
  const page = await open_page(context, site.address);
  await choose_cell(page);
  const stands = await cell(page, 26, Difficulties).textContent();
  await while_busy(page, async () => {
    await page.keyboard.press("Control+G");
    await page.keyboard.press("x");
  });
  await settled(page);
  assert.equal(await page.getByRole("grid").count(), 0);
  assert.equal(await cell_editors(page).count(), 0);
  assert.equal(await difficulties(page).inputValue(), `${stands}x`);
});

/** The entries of a report's file as it stands now, by what a person would call their place. */
function entries_of(file) {
  const report = JSON.parse(file.bytes).reports[0];
  return new Map(report.versions.at(-1).content.entries.map((entry) => [entry.rows.join(), JSON.stringify(entry)]));
}

test("typed in a form's field and in a cell, then undone ten times: nothing else has moved", async (t) => {
  const { context, errors } = await fresh_browser(t);
  t.after(() => assert.deepEqual(errors, []));
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  await press(page, "Control+G");
  const untouched = await save_file(page, () => press(page, "Control+S"));
  await press(page, "Control+G");
  await tap(difficulties(page));
  await type(page, "trong biểu mẫu");
  await show_cell(page, 27, Result);
  await tap(cell(page, 27, Result));
  await press(page, "F2");
  await type(page, " trong bảng");
  await press(page, "Enter");
  const both = entries_of(await save_file(page, () => press(page, "Control+S")));
  const before = entries_of(untouched);
  const moved = [...both.keys()].filter((rows) => both.get(rows) !== before.get(rows));
  assert.deepEqual(moved, ["mh-26", "mh-27"]);
  for (let i = 0; i < 10; i += 1) await press(page, "Control+Z");
  const undone = await save_file(page, () => press(page, "Control+S"));
  assert.deepEqual(entries_of(undone), before);
});
