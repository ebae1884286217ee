// What a screen reader meets in what opens on a screen: menus, lists, editors, dialogs, questions, and the pages nobody hopes to
// see. The screens themselves are in screens.test.mjs. One pass on a laptop; the numbers are those of web-platform.md §7.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { make_deaf, trap_until } from "./house/faults.mjs";
import { save_file } from "./house/files.mjs";
import { paste, press, refuse_copies, tap, type } from "./house/hands.mjs";
import { button, cell, cell_editor, difficulties, open_sample_model, show_cell } from "./house/places.mjs";
import { wrong_to_hear } from "./house/screen_reader.mjs";
import { serve } from "./house/site.mjs";

const Column = "Khó khăn, vướng mắc";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());

/** Goes through `states`, each {open, shows, close?}; says of which something is wrong to hear. */
async function through(page, states) {
  const found = {};
  for (const [name, { open, shows, close = () => press(page, "Escape") }] of Object.entries(states)) {
    await open();
    await shows().first().waitFor({ state: "attached" });
    const wrong = await wrong_to_hear(page);
    if (wrong.length > 0) found[name] = wrong;
    await close();
  }
  assert.deepEqual(found, {});
}

const stays = () => undefined;
const dialog = (page, name) => page.getByRole("dialog", { name });

async function start(t, options) {
  const { context, errors } = await fresh_browser(t, options);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  return { context, errors, page: await open_page(context, site.address) };
}

test("axe finds nothing and all has a name: what opens on the form and on the table", async (t) => { // 64, 66
  const { page, errors } = await start(t);
  await open_sample_model(page);
  await through(page, {
    "the list of languages": {
      open: () => tap(button(page, "Ngôn ngữ")), shows: () => page.getByRole("menu", { name: "Ngôn ngữ" }),
    },
    "the looks": {
      open: () => tap(button(page, "Giao diện và cỡ chữ")), shows: () => page.getByRole("menu"),
    },
    "a drop-down list": {
      open: () => tap(page.getByRole("combobox", { name: "Lọc mô hình" })), shows: () => page.getByRole("listbox"),
    },
    "an open field": { open: () => tap(difficulties(page)), shows: () => difficulties(page) },
    "what is shared": { open: () => tap(button(page, "Dùng chung với…")), shows: () => dialog(page, "Dùng chung nội dung") },
    "the search with what it found": {
      open: async () => {
        await press(page, "Control+K");
        await type(page, "kiosk");
      },
      shows: () => page.getByRole("option", { name: /kiosk/i }),
    },
    "an open cell": {
      open: async () => {
        await show_cell(page, 26, Column);
        await tap(cell(page, 26, Column));
        await press(page, "F2");
      },
      shows: () => cell_editor(page, 26, Column),
    },
    "what can be done with a model": {
      open: () => press(page, "Shift+F10"), shows: () => page.getByRole("menu", { name: "Mô hình 26" }),
    },
    "a table about to be pasted": {
      open: () => paste(page, "26\tthiếu máy\tmột\n77\tthiếu người\thai"), shows: () => dialog(page, "Dán bảng"), close: stays,
    },
    "where a column of it goes": {
      open: () => tap(dialog(page, "Dán bảng").getByRole("combobox").first()), shows: () => page.getByRole("listbox"),
      close: async () => {
        await press(page, "Escape");
        await press(page, "Escape");
      },
    },
    "words that are copied by hand": {
      open: async () => {
        await refuse_copies(page);
        await save_file(page, () => press(page, "Control+S"));
        await tap(button(page, "Sao chép lời gửi"));
      },
      shows: () => dialog(page, "Sao chép bằng tay"),
    },
  });
  assert.deepEqual(errors, []);
});

test("axe finds nothing and all has a name: a search that found nothing", async (t) => { // 66
  const { page } = await start(t);
  await through(page, {
    "the search": {
      open: async () => {
        await press(page, "Control+K");
        await type(page, "qwxz");
      },
      shows: () => page.getByText("Không có gì khớp với từ đã gõ"),
    },
  });
});

