// Files that people really send: each that cannot be opened is refused with a sentence of its own, in
// both languages, and nothing in the workbook changes.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { new_profile, open_context, open_page } from "./house/browser.mjs";
import { open_file } from "./house/files.mjs";
import { press, tap } from "./house/hands.mjs";
import { serve } from "./house/site.mjs";

const sample = await readFile(
  new URL("../../data/samples/DA06_SKHCN-QNg_Phuluc04_2025-07_v1.so06.json", import.meta.url), "utf8");

/** What a person does wrong, and what must be said of it: words of the two sentences. */
const Refused = [
  { name: "ghi-chu.txt", bytes: "Kính gửi anh Ba", vi: /không phải dữ liệu JSON/, en: /not JSON/i },
  { name: "package.json", bytes: '{"name":"x","version":"1.0.0"}', vi: /JSON của chương trình khác/, en: /another program/i },
  { name: "moi.so06.json", bytes: sample.replace('"version": 1', '"version": 9'), vi: /mới hơn.*định dạng 9/s, en: /newer/i },
  { name: "thieu.so06.json", bytes: sample.slice(0, sample.length / 2), vi: /thiếu phần cuối/, en: /cut|end of/i },
  { name: "sau.so06.json", bytes: `{"format":"so06","x":${"[".repeat(1000)}${"]".repeat(1000)}}`, vi: /lồng nhau quá 64 cấp/, en: /64/ },
  { name: "lon.so06.json", bytes: larger_than_allowed(), vi: /70 MB, vượt giới hạn 64 MB/, en: /70 MB, above the limit of 64 MB/ },
];

function larger_than_allowed() {
  const report = Buffer.from(sample);
  return Buffer.concat([report, Buffer.alloc(70 * 1024 * 1024 - report.length, " ")]);
}

/** Three reports, the one in the middle damaged the way an editor damages a file. */
function broken_in_the_middle() {
  const whole = JSON.parse(sample);
  const other = (period) => {
    const report = structuredClone(whole.reports[0]);
    for (const place of [report.key, report.versions[0].content.key]) place.period = period;
    return report;
  };
  const marker = '"so06-middle"';
  whole.reports = [whole.reports[0], "so06-middle", other("2025-09")];
  const middle = JSON.stringify(other("2025-08")).replace('"versions":', '"versions";');
  return JSON.stringify(whole).replace(marker, middle);
}

function wrong_types_in_one_entry() {
  const whole = JSON.parse(sample);
  whole.reports[0].versions[0].content.entries[2].cells = "không phải ô";
  return JSON.stringify(whole);
}

let site;
let profile;
let browser;
let page;

before(async () => {
  site = await serve();
  profile = await new_profile();
  browser = await open_context(profile);
  page = await open_page(browser.context, site.address);
});
after(async () => {
  await browser.context.close();
  await profile.remove();
  await site.close();
});

const open = (file) => open_file(page, file, () => press(page, "Control+O"));
const said = (words) => page.locator("#ax").getByText(words).first();

async function speak(title) {
  await tap(page.getByRole("button", { name: /Ngôn ngữ|Language/ }));
  await tap(page.getByRole("menuitem", { name: title }).or(page.getByRole("option", { name: title })).or(page.getByRole("menuitemradio", { name: title })));
}

for (const file of Refused) {
  test(`${file.name} is refused with a sentence of its own, in both languages`, async () => {
    await open(file);
    await said(file.vi).waitFor({ state: "attached" });
    await speak("English");
    await open(file);
    await said(file.en).waitFor({ state: "attached" });
    await speak("Tiếng Việt");
    await page.getByText("Chưa có báo cáo nào").first().waitFor({ state: "attached" });
  });
}

test("one broken report of three: the others open, the broken one is named, in both languages", async () => {
  const file = { name: "ba.so06.json", bytes: broken_in_the_middle() };
  await speak("English");
  await open(file);
  await said(/^Report 2 in the file \(.*Quảng Ngãi\) has an error in line 1,/).waitFor({ state: "attached" });
  await tap(page.getByRole("button", { name: "Leave it" }));
  await speak("Tiếng Việt");
  await open(file);
  await said(/^Báo cáo thứ 2 trong tệp \(.*Quảng Ngãi\) bị lỗi ở dòng 1,/).waitFor({ state: "attached" });
  await tap(page.getByRole("button", { name: "Lấy vào sổ" }));
  await press(page, "Alt+1");
  assert.equal(await page.getByRole("button", { name: /Lưu tệp báo cáo/ }).count(), 2);
});

test("wrong types in one entry cost that entry and nothing else, in both languages", async () => {
  const file = { name: "sai-kieu.so06.json", bytes: wrong_types_in_one_entry() };
  await speak("English");
  await open(file);
  await said(/^What the file says at mô hình 3 has a wrong type/).waitFor({ state: "attached" });
  await tap(page.getByRole("button", { name: "Leave it" }));
  await speak("Tiếng Việt");
  await open(file);
  await said(/^Nội dung của mô hình 3 ghi sai kiểu dữ liệu/).waitFor({ state: "attached" });
  await tap(page.getByRole("button", { name: "Bỏ qua" }));
  assert.equal(await page.getByRole("button", { name: /Lưu tệp báo cáo/ }).count(), 2);
  assert.deepEqual(browser.errors, []);
});
