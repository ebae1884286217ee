// The browser is killed while a person types: what the page has called saved is there afterwards.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { new_profile, open_context, open_killable, open_page, settled } from "./house/browser.mjs";
import { check_database } from "./house/database.mjs";
import { tap } from "./house/hands.mjs";
import { open_sample_model } from "./house/places.mjs";
import { serve } from "./house/site.mjs";

/** scripts/test long asks for more. */
const Kills = Number(process.env.SO06_KILLS ?? 25);

const SampleFolder = "ws-so-mau";

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

const field = (page) => page.getByRole("textbox", { name: "Khó khăn, vướng mắc" });

async function prepare() {
  const { context } = await open_context(profile);
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  const address = page.url();
  await context.close();
  return address;
}

async function until(holds) {
  while (!holds()) await new Promise((next) => { setTimeout(next); });
}

/** The address is remembered by the person's browser; the kill leaves no time to store it. */
async function type_until_killed(address, round, count) {
  const browser = await open_killable(profile);
  assert.equal(await check_database(browser.context, site.address, SampleFolder), "ok", `round ${round}`);
  const page = await browser.context.newPage();
  const kept = [];
  await page.exposeFunction("kept", (text) => kept.push(text));
  await page.goto(address);
  await settled(page);
  await page.evaluate(() => document.addEventListener("so06-saved", (event) => globalThis.kept(event.detail)));
  const found = await field(page).inputValue();
  await tap(field(page));
  await page.keyboard.press("Control+A");
  // A word, then the page's word that it is kept, then the next: the kill falls at any moment of it.
  let killed = false;
  const typing = (async () => {
    for (let n = 0; !killed; n += 1) {
      const words = kept.length;
      await page.keyboard.type(`${round}.${n} `);
      await until(() => killed || kept.length > words);
    }
  })().catch(() => undefined);
  await until(() => kept.length >= count);
  await new Promise((moment) => { setTimeout(moment, (round * 137) % 700); });
  killed = true;
  await browser.kill();
  await typing;
  return { found, last: kept.at(-1) };
}

test(`${Kills} kills while typing: no acknowledged text lost, the store whole`, async () => {
  const address = await prepare();
  let promised;
  for (let round = 1; round <= Kills; round += 1) {
    const { found, last } = await type_until_killed(address, round, 1 + (round * 7) % 3);
    // What was typed after the last word of the page may be there too, what came before it must be.
    if (promised !== undefined) {
      assert.ok(found.startsWith(promised.trimEnd()), `round ${round}: ${JSON.stringify(promised)} became ${JSON.stringify(found)}`);
    }
    promised = last;
  }
  const { context, errors } = await open_context(profile);
  const page = await open_page(context, address);
  assert.ok((await field(page).inputValue()).startsWith(promised.trimEnd()));
  assert.deepEqual(errors, []); // reading the files below asks for a page that is not there
  await page.close();
  assert.equal(await check_database(context, site.address, SampleFolder), "ok");
  await context.close();
});
