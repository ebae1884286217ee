// One test, run in every browser this machine has: Chromium by Playwright, Firefox by WebDriver BiDi behind the same page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fresh_browser, open_page } from "./browser.mjs";
import { fresh_firefox } from "./firefox.mjs";

const Browsers = [["Chromium", fresh_browser], ["Firefox", fresh_firefox]];

/** `body(page, context)` with the page open and settled; any error of the page fails it. `site()` is asked when it runs. */
export function in_each_browser(name, site, body, options) {
  for (const [browser, fresh] of Browsers) {
    test(`${name} (${browser})`, async (t) => {
      const { context, errors } = await fresh(t, options);
      const page = await open_page(context, site().address);
      await body(page, context);
      assert.deepEqual(errors, []);
    });
  }
}
