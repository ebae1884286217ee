// Nothing is drawn and nothing is said when nothing changed (design.md decision 5).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { new_profile, open_context, open_page, settled } from "./house/browser.mjs";
import { tap } from "./house/hands.mjs";
import { serve } from "./house/site.mjs";

let site;
let profile;

before(async () => {
  site = await serve();
  profile = await new_profile();
});
after(async () => {
  await profile.remove();
  await site.close();
});

test("five seconds without a person: no frame, no message, no request", async (t) => {
  const { context, errors } = await open_context(profile);
  t.after(() => context.close());
  const page = await open_page(context, site.address);
  await tap(page.getByRole("button", { name: "Dùng thử với dữ liệu mẫu" }).first());
  await settled(page);
  const asked = site.requests.length;
  const counted = await page.evaluate(async () => {
    const before = { frames: so06.frames(), messages: so06.messages() };
    await new Promise((enough) => { setTimeout(enough, 5000); });
    return { frames: so06.frames() - before.frames, messages: so06.messages() - before.messages };
  });
  assert.deepEqual(counted, { frames: 0, messages: 0 });
  assert.equal(site.requests.length, asked);
  assert.deepEqual(errors, []);
});
