// Where a file goes that is saved: to the place the person chooses, whole or not at all; to the browser's
// downloads where nothing can be chosen; nowhere when the picker is closed, which is said.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { answer_picker } from "./house/files.mjs";
import { press, tap } from "./house/hands.mjs";
import { open_sample_model } from "./house/places.mjs";
import { listen, read } from "./house/screen_reader.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

const Name = "DA06_SKHCN-QNg_Phuluc04_2025-07_v2.so06.json";

/** The sample's report with a change that is in no file. */
async function start(t) {
  const { context, errors } = await fresh_browser(t);
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  await tap(page.getByRole("radio", { name: "Đã triển khai" }));
  return { page, errors };
}

const state = (page) => page.getByRole("banner").getByRole("status");
const says = (page, words) => page.getByText(words).first().waitFor({ state: "attached" });

test("a file is saved where the person chooses, and only then called saved", async (t) => {
  const { page, errors } = await start(t);
  await answer_picker(page, { file: "chosen.json" });
  await press(page, "Control+S");
  await says(page, new RegExp(`Đã lưu tệp ${Name.replaceAll(".", "\\.")}, mã đối chiếu`));
  assert.match(await state(page).textContent(), /Đã lưu ra tệp \d+:\d+/);
  const { asked, text } = await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle("chosen.json")).getFile();
    return { asked: window.asked_to_save, text: await file.text() };
  });
  assert.equal(JSON.parse(text).format, "so06");
  assert.equal(asked[0].suggestedName, Name);
  assert.deepEqual(asked[0].types, [{ accept: { "application/json": [".json"] } }]);
  assert.deepEqual(errors, []);
});

test("that a file was saved, or was not, is read once", async (t) => { // 69
  const { page, errors } = await start(t);
  await listen(page);
  await answer_picker(page, { file: "chosen.json" });
  await press(page, "Control+S");
  await says(page, /Đã lưu tệp/);
  const saved = await read(page);
  assert.deepEqual(saved.map((words) => words.startsWith(`Đã lưu tệp ${Name}`)), [true], JSON.stringify(saved));
  await answer_picker(page, { error: "AbortError" });
  await press(page, "Control+S");
  await says(page, /Chưa lưu tệp/);
  const declined = await read(page);
  assert.deepEqual(declined.map((words) => words.startsWith("Chưa lưu tệp")), [true], JSON.stringify(declined));
  assert.deepEqual(errors, []);
});

test("a picker that is closed saves nothing, and the change is still in no file", async (t) => {
  const { page, errors } = await start(t);
  await press(page, "Control+S"); // a browser without windows closes its picker at once
  await says(page, /Chưa lưu tệp .* vì hộp chọn nơi lưu đã được đóng/);
  assert.match(await state(page).textContent(), /Chưa lưu ra tệp/);
  assert.deepEqual(errors, []);
});

test("a picker that may not be opened any more is not waited for: the file is downloaded", async (t) => {
  const { page, errors } = await start(t);
  await answer_picker(page, { error: "SecurityError" });
  const coming = page.waitForEvent("download");
  await press(page, "Control+S");
  assert.equal((await coming).suggestedFilename(), Name);
  await settled(page);
  await says(page, /Đã chuyển tệp .* cho trình duyệt tải xuống/);
  assert.deepEqual(errors, []);
});
