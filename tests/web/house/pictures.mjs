// Walks through every screen as a person would and photographs it: size × theme. Then the widget set, at rest and with its menus and
// dialogs open. Called by scripts/pictures; the pictures are for eyes; what tests compare is smaller (snapshots.mjs).
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { new_profile, open_context, open_page, settled } from "./browser.mjs";
import { press, scroll_to, tap } from "./hands.mjs";
import { Root, serve } from "./site.mjs";
import { LargeScreen, Screens, Sizes } from "./walk.mjs";
import { photograph_states } from "./widget_states.mjs";

const AllSizes = [...Sizes, LargeScreen];
const Themes = [
  { name: "light", media: { colorScheme: "light" } },
  { name: "dark", media: { colorScheme: "dark" } },
  { name: "contrast", media: { colorScheme: "dark", contrast: "more" } },
  { name: "forced", media: { forcedColors: "active" } },
];

/** What a mouse that rests on a button is told of it, which no test compares: it has to go away for that. */
const Tip = { name: "2-tip", go: async (page) => {
  const place = await page.getByRole("button", { name: "Phím tắt" }).boundingBox({ timeout: 1000 }).catch(() => undefined);
  if (place) await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2); // a phone has none, and no mouse
  await new Promise((go_on) => { setTimeout(go_on, 1000); }); // it comes only when the mouse has rested
  await settled(page);
} };
const AllScreens = Screens.flatMap((screen) => (screen.name === "3-form-end" ? [Tip, screen] : [screen]));

/** A phone shows the controls a few at a time. */
async function tap_control(page, name) {
  const control = page.getByRole("button", { name });
  await scroll_to(control, page.getByRole("group", { name: "Các điều khiển" }));
  await tap(control);
}

const Widgets = [
  { name: "widgets-1", go: (page) => press(page, "Tab") },
  { name: "widgets-2-end", go: (page) => press(page, "End") },
  { name: "widgets-3-menu", go: async (page) => {
    await press(page, "Home");
    await tap_control(page, "Trình đơn");
  } },
  { name: "widgets-4-dialog", go: async (page) => {
    await press(page, "Escape");
    await tap_control(page, "Hộp thoại");
  } },
  { name: "widgets-5-states", go: (page) => press(page, "Escape"), photograph: photograph_states },
  { name: "widgets-6-table", go: async (page) => {
    await press(page, "Escape");
    await tap(page.getByRole("tab", { name: "Bảng 10.000 dòng" }));
  } },
];

async function photograph(site, screens, size, theme, wanted, folder) {
  const profile = await new_profile();
  const { context, errors } = await open_context(profile, size);
  const page = await open_page(context, site.address);
  await page.emulateMedia(theme.media);
  await settled(page);
  for (const screen of screens) {
    await screen.go(page);
    const name = `${screen.name}-${size.name}-${theme.name}.png`;
    if (!name.includes(wanted)) continue;
    const path = join(folder, name);
    await (screen.photograph ? screen.photograph(page, path) : page.screenshot({ path }));
  }
  await context.close();
  await profile.remove();
  for (const error of errors) console.error(`${size.name} ${theme.name}: ${error.message}`);
}

const folder = join(Root, "build", "pictures");
await mkdir(folder, { recursive: true });
const wanted = process.argv[2] ?? "";
for (const [build, screens] of [["site", AllScreens], ["gallery", Widgets]]) {
  const site = await serve(join(Root, "build", build));
  for (const size of AllSizes) {
    for (const theme of Themes) {
      const some = screens.some((screen) => `${screen.name}-${size.name}-${theme.name}.png`.includes(wanted));
      if (some) await photograph(site, screens, size, theme, wanted, folder);
    }
  }
  await site.close();
}
console.log(`build/pictures: ${AllScreens.length + Widgets.length} screens × ${AllSizes.length} sizes × ${Themes.length} themes`);
