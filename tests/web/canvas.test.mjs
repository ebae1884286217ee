// The picture itself: never blank or stretched while the window is resized, sharp when the scale changes, whole again after the
// graphics were lost, right after more letters than the texture had room for. The numbers are those of web-platform.md §7.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { in_each_browser } from "./house/each_browser.mjs";
import { press, tap } from "./house/hands.mjs";
import { ink_box, pixels_of, seen, set_screen } from "./house/ink.mjs";
import { difficulties, open_sample_model } from "./house/places.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

async function start(t, options) {
  const { context, errors } = await fresh_browser(t, options);
  t.after(() => assert.deepEqual(errors, []));
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  return page;
}

/** The mark and name of the program, which lie in the same place at every width of a laptop. */
const Mark = { x: 0, y: 0, width: 112, height: 52 };

/** Where the mark is painted: moved, stretched or blank it would be elsewhere or nowhere. */
const mark_box = async (page) => ink_box(await pixels_of(page, Mark));

/** The same but for the edge of a letter here and there, which may fall a hair to the other side of a pixel's middle. */
function alike(one, other) {
  if (one.width !== other.width || one.height !== other.height) return false;
  const apart = one.data.map((level, at) => Math.abs(level - other.data[at])).filter((levels) => levels > 0);
  return apart.length < one.data.length / 200 && apart.every((levels) => levels < 48);
}

/** To the last pixel. */
const same_picture = (page, before, what) => seen(async () => {
  const now = await pixels_of(page, Mark);
  return now.width === before.width && now.height === before.height && now.data.equals(before.data);
}, () => what);

/** From now on each new size of the canvas is looked at before the browser paints it: after the page's own observer, which is older. */
const watch_sizes = (page) => page.evaluate(({ width, height }) => {
  const canvas = document.querySelector("canvas");
  window.sizes = { seen: -1, blank: [] }; // the first call only says how large it is
  new ResizeObserver(() => {
    if ((window.sizes.seen += 1) === 0) return;
    const pen = new OffscreenCanvas(width, height).getContext("2d");
    pen.drawImage(canvas, 0, 0);
    const { data } = pen.getImageData(0, 0, width, height);
    if (data.every((value, at) => value === data[at % 4])) window.sizes.blank.push(`${canvas.width} × ${canvas.height}`);
  }).observe(canvas);
}, Mark);

in_each_browser("the window is resized in fifty steps: what is painted stays where it is and as tall as it is", () => site, async (page) => { // 46
  await open_sample_model(page);
  const wanted = await mark_box(page);
  assert.ok(wanted);
  await watch_sizes(page);
  for (let step = 0; step < 50; step += 1) {
    await page.setViewportSize({ width: 1366 - 10 * (step % 25), height: 768 - 6 * (step % 25) });
    assert.deepEqual(await mark_box(page), wanted, `step ${step}`);
  }
  const { seen: sizes, blank } = await page.evaluate(() => window.sizes);
  assert.ok(sizes > 40, `${sizes} sizes`);
  assert.deepEqual(blank, []);
});

test("a change of the screen's scale is drawn as sharp as if the page had begun there", async (t) => { // 47
  const fresh = await start(t, { scale: 3 });
  await set_screen(fresh, { width: 1366, height: 768 }, 3); // as it is
  const wanted = await pixels_of(fresh, Mark);
  assert.equal(wanted.width, 3 * Mark.width);
  const page = await start(t);
  await set_screen(page, { width: 1366, height: 768 }, 3);
  await settled(page);
  await seen(async () => alike(await pixels_of(page, Mark), wanted), () => "the picture at three pixels a px");
});

test("graphics that are lost and given back show the same picture; those that are not get a new canvas", async (t) => { // 48
  const page = await start(t);
  const wanted = await pixels_of(page, Mark);
  const lose = () => page.evaluate(() => {
    const canvas = document.querySelector("canvas");
    canvas.is_first = true;
    window.lost = canvas.getContext("webgl2").getExtension("WEBGL_lose_context");
    window.gone = new Promise((tell) => { canvas.addEventListener("webglcontextlost", tell, { once: true }); });
    window.lost.loseContext();
    return window.gone.then(() => undefined);
  });
  await lose();
  await page.evaluate(() => new Promise((tell) => {
    document.querySelector("canvas").addEventListener("webglcontextrestored", () => tell(), { once: true });
    window.lost.restoreContext();
  }));
  await settled(page);
  await same_picture(page, wanted, "after it was given back");
  await lose();
  await page.waitForFunction(() => !document.querySelector("canvas").is_first);
  await settled(page);
  await same_picture(page, wanted, "on the new canvas");
});

