// What a person types stays what it is, whatever they do next: other keys, another field, another
// window, a module that breaks down in the middle of a word.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { has_focus, press, scroll_to, tap, type } from "./house/hands.mjs";
import { save_file } from "./house/files.mjs";
import { cell, cell_editor, difficulties, open_sample_model, show_cell } from "./house/places.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

const heading = (page) => page.getByRole("heading", { level: 1 });

/** The sample, at model 26, in a browser of its own. */
async function start(t) {
  const { context, errors } = await fresh_browser(t);
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  return { page, context, errors };
}

/** At the end of the field, ready to type. */
async function go_to_end(page, field) {
  await tap(field);
  await press(page, "Control+End");
}

/** Resolves when the program has stored a text that ends so. */
async function stored(page, ending, act) {
  await page.evaluate((end) => {
    globalThis.stored = new Promise((tell) => {
      document.addEventListener("so06-saved", ({ detail }) => { if (detail.endsWith(end)) tell(); });
    });
  }, ending);
  await act();
  await page.evaluate(() => globalThis.stored);
  await settled(page);
}

async function break_module(page) {
  await page.workers()[0].evaluate(() => { setTimeout(() => { throw new Error("broken on purpose"); }); });
  await page.waitForEvent("worker");
  await settled(page);
}

