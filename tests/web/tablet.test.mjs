// The table on a tablet, by fingers and the keyboard on glass alone: from cell to cell that keyboard may not close, so the field
// that is typed into never loses the focus. The numbers are those of web-platform.md §7.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { can_be_busy, while_busy } from "./house/busy.mjs";
import { save_file } from "./house/files.mjs";
import { finger_tap, has_focus, long_press, pen_tap, press, swipe, type } from "./house/hands.mjs";
import { compose, input_method, watch_writes } from "./house/input_method.mjs";
import { button, cell, cell_editor, cell_editors } from "./house/places.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

const Result = "Kết quả triển khai";
const Difficulties = "Khó khăn, vướng mắc";

/** The sample's table on a tablet held across, found and opened by fingers. */
async function start(t, prepare) {
  const tablet = { viewport: { width: 1180, height: 820 }, scale: 2, touch: true, mobile: true };
  const { context, errors } = await fresh_browser(t, tablet);
  t.after(() => assert.deepEqual(errors, []));
  await prepare?.(context);
  const page = await open_page(context, site.address);
  await finger_tap(button(page, "Dùng thử với dữ liệu mẫu"));
  if ((await page.getByRole("grid").count()) === 0) await finger_tap(page.getByRole("tab", { name: "Bảng" }));
  return page;
}

/** Rows pass under the finger until the cell, one of the tallest, is whole in the table's upper part and the next one below it. */
async function find_cell(page, number, column) {
  const pane = page.getByRole("rowgroup");
  const { y: top } = await pane.boundingBox();
  for (let turn = 0; turn < 30; turn += 1) {
    const wanted = cell(page, number, column);
    const box = (await wanted.count()) > 0 ? await wanted.boundingBox() : null;
    if (box && box.height > 0 && box.y > top && box.y + box.height < 640) return wanted;
    await swipe(pane, 0, !box || box.height === 0 ? -300 : box.y <= top ? 100 : top + 10 - box.y);
  }
  throw new Error(`the finger never came to model ${number}`);
}

/** From here on every loss of the focus of the field that has it is counted. */
async function watch_focus(page) {
  await page.evaluate(() => {
    const field = document.activeElement;
    window.kept = { field, lost: 0 };
    field.addEventListener("blur", () => { window.kept.lost += 1; });
  });
  return () => page.evaluate(() => [document.activeElement === window.kept.field, window.kept.lost]);
}

test("from cell to cell by Enter and by taps, and back by undo, in one field that keeps the focus", async (t) => { // 22
  const page = await start(t);
  await finger_tap(await find_cell(page, 26, Difficulties));
  assert.ok(await has_focus(cell(page, 26, Difficulties)));
  await finger_tap(cell(page, 26, Difficulties));
  const kept = await watch_focus(page);
  const before_26 = await cell_editor(page, 26, Difficulties).inputValue();
  await compose(page, ["h", "ha", "hai"], "hai sáu");
  await press(page, "Enter");
  assert.ok(await has_focus(cell_editor(page, 27, Difficulties)), "Enter goes down, and on writing");
  assert.deepEqual(await kept(), [true, 0]);
  const before_27 = await cell_editor(page, 27, Difficulties).inputValue();
  await compose(page, ["b", "bả", "bảy"], "bảy");
  assert.equal(await cell_editor(page, 27, Difficulties).inputValue(), `${before_27}bảy`);
  // With keys beside it: undo ends where this cell began, and doing it again writes nothing of the other cell.
  for (let i = 0; i < 4; i += 1) await press(page, "Control+Z");
  assert.equal(await cell_editor(page, 27, Difficulties).inputValue(), before_27);
  for (let i = 0; i < 4; i += 1) await press(page, "Control+Y");
  assert.equal(await cell_editor(page, 27, Difficulties).inputValue(), `${before_27}bảy`);

  await finger_tap(cell(page, 26, Result));
  assert.ok(await has_focus(cell_editor(page, 26, Result)), "a tap on another cell goes on writing there");
  assert.deepEqual(await kept(), [true, 0]);
  assert.equal(await cell(page, 26, Difficulties).textContent(), `${before_26}hai sáu`);
  await press(page, "Control+Enter");
  assert.ok(await has_focus(cell(page, 26, Result)));
  assert.equal(await cell_editors(page).count(), 0);
});

test("done again in a cell is what was written there, and nothing of the cell before", async (t) => { // 17, 22
  const page = await start(t);
  const wanted = await find_cell(page, 27, Difficulties);
  await finger_tap(wanted);
  await finger_tap(wanted);
  assert.equal(await cell_editor(page, 27, Difficulties).inputValue(), "");
  await type(page, "abc");
  await press(page, "Enter");
  const next = cell_editor(page, 28, Difficulties);
  const before = await next.inputValue();
  await type(page, "de");
  for (let i = 0; i < 4; i += 1) await press(page, "Control+Z");
  assert.equal(await next.inputValue(), before);
  for (let i = 0; i < 4; i += 1) await press(page, "Control+Y");
  assert.equal(await next.inputValue(), `${before}de`);
});

