// The program's own words to the page, said when a test wants them: in life they come whenever the worker has something to say.

/** To be called before the page is opened. */
export async function can_be_told(context) {
  await context.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function known(...given) {
      window.program = this;
      return postMessage.apply(this, given);
    };
  });
}

/** The page hears `message` as if its worker had said it now. */
export const tell_page = (page, message) =>
  page.evaluate((data) => window.program.onmessage({ data }), { k: "frame", seq: 0, tick: false, out: [message] });
