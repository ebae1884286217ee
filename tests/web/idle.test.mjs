// Nothing is drawn and nothing is said when nothing changed (design.md decision 5). Counted at the
// browser's own functions, not by the page's word.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { settled } from "./house/browser.mjs";
import { in_each_browser } from "./house/each_browser.mjs";
import { open_sample } from "./house/places.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

/** Runs before the page's own scripts. */
function count_what_happens() {
  const counted = { sent: 0, heard: 0, drawn: 0, display_frames: 0 };
  globalThis.counted = counted;
  globalThis.Worker = class extends Worker {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", () => { counted.heard += 1; });
    }
    postMessage(...args) {
      counted.sent += 1;
      super.postMessage(...args);
    }
  };
  const { drawElements } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.drawElements = function draw(...args) {
    counted.drawn += 1;
    return drawElements.apply(this, args);
  };
  const next_frame = requestAnimationFrame;
  globalThis.requestAnimationFrame = (call) => {
    counted.display_frames += 1;
    return next_frame(call);
  };
}

in_each_browser("five seconds without a person: no frame, no message, no request", () => site, async (page, context) => { // 45
  await context.addInitScript(count_what_happens);
  await page.reload();
  await settled(page);
  await open_sample(page);
  const asked = site.requests.length;
  const [before, later] = await page.evaluate(async () => {
    const first = { ...globalThis.counted };
    await new Promise((enough) => { setTimeout(enough, 5000); });
    return [first, { ...globalThis.counted }];
  });
  assert.ok(before.sent > 0 && before.heard > 0 && before.drawn > 0 && before.display_frames > 0);
  assert.deepEqual(later, before);
  assert.equal(site.requests.length, asked);
});
