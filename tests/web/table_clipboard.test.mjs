// Rows of the table to Excel and Word, and blocks of cells from them into the table: what goes where is shown first, and one undo
// takes all of it back. The numbers are those of web-platform.md §7.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { can_be_busy, while_busy } from "./house/busy.mjs";
import { in_each_browser } from "./house/each_browser.mjs";
import { has_focus, paste, press, tab_to, tap, type } from "./house/hands.mjs";
import { cell, cell_editor, difficulties, open_sample, open_sample_model, show_cell } from "./house/places.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

const Column = "Khó khăn, vướng mắc";
/** In the sample's document. */
const ResultOf26 = "Đã triển khai vào cuối năm 2023, cài đặt tại Trung tâm dữ liệu tỉnh, vận hành ổn định tại địa chỉ https://lgsp.quangngai.gov.vn/. Vừa qua đã hoàn thành cấu hình lại theo sắp xếp chính quyền 2 cấp và sáp nhập tỉnh.";
const dialog = (page) => page.getByRole("dialog", { name: "Dán bảng" });

async function choose_cell(page, number = 26) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await open_sample_model(page);
  await show_cell(page, number, Column);
  await tap(cell(page, number, Column));
}

async function start(t, number) {
  const { context, errors } = await fresh_browser(t);
  t.after(() => assert.deepEqual(errors, []));
  const page = await open_page(context, site.address);
  await choose_cell(page, number);
  return page;
}

/** What the last copy put on the clipboard, read in the copy itself (no browser lets a test read HTML back). */
const watch_copies = (page) => page.evaluate(() => {
  window.addEventListener("copy", (event) => {
    window.copied = { text: event.clipboardData.getData("text/plain"), html: event.clipboardData.getData("text/html") };
  });
});
const copied = (page) => page.evaluate(() => window.copied);

in_each_browser("the cell one is in, the row at its model's name, or the rows taken along with Shift are copied, as text and as a table", () => site, async (page) => { // 27
  await choose_cell(page);
  await page.keyboard.down("Shift");
  await tap(cell(page, 25, Column));
  await page.keyboard.up("Shift");
  assert.equal(await page.getByRole("row", { selected: true }).count(), 2);
  assert.equal(await cell_editor(page, 25, Column).count(), 0);
  await press(page, "Escape");
  await tap(cell(page, 26, Column));
  await watch_copies(page);
  await press(page, "ArrowLeft");
  await press(page, "Control+C");
  assert.deepEqual(await copied(page), { text: ResultOf26, html: ResultOf26 });
  await press(page, "Home");
  await press(page, "Control+C");
  const one = await copied(page);
  const cells = one.text.split("\t");
  assert.deepEqual([cells[0], cells[1], cells[2]], ["26", "Nền tảng tích hợp, chia sẻ dữ liệu tỉnh (LGSP)", "Đã triển khai"]);
  assert.match(one.html, /^<table><tr><td>26<\/td><td>Nền tảng tích hợp/);
  await press(page, "Shift+ArrowDown");
  await press(page, "Shift+ArrowDown");
  assert.equal(await page.getByRole("row", { selected: true }).count(), 3);
  await press(page, "Control+C");
  const three = await copied(page);
  assert.ok(three.text.startsWith("STT\tMô hình\tTrạng thái\t"));
  assert.equal(three.html.match(/<tr>/g).length, 4);
  assert.match(three.html, /<td>28<\/td>/);
  await press(page, "Escape");
  assert.equal(await page.getByRole("row", { selected: true }).count(), 0);
  assert.equal(await page.getByRole("grid").count(), 1, "Escape lets go of the rows and stays in the table");
});

test("Ctrl+C right after an arrow copies the cell where the arrow led, however long the program needs", async (t) => { // 27
  const { context } = await fresh_browser(t);
  await can_be_busy(context);
  const page = await open_page(context, site.address);
  await choose_cell(page);
  await while_busy(page, async () => {
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Control+C");
  });
  await page.getByText("Đã sao chép nội dung ô").first().waitFor({ state: "attached" });
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), ResultOf26);
});

