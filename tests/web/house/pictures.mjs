// Walks through every screen as a person would and photographs it: size × theme × language.
// Called by scripts/pictures; the pictures are for eyes, nothing compares them.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { new_profile, open_context, open_page } from "./browser.mjs";
import { Root, serve } from "./site.mjs";
import { Screens, Sizes } from "./walk.mjs";

const Themes = ["light", "dark"];

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
