// What the page is when something usual is missing or unusual: no graphics, another language, a phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fresh_browser, open_page, settled } from "./house/browser.mjs";
import { finger_tap, press, swipe, tap, type } from "./house/hands.mjs";
import { button, difficulties } from "./house/places.mjs";
import { serve } from "./house/site.mjs";

let site;

before(async () => {
  site = await serve();
});
after(() => site.close());


test("graphics that are lost for good leave a plain page of buttons and fields", async (t) => {
  const { context, errors } = await fresh_browser(t);
  const page = await open_page(context, site.address);
  await tap(button(page, "Dùng thử với dữ liệu mẫu").first());
  await tap(page.getByRole("button", { name: /^Mô hình 2,/ }));
  const name = page.locator("#ax [aria-hidden]", { hasText: "Kết quả triển khai" });
  assert.equal(await ink_of(name), "transparent", "the picture shows it");
  await page.evaluate(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    const gl = getContext.call(document.querySelector("canvas"), "webgl2");
    HTMLCanvasElement.prototype.getContext = (kind) => (kind === "webgl2" ? null : undefined);
    gl.getExtension("WEBGL_lose_context").loseContext();
  });
  const field = page.getByRole("textbox", { name: "Kết quả triển khai" });
  await field.click(); // Playwright clicks only what can be seen and takes the pointer
  assert.equal(await ink_of(name), "seen", "the name of a field stands above it, though it is read with the field only");
  assert.match(await difficulties(page).getAttribute("placeholder"), /^Vướng ở đâu/, "and its hint in it, though nobody was there");
  const chosen = page.getByRole("radio", { name: "Gạch ngang, chưa nêu lý do" });
  assert.equal(await chosen.evaluate((chip) => getComputedStyle(chip).fontWeight), "600", "what is chosen looks so");
  await type(page, "gõ trên trang đơn giản");
  await press(page, "Alt+ArrowDown");
  await press(page, "Alt+ArrowUp");
  assert.equal(await field.inputValue(), "gõ trên trang đơn giản");
  await press(page, "Alt+1");
  await button(page, "Tạo báo cáo…").click();
  await settled(page);
  assert.equal(await ink_of(page.getByRole("heading", { name: "Tạo báo cáo" })), "seen");
  assert.deepEqual(errors, []);
});

const ink_of = (locator) => locator.first().evaluate((element) =>
  getComputedStyle(element).color === "rgba(0, 0, 0, 0)" ? "transparent" : "seen");

test("before the start and after a fault the page speaks the language that was chosen", async (t) => {
  const { context } = await fresh_browser(t);
  const page = await open_page(context, site.address);
  await tap(button(page, /Ngôn ngữ/));
  await tap(page.getByRole("menuitem", { name: "English" }).or(page.getByRole("menuitemradio", { name: "English" })));
  await context.route(/\.wasm$/, (route) => route.abort());
  await page.reload();
  await page.getByText(/Parts of Sổ 06 could not be loaded/).waitFor();
  assert.equal(await page.getByText(/Chưa tải được các phần/).isVisible(), false);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.getByText(/Chưa tải được các phần/).waitFor();
  assert.equal(await page.getByText(/could not be loaded/).isVisible(), false);
});

test("on a phone: a model is tapped, typed in, scrolled by finger and turned; the text stays, the picture is sharp", async (t) => {
  const phone = { viewport: { width: 390, height: 844 }, scale: 3, touch: true, mobile: true };
  const { context, errors } = await fresh_browser(t, phone);
  const page = await open_page(context, site.address);
  await finger_tap(button(page, "Dùng thử với dữ liệu mẫu"));
  await finger_tap(button(page, "Danh sách"));
  await finger_tap(page.getByRole("button", { name: /^Mô hình 2,/ }));
  const result = page.getByRole("textbox", { name: "Kết quả triển khai" });
  await finger_tap(result);
  await type(page, "gõ bằng điện thoại");
  assert.equal(await result.inputValue(), "gõ bằng điện thoại");

  const before = await result.boundingBox();
  await swipe(page.getByRole("form"), 0, -200);
  const after = await result.boundingBox();
  assert.ok(!after || after.y < before.y - 50, "the finger moved the form");
  await swipe(page.getByRole("form"), 0, 200);

  for (const size of [{ width: 844, height: 390 }, phone.viewport]) {
    await page.setViewportSize(size);
    await settled(page);
    assert.deepEqual(await page.evaluate(() => {
      const { width, height, clientWidth, clientHeight } = document.querySelector("canvas");
      return { scale: devicePixelRatio, size: [clientWidth, clientHeight], pixels: [width, height] };
    }), { scale: 3, size: [size.width, size.height], pixels: [3 * size.width, 3 * size.height] });
  }
  assert.equal(await result.inputValue(), "gõ bằng điện thoại");
  assert.deepEqual(errors, []);
});
