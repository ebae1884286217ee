// Unikey, EVKey and their kin on Windows: backspaces and characters that no key carries, at once and without any
// composition. The numbers are those of the typing tests in web-platform.md §7.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { press, tap, type } from "./house/hands.mjs";
import { input_method, telex } from "./house/input_method.mjs";
import { difficulties, open_sample_model } from "./house/places.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

/** The empty field, open. */
async function start(t) {
  const { context, errors } = await fresh_browser(t);
  t.after(() => assert.deepEqual(errors, []));
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  await tap(difficulties(page));
  await press(page, "Control+A");
  await press(page, "Delete");
  return page;
}

/** Types one word as Unikey has it, and does not wait for anything between the keys. */
async function type_word(page, method, keys) {
  for (const step of telex(keys)) {
    if (typeof step === "string") await page.keyboard.press(step);
    else await method.retype(...step);
  }
}

/** What the workbook has, seen after the page was loaded anew. */
async function stored(page) {
  await page.evaluate(() => document.activeElement.blur());
  await settled(page);
  await page.reload();
  await settled(page);
  return difficulties(page).inputValue();
}

test("a word typed with erasing and retyping stands once and whole", async (t) => { // 1
  const page = await start(t);
  const method = await input_method(page);
  await type_word(page, method, "tieengs");
  await method.end();
  assert.equal(await difficulties(page).inputValue(), "tiếng");
  assert.equal(await stored(page), "tiếng");
});

const Words = [
  ["trieenr", "triển"], ["khai", "khai"], ["ddeef", "đề"], ["asn", "án"], ["taji", "tại"], ["tirnh", "tỉnh"],
  ["quangr", "quảng"], ["ngaix", "ngãi"], ["nhaapj", "nhập"], ["duwx", "dữ"], ["lieeuj", "liệu"], ["quoocs", "quốc"],
  ["gia", "gia"], ["veef", "về"], ["daan", "dân"], ["cuw", "cư"], ["nguwowif", "người"], ["ddawng", "đăng"],
  ["kys", "ký"], ["truwowcs", "trước"], ["ngayf", "ngày"], ["thangs", "tháng"], ["vawn", "văn"], ["banr", "bản"],
  ["soos", "số"], ["baos", "báo"], ["caos", "cáo"], ["hieeuj", "hiệu"], ["phucj", "phục"], ["vuj", "vụ"],
  ["coong", "công"], ["ddoongf", "đồng"], ["dduwowcj", "được"], ["hoaf", "hòa"], ["mangj", "mạng"], ["khoong", "không"],
  ["nghieepj", "nghiệp"], ["thoongs", "thống"], ["nhaats", "nhất"], ["xaf", "xà"],
];

test("two hundred words without a pause lose and double no letter", async (t) => { // 2
  const page = await start(t);
  const method = await input_method(page);
  for (let round = 0; round < 5; round += 1) {
    for (const [keys] of Words) {
      await type_word(page, method, keys);
      await page.keyboard.press("Space");
    }
  }
  await method.end();
  const expected = Array(5).fill(Words.map(([, word]) => word).join(" ")).join(" ");
  assert.equal(await difficulties(page).inputValue(), `${expected} `);
  assert.equal(await stored(page), expected);
});

test("the narrow space that some send before their backspaces leaves nothing behind", async (t) => { // 3
  const page = await start(t);
  const method = await input_method(page);
  await page.keyboard.press("d");
  await method.retype(0, "\u202f");
  await method.retype(2, "đ");
  await method.end();
  assert.equal(await difficulties(page).inputValue(), "đ");
  assert.equal(await stored(page), "đ");
});

test("in the middle of a word and before text only what was meant changes", async (t) => { // 4
  const page = await start(t);
  await type(page, "dich vu cong");
  for (let i = 0; i < " vu cong".length; i += 1) await press(page, "ArrowLeft");
  for (let i = 0; i < "ch".length; i += 1) await press(page, "ArrowLeft");
  const method = await input_method(page);
  await method.retype(1, "ị"); // dich → dịch, with the caret inside the word
  await method.end();
  await press(page, "Home");
  const other = await input_method(page);
  await page.keyboard.press("c");
  await page.keyboard.press("a");
  await other.retype(1, "á");
  await page.keyboard.press("c");
  await page.keyboard.press("Space");
  await other.end();
  assert.equal(await difficulties(page).inputValue(), "các dịch vu cong");
  assert.equal(await stored(page), "các dịch vu cong");
});
