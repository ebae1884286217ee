// What every field owes to who types in it, in every browser: text composed as it is stored, offsets that count as the browser
// counts, its own undo, keys that switch input methods left alone, Tab in reading order, messages read once. The numbers are those of
// web-platform.md §7.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { settled } from "./house/browser.mjs";
import { in_each_browser } from "./house/each_browser.mjs";
import { drop_file } from "./house/files.mjs";
import { has_focus, paste, press, scroll_to, tap, type } from "./house/hands.mjs";
import { cell, cell_editors, difficulties, open_sample_model } from "./house/places.mjs";
import { listen, read } from "./house/screen_reader.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

const check = (name, body) => in_each_browser(name, () => site, async (page) => {
  await open_sample_model(page);
  await body(page);
});

async function stored(page) {
  await page.evaluate(() => document.activeElement.blur());
  await settled(page);
  await page.reload();
  await settled(page);
  return difficulties(page).inputValue();
}

check("text pasted in pieces (NFD) is stored composed, and shown as it is stored", async (page) => { // 15
  const words = "Đường truyền ở xã Ngọc Linh";
  await tap(difficulties(page));
  await press(page, "Control+A");
  await paste(page, words.normalize("NFD"));
  await press(page, "Tab");
  assert.equal(await difficulties(page).inputValue(), words);
  assert.equal(await stored(page), words);
});

check("what takes two places in the browser's count moves no caret: emoji before and behind what is typed", async (page) => { // 16
  await tap(difficulties(page));
  await press(page, "Control+A");
  await paste(page, "📱 xã 🏠");
  await press(page, "ArrowLeft"); // before the house
  await type(page, "Ba ");
  const at = await difficulties(page).evaluate((field) => [field.value, field.selectionStart, field.selectionEnd]);
  assert.deepEqual(at, ["📱 xã Ba 🏠", 9, 9]);
  await press(page, "Backspace");
  await press(page, "Home");
  await press(page, "Delete"); // the telephone goes whole
  assert.equal(await difficulties(page).inputValue(), " xã Ba🏠");
  await press(page, "Delete");
  assert.equal(await stored(page), "xã Ba🏠");
});

/** What the page says to its worker of texts from now on. */
const listen_to_texts = (page) => page.evaluate(() => {
  window.said = [];
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function heard(messages, ...given) {
    for (const message of [messages].flat()) if (message.k === "text") window.said.push(message.value);
    return postMessage.call(this, messages, ...given);
  };
});
const said_last = (page) => page.evaluate(() => window.said.at(-1));

check("Ctrl+Z and Ctrl+Y are the field's while it was changed, and the program knows each state", async (page) => { // 17
  const before = await difficulties(page).inputValue();
  await tap(difficulties(page));
  await press(page, "Control+End");
  await listen_to_texts(page);
  await type(page, " một");
  assert.equal(await difficulties(page).inputValue(), `${before} một`);
  for (let i = 0; i < 6; i += 1) await press(page, "Control+Z");
  assert.equal(await difficulties(page).inputValue(), before);
  assert.equal(await said_last(page), before);
  for (let i = 0; i < 6; i += 1) await press(page, "Control+Y");
  assert.equal(await difficulties(page).inputValue(), `${before} một`);
  assert.equal(await said_last(page), `${before} một`);
  assert.equal(await stored(page), `${before} một`);
  await press(page, "Control+Z"); // no field is open: the program's own
  assert.equal(await difficulties(page).inputValue(), before);
});

check("undo in one field takes nothing back in another, nor what was typed there in an earlier stay", async (page) => { // 17
  const results = page.getByRole("textbox", { name: "Kết quả triển khai" });
  const before = await results.inputValue();
  await tap(difficulties(page));
  await press(page, "Control+A");
  await type(page, "một "); // it is stored without the space: the field is written by the program once
  await tap(results);
  await press(page, "Control+End");
  await type(page, " hai");
  for (let i = 0; i < 6; i += 1) await press(page, "Control+Z");
  assert.equal(await results.inputValue(), before);
  assert.equal(await difficulties(page).inputValue(), "một");
  for (let i = 0; i < 6; i += 1) await press(page, "Control+Y");
  assert.equal(await results.inputValue(), `${before} hai`);
  await tap(difficulties(page));
  await press(page, "Control+End");
  await type(page, " ba");
  for (let i = 0; i < 6; i += 1) await press(page, "Control+Z");
  assert.equal(await difficulties(page).inputValue(), "một");
  for (let i = 0; i < 6; i += 1) await press(page, "Control+Y");
  assert.equal(await difficulties(page).inputValue(), "một ba");
  assert.equal(await results.inputValue(), `${before} hai`);
});

