// The officer's way on a phone, by fingers alone: open, find a model, write, take back, choose a state, save, and a colleague opens
// the file by fingers too. No mouse, and no key but those of the keyboard on glass.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { open_file, save_file } from "./house/files.mjs";
import { finger_tap, has_focus, swipe } from "./house/hands.mjs";
import { compose } from "./house/input_method.mjs";
import { button, difficulties } from "./house/places.mjs";
import { valid_report } from "./house/schema.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

const Phone = { viewport: { width: 390, height: 844 }, scale: 2, touch: true, mobile: true };

async function start(t) {
  const { context, errors } = await fresh_browser(t, Phone);
  t.after(() => assert.deepEqual(errors, []));
  return open_page(context, site.address);
}

/** Moves what is under the finger until the middle of `locator` is well on the screen, as far as it takes. */
async function find_by_finger(page, locator, pane) {
  const seen = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const box = (await locator.count()) > 0 ? await locator.boundingBox() : null;
    const middle = box ? box.y + box.height / 2 : Infinity;
    if (middle > 160 && middle < 660) return;
    seen.push(middle);
    await swipe(pane, 0, middle < 160 ? 250 : -250);
  }
  throw new Error(`the finger never came to it; it lay at ${seen}`);
}

test("from the first tap to the file in a colleague's hands, by fingers alone", async (t) => {
  const page = await start(t);
  await finger_tap(button(page, "Dùng thử với dữ liệu mẫu"));
  await finger_tap(button(page, "Danh sách"));
  const search = page.getByRole("textbox", { name: "Tìm mô hình, nội dung…" });
  await finger_tap(search);
  await compose(page, ["l", "lg", "lgs", "lgsp"], "lgsp");
  await finger_tap(page.getByRole("button", { name: /^Mô hình 26,/ }));
  await find_by_finger(page, difficulties(page), page.getByRole("form"));
  const before = await difficulties(page).inputValue();
  await finger_tap(difficulties(page));
  assert.ok(await has_focus(difficulties(page)));
  const caret = await difficulties(page).evaluate((field) => field.selectionStart);
  await compose(page, ["t", "th", "thi", "thiế", "thiếu"], "thiếu ");
  const typed = `${before.slice(0, caret)}thiếu ${before.slice(caret)}`;
  assert.equal(await difficulties(page).inputValue(), typed);
  await finger_tap(button(page, "Hoàn tác"));
  assert.equal(await difficulties(page).inputValue(), before);
  await finger_tap(button(page, "Tùy chọn khác"));
  await finger_tap(page.getByRole("menuitem", { name: "Làm lại" }));
  assert.equal(await difficulties(page).inputValue(), typed);

  const file = await save_file(page, () => finger_tap(button(page, "Lưu")));
  const content = JSON.parse(file.bytes);
  valid_report(content);
  const cells = content.reports[0].versions.at(-1).content.entries.find((entry) => entry.rows.includes("mh-26")).cells;
  assert.equal(cells.difficulties.text, typed);

  const other = await start(t);
  await open_file(other, file, () => finger_tap(button(other, "Mở tệp…")));
  await finger_tap(button(other, "Lấy vào sổ"));
  await settled(other);
  const again = await save_file(other, () => finger_tap(button(other, "Lưu")));
  assert.deepEqual(again.bytes, file.bytes);
});

test("on the page of all models a finger scrolls to the last one, opens it and comes back to it", async (t) => {
  const page = await start(t);
  await finger_tap(button(page, "Dùng thử với dữ liệu mẫu"));
  await finger_tap(button(page, "Danh sách"));
  const cards = page.getByRole("group", { name: "Danh sách mô hình" });
  const last = page.getByRole("button", { name: /^Mô hình 44,/ });
  for (let turn = 0; turn < 40; turn += 1) {
    const box = (await last.count()) > 0 ? await last.boundingBox() : null;
    if (box && box.height > 0 && box.y + box.height < 780) break;
    await swipe(cards, 0, -600);
  }
  await finger_tap(last);
  await page.getByRole("form", { name: /mô hình 44:/ }).waitFor({ state: "attached" });
  await finger_tap(button(page, "Danh sách"));
  assert.ok((await last.boundingBox()).y > 0, "the card one came from is in sight");
});
