// The module traps, hangs or its worker is ended while a person types: the text is there afterwards, the
// field is open again, and nothing that was stored is lost, also where the browser keeps nothing.
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { fresh_browser, settled } from "./house/browser.mjs";
import { make_deaf, trap, trap_until } from "./house/faults.mjs";
import { save_file } from "./house/files.mjs";
import { has_focus, open_model, paste, press, tap, type } from "./house/hands.mjs";
import { button, cell_editor, difficulties, open_sample_model } from "./house/places.mjs";
import { serve, Site } from "./house/site.mjs";

/** From a file there is no storage on the machine. */
const File = pathToFileURL(join(Site, "so06.html")).href;

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());


async function start(t, address) {
  const { context, errors } = await fresh_browser(t);
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(address);
  await settled(page);
  await open_sample_model(page);
  // What the page says of the fault itself is no error of this test.
  const others = () => errors.filter((error) => !error.message.startsWith("console: so06:"));
  return { page, others };
}

const Ends = {
  "the module traps": trap,
  "the worker is gone without a word": async (page) => {
    await page.workers()[0].evaluate(() => self.close());
    await page.clock.fastForward(16_000);
    await page.clock.fastForward(31_000);
  },
};

async function end_worker(page, how) {
  const old = page.workers()[0];
  const gone = new Promise((done) => { old.on("close", done); });
  await Ends[how](page);
  await gone;
  await page.waitForFunction(() => globalThis.so06 !== undefined);
  await settled(page);
}

for (const [where, address] of [["on the disk", () => site.address], ["in memory", () => File]]) {
  for (const how of Object.keys(Ends)) {
    test(`${how}, the workbook ${where}: the field is open again with what was typed`, async (t) => {
      const { page, others } = await start(t, address());
      await tap(difficulties(page));
      await press(page, "Control+A");
      await paste(page, "📱 đã lưu 🏠");
      await press(page, "Tab"); // it is stored
      await tap(difficulties(page));
      await press(page, "Control+End");
      await press(page, "ArrowLeft"); // before the house, where the caret is to be again
      await make_deaf(page);
      await page.keyboard.type("và chưa lưu ");
      await end_worker(page, how);
      await difficulties(page).waitFor({ state: "attached" });
      await settled(page);
      assert.equal(await difficulties(page).inputValue(), "📱 đã lưu và chưa lưu 🏠");
      assert.equal(await has_focus(difficulties(page)), true);
      await type(page, "gõ tiếp ");
      await press(page, "Alt+1");
      await tap(button(page, /^Sở Khoa học và Công nghệ/));
      await open_model(page, "lgsp", 26);
      assert.equal(await difficulties(page).inputValue(), "📱 đã lưu và chưa lưu gõ tiếp 🏠");
      assert.deepEqual(others(), []);
    });
  }
}

test("the module traps while a cell of the table is typed in: the cell has the text and is open again", async (t) => {
  const { page, others } = await start(t, site.address);
  await press(page, "Control+G");
  const cell = page.getByRole("gridcell", { name: "Mô hình 26, Khó khăn, vướng mắc" });
  await tap(cell);
  await press(page, "F2");
  await press(page, "Control+A");
  await make_deaf(page);
  await page.keyboard.type("trong ô, chưa lưu");
  await end_worker(page, "the module traps");
  const editor = cell_editor(page, 26, "Khó khăn, vướng mắc");
  await editor.waitFor({ state: "attached" });
  await settled(page);
  assert.equal(await editor.inputValue(), "trong ô, chưa lưu");
  assert.equal(await has_focus(editor), true);
  await press(page, "Control+Enter");
  await page.reload();
  await settled(page);
  assert.match(await cell.textContent(), /trong ô, chưa lưu/);
  assert.deepEqual(others(), []);
});

test("a field that was left is stored too, though the module heard nothing of it", async (t) => {
  const { page, others } = await start(t, site.address);
  await tap(difficulties(page));
  await press(page, "Control+A");
  await make_deaf(page);
  await page.keyboard.type("đã rời, chưa lưu");
  await page.keyboard.press("Tab");
  await end_worker(page, "the module traps");
  await page.reload();
  await settled(page);
  assert.equal(await difficulties(page).inputValue(), "đã rời, chưa lưu");
  assert.deepEqual(others(), []);
});

test("the module traps between two cells: what was typed for the next one is shown, to be kept by hand", async (t) => {
  const { page, others } = await start(t, site.address);
  await press(page, "Control+G");
  await tap(page.getByRole("gridcell", { name: "Mô hình 26, Khó khăn, vướng mắc" }));
  await press(page, "F2");
  await make_deaf(page);
  await page.keyboard.press("Enter");
  await page.keyboard.type("cho ô sau");
  await end_worker(page, "the module traps");
  await page.clock.fastForward(10_000);
  const sheet = page.getByRole("alertdialog", { name: "Sổ 06 gặp lỗi và phải dừng lại" });
  await sheet.waitFor();
  assert.match(await sheet.getByRole("textbox").inputValue(), /cho ô sau/);
  assert.deepEqual(others(), []);
});

test("a second fault at once is said, a copy can be saved, and one can go on", async (t) => {
  const { page, others } = await start(t, File);
  for (const words of ["một", "hai"]) {
    await tap(difficulties(page));
    await press(page, "Control+A");
    await make_deaf(page);
    await page.keyboard.type(words);
    await end_worker_at_once(page);
  }
  const sheet = page.getByRole("alertdialog", { name: "Sổ 06 gặp lỗi và phải dừng lại" });
  await sheet.waitFor();
  assert.equal(await sheet.getByRole("textbox").inputValue(), "hai");
  const coming = page.waitForEvent("download");
  await sheet.getByRole("button", { name: "Lưu bản sao" }).click();
  const copy = await coming;
  assert.match(copy.suggestedFilename(), /\.so06$/);
  await sheet.getByText("Đã chuyển bản sao của sổ cho trình duyệt tải xuống").waitFor();
  await sheet.getByRole("button", { name: "Làm tiếp" }).click();
  await sheet.waitFor({ state: "hidden" });
  await difficulties(page).waitFor({ state: "attached" });
  await settled(page);
  assert.equal(await difficulties(page).inputValue(), "hai");
  const file = await save_file(page, () => press(page, "Control+S"));
  assert.match(file.bytes.toString(), /"hai"/);
  assert.deepEqual(others(), []);
});

async function end_worker_at_once(page) {
  const sheet = page.getByRole("alertdialog");
  await trap_until(page, difficulties(page).or(sheet));
  if (!(await sheet.isVisible())) await settled(page);
}