test("axe finds nothing and all has a name: what opens on the desk, and all of it in English", async (t) => { // 64, 66
  const { page, errors } = await start(t, { viewport: { width: 1366, height: 1400 } });
  await tap(button(page, "Tạo sổ mới"));
  await tap(button(page, /^Mở sổ .*Sổ của tôi/));
  await through(page, {
    "who writes": { open: () => tap(button(page, "Ghi tên…")), shows: () => dialog(page, "Người lập báo cáo") },
    "a workbook about to be deleted": {
      open: () => tap(button(page, /^Xóa sổ .*Sổ mới/)), shows: () => page.getByRole("dialog").or(page.getByRole("alertdialog")),
    },
    "the list of months": {
      open: async () => {
        await tap(button(page, "Tạo báo cáo…"));
        await tap(page.getByRole("combobox", { name: "Tháng" }));
      },
      shows: () => page.getByRole("listbox"),
      close: async () => {
        await press(page, "Escape");
        await press(page, "Escape");
      },
    },
    "the desk in English": {
      open: async () => {
        await tap(button(page, "Ngôn ngữ"));
        await tap(page.getByRole("menuitemradio", { name: "English" }));
      },
      shows: () => page.getByRole("button", { name: "Language" }), close: stays,
    },
    "the form in English": {
      open: async () => {
        await open_sample_in_english(page);
        await press(page, "Alt+2");
      },
      shows: () => page.getByRole("form"), close: stays,
    },
    "the table in English": { open: () => press(page, "Alt+3"), shows: () => page.getByRole("grid"), close: stays },
    "the keys in English": { open: () => press(page, "F1"), shows: () => page.getByRole("dialog") },
  });
  assert.deepEqual(errors, []);
});

const open_sample_in_english = (page) => tap(button(page, /sample/i));

test("axe finds nothing and all has a name: the plain page, from the first load without graphics", async (t) => { // 64, 66
  const { context, errors } = await fresh_browser(t);
  await context.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function without(kind, ...given) {
      return kind === "webgl2" ? null : getContext.call(this, kind, ...given);
    };
  });
  const page = await open_page(context, site.address);
  await through(page, {
    "the desk": { open: stays, shows: () => button(page, "Tạo báo cáo…"), close: stays },
    "the form": { open: () => open_sample_model(page), shows: () => difficulties(page), close: stays },
    "the list of languages": { open: () => tap(button(page, "Ngôn ngữ")), shows: () => page.getByRole("menu") },
    "the table": { open: () => press(page, "Alt+3"), shows: () => page.getByRole("grid"), close: stays },
    "the search": { open: () => press(page, "Control+K"), shows: () => page.getByRole("dialog") },
  });
  assert.equal(await page.evaluate(() => document.documentElement.classList.contains("plain")), true);
  assert.deepEqual(errors, []);
});

test("axe finds nothing and all has a name: what is said before the start and after a fault", async (t) => { // 64, 66
  const { context } = await fresh_browser(t); // what is wrong is said to the console too
  const page = await open_page(context, site.address);
  await open_sample_model(page);
  const sheet = page.getByRole("alertdialog", { name: "Sổ 06 gặp lỗi và phải dừng lại" });
  await through(page, {
    "the fault sheet": {
      open: async () => {
        await trap_until(page, difficulties(page));
        await settled(page);
        await tap(difficulties(page));
        await make_deaf(page);
        await page.keyboard.type("chưa lưu");
        await trap_until(page, sheet.filter({ visible: true }));
      },
      shows: () => sheet, close: stays,
    },
    "the fault sheet after a copy": {
      open: async () => {
        const copy = page.waitForEvent("download");
        await sheet.getByRole("button", { name: "Lưu bản sao" }).click();
        await copy;
      },
      shows: () => sheet.getByText("Đã chuyển bản sao"), close: stays,
    },
    "parts that could not be loaded": {
      open: async () => {
        await context.route(/\.wasm$/, (route) => route.abort());
        await page.reload();
      },
      shows: () => page.getByText(/Chưa tải được các phần/).filter({ visible: true }), close: stays,
    },
  });
});
