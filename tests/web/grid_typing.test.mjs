// Writing straight on a chosen cell of the table, as in Excel: the first key opens the cell and takes the place of what stood
// there, whatever input method it comes from; Escape brings it back; Delete empties the cell.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { has_focus, press, tap, type } from "./house/hands.mjs";
import { input_method, unikey } from "./house/input_method.mjs";
import { cell, cell_editor, cell_editors, open_sample_model, show_cell } from "./house/places.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

const Column = "Khó khăn, vướng mắc";

/** The table with the cell of model 26 chosen; `stands`: what is in it. */
async function start(t) {
  const { context, errors } = await fresh_browser(t);
  t.after(() => assert.deepEqual(errors, []));
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  await show_cell(page, 26, Column);
  await tap(cell(page, 26, Column));
  await press(page, "F2");
  const stands = await cell_editor(page, 26, Column).inputValue();
  await press(page, "Escape");
  assert.ok(stands.length > 20);
  return { page, stands };
}

/** What the cell of a model shows while nobody writes in it; a blank one is only its name. */
async function shown(page, number) {
  const text = await cell(page, number, Column).textContent();
  return text === `Mô hình ${number}, ${Column}` ? "" : text;
}

test("typing takes the place of what stood there, Enter stores and goes down, one undo brings it back", async (t) => {
  const { page, stands } = await start(t);
  await type(page, "Xong roi");
  assert.ok(await has_focus(cell_editor(page, 26, Column)));
  assert.equal(await cell_editor(page, 26, Column).inputValue(), "Xong roi");
  await unikey(page, 3, "rồi");
  await press(page, "Enter");
  assert.ok(await has_focus(cell(page, 27, Column)));
  assert.equal(await shown(page, 26), "Xong rồi");
  await press(page, "Control+Z");
  assert.equal(await shown(page, 26), stands);
});

test("Escape while typing leaves the cell as it was, and Ctrl+Z in it does too", async (t) => {
  const { page, stands } = await start(t);
  await type(page, "nhầm");
  await press(page, "Escape");
  assert.ok(await has_focus(cell(page, 26, Column)));
  assert.equal(await shown(page, 26), stands);
  await type(page, "n");
  await press(page, "Control+Z");
  assert.equal(await cell_editor(page, 26, Column).inputValue(), stands);
});

test("a method that composes finds a real field at its first key", async (t) => {
  const { page } = await start(t);
  const method = await input_method(page);
  await method.taken_key("KeyV");
  await method.compose("v");
  await method.compose("vi");
  await method.compose("việ");
  await method.compose("việc");
  await method.commit("việc");
  await method.end();
  assert.equal(await cell_editor(page, 26, Column).inputValue(), "việc");
  await press(page, "Tab");
  assert.equal(await shown(page, 26), "việc");
});

test("letters that come faster than the program answers are all there, in their order", async (t) => {
  const { page } = await start(t);
  const words = "Nghẽn đường truyền từ xã lên tỉnh vào giờ cao điểm";
  await page.keyboard.type(words); // no answer is waited for
  await settled(page);
  assert.equal(await cell_editor(page, 26, Column).inputValue(), words);
});

test("Delete empties the cell, and can be undone; keys on what is no text write nothing", async (t) => {
  const { page, stands } = await start(t);
  await press(page, "Delete");
  assert.equal(await shown(page, 26), "");
  await press(page, "Control+Z");
  assert.equal(await shown(page, 26), stands);
  const state = cell(page, 26, "Trạng thái");
  await tap(state);
  const before = await state.textContent();
  await type(page, "x");
  await press(page, "Delete");
  assert.equal(await state.textContent(), before);
  assert.equal(await cell_editors(page).count(), 0);
});
