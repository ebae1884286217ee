// A finger: a tap opens, a drag scrolls, also when it begins on a field, and what the system breaks off does nothing. The
// numbers are those of web-platform.md §7.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { can_hear_late } from "./house/busy.mjs";
import { finger, finger_tap, has_focus, long_press, pen, pen_tap, press, swipe, type } from "./house/hands.mjs";
import { drop_file } from "./house/files.mjs";
import { input_method } from "./house/input_method.mjs";
import { ink_box, pixels_of, seen } from "./house/ink.mjs";
import { button, difficulties } from "./house/places.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

const result = (page) => page.getByRole("textbox", { name: "Kết quả triển khai" });

/** A phone with the form of model 26. */
async function start(t, prepare) {
  const phone = { viewport: { width: 390, height: 844 }, scale: 2, touch: true, mobile: true };
  const { context, errors } = await fresh_browser(t, phone);
  t.after(() => assert.deepEqual(errors, []));
  await prepare?.(context);
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

test("a keyboard on glass that would lie over the field moves it into what is left of the page", async (t) => {
  const page = await start(t);
  const field = difficulties(page);
  await finger_tap(field);
  // No browser here has such a keyboard: what it takes is told to the page as phones tell it.
  const cover = (px) => page.evaluate((covered) => {
    Object.defineProperty(visualViewport, "height", { configurable: true, get: () => innerHeight - covered });
    visualViewport.dispatchEvent(new Event("resize"));
  }, px);
  const foot = async () => { const box = await field.boundingBox(); return box.y + box.height; };
  await cover(460);
  await settled(page);
  assert.ok(await has_focus(field));
  assert.ok(await foot() <= 844 - 460, `its foot at ${await foot()}`);
  // What is written on and on is seen where it is written.
  await page.keyboard.press("Control+End");
  for (let line = 0; line < 14; line += 1) await type(page, "\nmột dòng nữa");
  const pane = await page.getByRole("form").boundingBox();
  assert.ok(await foot() <= pane.y + pane.height, `its foot at ${await foot()}`);
  assert.ok((await field.boundingBox()).y < pane.y, "it is taller than what is left of the page");
  await page.keyboard.press("Control+Home");
  await settled(page);
  const { y } = await field.boundingBox();
  assert.ok(y >= pane.y && y < pane.y + pane.height, `its first line at ${y}`);
  await cover(0);
  await settled(page);
  assert.ok((await page.getByRole("form").boundingBox()).height > pane.height + 300);
});

test("the keyboard on glass says what Enter does, and closes when a field of one line is done with", async (t) => {
  const page = await start(t);
  assert.equal(await result(page).getAttribute("enterkeyhint"), "enter");
  await finger_tap(button(page, "Danh sách"));
  const search = page.getByRole("textbox", { name: "Tìm mô hình, nội dung…" });
  await finger_tap(search);
  assert.equal(await search.getAttribute("enterkeyhint"), "done");
  await type(page, "lgsp");
  await press(page, "Enter");
  assert.equal(await has_focus(search), false);
  assert.equal(await page.getByRole("button", { name: /^Mô hình \d+,/ }).count(), 1);
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

test("a pen scrolls what it is drawn over, and what it taps opens", async (t) => { // 36, 38
  const page = await start(t);
  const before = await result(page).boundingBox();
  const middle = before.x + before.width / 2;
  const touch = await pen(page);
  await touch("mousePressed", middle, before.y + 150);
  for (let y = 140; y >= 30; y -= 10) await touch("mouseMoved", middle, before.y + y);
  await touch("mouseReleased", middle, before.y + 30);
  await settled(page);
  const { y } = await result(page).boundingBox();
  assert.ok(y < before.y - 60, `the form moved from ${before.y} to ${y}`);
  assert.equal(await has_focus(result(page)), false);
  await pen_tap(difficulties(page));
  assert.ok(await has_focus(difficulties(page)));
});

test("a tap on another field while a word is composed keeps the word and opens that field", async (t) => { // 8, 36
  const page = await start(t);
  await swipe(result(page), 0, -120);
  await finger_tap(result(page));
  const before = await result(page).inputValue();
  const method = await input_method(page);
  await method.compose("vie");
  await method.compose("việt");
  await finger_tap(difficulties(page));
  await method.end();
  assert.ok(await has_focus(difficulties(page)));
  assert.equal(await result(page).inputValue(), `${before}việt`);
});

/** A notice, and the field that lies beneath the middle of its words. */
async function notice_over_a_field(page) {
  await drop_file(page, "ghi-chu.txt", "Kính gửi anh Ba");
  const words = page.getByRole("region", { name: "Thông báo" }).getByText("ghi-chu.txt");
  const { x, y, width, height } = await words.boundingBox();
  const middle = { x: x + width / 2, y: y + height / 2 };
  for (let turn = 0; turn < 20; turn += 1) {
    for (const field of await page.getByRole("textbox").all()) {
      const box = await field.boundingBox();
      const beneath = box.x < middle.x && middle.x < box.x + box.width && box.y < middle.y && middle.y < box.y + box.height;
      if (beneath) return { words, field, middle };
    }
    await swipe(page.getByRole("form"), 0, -40);
  }
  throw new Error("no field came beneath the notice");
}

test("a tap on the words of a notice opens nothing that lies beneath it", async (t) => {
  const page = await start(t);
  const { words } = await notice_over_a_field(page);
  await finger_tap(words);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "BODY");
});

test("a notice is not hidden by the field that is being edited beneath it", async (t) => {
  const page = await start(t);
  const { field, middle } = await notice_over_a_field(page);
  const at_middle = () => page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.tagName, middle);
  await field.focus();
  await settled(page);
  assert.equal(await at_middle(), "CANVAS");
  await finger_tap(page.getByRole("region", { name: "Thông báo" }).getByRole("button", { name: "Đóng" }));
  await field.focus();
  await settled(page);
  assert.equal(await at_middle(), "TEXTAREA");
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

test("a drag and a pinch that the system breaks off stop where they are, and no finger stays down", async (t) => { // 43
  const page = await start(t);
  const touch = await finger(page);
  const box = await result(page).boundingBox();
  const at = (y) => [{ x: box.x + box.width / 2, y }];
  const began = Date.now() / 1000;
  await touch("touchStart", at(700), began);
  for (let step = 1; step <= 5; step += 1) await touch("touchMove", at(700 - 40 * step), began + 0.016 * step);
  await touch("touchCancel", [], began + 0.1);
  await settled(page);
  // Those 200 px are scrolled, less what told that it is a drag; thrown by as much it would roll on for hundreds more.
  const moved = box.y - (await result(page).boundingBox()).y;
  assert.ok(moved > 150 && moved <= 200, `the form moved by ${moved} px`);

  const size = () => difficulties(page).evaluate((field) => getComputedStyle(field).fontSize);
  const before = await size();
  const pair = (half) => [{ x: 195 - half, y: 400 }, { x: 195 + half, y: 400 }];
  await touch("touchStart", pair(60));
  await touch("touchMove", pair(63)); // too little for a size
  await touch("touchCancel", []);
  const later = Date.now() / 1000;
  await touch("touchStart", at(400), later); // one finger is no pinch with one that is gone
  await touch("touchMove", at(380), later + 0.05);
  await touch("touchEnd", [], later + 0.4);
  await settled(page);
  assert.equal(await size(), before);
  await finger_tap(difficulties(page));
  assert.ok(await has_focus(difficulties(page)));
});

test("a mouse that is held when the system breaks it off presses nothing", async (t) => { // 43
  const page = await start(t);
  const nothing = button(page, "Không có khó khăn, vướng mắc");
  const { x, y, width, height } = await nothing.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.evaluate(() => document.getElementById("root").dispatchEvent(new PointerEvent("pointercancel", { pointerType: "mouse", pointerId: 1 })));
  await page.mouse.up();
  await settled(page);
  assert.equal(await nothing.getAttribute("aria-pressed"), "false");
  await page.mouse.down();
  await page.mouse.up();
  await settled(page);
  assert.equal(await nothing.getAttribute("aria-pressed"), "true");
});

test("who asked the system for less motion scrolls with the finger alone: nothing rolls on", async (t) => { // 51
  const page = await start(t);
  const touch = await finger(page);
  const { x } = await result(page).boundingBox();
  const at = (y) => [{ x: x + 100, y }];
  const top = async () => (await result(page).boundingBox()).y;
  const thrown = async () => {
    const before = await top();
    const began = Date.now() / 1000;
    await touch("touchStart", at(600), began);
    for (let step = 1; step <= 5; step += 1) await touch("touchMove", at(600 - 20 * step), began + 0.016 * step);
    await touch("touchEnd", [], began + 0.09);
    await settled(page);
    return before - (await top());
  };
  await page.emulateMedia({ reducedMotion: "reduce" });
  const by_finger = await thrown();
  assert.ok(by_finger > 60 && by_finger <= 100, `moved by ${by_finger} px`);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  const rolled = await thrown();
  assert.ok(rolled > 120, `moved by ${rolled} px`);
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

test("a list that still rolls stands when it is touched, and that touch opens nothing", async (t) => { // 39
  const page = await start(t);
  await finger_tap(button(page, "Danh sách"));
  const touch = await finger(page);
  const at = (y) => [{ x: 180, y }];
  // Where the cards are at each display frame, and when the page hears of the fingers.
  await page.evaluate(() => {
    window.stood = [];
    window.touched = [];
    const look = () => {
      const cards = [...document.querySelectorAll("button")].filter(({ dataset }) => dataset.id?.includes("/cards/"));
      window.stood.push(cards.map((card) => `${card.dataset.id.split("/").at(-1)} ${card.style.top}`).join());
      window.looking = requestAnimationFrame(look);
    };
    look();
    addEventListener("pointerdown", () => window.touched.push(window.stood.length), { capture: true });
    addEventListener("pointerup", () => { window.lifted = window.stood.at(-1); }, { capture: true, once: true });
  });
  // Thrown: 40 px in each 16 ms, told as a screen tells it, whatever the machine's load.
  const began = Date.now() / 1000;
  await touch("touchStart", at(700), began);
  for (let step = 1; step <= 5; step += 1) await touch("touchMove", at(700 - 40 * step), began + 0.016 * step);
  await touch("touchEnd", [], began + 0.1);
  await page.waitForFunction(() => window.lifted !== undefined && window.stood.at(-1) !== window.lifted);
  await touch("touchStart", at(400));
  await page.waitForFunction(() => window.stood.length > window.touched[1] + 60);
  const { stood, at_touch } = await page.evaluate(() => ({ stood: window.stood, at_touch: window.touched[1] }));
  await touch("touchEnd", []);
  await page.evaluate(() => cancelAnimationFrame(window.looking));
  await settled(page);
  assert.equal(await page.getByRole("form").count(), 0, "a touch that stops is no tap");
  // What was on its way to the screen when the finger came down may still be shown.
  assert.equal(new Set(stood.slice(at_touch + 5)).size, 1, `it stands: ${[...new Set(stood.slice(at_touch))].join("\n")}`);
});

test("a long press on a model shows what can be done with it, and lifting the finger does nothing more", async (t) => { // 40
  const page = await start(t);
  await finger_tap(button(page, "Danh sách"));
  const card = page.getByRole("button", { name: /^Mô hình 1,/ });
  const menu = page.getByRole("menu", { name: "Mô hình 1", exact: true });
  await long_press(card, [60, 40], menu);
  assert.equal(await menu.count(), 1);
  await finger_tap(menu.getByRole("menuitemradio", { name: "Đã triển khai" }));
  assert.equal(await menu.count(), 0);
  await finger_tap(button(page, "Hoàn tác"));
  await page.getByText(/^Đã hoàn tác/).first().waitFor({ state: "attached" });
});

test("a swipe that the page is told of late is a swipe, and no long press", async (t) => { // 38, 40
  let late;
  const page = await start(t, async (context) => { late = await can_hear_late(context); });
  await finger_tap(button(page, "Danh sách"));
  const card = page.getByRole("button", { name: /^Mô hình 3,/ });
  const before = await card.boundingBox();
  await page.evaluate(() => {
    window.menus = 0;
    new MutationObserver(() => { window.menus += document.querySelectorAll("[role=menu]").length; })
      .observe(document.querySelector("#ax"), { childList: true, subtree: true });
  });
  await late.hold(page);
  await swipe(card, 0, -100);
  await page.evaluate(() => window.told);
  await settled(page);
  assert.equal(await page.evaluate(() => window.menus), 0, "no menu flashes up");
  assert.ok((await card.boundingBox()).y < before.y - 60);
});

test("a menu that a finger got because the page was told of its lift too late goes away, and what was meant is done", async (t) => { // 38, 40
  let late;
  const page = await start(t, async (context) => { late = await can_hear_late(context); });
  await finger_tap(button(page, "Danh sách"));
  const card = (number) => page.getByRole("button", { name: new RegExp(`^Mô hình ${number},`) });
  const late_by_a_menu = async (number, act) => {
    await late.hold(page, { until_told: true });
    const done = act();
    await page.getByRole("menu", { name: `Mô hình ${number}`, exact: true }).waitFor({ state: "attached" });
    await settled(page);
    await late.tell(page);
    await done;
    await settled(page);
    assert.equal(await page.getByRole("menu").count(), 0);
  };
  const before = await card(3).boundingBox();
  await late_by_a_menu(3, () => swipe(card(3), 0, -100));
  assert.ok((await card(3).boundingBox()).y < before.y - 60, "it was a swipe");

  // What had the focus before the menu is out of sight, and stays there.
  await swipe(card(3), 0, 100);
  await finger_tap(page.getByRole("textbox", { name: "Tìm mô hình, nội dung…" }));
  await swipe(card(3), 0, -300);
  const { y } = await card(5).boundingBox();
  await late_by_a_menu(5, () => finger_tap(card(5)));
  assert.equal(await card(5).count(), 0, `it was a tap at ${y}, which opens the form`);
  assert.equal(await page.getByRole("heading", { name: "Triển khai cung cấp dịch vụ công trực tuyến" }).count(), 1);
});

test("a second finger, a drag and a break-off that are told after the menu close it when they came before", async (t) => { // 40, 43
  const page = await start(t);
  await finger_tap(button(page, "Danh sách"));
  const touch = await finger(page);
  const menu = page.getByRole("menu", { name: "Mô hình 3", exact: true });
  const card = page.getByRole("button", { name: /^Mô hình 3,/ });
  const { x, y } = await card.boundingBox();
  const at = (dx, dy) => ({ x: x + 60 + dx, y: y + 40 + dy });
  const after_the_menu = async (act) => {
    const began = Date.now() / 1000;
    await touch("touchStart", [at(0, 0)], began);
    await menu.waitFor({ state: "attached" });
    await act((later) => began + later);
    await settled(page);
    assert.equal(await menu.count(), 0);
  };
  await after_the_menu(async (time) => {
    await touch("touchStart", [at(0, 0), at(80, 0)], time(0.1));
    await settled(page);
    await touch("touchEnd", [], time(0.2));
  });
  await after_the_menu((time) => touch("touchCancel", [], time(0.1)));
  // The page is busy: the browser makes one of both moves, and the later one is no answer to when the drag began. Once more
  // where they came before the page was busy, or after.
  let parts = 0;
  for (let tries = 0; tries < 5 && parts !== 2; tries += 1) {
    await after_the_menu(async (time) => {
      const busy = page.waitForEvent("console", (line) => line.text() === "busy");
      const merged = page.evaluate(() => new Promise((told) => {
        addEventListener("pointermove", (event) => told(event.getCoalescedEvents().length), { once: true, capture: true });
        requestAnimationFrame(() => {
          console.log("busy");
          for (const from = performance.now(); performance.now() - from < 1000;);
        });
      }));
      await busy;
      await Promise.all([touch("touchMove", [at(0, -20)], time(0.1)), touch("touchMove", [at(0, -120)], time(0.7))]);
      parts = await merged;
      await touch("touchEnd", [], time(1.5));
    });
    assert.ok((await card.boundingBox()).y < y - 60);
    if (parts !== 2) await swipe(card, 0, 100);
  }
  assert.equal(parts, 2);
});

test("what has no menu is pressed by a finger that rested on it for long, and a field is opened", async (t) => { // 36, 40
  const page = await start(t);
  const touch = await finger(page);
  const rest_on = async (locator) => {
    const { x, y, width, height } = await locator.boundingBox();
    await page.evaluate(() => {
      // Begun after the page's own wait for a long press, of the same length: it ends after that one, which waits for frames too.
      window.rested = new Promise((told) => {
        addEventListener("pointerdown", () => setTimeout(told, 500), { once: true });
      }).then(async () => {
        for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
      });
    });
    await touch("touchStart", [{ x: x + width / 2, y: y + height / 2 }]);
    await page.evaluate(() => window.rested);
    await touch("touchEnd", []);
    await settled(page);
  };
  await rest_on(result(page));
  assert.ok(await has_focus(result(page)));
  await rest_on(button(page, "Danh sách"));
  assert.equal(await page.getByRole("button", { name: /^Mô hình 1,/ }).count(), 1);
});

test("two fingers make the text larger and smaller; the page itself is not zoomed, and it is remembered", async (t) => { // 41
  const page = await start(t);
  const size = () => result(page).evaluate((field) => Number.parseFloat(field.style.fontSize));
  await finger_tap(result(page));
  const before = await size();
  const mark = async () => {
    const { top, bottom } = ink_box(await pixels_of(page, { x: 0, y: 0, width: 60, height: 60 }));
    return bottom - top;
  };
  // The arrow that leads back: an icon of 24 px at most, two pixels a px. The desk has a larger mark in its place.
  let painted = 0;
  await seen(async () => {
    const before_this = painted;
    painted = await mark();
    return painted <= 48 && painted === before_this; // the picture has come to rest
  }, () => `a mark of ${painted} pixels is no arrow`);
  const touch = await finger(page);
  const pair = (half) => [{ x: 195 - half, y: 300 }, { x: 195 + half, y: 300 }];
  const spread = async (from, to) => {
    await touch("touchStart", pair(from));
    for (let step = 1; step <= 8; step += 1) await touch("touchMove", pair(from + ((to - from) * step) / 8));
    await touch("touchEnd", []);
    await settled(page);
  };
  await spread(60, 80);
  assert.equal(await size(), before * 1.2);
  let grown = 0;
  await seen(async () => {
    grown = (await mark()) / painted;
    return Math.abs(grown - 1.2) < 0.06;
  }, () => `what is painted is ${grown} times ${painted} pixels, the editors are 1.2 times as large`);
  assert.equal(await page.evaluate(() => window.visualViewport.scale), 1);
  await page.reload();
  await settled(page);
  await finger_tap(result(page));
  assert.equal(await size(), before * 1.2);
  await spread(80, 60);
  assert.equal(await size(), before);
});
