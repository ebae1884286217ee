// What is really on the screen: a screenshot's pixels.
import { PNG } from "pngjs";

const sessions = new WeakMap();

/** A caret that blinks would be ink at times. */
function hide_caret() {
  if (document.adoptedStyleSheets.length > 0) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { caret-color: transparent !important; }");
  document.adoptedStyleSheets = [sheet];
}

/** From now on the window is that large, in CSS px, on a screen of that many pixels a px. Chromium only. */
export async function set_screen(page, { width, height }, deviceScaleFactor) {
  await page.bringToFront(); // one that lies behind is laid out anew when it is seen again
  if (!sessions.has(page)) sessions.set(page, await page.context().newCDPSession(page));
  await sessions.get(page).send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor, mobile: false });
}

/** Chromium takes a picture at the scale which the one who asks has set: here, or Playwright when it opened the page. */
async function chromium_picture(page, clip) {
  const session = sessions.get(page);
  if (!session) return (await page.screenshot({ clip, scale: "device" })).toString("base64");
  const { data } = await session.send("Page.captureScreenshot", { clip: { ...clip, scale: 1 } });
  return data;
}

/** The pixels of a part of the page, as the screen has them: {width, height, data} with four bytes each. */
export async function pixels_of(page, clip) {
  await page.evaluate(hide_caret);
  const shot = page.picture ? await page.picture(clip) : await chromium_picture(page, clip);
  return PNG.sync.read(Buffer.from(shot, "base64"));
}

/**
 * Where there is ink, in pixels from the clip's corner: everything that differs clearly from the colour of the
 * first pixel. `undefined` when there is none.
 */
export function ink_box({ width, height, data }) {
  const paper = [data[0], data[1], data[2]];
  const box = { left: width, right: -1, top: height, bottom: -1 };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = 4 * (y * width + x);
      const far = Math.max(...paper.map((part, i) => Math.abs(part - data[at + i])));
      if (far < 64) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
  return box.right < 0 ? undefined : box;
}

/**
 * Waits until the picture is as `shown` wants it: what was drawn reaches the screen in the browser's own time. `told` says what came
 * instead.
 */
export async function seen(shown, told) {
  const give_up = Date.now() + 15_000;
  while (!(await shown())) {
    if (Date.now() > give_up) throw new Error(`the picture never came: ${told()}`);
  }
}
