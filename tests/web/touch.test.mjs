// A finger: a tap opens, a drag scrolls, also when it begins on a field, and what the system breaks off does nothing. The
// numbers are those of web-platform.md §7.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { finger, finger_tap, has_focus, swipe } from "./house/hands.mjs";
import { button } from "./house/places.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

const result = (page) => page.getByRole("textbox", { name: "Kết quả triển khai" });

/** A phone with the form of model 26. */
async function start(t) {
  const phone = { viewport: { width: 390, height: 844 }, scale: 2, touch: true, mobile: true };
  const { context, errors } = await fresh_browser(t, phone);
  t.after(() => assert.deepEqual(errors, []));
  const page = await open_page(context, site.address);
  await finger_tap(button(page, "Dùng thử với dữ liệu mẫu"));
  await finger_tap(button(page, "Nhập"));
  return page;
}

test("a tap on a field opens it before anything else is asked: the keyboard may come", async (t) => { // 36
  const page = await start(t);
  // In the task of the release itself: a keyboard on glass opens for no later focus.
  await page.evaluate(() => {
    window.addEventListener("pointerup", () => { window.focused_then = document.activeElement?.tagName; });
  });
  await finger_tap(result(page));
  assert.equal(await page.evaluate(() => window.focused_then), "TEXTAREA");
  assert.ok(await has_focus(result(page)));
});

test("a drag that begins on a field scrolls and opens nothing; a tap right after it opens", async (t) => { // 37, 38
  const page = await start(t);
  const before = await result(page).boundingBox();
  await swipe(result(page), 0, -120);
  const moved = await result(page).boundingBox();
  assert.ok(moved.y < before.y - 60, `the form moved from ${before.y} to ${moved.y}`);
  assert.equal(await has_focus(result(page)), false);
  await finger_tap(page.getByRole("textbox", { name: "Khó khăn, vướng mắc" }));
  assert.ok(await has_focus(page.getByRole("textbox", { name: "Khó khăn, vướng mắc" })));
});

test("a touch that the system breaks off is neither a tap nor a drag", async (t) => { // 43
  const page = await start(t);
  const box = await result(page).boundingBox();
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const touch = await finger(page);
  await touch("touchStart", [at]);
  await touch("touchCancel", []);
  await settled(page);
  assert.equal(await has_focus(result(page)), false);
  assert.equal((await result(page).boundingBox()).y, box.y);
  await finger_tap(result(page));
  assert.ok(await has_focus(result(page)));
});

test("two fingers are no tap", async (t) => {
  const page = await start(t);
  const box = await result(page).boundingBox();
  const [one, two] = [0.3, 0.7].map((share) => ({ x: box.x + box.width * share, y: box.y + box.height / 2 }));
  const touch = await finger(page);
  await touch("touchStart", [one]);
  await touch("touchStart", [one, two]);
  await touch("touchEnd", [one]);
  await touch("touchEnd", []);
  await settled(page);
  assert.equal(await has_focus(result(page)), false);
});
