// Firefox as Debian ships it, driven over WebDriver BiDi, behind as much of Playwright's page as these tests use: so that a test can
// run its one body in both browsers. Things are found by role and name in the semantic layer itself.
import { spawn } from "node:child_process";
import puppeteer from "puppeteer-core";
import { gone_with } from "./browser.mjs";

const Executable = process.env.SO06_FIREFOX ?? "/usr/bin/firefox-esr";
const Preferences = {
  "webgl.force-enabled": true, // software graphics, as on this machine
  "dom.events.testing.asyncClipboard": true, // what Playwright calls granting the clipboard
  "intl.accept_languages": "vi-VN, vi",
};
const LeastWaitMs = 30_000;

/** A Firefox on an empty profile, gone with the test `t`; like fresh_browser of browser.mjs. */
export async function fresh_firefox(t, options = {}) {
  const screen = await start_screen();
  t.after(() => screen.end());
  const browser = await puppeteer.launch({
    browser: "firefox", executablePath: Executable, headless: true, extraPrefsFirefox: Preferences,
    env: { ...process.env, DISPLAY: screen.name },
    defaultViewport: { ...(options.viewport ?? { width: 1366, height: 768 }), deviceScaleFactor: options.scale ?? 1 },
  });
  gone_with(t, () => browser.close());
  const errors = [];
  const context = {
    async newPage() {
      const page = await browser.newPage();
      page.on("pageerror", (error) => errors.push(error));
      page.on("console", (line) => { if (line.type() === "error") errors.push(new Error(`console: ${line.text()}`)); });
      return new Page(page, context);
    },
    async grantPermissions() {},
    async addInitScript(work) {
      for (const page of await browser.pages()) await page.evaluateOnNewDocument(work);
    },
  };
  return { context, errors };
}

/** Firefox has graphics only where there is a screen, also when it opens no window: one that nobody sees. */
async function start_screen() {
  const child = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  const number = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
    child.stdio[3].once("data", (text) => resolve(String(text).trim()));
  });
  return { name: `:${number}`, end: () => child.kill() };
}

class Page {
  #page;
  #context;
  keyboard;
  mouse;

  constructor(page, context) {
    this.#page = page;
    this.#context = context;
    const { keyboard, mouse } = page;
    this.keyboard = {
      /** "Control+Shift+Z" and the like. */
      async press(chord) {
        const keys = chord.split("+");
        const last = keys.pop();
        for (const key of keys) await keyboard.down(key);
        // With a modifier the letter is the key's, without Shift.
        await keyboard.press(keys.length > 0 && !keys.includes("Shift") ? last.toLowerCase().replace(/^(..+)$/, last) : last);
        for (const key of keys.reverse()) await keyboard.up(key);
      },
      down: (key) => keyboard.down(key),
      up: (key) => keyboard.up(key),
      type: (text) => keyboard.type(text),
    };
    this.mouse = {
      move: (x, y) => mouse.move(x, y),
      down: () => mouse.down(),
      up: () => mouse.up(),
      wheel: (deltaX, deltaY) => mouse.wheel({ deltaX, deltaY }),
    };
  }

  on() {} // file pickers are not driven here
  context() { return this.#context; }
  bringToFront() { return this.#page.bringToFront(); }
  goto(address) { return this.#page.goto(address); }
  reload() { return this.#page.reload(); }
  evaluate(work, ...given) { return this.#page.evaluate(work, ...given); }
  waitForFunction(work, ...given) { return this.#page.waitForFunction(work, { polling: 50, timeout: LeastWaitMs }, ...given); }
  setViewportSize(size) { return this.#page.setViewport(size); }
  /** The pixels of a part of the page, as a PNG in base64. */
  picture(clip) { return this.#page.screenshot({ clip, encoding: "base64" }); }
  getByRole(role, options) { return new Locator(this, this.#page, []).getByRole(role, options); }
}

/** Everything a query means, in the order of the page. Runs in the page. */
function find(query) {
  const Implicit = { button: "button", textarea: "textbox", input: "textbox", h1: "heading", h2: "heading", h3: "heading" };
  const matches = (element, { role, name, pattern, flags, exact, selected }) => {
    if ((element.getAttribute("role") ?? Implicit[element.localName]) !== role) return false;
    if (selected !== undefined && (element.getAttribute("aria-selected") === "true") !== selected) return false;
    const called = (element.getAttribute("aria-label") ?? element.textContent ?? "").trim();
    if (pattern !== undefined) return new RegExp(pattern, flags).test(called);
    if (name === undefined) return true;
    return exact ? called === name : called.toLowerCase().includes(name.toLowerCase());
  };
  let around = [document.querySelector("#ax")];
  for (const step of query) {
    around = around.flatMap((root) => [...root.querySelectorAll("[data-id]")].filter((one) => matches(one, step)));
  }
  return around;
}

class Locator {
  #owner;
  #page;
  #query;

  constructor(owner, page, query) {
    this.#owner = owner;
    this.#page = page;
    this.#query = query;
  }

  getByRole(role, { name, exact, selected } = {}) {
    const words = name instanceof RegExp ? { pattern: name.source, flags: name.flags } : { name };
    return new Locator(this.#owner, this.#page, [...this.#query, { role, exact, selected, ...words }]);
  }

  page() { return this.#owner; }
  first() { return this; }
  async count() {
    const list = await this.#page.evaluateHandle(find, this.#query);
    return list.evaluate((all) => all.length);
  }

  async waitFor({ state = "attached" } = {}) {
    const gone = state === "detached";
    const give_up = Date.now() + LeastWaitMs;
    while (((await this.count()) === 0) !== gone) {
      if (Date.now() > give_up) throw new Error(`not ${state}: ${this}`);
      await this.#page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }

  async evaluate(work, ...given) {
    await this.waitFor();
    const list = await this.#page.evaluateHandle(find, this.#query);
    const element = await list.evaluateHandle((all) => all[0]);
    return element.evaluate(work, ...given);
  }

  boundingBox() {
    return this.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
  }
  inputValue() { return this.evaluate((field) => field.value); }
  textContent() { return this.evaluate((element) => element.textContent); }
  getAttribute(name) { return this.evaluate((element, wanted) => element.getAttribute(wanted), name); }
  toString() { return JSON.stringify(this.#query); }
}
