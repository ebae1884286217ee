// Ctrl+K in the browser: found while typing with an input method, chosen with arrows or a finger, and what the page itself
// does (the file picker) happens inside the person's key.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { finger_tap, has_focus, press, tap, type } from "./house/hands.mjs";
import { button, difficulties, open_sample_model } from "./house/places.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

const field = (page) => page.getByRole("combobox", { name: "Tìm lệnh, mô hình, báo cáo, sổ…" });
const chosen = (page) => page.getByRole("option", { selected: true });

async function start(t, options) {
  const { context, errors } = await fresh_browser(t, options);
  t.after(() => assert.deepEqual(errors, []));
  return open_page(context, site.address);
}

test("a model is found without marks, read as the chosen one, and Enter goes there; the typed text is safe", async (t) => {
  const page = await start(t);
  await open_sample_model(page);
  await tap(difficulties(page));
  await type(page, "Chưa có đường truyền. ");
  await press(page, "Control+K");
  assert.ok(await has_focus(field(page)));
  await type(page, "kiosk");
  const wanted = await chosen(page).textContent();
  assert.match(wanted, /kiosk/i);
  assert.equal(await field(page).getAttribute("aria-activedescendant"), await chosen(page).getAttribute("id"));
  await press(page, "Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  const number = wanted.split(".")[0];
  await page.getByRole("form", { name: new RegExp(`mô hình ${number}:`) }).waitFor({ state: "attached" });
  await press(page, "Control+K");
  await type(page, "26");
  await press(page, "Enter");
  assert.ok((await difficulties(page).inputValue()).includes("Chưa có đường truyền."));
});

test("arrows move the choice and not the caret; Escape gives the focus back to where it was", async (t) => {
  const page = await start(t);
  await open_sample_model(page);
  await tap(difficulties(page));
  await press(page, "Control+K");
  const first = await chosen(page).textContent();
  await press(page, "ArrowDown");
  assert.notEqual(await chosen(page).textContent(), first);
  await press(page, "ArrowUp");
  assert.equal(await chosen(page).textContent(), first);
  await press(page, "Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  assert.ok(await has_focus(difficulties(page)));
});

test("Enter on opening files opens the browser's own picker", async (t) => {
  const page = await start(t);
  await press(page, "Control+K");
  await type(page, "mo tep");
  const picker = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await picker;
  await settled(page);
});

test("on a phone it is in the menu, and a finger chooses", async (t) => {
  const page = await start(t, { viewport: { width: 390, height: 844 }, scale: 2, touch: true, mobile: true });
  await finger_tap(button(page, "Tùy chọn khác"));
  await finger_tap(page.getByRole("menuitem", { name: "Tìm và lệnh" }));
  await finger_tap(field(page));
  await type(page, "phim");
  await finger_tap(page.getByRole("option", { name: "Danh sách phím tắt" }));
  await page.getByRole("dialog", { name: "Phím tắt" }).waitFor({ state: "attached" });
});
