// Walks through every screen as a person would and photographs it: size × theme × language.
// Called by scripts/pictures; the pictures are for eyes, nothing compares them.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { new_profile, open_context, open_page, settled } from "./browser.mjs";
import { press, tap } from "./hands.mjs";
import { Root, serve } from "./site.mjs";

const Sizes = [
  { name: "1366x768", viewport: { width: 1366, height: 768 }, touch: false, scale: 1 },
  { name: "390x844", viewport: { width: 390, height: 844 }, touch: true, scale: 2 },
];
const Themes = ["light", "dark"];

/** Each screen: how to get there from the one before. */
const Screens = [
  { name: "1-start", go: async () => undefined },
  { name: "2-grid", go: (page) => tap(page.getByRole("button", { name: "Dùng thử với dữ liệu mẫu" }).first()) },
  { name: "3-form", go: (page) => go_to(page, "mh=26") },
  { name: "4-form-shared", go: (page) => go_to(page, "mh=38") },
  { name: "5-form-empty", go: (page) => go_to(page, "mh=1") },
  { name: "6-keys", go: (page) => press(page, "F1") },
  { name: "7-start-used", go: (page) => go_to(page, "") },
];

async function go_to(page, place) {
  await press(page, "Escape");
  await page.evaluate((where) => { location.hash = where; }, place);
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