test("a tap on another cell in the middle of a word takes the word along", async (t) => {
  const page = await start(t);
  const wanted = await find_cell(page, 26, Difficulties);
  await finger_tap(wanted);
  await finger_tap(wanted);
  const before = await cell_editor(page, 26, Difficulties).inputValue();
  const method = await input_method(page);
  for (const text of ["n", "ng", "nga", "ngay"]) await method.compose(text);
  await finger_tap(cell(page, 27, Difficulties));
  await settled(page);
  assert.ok(await has_focus(cell_editor(page, 27, Difficulties)));
  const there = await cell_editor(page, 27, Difficulties).inputValue();
  for (const text of ["m", "ma", "mai"]) await method.compose(text);
  await method.commit("mai");
  await method.end();
  assert.equal(await cell_editor(page, 27, Difficulties).inputValue(), `${there}mai`);
  await press(page, "Control+Enter");
  await finger_tap(cell(page, 26, Difficulties));
  await finger_tap(cell(page, 26, Difficulties));
  assert.equal(await cell_editor(page, 26, Difficulties).inputValue(), `${before}ngay`);
});

test("a pen goes from cell to cell as a finger does, and the button on its side shows what can be done", async (t) => { // 22, 40
  const page = await start(t);
  const wanted = await find_cell(page, 26, Difficulties);
  await pen_tap(wanted, "right");
  const menu = page.getByRole("menu", { name: "Mô hình 26", exact: true });
  assert.equal(await menu.count(), 1);
  await press(page, "Escape");
  assert.equal(await menu.count(), 0);
  await pen_tap(wanted);
  await pen_tap(wanted);
  assert.ok(await has_focus(cell_editor(page, 26, Difficulties)));
  const kept = await watch_focus(page);
  await compose(page, ["x"], "xong");
  await pen_tap(cell(page, 27, Difficulties));
  assert.ok(await has_focus(cell_editor(page, 27, Difficulties)), "a tap on another cell goes on writing there");
  assert.deepEqual(await kept(), [true, 0]);
});

test("a tap on a state while one writes shows no list yet: it chooses the cell, and the next tap opens it", async (t) => {
  const page = await start(t);
  const wanted = await find_cell(page, 26, Difficulties);
  await finger_tap(wanted);
  await finger_tap(wanted);
  await compose(page, ["x"], "xong");
  const state = cell(page, 26, "Trạng thái");
  await finger_tap(state);
  assert.ok(await has_focus(state));
  assert.equal(await page.getByRole("menu").count(), 0);
  await finger_tap(state);
  const menu = page.getByRole("menu");
  await finger_tap(menu.getByRole("menuitem", { name: "Thí điểm" }));
  assert.match(await state.textContent(), /Thí điểm/);
});

test("a long press copies the row for Excel and Word; the table is saved, all by fingers", async (t) => {
  const page = await start(t);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const wanted = await find_cell(page, 26, Result);
  const menu = page.getByRole("menu", { name: "Mô hình 26", exact: true });
  await long_press(wanted, [40, 20], menu);
  await finger_tap(menu.getByRole("menuitem", { name: "Sao chép dòng này" }));
  await page.getByText("Đã sao chép 1 dòng. Dán được vào Excel, Word.").first().waitFor({ state: "attached" });
  assert.equal(await menu.count(), 0);
  const { text, cells } = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const html = await (await item.getType("text/html")).text();
    const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
    return { text: await (await item.getType("text/plain")).text(), cells: [...table.rows].map((row) => row.cells.length) };
  });
  assert.match(text, /^26\t/);
  assert.deepEqual(cells, [text.split("\t").length]);
  const file = await save_file(page, () => finger_tap(button(page, "Lưu tệp")));
  assert.match(file.name, /\.so06\.txt$/);
});

test("a word begun while the program is on its way to the next cell stands there, and nothing is written under it", async (t) => { // 10, 22
  let written_under;
  const page = await start(t, async (context) => {
    await can_be_busy(context);
    written_under = await watch_writes(context);
  });
  await finger_tap(await find_cell(page, 26, Difficulties));
  await finger_tap(cell(page, 26, Difficulties));
  const before_26 = await cell_editor(page, 26, Difficulties).inputValue();
  await finger_tap(cell(page, 27, Difficulties));
  const before_27 = await cell_editor(page, 27, Difficulties).inputValue();
  await finger_tap(cell(page, 26, Difficulties));
  const method = await input_method(page);
  await while_busy(page, async () => {
    await page.keyboard.press("Enter");
    await method.compose("b");
    await method.compose("bả");
  });
  await settled(page);
  assert.deepEqual(await written_under(page), []);
  // A method whose word was ended goes on behind it.
  await method.compose("y");
  await method.commit("y");
  await method.end();
  assert.equal(await cell_editor(page, 27, Difficulties).inputValue(), `${before_27}bảy`);
  await finger_tap(cell(page, 26, Difficulties));
  assert.equal(await cell_editor(page, 26, Difficulties).inputValue(), before_26);
});
