// Walks through every screen as a person would and photographs it: size × theme × language.
// Called by scripts/pictures; the pictures are for eyes, nothing compares them.
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { new_profile, open_context, open_page, settled } from "./browser.mjs";
import { open_file } from "./files.mjs";
import { press, scroll_to, tap } from "./hands.mjs";
import { Root, serve } from "./site.mjs";

const Sizes = [
  { name: "1366x768", viewport: { width: 1366, height: 768 }, touch: false, scale: 1 },
  { name: "390x844", viewport: { width: 390, height: 844 }, touch: true, scale: 2 },
];
const Themes = ["light", "dark"];

const button = (page, name) => page.getByRole("button", { name }).first();

const choose = (page, file) => open_file(page, file, () => tap(button(page, "Mở tệp…")));

/** Each screen: how to get there from the one before. */
const Screens = [
  { name: "1-start", go: async () => undefined },
  { name: "2-form", go: async (page) => {
    await tap(button(page, "Dùng thử với dữ liệu mẫu"));
    await go_to_model(page, 26);
  } },
  { name: "3-form-end", go: (page) => scroll_to(page.getByRole("textbox", { name: "Các bước thực hiện" }), page.getByRole("form")) },
  { name: "4-form-shared", go: (page) => go_to_model(page, 38) },
  { name: "5-form-empty", go: (page) => go_to_model(page, 1) },
  { name: "6-grid", go: async (page) => {
    await go_to_model(page, 26);
    await press(page, "Control+G");
  } },
  { name: "7-keys", go: (page) => press(page, "F1") },
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
];

const sample = await readFile(join(Root, "data", "samples", "DA06_SKHCN-QNg_Phuluc04_2025-07_v1.so06.json"), "utf8");
const damaged = sample.replace(/"cells": \{/, '"cells": 1, "old": {');

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

async function photograph(site, size, colors, wanted, folder) {
  const profile = await new_profile();
  const { context, errors } = await open_context(profile, { ...size, colors });
  const page = await open_page(context, site.address);
  for (const screen of Screens) {
    await screen.go(page);
    const name = `${screen.name}-${size.name}-${colors}.png`;
    if (name.includes(wanted)) await page.screenshot({ path: join(folder, name) });
  }
  await context.close();
  await profile.remove();
  for (const error of errors) console.error(`${size.name} ${colors}: ${error.message}`);
}

const folder = join(Root, "build", "pictures");
await mkdir(folder, { recursive: true });
const site = await serve();
for (const size of Sizes) {
  for (const colors of Themes) await photograph(site, size, colors, process.argv[2] ?? "", folder);
}
await site.close();
console.log(`build/pictures: ${Sizes.length} sizes × ${Themes.length} themes`);
