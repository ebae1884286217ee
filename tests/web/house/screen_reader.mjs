// What is wrong on the page for those who hear it: rules of WCAG by axe-core, and a name for everything that can be used. Contrast is
// computed from the themes (tests/ui/theme_test.cpp): the layer's own text is transparent over the picture.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A line for each thing that is wrong. */
export async function wrong_to_hear(page) {
  return [...await violations(page), ...await nameless(page)];
}

/** Each violation as a line: the rule, and the elements it is about. */
async function violations(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations: list } = await window.axe.run(document, { rules: { "color-contrast": { enabled: false } } });
    // What a cell of a landmark owns (aria-owns) is read as a part of it; axe goes by where it stands in the page.
    const owned = ({ target }) => {
      const { id } = document.querySelector(target[0]);
      return id !== "" && document.querySelector(`[role=main] [aria-owns="${id}"], main [aria-owns="${id}"]`) !== null;
    };
    return list.map(({ id, nodes }) => ({
      id, elements: nodes.filter((node) => id !== "region" || !owned(node)).map((node) => node.html.slice(0, 160)),
    }));
  });
  // Menus and lists lie over the page and belong to no part of it.
  const counts = (id) => (element) => id !== "region" || !/ role="(menu|listbox)"/.test(element);
  return found.map(({ id, elements }) => [id, elements.filter(counts(id))]).filter(([, elements]) => elements.length > 0)
    .map(([id, elements]) => `${id}: ${elements.slice(0, 3).join(" | ")}`);
}

const Usable = new Set([
  "button", "checkbox", "combobox", "gridcell", "link", "listbox", "menuitem", "menuitemcheckbox", "menuitemradio", "option", "radio",
  "searchbox", "slider", "switch", "tab", "textbox", "treeitem", "dialog", "alertdialog", "grid", "form", "progressbar", "menu",
  "radiogroup", "tree",
]);

/** What can be used and has no name, as the browser tells it to a screen reader. */
async function nameless(page) {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send("Accessibility.getFullAXTree");
  await cdp.detach();
  const usable = nodes.filter((node) => !node.ignored && Usable.has(node.role?.value));
  assert.ok(usable.length > 0, "nothing to use on this screen");
  return usable.filter((node) => !node.name?.value?.trim()).map((node) => `${node.role.value} ${node.nodeId} has no name`);
}

/** From now on every word is kept that a screen reader would read by itself; `read` takes them. */
export const listen = (page) => page.evaluate(() => {
  window.read = [];
  const live = "[aria-live]:not([aria-live=off]), [role=status]:not([aria-live]), [role=alert]:not([aria-live])";
  new MutationObserver((changes) => {
    const spoken = changes.flatMap(({ target, addedNodes }) => [target, ...addedNodes])
      .map((node) => (node instanceof Element ? node : node.parentElement)?.closest(live));
    for (const one of new Set(spoken)) if (one?.textContent) window.read.push(one.textContent);
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
});
export const read = (page) => page.evaluate(() => window.read.splice(0));