/** As Excel puts cells on the clipboard. */
const copy_from_excel = (page, rows) => page.evaluate(async (lines) => {
  const html = `<html><body><table border=0><!--StartFragment-->${lines.map((line) =>
    `<tr height=20>${line.map((words) => `<td class=xl65 width=64>${words}</td>`).join("")}</tr>`).join("\n")}<!--EndFragment--></table></body></html>`;
  const text = lines.map((line) => line.join("\t")).join("\r\n");
  await navigator.clipboard.write([new ClipboardItem({
    "text/plain": new Blob([text], { type: "text/plain" }), "text/html": new Blob([html], { type: "text/html" }),
  })]);
}, rows);

test("a block from Excel opens its mapping, not the cell; it is pasted as shown, and one undo takes it back", async (t) => { // 28
  const page = await start(t);
  const before = await cell(page, 26, Column).textContent();
  await copy_from_excel(page, [["STT", "Cột lạ", "Khó kh&#259;n,\n v&#432;&#7899;ng m&#7855;c"], ["26", "x", "thiếu<br>máy"], ["27", "x", "thiếu người"], ["77", "x", "ai"]]);
  await press(page, "Control+V");
  assert.equal(await dialog(page).count(), 1);
  assert.equal(await cell(page, 26, Column).textContent(), before, "nothing is pasted before it was seen");
  assert.equal(await dialog(page).getByText("Dòng “77” không phải mô hình nào trong danh mục nên không được dán. Hãy sửa số hoặc tên trong bảng gốc rồi dán lại.").count(), 1);
  assert.equal(await dialog(page).getByRole("combobox", { name: "Cột 2: Cột lạ" }).textContent(), "Bỏ qua");
  await tap(dialog(page).getByRole("button", { name: "Dán 2 ô" }));
  assert.equal(await dialog(page).count(), 0);
  assert.equal(await cell(page, 26, Column).textContent(), "thiếu; máy");
  assert.equal(await cell(page, 27, Column).textContent(), "thiếu người");
  await press(page, "Control+Z");
  assert.equal(await cell(page, 26, Column).textContent(), before);
  assert.notEqual(await cell(page, 27, Column).textContent(), "thiếu người");
});

