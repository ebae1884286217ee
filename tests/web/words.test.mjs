// What the page says beside its pictures: the menus name themselves and what holds, a press on the
// button that copies is answered, and what a screen shows is there to be read.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { save_file } from "./house/files.mjs";
import { press, refuse_copies, tap } from "./house/hands.mjs";
import { open_sample } from "./house/places.mjs";
import { serve } from "./house/site.mjs";

const Counted = "Đã nhập 10/44 · 34 gạch ngang, chưa nêu lý do";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

async function start(t) {
  const { context, errors } = await fresh_browser(t);
  t.after(() => assert.deepEqual(errors, []));
  const page = await open_page(context, site.address);
  await open_sample(page);
  return { context, page };
}

const copy = (page) => page.getByRole("button", { name: "Sao chép lời gửi" });

test("the menu of languages is called so, and marks the one that holds", async (t) => {
  const { page } = await start(t);
  await tap(page.getByRole("button", { name: "Ngôn ngữ" }));
  const menu = page.getByRole("menu", { name: "Ngôn ngữ" });
  await menu.getByRole("menuitemradio", { name: "Tiếng Việt", checked: true }).waitFor({ state: "attached" });
  await tap(menu.getByRole("menuitemradio", { name: "English", checked: false }));
  await tap(page.getByRole("button", { name: "Language" }));
  await page.getByRole("menuitemradio", { name: "English", checked: true }).waitFor({ state: "attached" });
});

test("the words to send along are copied with the address of this page, and that is said", async (t) => {
  const { context, page } = await start(t);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await save_file(page, () => press(page, "Control+S"));
  await tap(copy(page));
  await page.getByText("Đã sao chép lời gửi").first().waitFor({ state: "attached" });
  const words = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(words, /kỳ tháng 7\/2025/);
  assert.ok(words.includes(`địa chỉ ${site.address}`), words);
});

test("where the browser refuses to copy, the words stand selected to be copied by hand", async (t) => {
  const { page } = await start(t);
  await refuse_copies(page);
  await save_file(page, () => press(page, "Control+S"));
  await tap(copy(page));
  const dialog = page.getByRole("dialog", { name: "Sao chép bằng tay" });
  const words = dialog.getByRole("textbox", { name: "Nội dung cần sao chép" });
  await words.waitFor({ state: "attached" });
  await settled(page);
  const selected = await words.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd));
  assert.match(selected, /kỳ tháng 7\/2025/);
  assert.equal(selected, await words.inputValue());
});

test("dashes are not counted as entered, and the card of a report says all that it shows", async (t) => {
  const { page } = await start(t);
  const bar = page.getByRole("progressbar", { name: "Tiến độ nhập" });
  assert.equal(await bar.getAttribute("aria-valuetext"), Counted);
  await press(page, "Alt+1");
  const card = page.getByRole("button", { name: new RegExp(`^Sở Khoa học và Công nghệ tỉnh Quảng Ngãi, .*${Counted}`) });
  assert.match(await card.getAttribute("aria-description"), /^Đã ban hành\. .*Mã đối chiếu E1Q-BFW$/);
});
