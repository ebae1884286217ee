// What a person does with a page of Sổ 06: a real pointer at the centre of a named thing, real keys, paste.
// Input methods have a file of their own (input_method.mjs).
// The semantic nodes lie over the canvas and let pointers through, so that locator.click() cannot
// be used: a tap goes to the canvas, as a finger's would.
import { settled } from "./browser.mjs";

/** A real press and release at the centre of the thing's rectangle. */
export async function tap(locator) {
  const page = locator.page();
  await locator.waitFor({ state: "attached" });
  await settled(page);
  const box = await locator.boundingBox();
  if (!box) throw new Error(`not on screen: ${locator}`);
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.up();
  await settled(page);
}

/** Finds a model in the list of the form by words, as an officer does, and opens it. */
export async function open_model(page, words, number) {
  await tap(page.getByRole("textbox", { name: "Tìm mô hình, nội dung…" }));
  await type(page, words);
  await tap(page.getByRole("button", { name: new RegExp(`^Mô hình ${number},`) }));
}

/** Turns the wheel over `pane` until the whole of `locator` is in it: a part of it would end at the pane's edge. */
export async function scroll_to(locator, pane, turns = 40) {
  const page = locator.page();
  const around = await pane.boundingBox();
  await page.mouse.move(around.x + around.width / 2, around.y + around.height / 2);
  for (let i = 0; i < turns; i += 1) {
    const box = (await locator.count()) > 0 ? await locator.boundingBox() : null;
    if (box && box.height > 0 && box.y > around.y && box.y + box.height < around.y + around.height) return;
    const seen = box && box.height > 0;
    await page.mouse.wheel(0, !seen ? Math.round(around.height / 3) : box.y <= around.y ? -60 : box.y - around.y - 20);
    await settled(page);
  }
  throw new Error(`the wheel never brought ${locator} into view`);
}

/** One key or chord, as Playwright spells them ("Control+S"). */
export async function press(page, chord) {
  await page.keyboard.press(chord);
  await settled(page);
}

/** Types as a keyboard does, letter by letter, into whatever has the focus. */
export async function type(page, text) {
  await page.keyboard.type(text);
  await settled(page);
}

/** Puts text on the clipboard and pastes it into whatever has the focus. */
export async function paste(page, text) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.keyboard.press("Control+V");
  await settled(page);
}

/** From now on the browser lets nothing be copied, as one that was told to, or that waited too long. */
export const refuse_copies = (page) => page.evaluate(() => {
  navigator.clipboard.writeText = () => Promise.reject(new DOMException("", "NotAllowedError"));
  document.execCommand = () => false;
});

/** Presses Tab until `locator` has the focus; fails after `limit` presses. */
export async function tab_to(locator, limit = 400) {
  const page = locator.page();
  for (let i = 0; i < limit; i += 1) {
    if (await has_focus(locator)) return;
    await press(page, "Tab");
  }
  throw new Error(`the Tab key never reached ${locator}`);
}

export async function has_focus(locator) {
  return (await locator.count()) > 0 && locator.first().evaluate((node) => node === document.activeElement);
}

/** Does `act`, which lifts a finger, and waits until the page was told: on a slow machine that is long after it was sent. */
async function until_lifted(page, act) {
  await page.evaluate(() => {
    window.lifted = new Promise((lifted) => {
      for (const kind of ["pointerup", "pointercancel"]) addEventListener(kind, () => lifted(), { capture: true, once: true });
    });
  });
  await act();
  await page.evaluate(() => window.lifted).catch(() => undefined); // the tap may have led to another page
  await settled(page);
}

/** A finger's tap at the centre of the thing's rectangle, as short as a tap is however slow the machine. */
export async function finger_tap(locator) {
  const page = locator.page();
  await locator.waitFor({ state: "attached" });
  await settled(page);
  const box = await locator.boundingBox();
  if (!box) throw new Error(`not on screen: ${locator}`);
  const touch = await finger(page);
  const began = Date.now() / 1000;
  await until_lifted(page, () => Promise.all([
    touch("touchStart", [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }], began), touch("touchEnd", [], began + 0.05),
  ]));
}

/**
 * Sends touch events as a screen does: ("touchStart" | "touchMove" | "touchEnd" | "touchCancel", the points that are down, and
 * when, in seconds since 1970).
 */
export async function finger(page) {
  const cdp = await page.context().newCDPSession(page);
  return (type, touchPoints, timestamp) => cdp.send("Input.dispatchTouchEvent", { type, touchPoints, ...(timestamp && { timestamp }) });
}

/** A pen on the glass: ("mousePressed" | "mouseMoved" | "mouseReleased", where, by its point or the button on its side). */
export async function pen(page) {
  const cdp = await page.context().newCDPSession(page);
  return (type, x, y, button = "left") => {
    const buttons = type === "mouseReleased" ? 0 : { left: 1, right: 2 }[button];
    return cdp.send("Input.dispatchMouseEvent", { type, x, y, button, buttons, clickCount: 1, pointerType: "pen" });
  };
}

/** A pen's tap at the centre of the thing's rectangle. */
export async function pen_tap(locator, button) {
  const page = locator.page();
  const { x, y, width, height } = await locator.boundingBox();
  const touch = await pen(page);
  for (const type of ["mousePressed", "mouseReleased"]) await touch(type, x + width / 2, y + height / 2, button);
  await settled(page);
}

/** A finger is laid on a place of the thing until `shown` is there, and lifted. */
export async function long_press(locator, [dx, dy], shown) {
  const page = locator.page();
  const { x, y } = await locator.boundingBox();
  const touch = await finger(page);
  await touch("touchStart", [{ x: x + dx, y: y + dy }]);
  await shown.waitFor({ state: "attached" });
  await touch("touchEnd", []);
  await settled(page);
}

/**
 * A finger is laid on the thing's centre, moved in a sixth of a second, held and lifted, so that nothing rolls on. Its events carry
 * their own time and are sent in one go: whether it is a flick or a long press must not depend on how fast the machine sends them.
 */
export async function swipe(locator, dx, dy) {
  const page = locator.page();
  const box = await locator.boundingBox();
  const at = (share) => [{
    x: box.x + box.width / 2 + dx * share, y: box.y + box.height / 2 + dy * share,
  }];
  const touch = await finger(page);
  const began = Date.now() / 1000;
  await until_lifted(page, () => {
    const sent = [touch("touchStart", at(0), began)];
    for (let step = 1; step <= 10; step += 1) sent.push(touch("touchMove", at(step / 10), began + 0.016 * step));
    sent.push(touch("touchEnd", [], began + 0.4));
    return Promise.all(sent);
  });
}
