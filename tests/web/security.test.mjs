// Nothing leaves the page: its policy holds in the worker too, where a policy in a <meta> tag is
// easily lost (design.md decision 15).
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { new_profile, open_context, open_page } from "./house/browser.mjs";
import { serve } from "./house/site.mjs";

let site;
let stranger;
let profile;

before(async () => {
  site = await serve();
  stranger = await a_willing_server();
  profile = await new_profile();
});
after(async () => {
  await profile.remove();
  await stranger.close();
  await site.close();
});

/** Another origin that would gladly take data: it allows everybody and remembers who came. */
async function a_willing_server() {
  const visits = [];
  const server = createServer((request, response) => {
    visits.push(request.url);
    response.writeHead(200, { "access-control-allow-origin": "*" }).end("taken");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    visits,
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((closed) => server.close(closed)),
  };
}

const try_to_send = async (address) => {
  const refused = (reason) => reason.constructor.name;
  return {
    fetched: await fetch(address).then(() => "sent", refused),
    imported: await import(address).then(() => "sent", refused),
  };
};

test("a fetch to another origin is refused on the page and inside the worker", async (t) => {
  const { context } = await open_context(profile);
  t.after(() => context.close());
  const page = await open_page(context, site.address);
  const inside = page.workers();
  assert.equal(inside.length, 1, "the module runs in one worker");
  assert.match(inside[0].url(), /^blob:/, "a worker from a blob inherits the policy");
  for (const place of [page, inside[0]]) {
    const tried = await place.evaluate(try_to_send, stranger.address);
    assert.deepEqual(tried, { fetched: "TypeError", imported: "TypeError" });
  }
  assert.deepEqual(stranger.visits, []);
});

test("no text can be run as code on the page or inside the worker", async (t) => {
  const { context } = await open_context(profile);
  t.after(() => context.close());
  const page = await open_page(context, site.address);
  // Playwright evaluates past the policy; what runs later, or as a script of the page, does not.
  const try_to_run = () => new Promise((told) => {
    setTimeout(() => {
      try {
        told(new Function("return 'ran'")());
      } catch (reason) {
        told(reason.constructor.name);
      }
    });
  });
  const ran = await page.evaluate(() => new Promise((told) => {
    const script = document.createElement("script");
    script.textContent = "globalThis.ran = true";
    script.addEventListener("error", () => told(false));
    document.head.append(script);
    told(globalThis.ran === true);
  }));
  assert.equal(ran, false);
  assert.equal(await page.workers()[0].evaluate(try_to_run), "EvalError");
});
