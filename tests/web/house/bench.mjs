// The measures of scripts/bench: first load, start, event to GL calls, text to disk, wasm against native.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { new_profile, open_context, settled } from "./browser.mjs";
import { open_model, tap } from "./hands.mjs";
import { Root, Site, serve } from "./site.mjs";

const run = promisify(execFile);
const Starts = 5;
const Events = 60;

const rows = [];
const say = (what, value, budget = "") => rows.push({ what, value, "must hold": budget });
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
const middle = (numbers) => at([...numbers].sort((a, b) => a - b), 0.5);
const ms = (number) => `${number.toFixed(1)} ms`;

/** Sum of gzip -9 over everything the first start asks for (design.md §9). */
async function first_load(site, profile) {
  const { context } = await open_context(profile);
  const asked = site.requests.length;
  const page = await context.newPage();
  await page.goto(site.address);
  await settled(page);
  await context.close();
  let bytes = 0;
  for (const path of new Set(site.requests.slice(asked))) {
    const file = join(Site, path === "/" ? "index.html" : path);
    if (existsSync(file)) bytes += gzipSync(await readFile(file), { level: 9 }).length;
  }
  say("first load, gzip -9", `${(bytes / 1000).toFixed(0)} kB`, "≤ 900 kB");
}

/** From the start of navigation to the GL calls of the first frame. */
async function start_once(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  await settled(page);
  const shown = await page.evaluate(() => so06.shown_first_ms());
  await page.close();
  return shown;
}

async function starts(site) {
  const cold = [];
  const warm = [];
  for (let i = 0; i < Starts; i += 1) {
    const profile = await new_profile();
    const { context } = await open_context(profile);
    cold.push(await start_once(context, site.address));
    warm.push(await start_once(context, site.address));
    await context.close();
    await profile.remove();
  }
  say(`start to first frame, cold (median of ${Starts})`, ms(middle(cold)), "≤ 1000 ms");
  say(`start to first frame, warm (median of ${Starts})`, ms(middle(warm)), "≤ 400 ms");
}

/** Presses of a chip that changes the picture: the event's own time stamp to the GL calls made for it. */
async function event_to_picture(page) {
  await page.evaluate(() => {
    globalThis.pressed_ms = 0;
    addEventListener("pointermove", (event) => { globalThis.pressed_ms = event.timeStamp; }, { capture: true });
  });
  const buttons = [page.getByRole("banner").getByRole("button").nth(1), page.getByRole("heading", { level: 1 })];
  const boxes = await Promise.all(buttons.map((button) => button.boundingBox()));
  const took = [];
  for (let i = 0; i < Events; i += 1) {
    const box = boxes[i % 2];
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    took.push(await page.evaluate(async () => {
      await so06.idle();
      return so06.first_shown_after_ms(globalThis.pressed_ms) - globalThis.pressed_ms;
    }));
  }
  const sorted = took.filter((one) => one > 0).sort((a, b) => a - b);
  say(`event to GL calls, median of ${sorted.length}`, ms(at(sorted, 0.5)), "≤ 5 ms");
  say("event to GL calls, p95", ms(at(sorted, 0.95)));
}

/** A letter typed until the page hears that it is on the disk. */
async function text_to_disk(page) {
  await tap(page.getByRole("textbox", { name: "Khó khăn, vướng mắc" }));
  await page.keyboard.press("Control+End");
  await page.evaluate(() => {
    globalThis.typed = [];
    addEventListener("input", (event) => { globalThis.typed.push({ at: event.timeStamp }); }, { capture: true });
    document.addEventListener("so06-saved", () => {
      const last = globalThis.typed.at(-1);
      if (last && !last.kept) last.kept = performance.now();
    });
  });
  for (let i = 0; i < 30; i += 1) {
    await page.keyboard.type("a");
    await page.waitForFunction((count) => globalThis.typed.length === count && globalThis.typed.at(-1).kept, i + 1);
  }
  const took = (await page.evaluate(() => globalThis.typed.map((one) => one.kept - one.at))).sort((a, b) => a - b);
  say("letter to disk, with the 500 ms a stay gathers, median", ms(at(took, 0.5)));
}

/** Rows of `so06 bench`: name, milliseconds, megabytes a second. */
async function speeds(command, args) {
  const { stdout } = await run(command, args);
  return new Map(stdout.trim().split("\n").map((line) => line.trim().split(/\s+/))
    .map(([name, , , speed]) => [name, Number(speed)]));
}

/** The same program over the same data, compiled twice. */
async function wasm_against_native() {
  const native = await speeds(join(Root, "build", "cli", "so06"), ["bench"]);
  const wasm = await speeds(process.execPath, [join(Root, "build", "wasm", "so06_node.js"), "bench"]);
  let sum = 0;
  for (const [name, speed] of native) {
    const ratio = speed / wasm.get(name);
    sum += Math.log(ratio);
    say(`wasm against native: ${name}`, `${ratio.toFixed(2)} ×`);
  }
  say("wasm against native, geometric mean", `${Math.exp(sum / native.size).toFixed(2)} ×`, "≤ 1.6 ×");
}

const site = await serve();
const profile = await new_profile();
await first_load(site, profile);
await starts(site);
const { context } = await open_context(profile);
const page = await context.newPage();
await page.goto(site.address);
await settled(page);
await tap(page.getByRole("button", { name: "Dùng thử với dữ liệu mẫu" }).first());
await open_model(page, "lgsp", 26);
await event_to_picture(page);
await text_to_disk(page);
await context.close();
await profile.remove();
await site.close();
await wasm_against_native();
console.table(rows);
