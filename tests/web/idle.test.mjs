// Nothing is drawn and nothing is said when nothing changed (design.md decision 5). Counted at the
// browser's own functions, not by the page's word.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { in_each_browser } from "./house/each_browser.mjs";
import { tap, type } from "./house/hands.mjs";
import { difficulties, open_sample, open_sample_model } from "./house/places.mjs";
import { worked_ms } from "./house/processes.mjs";
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

test("of the semantic layer nothing is painted over the picture but the field that is open", async (t) => {
  const { context, errors } = await fresh_browser(t);
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  await tap(difficulties(page));
  const cdp = await context.newCDPSession(page);
  await cdp.send("DOM.enable");
  const told = new Promise((all) => {
    cdp.on("LayerTree.layerTreeDidChange", ({ layers }) => { if (layers) all(layers); });
  });
  await cdp.send("LayerTree.enable");
  await type(page, "a");
  const layers = await told;
  const reasons = await Promise.all(layers.map(({ layerId }) => cdp.send("LayerTree.compositingReasons", { layerId })));
  const picture = reasons.findIndex(({ compositingReasonIds: ids }) => ids?.includes("Canvas"));
  assert.notEqual(picture, -1);
  const field = await difficulties(page).boundingBox();
  const painted = layers.slice(picture + 1).filter(({ drawsContent, width }) => drawsContent && width > field.width / 2);
  assert.equal(painted.length, 1, "with its ring");
  const larger = layers.slice(picture + 1).filter(({ drawsContent, height }) => drawsContent && height > field.height + 10);
  assert.deepEqual(larger.map(({ width, height }) => [width, height]), []);
  assert.deepEqual(errors, []);
});

test("five seconds without a person cost page and program less than a hundredth of a processor", async (t) => { // 45
  const { context, errors, profile } = await fresh_browser(t);
  const page = await open_page(context, site.address);
  await open_sample(page);
  const before = await worked_ms(profile);
  assert.ok(before > 0);
  await page.evaluate(() => new Promise((enough) => { setTimeout(enough, 5000); }));
  const spent = (await worked_ms(profile)) - before;
  assert.ok(spent < 50, `${spent} ms`);
  assert.deepEqual(errors, []);
});
