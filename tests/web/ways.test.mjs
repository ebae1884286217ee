// Ways of the machine and of the person: wheels that count in lines or pages, the browser's own zoom, forced colours, dark, and
// dialogs that keep the focus and give it back. The numbers are those of web-platform.md §7.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { can_be_busy, while_busy } from "./house/busy.mjs";
import { drop_file, save_file } from "./house/files.mjs";
import { has_focus, paste, press, refuse_copies, scroll_to, tap, type } from "./house/hands.mjs";
import { pixels_of } from "./house/ink.mjs";
import { button, cell, cell_editor, difficulties, open_sample, open_sample_model, show_cell } from "./house/places.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

async function start(t, options) {
  const { context, errors } = await fresh_browser(t, options);
  t.after(() => assert.deepEqual(errors, []));
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  return page;
}

test("a wheel scrolls by pixels, lines or pages as it counts; with Ctrl it is the browser's", async (t) => { // 42
  const page = await start(t);
  const place = async () => (await difficulties(page).boundingBox()).y;
  const { x, y } = await page.getByRole("form").boundingBox();
  /** Playwright's wheel knows only pixels. */
  const roll = async (deltaY, deltaMode, ctrlKey = false) => {
    const taken = await page.evaluate(([at, init]) => {
      const event = new WheelEvent("wheel", { bubbles: true, cancelable: true, clientX: at[0], clientY: at[1], ...init });
      document.querySelector("canvas").dispatchEvent(event);
      return event.defaultPrevented;
    }, [[x + 200, y + 200], { deltaY, deltaMode, ctrlKey }]);
    await settled(page);
    return taken;
  };
  const top = await place();
  assert.equal(await roll(30, WheelMode.Pixel), true);
  assert.equal(await place(), top - 30);
  await roll(-30, WheelMode.Pixel);
  await roll(2, WheelMode.Line);
  assert.equal(await place(), top - 40); // 20 px a line
  await roll(-2, WheelMode.Line);
  await roll(1, WheelMode.Page);
  assert.ok(await place() < top - 150, "a page is more than a few lines");
  await roll(-1, WheelMode.Page);
  assert.equal(await roll(30, WheelMode.Pixel, true), false);
  assert.equal(await place(), top);
});
const WheelMode = { Pixel: 0, Line: 1, Page: 2 };

/** The colour between two fields of the form, "r,g,b". */
async function ground(page) {
  await settled(page);
  const box = await difficulties(page).boundingBox();
  const { data } = await pixels_of(page, { x: box.x - 12, y: box.y + 10, width: 4, height: 4 });
  return `${data[0]},${data[1]},${data[2]}`;
}

test("the looks follow the system: light, dark, more contrast, forced colours, and back", async (t) => { // 51
  const page = await start(t);
  const Light = "244,246,248";
  assert.equal(await ground(page), Light);
  await page.emulateMedia({ colorScheme: "dark" });
  assert.equal(await ground(page), "17,22,28");
  await page.emulateMedia({ colorScheme: "light", contrast: "more" });
  assert.equal(await ground(page), "0,0,0");
  await page.emulateMedia({ contrast: "no-preference", forcedColors: "active" });
  assert.equal(await ground(page), "0,0,0");
  await tap(difficulties(page));
  const { color, background } = await difficulties(page).evaluate((field) => {
    const { color: ink, backgroundColor } = getComputedStyle(field);
    return { color: ink, background: backgroundColor };
  });
  assert.deepEqual([color, background], ["rgb(255, 255, 255)", "rgb(0, 0, 0)"], "the editor has the picture's colours");
  await page.emulateMedia({ forcedColors: "none" });
  assert.equal(await ground(page), Light);
});

test("what is typed on and on is seen where it is typed: at the foot of the form, and in a cell that outgrows the table", async (t) => {
  const page = await start(t, { viewport: { width: 1366, height: 620 } });
  const lines = async (count) => { for (let line = 0; line < count; line += 1) await type(page, "\nmột dòng nữa"); };
  const seen = async (field, pane) => {
    const [box, around] = [await field.boundingBox(), await pane.boundingBox()];
    return { top: box.y - around.y, foot: around.y + around.height - box.y - box.height };
  };
  const form = page.getByRole("form");
  await scroll_to(difficulties(page), form);
  await tap(difficulties(page));
  await press(page, "Control+End");
  await lines(25);
  let { top, foot } = await seen(difficulties(page), form);
  assert.ok(foot >= 0 && top < 0, `the form: ${top}, ${foot}`);
  await press(page, "Control+Home");
  ({ top, foot } = await seen(difficulties(page), form));
  assert.ok(top >= 0 && foot < 0, `the form's first line: ${top}, ${foot}`);

  const table = page.getByRole("rowgroup");
  await show_cell(page, 26, Difficulties);
  await tap(cell(page, 26, Difficulties));
  await press(page, "F2");
  await press(page, "Control+End");
  for (let line = 0; line < 15; line += 1) {
    await press(page, "Alt+Enter");
    await type(page, "một dòng nữa");
  }
  const editor = cell_editor(page, 26, Difficulties);
  ({ top, foot } = await seen(editor, table));
  assert.ok(foot >= 0 && top < 0, `the table: ${top}, ${foot}`);
  await press(page, "Control+Home");
  ({ top, foot } = await seen(editor, table));
  assert.ok(top >= 0 && foot < 0, `the table's first line: ${top}, ${foot}`);
});

