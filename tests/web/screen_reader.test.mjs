// What a screen reader meets on every screen: rules of WCAG by axe-core, and a name for everything that can be used. Contrast is
// computed from the themes (tests/ui/theme_test.cpp): the layer's own text is transparent over the picture. The numbers
// are those of web-platform.md §7.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { fresh_browser, open_page } from "./house/browser.mjs";
import { serve } from "./house/site.mjs";
import { Screens, Sizes } from "./house/walk.mjs";

let site;
let axe;

before(async () => {
  site = await serve();
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
});
after(() => site.close());

/** Each violation as a line: the rule, and the elements it is about. */
async function violations(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations: list } = await window.axe.run(document, { rules: { "color-contrast": { enabled: false } } });
    return list.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  });
  return found;
}

const Usable = new Set([
  "button", "checkbox", "combobox", "gridcell", "link", "listbox", "menuitem", "menuitemcheckbox", "menuitemradio", "option", "radio",
  "searchbox", "slider", "switch", "tab", "textbox", "treeitem", "dialog", "alertdialog", "grid", "form", "progressbar",
]);

/** What can be used and has no name, as the browser tells it to a screen reader. */
async function nameless(page) {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send("Accessibility.getFullAXTree");
  await cdp.detach();
  const usable = nodes.filter((node) => !node.ignored && Usable.has(node.role?.value));
  assert.ok(usable.length > 1, "nothing to use on this screen");
  return usable.filter((node) => !node.name?.value?.trim()).map((node) => `${node.role.value} ${node.nodeId}`);
}

for (const size of Sizes) {
  test(`every screen at ${size.name}: axe finds nothing, and all that can be used has a name`, async (t) => { // 64, 66
    const { context, errors } = await fresh_browser(t, size);
    const page = await open_page(context, site.address);
    const found = {};
    for (const screen of Screens) {
      await screen.go(page);
      const wrong = [...await violations(page), ...await nameless(page)];
      if (wrong.length > 0) found[screen.name] = wrong;
    }
    assert.deepEqual(found, {});
    assert.deepEqual(errors, []);
  });
}