check("undone ten times in a field of one line and in one of many: no value but its own moves; ten times outside, all of it goes", async (page) => { // 17
  const source = page.getByRole("textbox", { name: "Nguồn" });
  const all = () => page.evaluate(() => [...document.querySelectorAll("[role=form] :is(input, textarea)")]
    .map((field) => [field.getAttribute("aria-label"), field.value]));
  const ten = async (chord) => { for (let i = 0; i < 10; i += 1) await press(page, chord); };
  const moved = async (before) => (await all()).filter(([, value], at) => value !== before[at][1]);
  const began = await all();
  assert.ok(began.length > 4);
  await tap(difficulties(page));
  await press(page, "Control+End");
  await type(page, " trên");
  await scroll_to(source, page.getByRole("form"));
  const above = await all();
  await tap(source);
  await type(page, "ngân sách tỉnh");
  assert.equal(await source.evaluate((field) => field.localName), "input");
  await ten("Control+Z");
  assert.deepEqual(await moved(above), []);
  await ten("Control+Y");
  assert.deepEqual(await moved(above), [["Nguồn, khoản 1", "ngân sách tỉnh"]]);
  const both = await all();
  await difficulties(page).evaluate((field) => field.focus()); // which brings it back into sight
  await settled(page);
  await press(page, "Control+End");
  await type(page, " dưới");
  await ten("Control+Z");
  assert.deepEqual(await moved(both), []);
  await tap(page.getByRole("tab", { name: "Biểu mẫu" }));
  await ten("Control+Z");
  assert.deepEqual(await moved(began), []);
});

check("done again it is what this stay wrote, and nothing of an earlier one", async (page) => { // 17
  const people = page.getByRole("textbox", { name: "Hiệu quả, tiện ích: Người dân" });
  await scroll_to(people, page.getByRole("form"));
  await tap(people);
  await type(page, "một "); // stored without the space, so that the field is written by the program once
  await press(page, "Tab");
  await tap(people);
  await press(page, "Control+End");
  await type(page, " hai");
  for (let i = 0; i < 6; i += 1) await press(page, "Control+Z");
  assert.equal(await people.inputValue(), "một");
  for (let i = 0; i < 6; i += 1) await press(page, "Control+Y");
  assert.equal(await people.inputValue(), "một hai");
});

check("what was typed, deleted and typed again is taken back step by step to the beginning", async (page) => { // 17
  const before = await difficulties(page).inputValue();
  await tap(difficulties(page));
  await press(page, "Control+A");
  await type(page, "một câu");
  await press(page, "Control+A");
  await press(page, "Delete");
  await press(page, "Control+Z");
  assert.equal(await difficulties(page).inputValue(), "một câu");
  for (let i = 0; i < 6; i += 1) await press(page, "Control+Z");
  assert.equal(await difficulties(page).inputValue(), before);
});

check("Tab goes from field to field as they are read, and Shift+Tab back", async (page) => { // 21
  const named = () => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent);
  await tap(page.getByRole("textbox", { name: "Kết quả triển khai" }));
  const there = [await named()];
  for (let i = 0; i < 6; i += 1) {
    await press(page, "Tab");
    there.push(await named());
  }
  assert.deepEqual(there, [
    "Kết quả triển khai", "Không có khó khăn, vướng mắc", "Khó khăn, vướng mắc", "Hiệu quả, tiện ích", "Hiệu quả, tiện ích: Người dân",
    "Hiệu quả, tiện ích: Doanh nghiệp", "Hiệu quả, tiện ích: Chính phủ, cơ quan nhà nước",
  ]);
  const back = [await named()];
  for (let i = 0; i < 6; i += 1) {
    await press(page, "Shift+Tab");
    back.push(await named());
  }
  assert.deepEqual(back, there.toReversed());
});

check("the keys that switch Unikey and its kin do nothing, in a field and on a chosen cell", async (page) => { // 25
  const switch_it = async () => {
    for (const held of [["Control", "Shift"], ["Shift", "Control"]]) {
      for (const key of held) await page.keyboard.down(key);
      for (const key of held) await page.keyboard.up(key);
    }
    await press(page, "Alt+z");
    await settled(page);
  };
  const before = await difficulties(page).inputValue();
  await tap(difficulties(page));
  await switch_it();
  assert.ok(await has_focus(difficulties(page)));
  assert.equal(await difficulties(page).inputValue(), before);
  await press(page, "Control+G");
  const chosen = cell(page, 26, "Khó khăn, vướng mắc");
  assert.ok(await has_focus(chosen));
  await switch_it();
  assert.ok(await has_focus(chosen));
  assert.equal(await cell_editors(page).count(), 0);
  assert.equal(await chosen.textContent(), before);
});

check("what became of an act is read once, and typing is not talked into", async (page) => { // 69
  await listen(page);
  await tap(difficulties(page));
  await type(page, " thêm");
  await press(page, "Tab");
  assert.deepEqual(await read(page), [], "that it is saved stands in the head, for who goes there");
  await tap(page.getByRole("radio", { name: "Đang triển khai" }));
  await press(page, "Control+Z");
  const undone = await read(page);
  assert.deepEqual(undone.map((words) => words.startsWith("Đã hoàn tác")), [true], JSON.stringify(undone));
  await drop_file(page, "ghi-chu.txt", "Kính gửi anh Ba");
  const refused = await read(page);
  assert.deepEqual(refused.map((words) => words.includes("ghi-chu.txt")), [true], JSON.stringify(refused));
  await press(page, "F8");
  assert.deepEqual(await read(page), ["Các mô hình đã nhập không thiếu mục bắt buộc nào. Còn 34 mô hình gạch ngang chưa nêu lý do."]);
});
