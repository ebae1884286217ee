// A machine that is slow to tell the page, and a program that is busy for as long as a test wants: what the page says to its
// worker waits, as it would behind long work.

/** To be called before the page is opened. */
export async function can_be_busy(context) {
  await context.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function held(...given) {
      const shown = given[0]?.every?.(({ k }) => k === "ack");
      if (window.unshown && shown) window.unshown.push(() => postMessage.apply(this, given));
      else if (window.busy) window.busy.push(() => postMessage.apply(this, given));
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

/** Does `act` while the worker does not hear that its frame was shown: it makes no other one. */
export async function while_unshown(page, act) {
  await page.evaluate(() => { window.unshown = []; });
  await act();
  await page.evaluate(() => { for (const send of window.unshown.splice(0)) send(); window.unshown = undefined; });
}

/**
 * To be called before the page is opened. `hold(page)` keeps back what the page would be told of the next finger after it came
 * down: it is told in one go, as late as by a slow machine, with the times at which it happened, by `tell(page)`, or by itself when a
 * long press would be one (`window.told` resolves then).
 */
export async function can_hear_late(context) {
  await context.addInitScript(() => {
    for (const type of ["pointermove", "pointerup"]) {
      addEventListener(type, (event) => {
        if (!window.held || !event.isTrusted) return;
        event.stopImmediatePropagation();
        window.held.push(event);
      }, { capture: true });
    }
    window.tell_held = () => {
      for (const event of window.held) {
        const late = new PointerEvent(event.type, event);
        Object.defineProperty(late, "timeStamp", { value: event.timeStamp });
        event.target.dispatchEvent(late);
      }
      window.held = undefined;
    };
  });
  return {
    tell: (page) => page.evaluate(() => window.tell_held()),
    hold: (page, { until_told = false } = {}) => page.evaluate((waits) => {
      window.held = [];
      if (waits) return;
      window.told = new Promise((told) => {
        addEventListener("pointerdown", () => setTimeout(() => {
          window.tell_held();
          told();
        }, 500), { once: true }); // begun after the page's own wait, of the same length: it ends after that one
      });
    }, until_told),
  };
}