test("after Escape and after Ctrl+S the next key goes into the same field", async (t) => {
  const { page, errors } = await start(t);
  const before = await difficulties(page).inputValue();
  await go_to_end(page, difficulties(page));
  await type(page, " nhầm");
  await press(page, "Escape");
  assert.equal(await difficulties(page).inputValue(), before);
  await press(page, "Control+End");
  // What is stored has no space at its end; the person's has.
  await stored(page, "đúng ", () => type(page, " đúng "));
  assert.equal(await difficulties(page).inputValue(), `${before} đúng `);
  const file = await save_file(page, () => press(page, "Control+S"));
  assert.match(file.bytes.toString(), / đúng"/);
  await type(page, "rồi");
  assert.equal(await difficulties(page).inputValue(), `${before} đúng rồi`);
  await tap(heading(page));
  assert.equal(await difficulties(page).inputValue(), `${before} đúng rồi`);
  assert.deepEqual(errors, []);
});

test("keys that lead to another model take along what was just typed", async (t) => {
  const { page, errors } = await start(t);
  const before = await difficulties(page).inputValue();
  await go_to_end(page, difficulties(page));
  await page.keyboard.type(" vội");
  await page.keyboard.press("Alt+ArrowDown");
  await page.keyboard.press("Alt+ArrowUp");
  await settled(page);
  assert.equal(await difficulties(page).inputValue(), `${before} vội`);
  assert.deepEqual(errors, []);
});

test("two parts of one cell, typed without a pause, both stay", async (t) => {
  const { page, errors } = await start(t);
  const add = page.getByRole("button", { name: "Thêm khoản" });
  await scroll_to(add, page.getByRole("form"));
  await tap(add);
  await page.keyboard.type("6,8 tỷ");
  await tap(page.getByRole("textbox", { name: "Năm, khoản 1" }));
  await page.keyboard.type("2023");
  await page.keyboard.press("Tab");
  await page.keyboard.type("ngân sách tỉnh");
  await page.keyboard.press("Tab");
  await page.keyboard.type("trục liên thông");
  await page.keyboard.press("Tab");
  await settled(page);
  const part = (title) => page.getByRole("textbox", { name: `${title}, khoản 1` }).inputValue();
  assert.deepEqual([await part("Số tiền"), await part("Năm"), await part("Nguồn"), await part("Chi cho việc gì")],
    ["6,8 tỷ đồng", "2023", "ngân sách tỉnh", "trục liên thông"]);
  assert.deepEqual(errors, []);
});

test("undo belongs to the field while it was changed, and never goes beyond its beginning", async (t) => {
  const { page, errors } = await start(t);
  const before = await difficulties(page).inputValue();
  const state = page.getByRole("radio", { name: "Đang triển khai" });
  await tap(state);
  await go_to_end(page, difficulties(page));
  await type(page, "x");
  await press(page, "Control+Z");
  assert.equal(await difficulties(page).inputValue(), before);
  await press(page, "Control+Z");
  await press(page, "Control+Z");
  assert.equal(await state.getAttribute("aria-checked"), "true");
  assert.deepEqual(errors, []);
});

test("what Escape took back after it was stored can be had again", async (t) => {
  const { page, errors } = await start(t);
  const before = await difficulties(page).inputValue();
  await go_to_end(page, difficulties(page));
  await stored(page, "cả câu dài", () => type(page, " cả câu dài"));
  await press(page, "Escape");
  await tap(heading(page));
  assert.equal(await difficulties(page).inputValue(), before);
  await press(page, "Control+Z");
  assert.equal(await difficulties(page).inputValue(), `${before} cả câu dài`);
  assert.deepEqual(errors, []);
});

test("in the table one press chooses a cell, the next writes in it, Enter goes down", async (t) => {
  const { page, errors } = await start(t);
  await show_cell(page, 26, "Khó khăn, vướng mắc");
  await tap(cell(page, 26, "Khó khăn, vướng mắc"));
  assert.equal(await cell_editor(page, 26, "Khó khăn, vướng mắc").count(), 0);
  assert.ok(await has_focus(cell(page, 26, "Khó khăn, vướng mắc")));
  await tap(page.getByRole("rowheader", { name: "Mô hình 26" }));
  assert.ok(await page.getByRole("grid").isVisible());
  await tap(cell(page, 26, "Khó khăn, vướng mắc"));
  await tap(cell(page, 26, "Khó khăn, vướng mắc"));
  assert.ok(await has_focus(cell_editor(page, 26, "Khó khăn, vướng mắc")));
  await press(page, "Control+A");
  await type(page, "Viết trong bảng");
  await press(page, "Enter");
  assert.ok(await has_focus(cell(page, 27, "Khó khăn, vướng mắc")));
  await press(page, "ArrowUp");
  await press(page, "F2");
  assert.equal(await cell_editor(page, 26, "Khó khăn, vướng mắc").inputValue(), "Viết trong bảng");
  await type(page, ", giữa chừng");
  await press(page, "Control+S");
  assert.ok(await has_focus(cell(page, 26, "Khó khăn, vướng mắc")));
  await press(page, "Control+G");
  assert.equal(await difficulties(page).inputValue(), "Viết trong bảng, giữa chừng");
  assert.deepEqual(errors, []);
});

test("a look at another window leaves the cell as it was, and what was typed is stored", async (t) => {
  const { page, context, errors } = await start(t);
  await press(page, "Control+G");
  await tap(cell(page, 26, "Khó khăn, vướng mắc"));
  await press(page, "F2");
  const cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setFocusEmulationEnabled", { enabled: false });
  await stored(page, "dở dang", async () => {
    await page.keyboard.type("dở dang");
    await (await context.newPage()).bringToFront();
  });
  await page.bringToFront();
  await settled(page);
  assert.ok(await has_focus(cell_editor(page, 26, "Khó khăn, vướng mắc")));
  await type(page, " rồi tiếp");
  assert.match(await cell_editor(page, 26, "Khó khăn, vướng mắc").inputValue(), /dở dang rồi tiếp$/);
  assert.deepEqual(errors, []);
});

test("when the module breaks down in the middle of a word, the field is open again and goes on", async (t) => {
  const { page } = await start(t);
  const before = await difficulties(page).inputValue();
  await go_to_end(page, difficulties(page));
  await page.keyboard.type(" đang gõ");
  await break_module(page);
  assert.ok(await has_focus(difficulties(page)));
  await type(page, " tiếp");
  assert.equal(await difficulties(page).inputValue(), `${before} đang gõ tiếp`);
  await tap(heading(page));
  await page.reload();
  await settled(page);
  assert.equal(await difficulties(page).inputValue(), `${before} đang gõ tiếp`);
});

test("the same in a cell of the table, which is a field only while it is edited", async (t) => {
  const { page } = await start(t);
  await press(page, "Control+G");
  await tap(cell(page, 26, "Khó khăn, vướng mắc"));
  await press(page, "F2");
  await press(page, "Control+A");
  await page.keyboard.type("trong bảng");
  await break_module(page);
  assert.ok(await has_focus(cell_editor(page, 26, "Khó khăn, vướng mắc")));
  await type(page, " rồi");
  await press(page, "Enter");
  await page.reload();
  await settled(page);
  await press(page, "Control+G");
  assert.equal(await difficulties(page).inputValue(), "trong bảng rồi");
});

test("a text that cannot be stored stays in its field, and closing the page asks first", async (t) => {
  const { page, errors } = await start(t);
  await tap(difficulties(page));
  await press(page, "Control+A");
  const long = "dài ".repeat(26_000);
  await page.evaluate((text) => document.execCommand("insertText", false, text), long);
  await page.getByText(/dài quá|vượt/).first().waitFor({ state: "attached" });
  await press(page, "Control+S");
  assert.equal(await difficulties(page).inputValue(), long);
  await tap(heading(page));
  await tap(difficulties(page));
  assert.equal(await difficulties(page).inputValue(), long);
  const asked = page.waitForEvent("dialog");
  void page.close({ runBeforeUnload: true });
  const question = await asked;
  assert.equal(question.type(), "beforeunload");
  await question.accept();
  assert.deepEqual(errors, []);
});
