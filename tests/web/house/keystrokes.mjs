// From a keystroke to its paint and to the program's answer: the measure of scripts/bench, beside the same keys in pages that
// are not ours. Each takes its turn, again and again: what else the machine does meets all of them.

const Keys = 50;
const Rounds = 4;
const KeyPauseMs = 80; // as a quick typist
const FirstStepMs = 16; // the browser tells of no event that took less, it only counts it
const Field = "<textarea rows=10 cols=80 style='position:fixed;left:300px;top:300px'></textarea>";

/** A page of nothing but a field that is open: the least a browser can do. */
export async function empty_page(context) {
  return page_of(context, Field);
}

/** What an engineer would reach for instead of a canvas: a table of the browser's own that fills the window, and a field over it. */
export async function ordinary_page(context) {
  const words = "Hạ tầng mạng của các xã miền núi chưa ổn định, cần tập huấn thêm. ";
  const cells = Array.from({ length: 7 }, (_, col) => `<td>${words.slice(col)}</td>`).join("");
  const style = "<style>table { position: fixed; inset: 0; background: #fff; border-collapse: collapse } td { border: 1px solid #ccc }</style>";
  return page_of(context, `${style}<table>${`<tr>${cells}</tr>`.repeat(44)}</table>${Field}`);
}

async function page_of(context, html) {
  const page = await context.newPage();
  await page.setContent(html);
  await page.locator("textarea").focus();
  return page;
}

/**
 * Types over `text` in the open field of each page, and says how long the browser took from each key to the next picture on the
 * screen, ms, in its steps of 8 (Event Timing; 8 stands for what took less than 16). `pages` are what they are called, and they.
 */
export async function compare_keystrokes(pages, text) {
  const took = new Map([...pages.keys()].map((name) => [name, []]));
  for (let round = 0; round < Rounds; round += 1) {
    for (const [name, page] of pages) took.get(name).push(...await type_over(page, text));
  }
  return took;
}

async function type_over(page, text) {
  await page.bringToFront();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
  await all_told(page);
  await page.evaluate((least) => {
    globalThis.slow_keys = [];
    globalThis.keys_before = performance.eventCounts.get("keydown");
    globalThis.watching?.disconnect();
    globalThis.watching = new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === "keydown") globalThis.slow_keys.push(duration);
    });
    globalThis.watching.observe({ type: "event", durationThreshold: least });
  }, FirstStepMs);
  await type_keys(page);
  await all_told(page);
  const { slow, count } = await page.evaluate(() => ({
    slow: globalThis.slow_keys, count: performance.eventCounts.get("keydown") - globalThis.keys_before,
  }));
  return [...Array(Math.max(count - slow.length, 0)).fill(FirstStepMs / 2), ...slow];
}

/** How long an event took is known once the picture is on the screen, and told when there is time. */
async function all_told(page) {
  await page.evaluate(() => new Promise((told) => { setTimeout(told, 500); }));
}

async function type_keys(page) {
  for (let i = 0; i < Keys; i += 1) {
    await page.keyboard.press("abcdefghij"[i % 10]);
    await page.waitForTimeout(KeyPauseMs);
  }
}

/** From each key over `text` in our page's open field until the program has taken in the field's whole value and drawn it, ms. */
export async function answers_to_keys(page, text) {
  const worker = page.workers()[0];
  await page.bringToFront();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
  await worker.evaluate(() => {
    globalThis.answered = [];
    const hear = self.onmessage;
    self.onmessage = (event) => {
      hear(event);
      for (const message of event.data) {
        if (message.k === "text") globalThis.answered.push([message.value.length, performance.timeOrigin + performance.now()]);
      }
    };
  });
  await page.evaluate(() => {
    globalThis.typed = [];
    let key_ms = 0;
    addEventListener("keydown", (event) => { key_ms = performance.timeOrigin + event.timeStamp; }, { capture: true });
    addEventListener("input", (event) => globalThis.typed.push([event.target.value.length, key_ms]), { capture: true });
  });
  await type_keys(page);
  const typed = await page.evaluate(async () => {
    await so06.idle();
    return globalThis.typed;
  });
  const answered = new Map(await worker.evaluate(() => globalThis.answered));
  return typed.filter(([length]) => answered.has(length)).map(([length, from]) => answered.get(length) - from);
}
