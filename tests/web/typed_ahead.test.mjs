// Keys that come faster than the table answers: on an old laptop a word is typed before the program has gone to the next
// cell. All of it is done where it was meant for, in its order, whatever it is typed with; the cell that was left keeps what it has.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { can_be_busy, while_busy, while_unshown } from "./house/busy.mjs";
import { finger, finger_tap, has_focus, press, tap } from "./house/hands.mjs";
import { input_method, watch_writes } from "./house/input_method.mjs";
import { cell, cell_editor, cell_editors, open_sample_model, show_cell } from "./house/places.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

const Column = "Khó khăn, vướng mắc";

/** The table with the cell of that model chosen, and what the cell of a model says. */
async function start(t, number = 26, options = {}) {
  const { context, errors } = await fresh_browser(t, options);
  t.after(() => assert.deepEqual(errors, []));
  await can_be_busy(context);
  const written_under = await watch_writes(context);
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  await show_cell(page, number, Column);
  await tap(cell(page, number, Column));
  const shown = async (of) => {
    const text = await cell(page, of, Column).textContent();
    return text === `Mô hình ${of}, ${Column}` ? "" : text;
  };
  return { page, shown, written_under: () => written_under(page) };
}

/** Keys and texts, one behind the other: `[Enter]` is a key. */
async function keys(page, words) {
  for (const [, key, text] of words.matchAll(/\[([^\]]+)\]|([^[]+)/g)) {
    if (key) await page.keyboard.press(key);
    else await page.keyboard.type(text);
  }
}

/** All of these keys while the program hears nothing; then it hears them, and is waited for. */
async function at_once(page, words) {
  await while_busy(page, () => keys(page, words));
  await settled(page);
}

test("what is typed behind Enter stands in the cell below, and one Ctrl+Z takes it back", async (t) => {
  const { page, shown } = await start(t);
  const stood = await shown(27);
  await press(page, "F2");
  await at_once(page, "[End], ngày mai[Enter]Xong hẳn");
  assert.match(await shown(26), /, ngày mai$/);
  assert.equal(await cell_editor(page, 27, Column).inputValue(), "Xong hẳn");
  assert.ok(await has_focus(cell_editor(page, 27, Column)));
  await press(page, "Control+Z");
  assert.equal(await cell_editor(page, 27, Column).inputValue(), stood);
});

test("a whole row of cells is filled in before the program has heard of the first", async (t) => {
  const { page, shown } = await start(t);
  await at_once(page, "một[Enter]hai ba[Enter]bốn[Enter]");
  assert.deepEqual([await shown(26), await shown(27), await shown(28)], ["một", "hai ba", "bốn"]);
  assert.ok(await has_focus(cell(page, 29, Column)));
  assert.equal(await cell_editors(page).count(), 0);
});

test("a letter behind an arrow key changes the cell that the arrow leads to, not the one that is left", async (t) => {
  for (const [arrow, to] of [["ArrowDown", 27], ["ArrowUp", 25]]) {
    const { page, shown } = await start(t);
    const stood = await shown(26);
    await at_once(page, `[${arrow}]Chưa có`);
    assert.equal(await cell_editor(page, to, Column).inputValue(), "Chưa có", arrow);
    await press(page, "Enter");
    assert.equal(await shown(26), stood, arrow);
  }
});

test("every arrow key leads one cell on, however fast they come", async (t) => {
  const { page } = await start(t);
  await at_once(page, "[ArrowDown][ArrowDown][ArrowDown][ArrowUp]");
  assert.ok(await has_focus(cell(page, 28, Column)));
});

