// Input methods that compose: Gboard and Samsung's keyboard, Windows' own Telex, dead keys. The numbers are those of the typing
// tests in web-platform.md §7.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { has_focus, press, tap, type } from "./house/hands.mjs";
import { input_method } from "./house/input_method.mjs";
import { cell, cell_editor, difficulties, open_sample_model, show_cell } from "./house/places.mjs";
import { can_be_told, said_to_program, tell_page } from "./house/program.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

/** The field with `words` in it, open, the caret behind them, and an input method at work. */
async function start(t, words = "") {
  const { context, errors } = await fresh_browser(t);
  t.after(() => assert.deepEqual(errors, []));
  await can_be_told(context);
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  const field = difficulties(page);
  await tap(field);
  await press(page, "Control+A");
  await press(page, "Delete");
  if (words) await type(page, words);
  return { page, field, method: await input_method(page) };
}

async function stored(page) {
  await page.evaluate(() => document.activeElement.blur());
  await settled(page);
  await page.reload();
  await settled(page);
  return difficulties(page).inputValue();
}

test("a word that is composed as a whole and committed by a space stands once", async (t) => { // 5
  const { page, field, method } = await start(t);
  for (const text of ["v", "vi", "vie", "viê", "việ", "việt"]) await method.compose(text);
  await method.commit("việt");
  await page.keyboard.press("Space");
  for (const text of ["n", "na", "nam"]) await method.compose(text);
  await method.commit("nam");
  await method.end();
  assert.equal(await field.inputValue(), "việt nam");
  assert.equal(await stored(page), "việt nam");
});

test("a word that stands is composed again in its place", async (t) => { // 6
  const { page, field, method } = await start(t, "nam viet");
  await method.compose("viet", 4);
  await method.compose("viêt");
  await method.compose("việt");
  await method.commit("việt");
  await method.end();
  assert.equal(await field.inputValue(), "nam việt");
  assert.equal(await stored(page), "nam việt");
});

test("a composition that is given up leaves the text as it was", async (t) => { // 7
  const { page, field, method } = await start(t, "đã xong");
  await method.compose("t");
  await method.compose("th");
  await method.compose("");
  await method.end();
  assert.equal(await field.inputValue(), "đã xong");
  assert.equal(await stored(page), "đã xong");
});

test("leaving the field while composing keeps the word, once", async (t) => { // 8
  const { page, method } = await start(t, "tỉnh ");
  for (const text of ["q", "qu", "quả", "quảng"]) await method.compose(text);
  await page.evaluate(() => document.activeElement.blur());
  await method.end();
  await page.reload();
  await settled(page);
  assert.equal(await difficulties(page).inputValue(), "tỉnh quảng");
});

test("a composition whose end is never told is not waited for", async (t) => { // 8
  const { page, method } = await start(t);
  await page.evaluate(() => window.addEventListener("compositionend", (event) => event.stopImmediatePropagation(), true));
  await method.compose("việ");
  await method.compose("việt");
  await page.evaluate(() => document.activeElement.blur());
  await page.waitForFunction(() => document.querySelector(".editing") === null);
  await method.end();
  assert.equal(await stored(page), "việt");
});

test("Tab while composing commits and then moves on", async (t) => { // 9
  const { page, field, method } = await start(t);
  for (const text of ["d", "dâ", "dân"]) await method.compose(text);
  await page.keyboard.press("Tab");
  await method.end();
  assert.ok(await has_focus(page.getByRole("textbox", { name: "Hiệu quả, tiện ích", exact: true })));
  assert.equal(await field.inputValue(), "dân");
  assert.equal(await stored(page), "dân");
});

test("Tab while composing in a cell of the table commits and goes to the next cell", async (t) => { // 9
  const { page, method } = await start(t);
  const [here, next] = ["Kết quả triển khai", "Khó khăn, vướng mắc"];
  await show_cell(page, 27, here);
  await tap(cell(page, 27, here));
  await press(page, "F2");
  await press(page, "Control+A");
  for (const text of ["d", "dâ", "dân"]) await method.compose(text);
  await page.keyboard.press("Tab");
  await method.end();
  assert.ok(await has_focus(cell(page, 27, next)));
  assert.equal(await cell(page, 27, here).textContent(), "dân");
});

test("what the program has to say of a field waits until the composition has ended", async (t) => { // 10
  const { page, field, method } = await start(t, "một");
  await press(page, "Control+S"); // what stands there is stored, and the field begins anew
  for (const text of [" ", " h", " ha", " hai"]) await method.compose(text);
  // Meanwhile a screen reader's press on the button beside it says that there is nothing to tell, which empties the field in
  // the workbook, and takes it back: the program has another text for the field each time.
  const nothing = page.getByRole("button", { name: "Không có khó khăn, vướng mắc" });
  for (const pressed of ["true", "false"]) {
    await nothing.evaluate((button) => button.click());
    await settled(page);
    assert.equal(await field.inputValue(), "một hai", `while the button is ${pressed}`);
  }
  await method.compose(" hai");
  await method.commit(" hai");
  await method.end();
  assert.equal(await field.inputValue(), "một hai");
  assert.equal(await stored(page), "một hai");
});

