// Starts Debian's Chromium with a profile of its own and opens the page in it, the way a person
// would; ends only the process it started. Used by every browser test, scripts/pictures and scripts/bench.
import { chromium } from "playwright-core";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const Flags = [
  "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic",
  "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** Where Debian puts Chromium; another one can be named for a developer's own machine. */
const Executable = process.env.SO06_CHROMIUM ?? "/usr/bin/chromium";

/** A new empty profile folder; the caller removes it with `remove`. */
export async function new_profile() {
  const path = await mkdtemp(join(tmpdir(), "so06-profile-"));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) };
}

/**
 * A browser context on `profile` that keeps what the page stores. Every error of a page fails the
 * test that owns it: they are collected in `errors`.
 */
export async function open_context(profile, options = {}) {
  const context = await chromium.launchPersistentContext(profile.path, {
    executablePath: Executable,
    args: [...Flags, ...(options.flags ?? [])],
    viewport: options.viewport ?? { width: 1366, height: 768 },
    deviceScaleFactor: options.scale ?? 1,
    hasTouch: options.touch ?? false,
    isMobile: options.mobile ?? false,
    colorScheme: options.colors ?? "light",
    locale: options.locale ?? "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    acceptDownloads: true,
  });
  const errors = [];
  context.on("weberror", (error) => errors.push(error.error()));
  context.on("console", (line) => {
    if (line.type() === "error") errors.push(new Error(`console: ${line.text()}`));
  });
  return { context, errors };
}

/** A browser on an empty profile; both are gone with the test `t`, whatever became of it. */
export async function fresh_browser(t, options) {
  const profile = await new_profile();
  const browser = await open_context(profile, options);
  gone_with(t, () => browser.context.close());
  t.after(profile.remove);
  return { ...browser, profile };
}

/** No test of one browser takes that long on the slowest machine. */
const LongestTestMs = (process.env.SO06_LONG ? 30 : 4) * 60_000;

/**
 * Ends a browser with its test, or before it when the page does not answer any more: then everything that the test waits
 * for fails, it is named, and the other tests have their turn.
 */
export function gone_with(t, end) {
  const late = setTimeout(() => {
    t.diagnostic("the browser was ended: the test took too long");
    void end();
  }, LongestTestMs);
  t.after(() => {
    clearTimeout(late);
    return end();
  });
}

/**
 * A browser of which this test knows the process id, so that it can be killed as a power cut would:
 * Playwright speaks to it over the debugging port.
 */
export async function open_killable(profile) {
  const child = spawn(Executable, [
    ...Flags, "--headless=new", "--remote-debugging-port=0", `--user-data-dir=${profile.path}`,
    "--lang=vi", "--window-size=1366,900", "about:blank",
  ], { stdio: ["ignore", "ignore", "pipe"], detached: true });
  const address = await debugging_address(child);
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0];
  return {
    context,
    /** Kills the browser and the processes it started (its own process group) without warning. */
    async kill() {
      const gone = once(child, "exit");
      process.kill(-child.pid, "SIGKILL");
      await gone;
      await browser.close().catch(() => undefined);
    },
  };
}

function debugging_address(child) {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr.setEncoding("utf8");
    child.stderr.on("data", (text) => {
      said += text;
      const found = said.match(/DevTools listening on (ws:\S+)/);
      if (found) resolve(found[1]);
    });
    child.once("exit", (code) => reject(new Error(`chromium ended with ${code}: ${said}`)));
  });
}

/** Opens the page and waits until it has drawn and has nothing left to do. */
export async function open_page(context, address) {
  const page = await context.newPage();
  // File pickers are only caught while somebody listens, and listening takes a moment to begin.
  page.on("filechooser", () => undefined);
  await page.goto(address);
  await settled(page);
  return page;
}

/** Resolves when the page and its worker have nothing queued and the last frame is on screen. */
export async function settled(page) {
  await page.waitForFunction(() => globalThis.so06 !== undefined);
  await page.evaluate(() => globalThis.so06.idle());
}
