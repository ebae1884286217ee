// A program that is busy for as long as a test wants: what the page says to its worker waits, as it would behind long work.

/** To be called before the page is opened. */
export async function can_be_busy(context) {
  await context.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function held(...given) {
      if (window.busy) window.busy.push(() => postMessage.apply(this, given));
      else postMessage.apply(this, given);
    };
  });
}

/** Does `act` while the worker hears nothing; then it hears all of it, in order. */
export async function while_busy(page, act) {
  await page.evaluate(() => { window.busy = []; });
  await act();
  await page.evaluate(() => { for (const send of window.busy.splice(0)) send(); window.busy = undefined; });
}