test("the ring of the focus has at least 3 to 1 on the page, in all looks", async (t) => {
  const page = await start(t);
  const luminance = (color) => color.match(/\d+/g).slice(0, 3).map((part) => Number(part) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  for (const looks of [{ colorScheme: "light" }, { colorScheme: "dark" }, { contrast: "more" }]) {
    await page.emulateMedia(looks);
    const under = luminance(await ground(page));
    for (const [place, part] of [[button(page, "Dùng chung với…"), "outlineColor"], [difficulties(page), "boxShadow"]]) {
      await tap(difficulties(page));
      await press(page, "Tab"); // by keys, so that what has the focus shows it
      await place.focus();
      await settled(page);
      const ring = luminance(await place.evaluate((element, name) => getComputedStyle(element)[name], part));
      const ratio = (Math.max(ring, under) + 0.05) / (Math.min(ring, under) + 0.05);
      assert.ok(ratio >= 3, `${JSON.stringify(looks)} ${part}: ${ratio}`);
    }
  }
});

const Difficulties = "Khó khăn, vướng mắc";

/** Every dialog an officer can open here, and how; where the focus is to be again when it is closed. */
const Dialogs = [
  ["Dùng chung với…", (page) => tap(button(page, "Dùng chung với…")), (page) => button(page, "Dùng chung với…")],
  ["Tìm và lệnh", (page) => press(page, "Control+K"), difficulties],
  ["Phím tắt", (page) => press(page, "F1"), difficulties],
  ["Tạo báo cáo", async (page) => {
    await press(page, "Alt+1");
    await tap(button(page, "Tạo báo cáo…"));
  }, (page) => button(page, "Tạo báo cáo…")],
  ["Người lập báo cáo", async (page) => {
    await press(page, "Control+K"); // out of one dialog into the other, and back past both
    await type(page, "Ghi tên");
    await press(page, "Enter");
  }, difficulties],
  ["Xóa cả sổ?", async (page) => {
    await press(page, "Alt+1");
    await tap(button(page, /^Xóa sổ/));
  }, (page) => button(page, /^Xóa sổ/)],
  ["Dán bảng", async (page) => {
    await show_cell(page, 26, Difficulties);
    await tap(cell(page, 26, Difficulties));
    await paste(page, "một\thai");
  }, (page) => cell(page, 26, Difficulties)],
  ["Mở tệp", async (page) => {
    const file = await save_file(page, () => press(page, "Control+S"));
    await tap(difficulties(page));
    await drop_file(page, file.name, file.bytes.toString());
  }, difficulties],
  ["Sao chép bằng tay", async (page) => {
    await refuse_copies(page);
    await save_file(page, () => press(page, "Control+S"));
    await tap(button(page, "Sao chép lời gửi"));
    await page.getByRole("dialog").waitFor({ state: "attached" });
    await settled(page);
  }, (page) => button(page, "Sao chép lời gửi")],
];

for (const [name, open, opener] of Dialogs) {
  test(`the dialog “${name}” has the focus, keeps Tab inside, closes with Escape and gives the focus back`, async (t) => { // 68
    const page = await start(t);
    await tap(difficulties(page));
    await open(page);
    const dialog = page.getByRole("dialog");
    assert.equal(await dialog.count(), 1);
    const place = () => dialog.evaluate((element) => (element.contains(document.activeElement) ? "inside"
      : document.activeElement === document.body ? "the browser's own" : document.activeElement.outerHTML));
    assert.equal(await place(), "inside");
    // As with every modal dialog of the web, Tab leads from the last stop to the browser's own controls, and on to the first.
    let before = "inside";
    for (let step = 0; step < 40; step += 1) {
      await press(page, step % 7 === 6 ? "Shift+Tab" : "Tab");
      const now = await place();
      assert.ok(now === "inside" || (now === "the browser's own" && before === "inside"), `step ${step}: ${now} after ${before}`);
      before = now;
    }
    // A press beside it neither closes it nor reaches what lies beneath.
    await page.mouse.click(20, 400);
    assert.equal(await dialog.count(), 1);
    await press(page, "Escape");
    assert.equal(await dialog.count(), 0);
    assert.ok(await has_focus(opener(page)));
  });
}

test("Escape takes back what was typed in a field of a dialog; with nothing typed it closes the dialog", async (t) => {
  const page = await start(t);
  await press(page, "Alt+1");
  await tap(button(page, "Tạo báo cáo…"));
  const dialog = page.getByRole("dialog", { name: "Tạo báo cáo" });
  const unit = dialog.getByRole("textbox", { name: "Đơn vị báo cáo" });
  await tap(unit);
  await type(page, "xã");
  await press(page, "Escape");
  assert.equal(await unit.inputValue(), "");
  assert.equal(await dialog.count(), 1);
  await tap(unit);
  await press(page, "Escape");
  assert.equal(await dialog.count(), 0);
});

test("a selection in a field that ends outside of the window leaves no button down", async (t) => {
  const page = await start(t);
  await tap(difficulties(page));
  await page.mouse.down();
  await page.evaluate(() => window.addEventListener("pointerup", (event) => event.stopImmediatePropagation(), { capture: true, once: true }));
  await page.mouse.up();
  await tap(page.getByRole("radio", { name: "Đang triển khai" }));
  assert.equal(await page.getByRole("radio", { name: "Đang triển khai" }).getAttribute("aria-checked"), "true");
});

test("Ctrl+O asks for a file also where no button of it has room", async (t) => {
  const { context, errors } = await fresh_browser(t, { viewport: { width: 640, height: 400 }, scale: 2 });
  const page = await open_page(context, site.address);
  await open_sample(page);
  const asked = page.waitForEvent("filechooser");
  await page.keyboard.press("Control+O");
  assert.equal((await asked).isMultiple(), true);
  assert.deepEqual(errors, []);
});

test("what is copied by a button is there at once, also while the program is busy for a long time", async (t) => { // 30
  const { context, errors } = await fresh_browser(t);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await can_be_busy(context);
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  await save_file(page, () => press(page, "Control+S"));
  const copy = page.getByRole("button", { name: "Sao chép lời gửi" });
  await copy.waitFor({ state: "attached" });
  await settled(page);
  const box = await copy.boundingBox();
  await while_busy(page, async () => {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes("tháng 7/2025"));
  });
  await settled(page);
  await page.getByText("Đã sao chép lời gửi").first().waitFor({ state: "attached" });
  assert.deepEqual(errors, []);
});

