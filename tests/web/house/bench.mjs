// The measures of scripts/bench: first load, start, event to GL calls, durable commits,
// wasm against native.
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
const Edits = 200;

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

/**
 * From the event's own time stamp to the GL calls made for it. Pointer moves are no measure: a browser
 * keeps them back for its next display frame. A key that moves the table's current cell, and a button
 * that goes down, come at once and change the picture.
 */
async function event_to_picture(page) {
  await page.evaluate(() => {
    for (const type of ["keydown", "pointerdown"]) {
      addEventListener(type, (event) => { globalThis.event_ms = event.timeStamp; }, { capture: true });
    }
  });
  const took = async () => page.evaluate(async () => {
    await so06.idle();
    return so06.first_shown_after_ms(globalThis.event_ms) - globalThis.event_ms;
  });
  const tell = (what, times) => {
    const sorted = times.filter((one) => one > 0).sort((x, y) => x - y);
    say(`${what} to GL calls, median of ${sorted.length}`, ms(at(sorted, 0.5)), "≤ 5 ms");
    say(`${what} to GL calls, p95`, ms(at(sorted, 0.95)));
  };

  const button = await page.getByRole("banner").getByRole("button", { name: "Lưu tệp" }).boundingBox();
  await page.mouse.move(button.x + button.width / 2, button.y + button.height / 2);
  await settled(page);
  const presses = [];
  for (let i = 0; i < Events; i += 1) {
    await page.mouse.down();
    presses.push(await took());
    await page.mouse.move(5, 400); // let go beside it: nothing is saved
    await page.mouse.up();
    await page.mouse.move(button.x + button.width / 2, button.y + button.height / 2);
    await settled(page);
  }
  tell("press", presses);

  await page.keyboard.press("Control+G");
  await settled(page);
  await tap(page.getByRole("gridcell", { name: /, Khó khăn/ }).first());
  const steps = [];
  for (let i = 0; i < Events; i += 1) {
    await page.keyboard.press(i % 2 ? "ArrowRight" : "ArrowLeft");
    steps.push(await took());
  }
  tell("arrow key", steps);
  await page.keyboard.press("Control+G");
  await settled(page);
}

/**
 * Durable commits of one edit each (a state chosen): from the message that brings it to the worker until
 * the last flush of the files has come back, the frame between them included; and how many flushes it took.
 */
async function commits(page) {
  const worker = page.workers()[0];
  await worker.evaluate(() => {
    globalThis.edits = [];
    const { flush } = FileSystemSyncAccessHandle.prototype;
    FileSystemSyncAccessHandle.prototype.flush = function timed() {
      flush.call(this);
      const edit = globalThis.edits.at(-1);
      edit.flushes += 1;
      edit.took = performance.now() - edit.from;
    };
    const hear = self.onmessage;
    self.onmessage = (event) => {
      const pressed = event.data.some((message) => message.k === "ptr" && message.type === "up");
      if (pressed) globalThis.edits.push({ from: performance.now(), flushes: 0, took: 0 });
      hear(event);
    };
  });
  for (let i = 0; i < Edits; i += 1) {
    await tap(page.getByRole("radio", { name: i % 2 ? "Đang triển khai" : "Thí điểm" }));
  }
  const edits = (await worker.evaluate(() => globalThis.edits)).filter((edit) => edit.flushes > 0);
  const took = edits.map((edit) => edit.took).sort((x, y) => x - y);
  say(`durable commit of one edit, median of ${took.length}`, ms(at(took, 0.5)));
  say("durable commit of one edit, p99", ms(at(took, 0.99)), "≤ 20 ms");
  say("flushes of a commit, most", String(Math.max(...edits.map((edit) => edit.flushes))), "1");
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
await commits(page);
await context.close();
await profile.remove();
await site.close();
await wasm_against_native();
console.table(rows);
