// What a screen reader would read of the two screens of a report, against texts that were reviewed by reading them aloud
// beside the document (tests/expected/reading/). SO06_UPDATE=1 writes them anew, to be reviewed again.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fresh_browser, open_page } from "./house/browser.mjs";
import { press, tap } from "./house/hands.mjs";
import { cell, open_sample_model, show_cell } from "./house/places.mjs";
import { reading_of } from "./house/reading.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

async function start(t) {
  const { context, errors } = await fresh_browser(t);
  t.after(() => assert.deepEqual(errors, []));
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  return page;
}

async function is_read_as(page, role, name) {
  const file = new URL(`../expected/reading/${name}.txt`, import.meta.url);
  const read = await reading_of(page, role);
  if (process.env.SO06_UPDATE) await writeFile(file, read);
  assert.equal(read, await readFile(file, "utf8"));
}

test("the form of model 26 is read field by field, with what belongs to each", async (t) => {
  await is_read_as(await start(t), "form", "form-26");
});

test("the table is read with its heads, groups, rows and cells, and each cell says of which model and column it is", async (t) => {
  const page = await start(t);
  await show_cell(page, 24, "Khó khăn, vướng mắc");
  await is_read_as(page, "grid", "grid-26");
});

test("after scrolling, a row still says its place among all rows", async (t) => { // 67
  const page = await start(t);
  await show_cell(page, 26, "Khó khăn, vướng mắc");
  await tap(cell(page, 26, "Khó khăn, vướng mắc"));
  await press(page, "Control+End");
  const grid = page.getByRole("grid");
  // The head, five groups and 44 models.
  assert.equal(await grid.getAttribute("aria-rowcount"), "50");
  assert.equal(await grid.getAttribute("aria-colcount"), "8");
  const last = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Mô hình 44" }) });
  assert.equal(await last.getAttribute("aria-rowindex"), "50");
  const above = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Mô hình 43" }) });
  assert.equal(await above.getAttribute("aria-rowindex"), "49");
});
