// The walk through every screen: what a screen reader meets there, and whether it looks as a person approved it. What opens on a
// screen is in screen_reader.test.mjs. The numbers are those of web-platform.md §7.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page } from "./house/browser.mjs";
import { wrong_to_hear } from "./house/screen_reader.mjs";
import { serve } from "./house/site.mjs";
import { looks_wrong } from "./house/snapshots.mjs";
import { LargeScreen, Screens, Sizes } from "./house/walk.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

/** What each of `checks` says of each screen; those with nothing to say are left out. */
async function walk(t, size, ...checks) {
  const { context, errors } = await fresh_browser(t, size);
  const page = await open_page(context, site.address);
  const found = {};
  for (const screen of Screens) {
    await screen.go(page);
    const wrong = [];
    for (const check of checks) wrong.push(...await check(page, size.name, screen.name));
    if (wrong.length > 0) found[screen.name] = wrong;
  }
  assert.deepEqual(found, {});
  assert.deepEqual(errors, []);
}

const [Laptop, Zoomed, Phone] = Sizes;

for (const size of [Laptop, Phone]) {
  test(`every screen at ${size.name} looks as it did; axe finds nothing, and all that can be used has a name`, async (t) => { // 52, 64, 66
    await walk(t, size, looks_wrong, wrong_to_hear);
  });
}

test("every screen of the laptop at 200 %: axe finds nothing, and all that can be used has a name", async (t) => { // 64, 66, 70
  await walk(t, Zoomed, wrong_to_hear);
});

test(`every screen at ${LargeScreen.name} looks as it did`, async (t) => { // 52
  await walk(t, LargeScreen, looks_wrong);
});
