// Letters that Inter lacks are painted with the machine's fonts, as the editor shows them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { press, tap } from "./house/hands.mjs";
import { ink_box, pixels_of } from "./house/ink.mjs";
import { difficulties, open_sample_model } from "./house/places.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

/** The inside of a field, without its border. */
async function inside(field) {
  const { x, y, width, height } = await field.boundingBox();
  return { x: x + 4, y: y + 4, width: width - 8, height: height - 8 };
}

for (const [what, words] of [
  ["signs of a list made with Word", "➢ ✓ ✔ ■ ◆ ▪ đạt"],
  ["another alphabet", "Привет, Ωλ"],
  ["an emoji", "đã xong 😀"],
]) {
  test(`${what} looks the same when the field is left`, async (t) => {
    const { context, errors } = await fresh_browser(t, { scale: 2 });
    const page = await open_page(context, site.address);
    await open_sample_model(page);
    const field = difficulties(page);
    await tap(field);
    await press(page, "Control+A");
    await page.keyboard.insertText(words);
    await settled(page);
    const typed = ink_box(await pixels_of(page, await inside(field)));
    await page.evaluate(() => document.activeElement.blur());
    await settled(page);
    const painted = ink_box(await pixels_of(page, await inside(field)));
    for (const side of ["left", "right", "top", "bottom"]) {
      const apart = Math.abs(typed[side] - painted[side]) / 2;
      assert.ok(apart <= 1, `${side}: ${apart} px apart (${JSON.stringify({ typed, painted })})`);
    }
    assert.deepEqual(errors, []);
  });
}
