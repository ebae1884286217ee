// The walk through every screen, as a person would go: each from the one before. For those who look at all of them: the
// pictures, and the tests of how they look and what a screen reader meets.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { settled } from "./browser.mjs";
import { open_file } from "./files.mjs";
import { paste, press, scroll_to, tap } from "./hands.mjs";
import { button, open_sample } from "./places.mjs";
import { Root } from "./site.mjs";

export const Sizes = [
  { name: "1366x768", viewport: { width: 1366, height: 768 }, touch: false, scale: 1 },
  { name: "200%", viewport: { width: 683, height: 384 }, touch: false, scale: 2 }, // of the laptop's page
  { name: "390x844", viewport: { width: 390, height: 844 }, touch: true, scale: 2 },
];
/** Beside those, for how it looks. */
export const LargeScreen = { name: "1920x1080", viewport: { width: 1920, height: 1080 }, touch: false, scale: 1 };
/** With the keys, because the button may lie further down. */
const choose = (page, file) => open_file(page, file, () => press(page, "Control+O"));

/** Each screen: how to get there from the one before. */
export const Screens = [
  { name: "1-start", go: async () => undefined },
  { name: "2-form", go: async (page) => {
    await open_sample(page);
    await go_to_model(page, 26);
  } },
  { name: "3-form-end", go: (page) => scroll_to(page.getByRole("textbox", { name: "Các bước thực hiện" }), page.getByRole("form")) },
  { name: "4-form-shared", go: (page) => go_to_model(page, 38) },
  { name: "5-form-empty", go: (page) => go_to_model(page, 1) },
  { name: "5a-list", go: (page) => tap(page.getByRole("combobox", { name: /^(Lọc mô hình|Trạng thái)/ })) },
  { name: "5b-menu", go: async (page) => {
    await press(page, "Escape");
    await tap(button(page, /^(Giao diện và cỡ chữ|Tùy chọn khác)$/));
  } },
  { name: "5c-shared-with", go: async (page) => {
    await press(page, "Escape");
    await go_to_model(page, 26);
    await scroll_to(button(page, "Dùng chung với…"), page.getByRole("form"));
    await tap(button(page, "Dùng chung với…"));
  } },
  { name: "6-grid", go: async (page) => {
    await press(page, "Escape");
    await go_to_model(page, 26);
    await press(page, "Control+G");
  } },
  { name: "6a-pasted", go: async (page) => {
    await press(page, "Alt+2");
    await press(page, "Control+G"); // the focus is in the table again
    await paste(page, "STT\tKhó khăn, vướng mắc\n26\tThiếu máy\n77\tThiếu người");
  } },
  { name: "7-keys", go: async (page) => {
    await press(page, "Escape");
    await press(page, "F1");
  } },
  { name: "7a-finder", go: async (page) => {
    await press(page, "Escape");
    await press(page, "Control+K");
  } },
  { name: "8-desk", go: async (page) => {
    await press(page, "Escape");
    await press(page, "Alt+1");
  } },
  { name: "9-incoming", go: (page) => choose(page, { name: "tu-phong-bcvt.so06.json", bytes: damaged }) },
  { name: "10-refused", go: async (page) => {
    await tap(button(page, "Bỏ qua"));
    await choose(page, { name: "ghi-chu.txt", bytes: "Kính gửi anh Ba" });
  } },
  { name: "11-new-report", go: (page) => tap(button(page, "Tạo báo cáo…")) },
  { name: "12-new-workbook", go: async (page) => {
    await press(page, "Escape");
    await tap(button(page, "Đóng"));
    await on_desk(page, "Tạo sổ mới");
  } },
  { name: "13-whose", go: (page) => on_desk(page, "Ghi tên…") },
  { name: "14-delete", go: async (page) => {
    await press(page, "Escape");
    await on_desk(page, /^Xóa sổ/);
  } },
];

const sample = await readFile(join(Root, "data", "samples", "DA06_SKHCN-QNg_Phuluc04_2025-07_v1.so06.json"), "utf8");
const damaged = sample.replace(/"cells": \{/, '"cells": 1, "old": {');

/** Presses a button of the desk, wherever it lies there. */
async function on_desk(page, name) {
  await press(page, "Shift"); // what gets the focus otherwise than by a pointer comes into sight
  await button(page, name).focus();
  await settled(page);
  await tap(button(page, name));
}

/** The address names a model by its number. */
async function go_to_model(page, number) {
  await page.evaluate((mh) => {
    const place = new URLSearchParams(location.hash.slice(1));
    place.set("mh", mh);
    place.delete("xem");
    location.hash = place.toString();
  }, String(number));
  await settled(page);
}