test("the tree of units is one stop of Tab; arrows walk it, open and close it, and Enter chooses", async (t) => {
  const page = await start(t);
  await press(page, "Alt+1");
  await tap(button(page, "Tạo báo cáo…"));
  const tree = page.getByRole("tree", { name: "Đơn vị có trong danh mục" });
  const item = (name) => tree.getByRole("treeitem", { name, exact: true });
  const committee = item("Ủy ban nhân dân tỉnh Quảng Ngãi");
  await press(page, "Tab");
  assert.ok(await has_focus(item("Tỉnh Quảng Ngãi")));
  await press(page, "ArrowDown");
  assert.ok(await has_focus(committee));
  assert.equal(await committee.getAttribute("aria-level"), "2");
  assert.equal(await committee.getAttribute("aria-expanded"), "false");
  await press(page, "ArrowRight");
  assert.equal(await committee.getAttribute("aria-expanded"), "true");
  await press(page, "ArrowDown");
  await press(page, "ArrowLeft");
  assert.ok(await has_focus(committee), "the arrow to the left leads up");
  await press(page, "Tab");
  assert.equal(await tree.evaluate((element) => element.contains(document.activeElement)), false);
  await press(page, "Shift+Tab");
  assert.ok(await has_focus(committee));
  await press(page, "Enter");
  assert.equal(await page.getByRole("textbox", { name: "Đơn vị báo cáo" }).inputValue(), "Ủy ban nhân dân tỉnh Quảng Ngãi");
  assert.ok(await has_focus(page.getByRole("combobox", { name: "Biểu mẫu" })), "the next question has the focus");
});

test("Tab goes on from where was pressed: a chip, that arrows lead from too, or what takes no focus", async (t) => {
  const page = await start(t);
  const pilot = page.getByRole("radio", { name: "Thí điểm" });
  await tap(pilot);
  assert.ok(await has_focus(pilot));
  await press(page, "Tab");
  assert.ok(await has_focus(page.getByRole("textbox", { name: "Kết quả triển khai" })));
  await tap(difficulties(page));
  await tap(page.getByRole("heading", { level: 1 }));
  assert.ok(await page.evaluate(() => document.activeElement === document.body));
  await press(page, "Tab");
  assert.ok(await has_focus(pilot));
});
