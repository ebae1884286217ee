// The program behind the page: its own words, said when a test wants them (in life they come whenever the worker has something to
// say), and what the page says to it.

/** To be called before the page is opened. */
export async function can_be_told(context) {
  await context.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function known(...given) {
      window.program = this;
      (window.said ??= []).push(...given[0].map(({ k }) => k));
      return postMessage.apply(this, given);
    };
  });
}

/** The page hears `message` as if its worker had said it now. */
export const tell_page = (page, message) =>
  page.evaluate((data) => window.program.onmessage({ data }), { k: "frame", seq: 0, tick: false, out: [message] });

/** The kinds of what the page has said to the program since the last time it was asked. */
export const said_to_program = (page) => page.evaluate(() => window.said.splice(0));
