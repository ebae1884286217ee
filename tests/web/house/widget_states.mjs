// Every control of the widget set as it lies there, under the pointer, pressed and focused, on one sheet for eyes: a real pointer
// and real keys make each state, the page of a colour of its own puts the cuttings side by side.
import { settled } from "./browser.mjs";
import { press, scroll_to } from "./hands.mjs";

const Margin = 6;
const Away = { x: 2, y: 300 };

async function cutting(page, locator) {
  await settled(page);
  const box = await locator.boundingBox();
  const clip = { x: Math.max(0, box.x - Margin), y: Math.max(0, box.y - Margin), width: box.width + 2 * Margin, height: box.height + 2 * Margin };
  return (await page.screenshot({ clip })).toString("base64");
}

async function states_of(page, locator) {
  const box = await locator.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(Away.x, Away.y);
  await locator.evaluate(() => document.activeElement.blur());
  const shots = [await cutting(page, locator)];
  await page.mouse.move(x, y);
  shots.push(await cutting(page, locator));
  await page.mouse.down();
  shots.push(await cutting(page, locator));
  await page.mouse.move(Away.x, Away.y); // let go elsewhere it does nothing
  await page.mouse.up();
  await press(page, "Shift"); // the ring is for those who use keys
  await locator.evaluate((element) => element.focus());
  shots.push(await cutting(page, locator));
  return shots;
}

/** Photographs them on the page that is open and writes the sheet to `path`. */
export async function photograph_states(page, path) {
  await press(page, "Home");
  const pane = page.getByRole("group", { name: "Các điều khiển" });
  const ids = await page.locator("#ax :is(button, input, textarea)").evaluateAll((all) => all.map((one) => one.dataset.id));
  const rows = [];
  for (const id of ids) {
    const locator = page.locator(`[data-id="${id}"]`);
    if (await pane.locator(locator).count()) await scroll_to(locator, pane);
    rows.push(await states_of(page, locator));
  }
  const scale = await page.evaluate(() => devicePixelRatio);
  const sheet = await page.context().newPage();
  await sheet.setContent(`<style>body { margin: 8px; background: #b8b; columns: 2 } div { break-inside: avoid } img { margin: 2px; zoom: ${1 / scale} }</style>${
    rows.map((shots) => `<div>${shots.map((shot) => `<img src="data:image/png;base64,${shot}">`).join("")}</div>`).join("")}`);
  await sheet.setViewportSize({ width: 1500, height: 1000 });
  await sheet.screenshot({ path, fullPage: true });
  await sheet.close();
}