test("a word that is only looked at is not written over; what the program said is shown when the look is over", async (t) => { // 10
  const { page, field, method } = await start(t, "một");
  await press(page, "Control+S");
  const id = await field.getAttribute("data-id");
  // Gboard's way with a word that is touched: a composition begins on it, and nothing is put in.
  await field.dispatchEvent("compositionstart", { data: "một" });
  await tell_page(page, { k: "textSet", id, value: "một hai", rev: 1 });
  assert.equal(await field.inputValue(), "một");
  await field.dispatchEvent("compositionend", { data: "một" });
  assert.equal(await field.inputValue(), "một hai");
  await method.end();
});

test("a word that comes in one piece is kept where its input is told behind the end of the composition", async (t) => { // 5
  const { page, field, method } = await start(t, "một");
  await press(page, "Control+S");
  // Firefox's order, with the emoji panel and dictation; no driver there can compose.
  await field.evaluate((element) => {
    element.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true, data: "" }));
    element.setRangeText(" 😀", element.value.length, element.value.length, "end");
    element.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, data: " 😀" }));
    element.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertCompositionText", data: " 😀" }));
  });
  await method.end();
  assert.equal(await field.inputValue(), "một 😀");
  assert.equal(await stored(page), "một 😀");
});

test("what the program puts in at the caret waits until the word is finished", async (t) => { // 10
  const { page, field, method } = await start(t, "một ");
  const id = await field.getAttribute("data-id");
  for (const text of ["h", "ha"]) await method.compose(text);
  await tell_page(page, { k: "editBegin", id, select: "keep", insert: " ba" });
  assert.equal(await field.inputValue(), "một ha");
  await method.compose("hai");
  await method.commit("hai");
  await method.end();
  assert.equal(await field.inputValue(), "một hai ba");
  assert.equal(await stored(page), "một hai ba");
});

test("Enter that the input method takes ends nothing", async (t) => { // 11
  const { page, method } = await start(t);
  await show_cell(page, 26, "Khó khăn, vướng mắc");
  await tap(cell(page, 26, "Khó khăn, vướng mắc"));
  await press(page, "F2");
  const editor = cell_editor(page, 26, "Khó khăn, vướng mắc");
  await method.compose("x");
  for (const way of [method.taken_key, method.taken_by_name]) {
    await way("Enter");
    await settled(page);
    assert.equal(await has_focus(editor), true);
  }
  await method.commit("xong");
  await method.end();
  assert.equal(await has_focus(editor), true);
  assert.equal(await editor.inputValue(), "xong");
});

test("a dead key and its letter are one letter", async (t) => { // 12
  const { page, field, method } = await start(t, "c");
  await method.compose("´");
  await method.commit("á");
  await method.end();
  assert.equal(await field.inputValue(), "cá");
  assert.equal(await stored(page), "cá");
});

test("a correction that replaces a word ends as if it had been typed", async (t) => { // 13
  const { page, field, method } = await start(t, "quang ngai");
  await field.evaluate((element) => {
    element.setRangeText("Quảng Ngãi", 0, element.value.length, "end");
    element.dispatchEvent(new InputEvent("input", { inputType: "insertReplacementText", data: "Quảng Ngãi", bubbles: true }));
  });
  await method.end();
  assert.equal(await stored(page), "Quảng Ngãi");
});

test("no key of the program acts while a word is composed", async (t) => { // 26
  const { page, field, method } = await start(t);
  const address = page.url();
  await method.compose("th");
  await settled(page);
  await said_to_program(page);
  for (const name of ["Escape", "F1", "F2", "F8", "ArrowDown", "PageDown", "Tab"]) {
    await method.taken_key(name);
    await method.taken_by_name(name);
  }
  for (const letter of ["s", "k", "g", "o", "f", "d"]) await method.chord(letter, "Control");
  await method.chord("1", "Alt");
  await settled(page);
  assert.deepEqual((await said_to_program(page)).filter((kind) => kind !== "ack" && kind !== "idle" && kind !== "text"), [],
    "neither a key nor the end of the edit");
  assert.equal(await page.getByRole("dialog").count(), 0, "before the word is written, for a commit would end an act too");
  assert.equal(await page.getByRole("grid").count(), 0);
  assert.equal(await field.inputValue(), "th");
  await method.commit("thu");
  await method.end();
  assert.equal(await has_focus(field), true);
  assert.equal(page.url(), address);
  assert.equal(await page.getByRole("dialog").count(), 0);
  assert.equal(await field.inputValue(), "thu");
});
