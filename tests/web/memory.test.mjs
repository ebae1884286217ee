// A browser that keeps nothing (here: the page opened as a file): several workbooks live side by side for
// as long as the page is open, and nobody leaves it unasked while something is in no file.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { fresh_browser, open_page } from "./house/browser.mjs";
import { open_file, save_file } from "./house/files.mjs";
import { open_model, press, tab_to, tap, type } from "./house/hands.mjs";
import { button, difficulties, open_sample } from "./house/places.mjs";
import { Root, Site } from "./house/site.mjs";

const Address = pathToFileURL(join(Site, "so06.html")).href;
const Sample = "DA06_SKHCN-QNg_Phuluc04_2025-07_v1.so06.json";
const sample = { name: Sample, bytes: await readFile(join(Root, "data", "samples", Sample)) };

/** Tall enough that the whole desk is in sight. */
async function fresh_page(t) {
  const { context, errors } = await fresh_browser(t, { viewport: { width: 1366, height: 1400 } });
  return { errors, page: await open_page(context, Address) };
}

const cards = (page) => page.getByRole("button", { name: /Lưu tệp báo cáo/ });
const save_button = (page) => page.getByRole("banner").getByRole("button", { name: "Lưu tệp" });

/** The person's own workbook: the sample's report with words of theirs. */
async function work_in_own(page, words) {
  await open_file(page, sample, () => press(page, "Control+O"));
  await tap(button(page, "Lấy vào sổ"));
  await open_model(page, "lgsp", 26);
  await tap(difficulties(page));
  await press(page, "Control+A");
  await type(page, words);
  await press(page, "Alt+1");
}

async function words_of_own(page) {
  assert.equal(await cards(page).count(), 1);
  await tap(button(page, /^Sở Khoa học và Công nghệ/));
  await open_model(page, "lgsp", 26);
  const words = await difficulties(page).inputValue();
  await press(page, "Alt+1");
  return words;
}

test("the sample and a new workbook leave the person's own as it is, and it is opened again", async (t) => {
  const { page, errors } = await fresh_page(t);
  await work_in_own(page, "của tôi, chưa lưu ra tệp");

  await open_sample(page);
  await page.getByText(/Sổ mẫu để dùng thử/).first().waitFor({ state: "attached" });
  await open_model(page, "lgsp", 26);
  const shipped = await difficulties(page).inputValue();
  await tap(difficulties(page));
  await type(page, "thử");
  await tap(button(page, "Làm lại từ đầu"));
  await open_model(page, "lgsp", 26);
  assert.equal(await difficulties(page).inputValue(), shipped);
  await tap(button(page, "Về sổ của tôi"));
  assert.equal(await words_of_own(page), "của tôi, chưa lưu ra tệp");

  await tap(button(page, "Tạo sổ mới"));
  const name = page.getByRole("textbox", { name: "Tên sổ đang mở" });
  await tap(name);
  await press(page, "Control+A");
  await type(page, "Sổ năm 2025");
  await press(page, "Enter");
  assert.equal(await cards(page).count(), 0);
  await tap(button(page, /^Mở sổ .*Sổ của tôi/));
  assert.equal(await words_of_own(page), "của tôi, chưa lưu ra tệp");

  await tap(button(page, /^Xóa sổ .*Sổ năm 2025/));
  await tap(page.getByRole("dialog").getByRole("button", { name: "Xóa sổ" }));
  assert.equal(await button(page, /^Mở sổ .*Sổ năm 2025/).count(), 0);
  assert.deepEqual(errors, []);
});

/** Tries to close the page; whoever is asked stays. */
async function asks_before_leaving(page) {
  const first = Promise.race([page.waitForEvent("dialog"), page.waitForEvent("close")]);
  await page.close({ runBeforeUnload: true });
  const what = await first;
  if (typeof what.dismiss !== "function") return false;
  assert.equal(what.type(), "beforeunload");
  await what.dismiss();
  return true;
}

test("leaving is asked about while something is in no file: changed by key, changed since the file", async (t) => {
  const { page, errors } = await fresh_page(t);
  await open_file(page, sample, () => press(page, "Control+O"));
  await tap(button(page, "Lấy vào sổ"));
  await open_model(page, "lgsp", 26);
  await tab_to(page.getByRole("radio", { name: "Đã triển khai" }));
  await press(page, "Space");
  assert.equal(await asks_before_leaving(page), true);

  await save_file(page, () => tap(save_button(page)));
  assert.equal(await asks_before_leaving(page), true, "who knows whether the download was let finish");
  await tap(button(page, "Đã có tệp"));
  await press(page, "Control+Z");
  assert.equal(await asks_before_leaving(page), true);

  await press(page, "Control+Y");
  assert.equal(await asks_before_leaving(page), false, "the file holds it all");
  assert.deepEqual(errors, []);
});