test("Backspace takes back the letter before it, Shift+Tab leads back, Escape gives up what was typed", async (t) => {
  const { page, shown } = await start(t);
  const stood = await shown(27);
  await at_once(page, "a[Enter]bỏ[Escape][ArrowDown]xonh[Backspace]g[Enter]");
  assert.deepEqual([await shown(26), await shown(27), await shown(28)], ["a", stood, "xong"]);
  await tap(cell(page, 26, Column));
  await at_once(page, "[Tab][Shift+Tab][Shift+Tab]Xong rồi");
  assert.equal(await cell_editor(page, 26, "Kết quả triển khai").inputValue(), "Xong rồi");
});

test("Enter on the cell that Enter led to opens it, and what is typed then stands in it", async (t) => {
  const slow = await start(t);
  for (const key of ["35", "[Enter]", "[Enter]", "40", "[Enter]"]) {
    await keys(slow.page, key);
    await settled(slow.page);
  }
  const { page, shown } = await start(t);
  await at_once(page, "35[Enter][Enter]40[Enter]");
  const fast = [await shown(26), await shown(27)];
  assert.deepEqual(fast, [await slow.shown(26), await slow.shown(27)]);
  assert.equal(fast[0], "35");
});

test("a word that is begun between two cells is composed to its end in the next one", async (t) => {
  const { page, shown, written_under } = await start(t);
  await press(page, "F2");
  const method = await input_method(page);
  await while_busy(page, async () => {
    await page.keyboard.press("Enter");
    await method.taken_key("KeyV");
    await method.compose("v");
    await method.compose("vi");
  });
  await settled(page);
  await method.compose("việ");
  await method.compose("việc");
  await method.commit("việc");
  await method.end();
  assert.equal(await cell_editor(page, 27, Column).inputValue(), "việc");
  assert.deepEqual(await written_under(), []);
  await press(page, "Enter");
  assert.equal(await shown(27), "việc");
});

test("a word that is begun behind an arrow key is composed where the arrow leads to", async (t) => {
  const { page, shown, written_under } = await start(t);
  const stood = await shown(26);
  const method = await input_method(page);
  await while_busy(page, async () => {
    await page.keyboard.press("ArrowDown");
    await method.taken_key("KeyV");
    await method.compose("v");
    await method.compose("viê");
  });
  await settled(page);
  await method.compose("việc");
  await method.commit("việc");
  await method.end();
  await press(page, "Enter");
  assert.deepEqual([await shown(26), await shown(27)], [stood, "việc"]);
  assert.deepEqual(await written_under(), []);
});

test("Unikey's backspaces and packets go along", async (t) => {
  const { page } = await start(t);
  const method = await input_method(page);
  await while_busy(page, async () => {
    await keys(page, "[ArrowDown]Xong roi");
    await method.retype(3, "rồi");
    await keys(page, " ạ");
  });
  await method.end();
  await settled(page);
  assert.equal(await cell_editor(page, 27, Column).inputValue(), "Xong rồi ạ");
});

test("typed towards a cell that takes no text, nothing is written anywhere", async (t) => {
  const { page, shown } = await start(t);
  const before = [await shown(25), await shown(26), await shown(27)];
  const state = cell(page, 26, "Trạng thái");
  const said = await state.textContent();
  await tap(cell(page, 26, "Kết quả triển khai"));
  await press(page, "F2");
  await at_once(page, "[Shift+Tab]xyz");
  assert.equal(await state.textContent(), said);
  assert.equal(await cell_editors(page).count(), 0);
  assert.deepEqual([await shown(25), await shown(26), await shown(27)], before);
  assert.ok(await page.evaluate(() => document.activeElement.matches("[role=gridcell], [role=rowheader]")));
});

test("what is typed behind Ctrl+K is searched for, from a cell and from a field, and stands nowhere else", async (t) => {
  const { page, shown } = await start(t);
  const search = page.getByRole("combobox", { name: "Tìm lệnh, mô hình, báo cáo, sổ…" });
  const stood = await shown(26);
  await at_once(page, "[Control+k]mau 7");
  assert.equal(await search.inputValue(), "mau 7");
  await press(page, "Escape");
  assert.equal(await shown(26), stood);
  await press(page, "F2");
  await at_once(page, "[End], hết[Control+k]mau 7");
  assert.equal(await search.inputValue(), "mau 7");
  await press(page, "Escape");
  assert.equal(await shown(26), `${stood}, hết`);
});