test("cells that Excel or Word merged keep the columns behind them in their places", async (t) => { // 28
  const page = await start(t);
  // As Word writes it: paragraphs in the cells, a heading over two columns, a number over two rows.
  const p = (words) => `<p class=MsoNormal>${words}<o:p></o:p></p>`;
  const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><table class=MsoTableGrid border=1>
    <thead><tr><td>${p("<b>STT</b>")}</td><td colspan=2>${p("Ghi chú")}</td><td>${p("Khó khăn,<br> vướng mắc")}</td></tr></thead>
    <tr><td rowspan=2>${p("26")}</td><td>${p("x")}</td><td>${p("y")}</td><td>${p("Thiếu máy.")}${p("Thiếu người.")}</td></tr>
    <tr><td colspan=2>${p("tiếp")}</td><td>${p("")}</td></tr>
    <tr><td>${p("28")}</td><td>${p("x")}</td><td>${p("y")}</td><td>${p("Chưa có đường truyền.")}</td></tr></table></body></html>`;
  await copy_from_word(page, html, "STT\tĐánh giá");
  await press(page, "Control+V");
  assert.equal(await dialog(page).count(), 1);
  await tap(dialog(page).getByRole("button", { name: /^Dán \d+ ô$/ }));
  assert.equal(await cell(page, 26, Column).textContent(), "Thiếu máy. Thiếu người.");
  assert.equal(await cell(page, 28, Column).textContent(), "Chưa có đường truyền.");
});

test("a column can be given another field, and what is left alone changes nothing", async (t) => {
  const page = await start(t, 27);
  await copy_from_excel(page, [["một", "hai"]]);
  await press(page, "Control+V");
  await tap(dialog(page).getByRole("combobox", { name: "Cột 2: hai" }));
  await tap(page.getByRole("option", { name: "Kết quả triển khai" }));
  await tap(dialog(page).getByRole("button", { name: "Dán 2 ô" }));
  assert.equal(await cell(page, 27, Column).textContent(), "một");
  assert.equal(await cell(page, 27, "Kết quả triển khai").textContent(), "hai");
  await copy_from_excel(page, [["ba", "bốn"]]);
  await press(page, "Control+V");
  await press(page, "Escape");
  assert.equal(await cell(page, 27, Column).textContent(), "một");
});

test("plain text goes into an open cell or field as it is; a table goes to the mapping from an open cell too", async (t) => { // 29
  const page = await start(t);
  await press(page, "F2");
  await press(page, "Control+A");
  await paste(page, "một dòng chữ");
  assert.ok(await has_focus(cell_editor(page, 26, Column)));
  assert.equal(await cell_editor(page, 26, Column).inputValue(), "một dòng chữ");
  await copy_from_excel(page, [["a", "b"], ["c", "d"]]);
  await press(page, "Control+V");
  assert.equal(await dialog(page).count(), 1);
  await press(page, "Escape");
  assert.equal(await cell(page, 26, Column).textContent(), "một dòng chữ", "what was typed before is kept");
  await press(page, "Control+G");
  await tap(difficulties(page));
  await press(page, "Control+A");
  await paste(page, "chữ trong biểu mẫu");
  assert.equal(await difficulties(page).inputValue(), "chữ trong biểu mẫu");
});

test("a table pasted into a field of the form shows where it goes, from that model and field on; or it is text at the caret", async (t) => { // 28
  const page = await start(t);
  await press(page, "Control+G");
  await tap(difficulties(page));
  await press(page, "Control+A");
  await page.keyboard.type("đầu cuối");
  for (let i = 0; i < 4; i += 1) await press(page, "ArrowLeft");
  await copy_from_excel(page, [["thiếu máy", "nhanh hơn"], ["thiếu người", "đủ"]]);
  await press(page, "Control+V");
  assert.equal(await dialog(page).getByRole("combobox", { name: "Cột 1: thiếu máy" }).textContent(), Column);
  assert.equal(await difficulties(page).inputValue(), "đầu cuối", "nothing is pasted before it was seen");
  await tap(dialog(page).getByRole("button", { name: "Dán thành chữ vào ô đang nhập" }));
  assert.equal(await dialog(page).count(), 0);
  assert.ok(await has_focus(difficulties(page)));
  assert.equal(await difficulties(page).inputValue(), "đầu thiếu máy\tnhanh hơn\nthiếu người\tđủcuối");
  await press(page, "Control+Z");
  assert.equal(await difficulties(page).inputValue(), "đầu cuối");

  await press(page, "Control+V");
  await tap(dialog(page).getByRole("button", { name: "Dán 4 ô" }));
  await tab_to(difficulties(page));
  assert.equal(await difficulties(page).inputValue(), "thiếu máy");
  await press(page, "Alt+ArrowDown");
  assert.equal(await difficulties(page).inputValue(), "thiếu người");
  await press(page, "Control+Z");
  assert.notEqual(await difficulties(page).inputValue(), "thiếu người");

  await tap(difficulties(page));
  await press(page, "Control+A");
  await copy_from_excel(page, [["một cột"], ["hai dòng"]]);
  await press(page, "Control+V");
  assert.equal(await difficulties(page).inputValue(), "một cột\nhai dòng", "lines of text are text");
});

/** As Word puts text on the clipboard: HTML without a table, and tabs in the plain text. */
const copy_from_word = (page, html, text) => page.evaluate(([words, plain]) => navigator.clipboard.write([new ClipboardItem({
  "text/plain": new Blob([plain], { type: "text/plain" }), "text/html": new Blob([words], { type: "text/html" }),
})]), [html, text]);

test("text with tabs is text in a field of the form: an indented paragraph, a numbered list", async (t) => { // 29
  const page = await start(t);
  await press(page, "Control+G");
  await tap(difficulties(page));
  await paste(page, "1.\tThiếu máy\n2.\tThiếu người"); // Ctrl+Shift+V, Notepad: words alone
  assert.equal(await dialog(page).count(), 0);
  for (const text of ["1.\tThiếu máy\n2.\tThiếu người", "\tĐã triển khai\tđủ"]) {
    await press(page, "Control+A");
    await copy_from_word(page, `<p>${text}</p>`, text);
    await press(page, "Control+V");
    assert.equal(await dialog(page).count(), 0);
    assert.equal(await difficulties(page).inputValue(), text);
  }
  await press(page, "Control+A");
  await paste(page, "\tthụt đầu dòng"); // out of a plain editor
  assert.equal(await dialog(page).count(), 0);
  assert.equal(await difficulties(page).inputValue(), "\tthụt đầu dòng");
});

test("a table pasted while a button of the form has the focus goes nowhere", async (t) => {
  const page = await start(t);
  await press(page, "Control+G");
  await tap(page.getByRole("radio", { name: "Đang triển khai" }));
  await copy_from_excel(page, [["a", "b"], ["c", "d"]]);
  await press(page, "Control+V");
  assert.equal(await dialog(page).count(), 0);
});

test("pasted as text it stands where the caret was, though the text around it was stored meanwhile", async (t) => {
  const page = await start(t);
  await press(page, "Control+G");
  await tap(difficulties(page));
  await press(page, "Control+A");
  await paste(page, "📱 do\u0300ng mo\u0323\u0302t \ndòng hai 🏠"); // in pieces, with a space before the line's end: stored without
  await press(page, "Control+End");
  for (let i = 0; i < 5; i += 1) await press(page, "ArrowLeft");
  await copy_from_excel(page, [["a", "b"]]);
  await press(page, "Control+V");
  await tap(dialog(page).getByRole("button", { name: "Dán thành chữ vào ô đang nhập" }));
  await press(page, "Tab");
  assert.equal(await difficulties(page).inputValue(), "📱 dòng một\ndòng a\tbhai 🏠");
});

test("pasted as text it stands on the line that was just begun for it", async (t) => {
  const page = await start(t);
  await press(page, "Control+G");
  await tap(difficulties(page));
  await press(page, "Control+A");
  await type(page, "Các khó khăn:");
  await press(page, "Enter");
  await copy_from_excel(page, [["a", "b"]]);
  await press(page, "Control+V");
  await tap(dialog(page).getByRole("button", { name: "Dán thành chữ vào ô đang nhập" }));
  assert.equal(await difficulties(page).inputValue(), "Các khó khăn:\na\tb");
});

test("copied with the program busy for six seconds, the cell is on the clipboard when it has answered", async (t) => { // 30
  const { context, errors } = await fresh_browser(t);
  t.after(() => assert.deepEqual(errors, []));
  await can_be_busy(context);
  const page = await open_page(context, site.address);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await choose_cell(page);
  await while_busy(page, async () => {
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Control+C");
    const pressed = await page.evaluate(() => performance.now());
    await page.waitForFunction((since) => performance.now() - since > 6500, pressed);
  });
  await page.getByText("Đã sao chép nội dung ô").first().waitFor({ state: "attached" });
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), ResultOf26);
});

test("where the browser refuses the clipboard, what was to be copied is shown", async (t) => { // 30
  const { context, errors } = await fresh_browser(t);
  t.after(() => assert.deepEqual(errors, []));
  await can_be_busy(context);
  const page = await open_page(context, site.address);
  await choose_cell(page);
  await page.evaluate(() => { navigator.clipboard.write = () => Promise.reject(new DOMException("", "NotAllowedError")); });
  await while_busy(page, async () => {
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Control+C");
  });
  const words = page.getByRole("textbox", { name: "Nội dung cần sao chép" });
  await words.waitFor({ state: "attached" });
  assert.equal(await words.inputValue(), ResultOf26);
});

test("a cell is copied into another one by keys alone; what it took away is said with the way back beside it", async (t) => {
  const page = await start(t);
  const before = await cell(page, 26, Column).textContent();
  await press(page, "ArrowLeft");
  await press(page, "Control+C");
  await press(page, "ArrowRight");
  await press(page, "Control+V");
  await dialog(page).waitFor();
  await press(page, "Enter"); // the button that writes has the focus
  assert.equal(await dialog(page).count(), 0);
  assert.equal(await cell(page, 26, Column).textContent(), ResultOf26);
  const notices = page.getByRole("region", { name: "Thông báo" });
  assert.equal(await notices.getByText("Đã dán 1 ô của 1 mô hình").count(), 1);
  await tap(notices.getByRole("button", { name: "Hoàn tác" }));
  assert.equal(await cell(page, 26, Column).textContent(), before);
  assert.ok(await has_focus(cell(page, 26, Column)), "the keyboard is where it was");
  await press(page, "Delete");
  assert.equal(await notices.getByText("Đã bỏ nội dung trước đó ở Khó khăn, vướng mắc của").count(), 1);
  await tap(notices.getByRole("button", { name: "Hoàn tác" }));
  assert.equal(await cell(page, 26, Column).textContent(), before);
});

/** A page at 200 % on a screen of 1280 px: cards stand where a wider page has the table. */
const Zoomed = { viewport: { width: 640, height: 400 }, scale: 2 };
const card = (page, number) => page.getByRole("button", { name: new RegExp(`^Mô hình ${number},`) });

test("at 200 % the row of a card is copied and a block is pasted from a card on, by keys alone", async (t) => { // 27, 28, 70
  const { context, errors } = await fresh_browser(t, Zoomed);
  t.after(() => assert.deepEqual(errors, []));
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await open_page(context, site.address);
  await open_sample(page);
  if ((await card(page, 26).count()) === 0) await press(page, "Control+G");
  await tab_to(card(page, 26));
  await press(page, "Control+C");
  await page.getByText("Đã sao chép 1 dòng. Dán được vào Excel, Word.").first().waitFor({ state: "attached" });
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^26\t/);
  await tab_to(card(page, 26));
  await copy_from_excel(page, [["Số", "Khó khăn, vướng mắc"], ["26", "thiếu máy"], ["27", "thiếu người"]]);
  await press(page, "Control+V");
  await dialog(page).waitFor();
  await tab_to(dialog(page).getByRole("button", { name: /^Dán/ }).first());
  await press(page, "Enter");
  assert.equal(await dialog(page).count(), 0);
  await tab_to(card(page, 26));
  await press(page, "Enter");
  await tab_to(difficulties(page));
  assert.equal(await difficulties(page).inputValue(), "thiếu máy");
  await press(page, "Alt+ArrowDown");
  assert.equal(await difficulties(page).inputValue(), "thiếu người");
  await press(page, "Control+G");
  await press(page, "Control+F");
  await press(page, "Tab");
  assert.ok(await has_focus(page.getByRole("combobox", { name: "Lọc mô hình" })));
  await copy_from_excel(page, [["thiếu máy"]]);
  await press(page, "Control+V");
  assert.equal(await dialog(page).count(), 0, "a filter is no place for a block");
  await tab_to(card(page, 27));
  await press(page, "Enter");
  // Elsewhere there is nothing of it left to copy.
  await page.evaluate(() => navigator.clipboard.writeText("của người khác"));
  await tab_to(page.getByRole("button", { name: "Không có khó khăn, vướng mắc" }));
  await press(page, "Control+C");
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "của người khác");
});

test("two tables of a page come as one block, the one below the other", async (t) => {
  const page = await start(t);
  const table = (rows) => `<table>${rows.map((row) => `<tr>${row.map((words) => `<td>${words}</td>`).join("")}</tr>`).join("")}</table>`;
  await copy_from_word(page, `${table([["thiếu máy"]])}<p>và</p>${table([["thiếu người"]])}`, "thiếu máy\nvà\nthiếu người");
  await press(page, "Control+V");
  assert.deepEqual(await dialog(page).getByText(/^Mô hình \d+, /).allTextContents(), ["Mô hình 26, Khó khăn, vướng mắc", "Mô hình 27, Khó khăn, vướng mắc"]);
});

test("a table pasted right after an arrow goes where the arrow led, however long the program needs", async (t) => {
  const { context } = await fresh_browser(t);
  await can_be_busy(context);
  const page = await open_page(context, site.address);
  await choose_cell(page);
  await copy_from_excel(page, [["thiếu máy"], ["thiếu người"]]);
  await while_busy(page, async () => {
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Control+V");
  });
  await settled(page);
  await dialog(page).waitFor();
  assert.deepEqual(await dialog(page).getByText(/^Mô hình \d+, /).allTextContents(), ["Mô hình 27, Khó khăn, vướng mắc", "Mô hình 28, Khó khăn, vướng mắc"]);
});