/** Letters of eight alphabets and signs that every machine with DejaVu has, each looking otherwise. */
const Letters = [
  [0x370, 0x3ff], [0x400, 0x4ff], [0x531, 0x556], [0x561, 0x587], [0x1401, 0x166c], [0x2190, 0x22ff], [0x2500, 0x25ff], [0x2801, 0x28ff],
].flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)));
/** Some of them, from the first to the last. */
const Probe = Letters.filter((_, i) => i % 180 === 0 || i === Letters.length - 1).join(" ");

/** Where the first line of what was put into the field is, once it was left. */
async function first_line(page, text) {
  await tap(difficulties(page));
  await press(page, "Control+A");
  await page.keyboard.insertText(text);
  await page.evaluate(() => document.activeElement.blur());
  await settled(page);
  const { x, y } = await difficulties(page).boundingBox();
  return { x: x + 4, y: y + 4, width: 300, height: 20 };
}

test("two thousand different letters later every letter is still itself", async (t) => { // 49
  assert.ok(new Set(Letters).size >= 1900);
  const options = { viewport: { width: 1366, height: 2400 } };
  const fresh = await start(t, options);
  const page = await start(t, options);
  for (const dpr of [1, 1.5, 2]) {
    await set_screen(fresh, options.viewport, dpr);
    const clip = await first_line(fresh, Probe);
    const wanted = await pixels_of(fresh, clip);
    const { left, right } = ink_box(wanted);
    assert.ok(right - left > 100 * dpr, `the letters are there to be compared: ${right - left} pixels of ${wanted.width}`);
    await set_screen(page, options.viewport, dpr);
    await first_line(page, Letters.join(""));
    assert.deepEqual(await first_line(page, `${Probe}\n${Letters.join("")}`), clip);
    await seen(async () => alike(await pixels_of(page, clip), wanted), () => `one of the letters after 2,000, at ${dpr}`);
  }
});

/** Runs before the page's own scripts: the page's word that a frame is on the screen is held back while a test wants it. */
function hold_words() {
  const { postMessage } = Worker.prototype;
  window.packets = 0;
  Worker.prototype.postMessage = function held(messages, ...given) {
    if (!this.is_watched) this.addEventListener("message", ({ data }) => { window.packets += data.packet ? 1 : 0; });
    this.is_watched = true;
    const words = [messages].flat();
    const shown = window.held ? words.filter((message) => message.k === "ack") : [];
    if (shown.length > 0) window.held.push(() => postMessage.call(this, shown));
    const others = words.filter((message) => !shown.includes(message));
    if (others.length > 0) postMessage.call(this, others, ...given);
  };
}

test("one frame is on its way at most: the next is made when the last is on the screen, with all that was said meanwhile", async (t) => {
  const { context, errors } = await fresh_browser(t);
  t.after(() => assert.deepEqual(errors, []));
  await context.addInitScript(hold_words);
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  const before = await page.evaluate(() => {
    window.held = [];
    return window.packets;
  });
  const packets = () => page.evaluate(() => window.packets);
  await tap_without_rest(page, difficulties(page));
  await page.waitForFunction((last) => window.packets > last, before);
  await page.keyboard.type("một hai ba");
  for (let i = 0; i < 30; i += 1) await page.evaluate(() => new Promise(requestAnimationFrame));
  assert.equal(await packets(), before + 1);
  await page.evaluate(() => { for (const say of window.held.splice(0)) say(); window.held = undefined; });
  await settled(page);
  assert.ok((await packets()) > before + 1);
  assert.match(await difficulties(page).inputValue(), /một hai ba/);
});

/** A press that does not wait for the program. */
async function tap_without_rest(page, locator) {
  const { x, y, width, height } = await locator.boundingBox();
  await page.mouse.click(x + width / 2, y + height / 2);
}