test("what is typed stands where it was meant for when one presses elsewhere before the program has answered", async (t) => {
  const { page, shown } = await start(t);
  const stood = await shown(28);
  await while_busy(page, async () => {
    await keys(page, "[ArrowDown]x");
    const { x, y } = await cell(page, 28, Column).boundingBox();
    await page.mouse.click(x + 40, y + 20);
  });
  await settled(page);
  assert.equal(await cell_editors(page).count(), 0);
  assert.ok(await has_focus(cell(page, 28, Column)));
  assert.deepEqual([await shown(27), await shown(28)], ["x", stood]);
});

test("a letter between the frame that has the focus elsewhere and the next one falls on no cell that is left", async (t) => {
  const { page, shown } = await start(t);
  const stood = await shown(26);
  await press(page, "F2");
  await while_unshown(page, async () => {
    await page.keyboard.press("Shift+Tab");
    await page.waitForFunction(() => document.activeElement.dataset.id?.endsWith("/mh-26/result"));
    await page.keyboard.type("Xong");
  });
  await settled(page);
  assert.equal(await cell_editor(page, 26, "Kết quả triển khai").inputValue(), "Xong");
  await press(page, "Enter");
  assert.equal(await shown(26), stood);
});

test("keys of the program wait for what was typed before them", async (t) => {
  const { page, shown } = await start(t);
  const stood = await shown(27);
  await at_once(page, "một[Enter]hai[Control+z]");
  assert.deepEqual([await shown(26), await cell_editor(page, 27, Column).inputValue()], ["một", stood]);
  await press(page, "Escape");
  await at_once(page, "[ArrowDown]ba[Alt+1]");
  assert.equal(await page.getByRole("grid").count(), 0);
  await press(page, "Alt+2");
  await show_cell(page, 28, Column);
  assert.equal(await shown(28), "ba");
});

test("what a cell takes no text from is passed over, and the keys behind it go on", async (t) => {
  const { page } = await start(t);
  const state = cell(page, 26, "Trạng thái");
  const said = await state.textContent();
  await tap(cell(page, 26, "Kết quả triển khai"));
  await at_once(page, "[Shift+Tab]x[Tab]40[Enter]");
  assert.equal(await state.textContent(), said);
  assert.ok((await cell(page, 26, "Kết quả triển khai").textContent()).endsWith("40"));
});

test("typed behind Ctrl+K with the focus nowhere, it is searched for; no field is left behind", async (t) => {
  const { page } = await start(t);
  await press(page, "Control+G");
  await tap(page.getByRole("heading", { level: 1 }));
  await at_once(page, "[Control+k]mau 7");
  assert.equal(await page.getByRole("combobox", { name: "Tìm lệnh, mô hình, báo cáo, sổ…" }).inputValue(), "mau 7");
  await press(page, "Escape");
  assert.equal(await page.locator("#cell-editor").count(), 0);
});

test("letters behind a finger that goes on to another cell are written there", async (t) => {
  const { page, shown } = await start(t, 26, { hasTouch: true });
  await finger_tap(cell(page, 26, Column));
  await finger_tap(cell(page, 26, Column));
  assert.ok(await has_focus(cell_editor(page, 26, Column)));
  const stood = await shown(27);
  const touch = await finger(page);
  await while_busy(page, async () => {
    const { x, y } = await cell(page, 27, Column).boundingBox();
    await touch("touchStart", [{ x: x + 40, y: y + 10 }]);
    await touch("touchEnd", []);
    await page.keyboard.type(" nữa");
  });
  await settled(page);
  assert.equal(await cell_editor(page, 27, Column).inputValue(), `${stood} nữa`);
});
