// The measures of scripts/bench: first load, start, event to GL calls, durable commits, keystrokes, scrolling, wasm against
// native.
import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { new_profile, open_context, settled } from "./browser.mjs";
import { open_model, tap } from "./hands.mjs";
import { answers_to_keys, compare_keystrokes, empty_page, ordinary_page } from "./keystrokes.mjs";
import { show_cell } from "./places.mjs";
import { Root, Site, serve } from "./site.mjs";
import { calibration, on_slow_machine } from "./slow_machine.mjs";

const run = promisify(execFile);
const Starts = 5;
const Events = 60;
const Edits = 200;
const Wheels = 120;
const LongParagraph = "Hạ tầng mạng của các xã miền núi chưa ổn định. ".repeat(180); // about 10 kB

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
    if (existsSync(file)) bytes += execFileSync("gzip", ["-9nc", file], { maxBuffer: 64 << 20 }).length;
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

/** A person rests on a button before it is pressed; a browser that draws in software is at the picture before for so long. */
const RestMs = 100;

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
    await page.waitForTimeout(RestMs);
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
    await page.waitForTimeout(RestMs);
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

/** Keystroke to paint in our open field beside `peers`: the median of each, and how we stand to them (ratio of the means). */
async function keystrokes(page, peers, what, text, budget = "≤ 16 ms") {
  const all = await compare_keystrokes(new Map([["Sổ 06", page], ...peers]), text);
  const mean = (times) => times.reduce((sum, one) => sum + one, 0) / times.length;
  const said = (time) => (time < 16 ? "< 16 ms" : ms(time));
  for (const [name, times] of all) {
    const sorted = times.toSorted((x, y) => x - y);
    const ours = times === all.get("Sổ 06");
    say(`keystroke to paint, ${what}, ${name}, median of ${times.length}`, said(at(sorted, 0.5)), ours ? budget : "(peer)");
    say(`keystroke to paint, ${what}, ${name}, p95`, said(at(sorted, 0.95)));
    if (!ours) say(`keystroke to paint, ${what}, Sổ 06 against ${name}`, `${(mean(all.get("Sổ 06")) / mean(times)).toFixed(2)} ×`);
  }
}

/** From a key in a long paragraph until the program has taken it in (web-platform.md §7, 18). */
async function answers(page) {
  const took = (await answers_to_keys(page, LongParagraph)).sort((x, y) => x - y);
  say(`keystroke to answer, a paragraph of 10 kB, median of ${took.length}`, ms(at(took, 0.5)), "< 16 ms");
  say("keystroke to answer, a paragraph of 10 kB, p95", ms(at(took, 0.95)));
}

/** From a wheel's event until its picture is finished (the page is opened with ?bench: it waits for the graphics). */
async function scrolling(page, what, over) {
  const box = await over.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.evaluate(() => {
    addEventListener("wheel", () => { globalThis.wheel_ms = performance.now(); }, { capture: true, passive: true });
  });
  const took = [];
  for (let i = 0; i < Wheels; i += 1) {
    await page.mouse.wheel(0, i < Wheels / 2 ? 120 : -120);
    took.push(await page.evaluate(async () => {
      while (globalThis.wheel_ms === undefined) await new Promise(requestAnimationFrame); // it comes in its own time
      await so06.idle();
      const from = globalThis.wheel_ms;
      globalThis.wheel_ms = undefined;
      return so06.first_shown_after_ms(from) - from;
    }));
  }
  const sorted = took.filter((one) => one > 0).sort((x, y) => x - y);
  say(`scroll, ${what}, median of ${sorted.length}`, ms(at(sorted, 0.5)));
  say(`scroll, ${what}, p95`, ms(at(sorted, 0.95)), "≤ 16 ms");
}

async function idle_frames(page) {
  const [before, later] = await page.evaluate(async () => {
    const first = so06.frames();
    await new Promise((enough) => { setTimeout(enough, 3000); });
    return [first, so06.frames()];
  });
  say("frames in 3 s of nothing", String(later - before), "0");
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
await page.goto(`${site.address}?bench`);
await settled(page);
await tap(page.getByRole("button", { name: "Dùng thử với dữ liệu mẫu" }).first());
await open_model(page, "lgsp", 26);
await event_to_picture(page);
await commits(page);
await page.goto(page.url().replace("?bench", ""));
await settled(page);
await tap(page.getByRole("textbox", { name: "Khó khăn, vướng mắc" }));
const peers = new Map([["an ordinary page", await ordinary_page(context)], ["an empty page", await empty_page(context)]]);
await keystrokes(page, peers, "a short text", "ngắn");
await keystrokes(page, peers, "a paragraph of 10 kB", LongParagraph, "as an ordinary page");
await answers(page);
const quick = await calibration(page);
let slow = 0;
const slowed = await on_slow_machine(profile, 0.5, async () => {
  slow = await calibration(page);
  await keystrokes(page, peers, "a short text, slow machine", "ngắn", "≤ 50 ms");
});
for (const peer of peers.values()) await peer.close();
say("slow machine: a fixed piece of work takes", slowed ? `${(slow / quick).toFixed(1)} × as long` : "no quotas here");
await page.goto(page.url().replace("#", "?bench#"));
await settled(page);
await show_cell(page, 27, "Khó khăn, vướng mắc");
await scrolling(page, "table of 44 × 7", page.getByRole("rowgroup"));
await idle_frames(page);
const gallery = await serve(join(Root, "build", "gallery"));
await page.goto(`${gallery.address}?bench`);
await settled(page);
await tap(page.getByRole("tab", { name: "Bảng 10.000 dòng" }));
await scrolling(page, "table of 10,000 rows", page.getByRole("rowgroup"));
await gallery.close();
await context.close();
await profile.remove();
await site.close();
await wasm_against_native();
console.table(rows);
