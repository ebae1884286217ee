// Ends of the module, as nobody hopes to see them. Used by the tests of what the page does then, and of what it says.

/** From now on nothing that is typed reaches the module, as while it hangs. */
export const make_deaf = (page) => page.workers()[0].evaluate(() => {
  globalThis.hear = self.onmessage;
  self.onmessage = null;
});

/** A message that is none ends in a fault inside the module, beyond everything that catches. */
export async function trap(page) {
  await page.workers()[0].evaluate(() => (globalThis.hear ?? self.onmessage)({ data: [{ k: "text", toJSON: () => 0 }] }));
}

/** The module traps, its worker is gone, and one of `things` is there again. */
export async function trap_until(page, things) {
  const old = page.workers()[0];
  const gone = new Promise((done) => { old.on("close", done); });
  await trap(page);
  await gone;
  await things.first().waitFor({ state: "attached" });
}
