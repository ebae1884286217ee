// Several workbooks in one browser, each with what is its own; the sample's is thrown away; a whole
// workbook goes into one file and comes back out of it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { open_file, save_file } from "./house/files.mjs";
import { open_model, press, tap, type } from "./house/hands.mjs";
import { button, open_sample, open_sample_model } from "./house/places.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

/** Tall enough that the whole desk is in sight. */
async function fresh_page(t) {
  const { context, errors } = await fresh_browser(t, { viewport: { width: 1366, height: 1400 } });
  return { context, errors, page: await open_page(context, site.address) };
}

const cards = (page) => page.getByRole("button", { name: /Lưu tệp báo cáo/ });
const name_field = (page) => page.getByRole("textbox", { name: "Tên sổ đang mở" });

test("a workbook is made, named, left, opened again and deleted; the others keep what they hold", async (t) => {
  const { page, errors } = await fresh_page(t);
  await open_sample(page);
  const file = await save_file(page, () => tap(page.getByRole("banner").getByRole("button", { name: "Lưu tệp" })));
  await tap(button(page, "Về sổ của tôi"));
  await page.getByText("Chưa có báo cáo nào").first().waitFor({ state: "attached" });

  await tap(button(page, "Tạo sổ mới"));
  await tap(name_field(page));
  await press(page, "Control+A");
  await type(page, "Sổ năm 2025");
  await press(page, "Enter");
  await open_file(page, file, () => press(page, "Control+O"));
  await tap(button(page, "Lấy vào sổ"));
  await press(page, "Alt+1");
  assert.equal(await cards(page).count(), 1);

  await page.reload();
  await settled(page);
  assert.equal(await name_field(page).inputValue(), "Sổ năm 2025");
  assert.equal(await cards(page).count(), 1);

  await tap(button(page, /^Mở sổ .*Sổ của tôi/));
  await page.getByText("Chưa có báo cáo nào").first().waitFor({ state: "attached" });
  await tap(button(page, /^Mở sổ .*Sổ năm 2025/));
  assert.equal(await cards(page).count(), 1);

  await tap(button(page, /^Mở sổ .*Sổ của tôi/));
  await tap(button(page, /^Xóa sổ .*Sổ năm 2025/));
  await tap(page.getByRole("dialog").or(page.getByRole("alertdialog")).getByRole("button", { name: "Xóa sổ" }));
  assert.equal(await button(page, /^Mở sổ .*Sổ năm 2025/).count(), 0);
  assert.deepEqual(errors, []);
});

test("a whole workbook is one file, and the same reports come out of it elsewhere", async (t) => {
  const { page, errors } = await fresh_page(t);
  await open_sample_model(page);
  const difficulties = page.getByRole("textbox", { name: "Khó khăn, vướng mắc" });
  const words = await difficulties.inputValue();
  await press(page, "Alt+1");
  const file = await save_file(page, () => tap(button(page, /^Lưu cả sổ/)));
  assert.match(file.name, /\.so06$/);
  assert.equal(file.bytes.subarray(0, 2).toString(), "PK");

  const other = await fresh_page(t);
  await open_file(other.page, file, () => press(other.page, "Control+O"));
  await tap(button(other.page, "Lấy vào sổ"));
  await open_model(other.page, "lgsp", 26);
  assert.equal(await other.page.getByRole("textbox", { name: "Khó khăn, vướng mắc" }).inputValue(), words);
  assert.deepEqual([...errors, ...other.errors], []);
});

test("a workbook that another tab has open is not deleted, and a sentence says which and what to do", async (t) => {
  const { context, page, errors } = await fresh_page(t);
  await tap(button(page, "Tạo sổ mới"));
  const address = page.url();
  await tap(button(page, /^Mở sổ .*Sổ của tôi/));
  const second = await open_page(context, address);
  const remove = async () => {
    await tap(button(page, /^Xóa sổ .*Sổ mới/));
    await tap(page.getByRole("dialog").getByRole("button", { name: "Xóa sổ" }));
  };
  await remove();
  await page.getByText("Chưa xóa được sổ “Sổ mới” vì sổ đang mở ở tab khác").first().waitFor({ state: "attached" });
  assert.equal(await button(page, /^Mở sổ .*Sổ mới/).count(), 1);
  assert.equal(await name_field(second).inputValue(), "Sổ mới");
  await second.close();
  await remove();
  await button(page, /^Mở sổ .*Sổ mới/).waitFor({ state: "detached" });
  assert.deepEqual(errors, []);
});

test("a second tab is offered the workbook and takes it over with everything that was typed", async (t) => {
  const { context, page, errors } = await fresh_page(t);
  await open_sample_model(page);
  await tap(page.getByRole("textbox", { name: "Khó khăn, vướng mắc" }));
  await press(page, "Control+A");
  await type(page, "đang gõ dở");
  const second = await open_page(context, page.url());
  await second.getByText("Sổ này đang mở ở tab khác").first().waitFor({ state: "attached" });
  await tap(button(second, "Dùng ở tab này"));
  assert.equal(await second.getByRole("textbox", { name: "Khó khăn, vướng mắc" }).inputValue(), "đang gõ dở");
  await page.getByText("Sổ đã chuyển sang tab khác").first().waitFor({ state: "attached" });
  assert.deepEqual(errors, []);
});
