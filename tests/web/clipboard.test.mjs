// What is pasted and dropped: text is the field's, also when a picture of the same lies beside it, and of
// several files each is taken for itself.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { press, tap } from "./house/hands.mjs";
import { difficulties, open_sample_model } from "./house/places.mjs";
import { Root, serve } from "./house/site.mjs";

const Sample = "DA06_SKHCN-QNg_Phuluc04_2025-07_v1.so06.json";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

const said = (page, words) => page.locator("#ax").getByText(words);

async function start(t) {
  const { context, errors } = await fresh_browser(t);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  return { page, errors };
}

/** As a spreadsheet does: the words, and a picture of the cells. */
const copy_cells = (page, text) => page.evaluate(async (words) => {
  const canvas = new OffscreenCanvas(8, 8);
  canvas.getContext("2d").fillRect(0, 0, 8, 8);
  const picture = await canvas.convertToBlob({ type: "image/png" });
  await navigator.clipboard.write([new ClipboardItem({ "text/plain": new Blob([words], { type: "text/plain" }), "image/png": picture })]);
  window.addEventListener("paste", (event) => { globalThis.pasted_files = event.clipboardData.files.length; }, { capture: true });
}, text);

test("cells copied in a spreadsheet are pasted into a field as their text, not taken for a file", async (t) => {
  const { page, errors } = await start(t);
  await copy_cells(page, "ba ô\nđã chép");
  await tap(difficulties(page));
  await press(page, "Control+A");
  await press(page, "Control+V");
  assert.equal(await page.evaluate(() => globalThis.pasted_files), 1, "the browser hands over the picture too");
  assert.equal(await difficulties(page).inputValue(), "ba ô\nđã chép");
  assert.equal(await said(page, /image\.png/).count(), 0);
  assert.deepEqual(errors, []);
});

/** Lets go of what is dragged over the centre of the thing. */
async function drop(page, locator, data) {
  const box = await locator.boundingBox();
  const cdp = await page.context().newCDPSession(page);
  for (const type of ["dragEnter", "dragOver", "drop"]) {
    await cdp.send("Input.dispatchDragEvent", {
      type, x: box.x + box.width / 2, y: box.y + box.height / 2,
      data: { items: [], files: [], dragOperationsMask: 1, ...data },
    });
  }
  await cdp.detach();
  await settled(page);
}

test("text that is dragged into a field lands in it", async (t) => {
  const { page, errors } = await start(t);
  await tap(difficulties(page));
  await press(page, "Control+A");
  await press(page, "Delete");
  await drop(page, difficulties(page), { items: [{ mimeType: "text/plain", data: "kéo vào" }] });
  assert.equal(await difficulties(page).inputValue(), "kéo vào");
  assert.deepEqual(errors, []);
});

test("of several files dropped at once those that can be read are opened, the others are named", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "so06-drop-"));
  t.after(() => rm(folder, { recursive: true }));
  const paths = ["thư mục", "ghi-chu.txt", Sample].map((name) => join(folder, name));
  await mkdir(paths[0]);
  await writeFile(paths[1], "Kính gửi anh Ba");
  await writeFile(paths[2], await readFile(join(Root, "data", "samples", Sample)));
  const { context, errors } = await fresh_browser(t);
  const page = await open_page(context, site.address);
  await drop(page, page.locator("#root"), { files: paths });
  await said(page, /thư mục/).first().waitFor({ state: "attached" });
  await said(page, /ghi-chu\.txt/).first().waitFor({ state: "attached" });
  await tap(page.getByRole("button", { name: "Lấy vào sổ" }));
  await page.getByRole("navigation", { name: "Danh sách mô hình" }).waitFor({ state: "attached" });
  assert.deepEqual(errors, []);
});
