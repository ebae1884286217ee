// Serves build/site as any static host would, on a free port of this machine.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const Root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
export const Site = join(Root, "build", "site");

const Types = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css",
  ".wasm": "application/wasm", ".json": "application/json", ".ttf": "font/ttf", ".svg": "image/svg+xml",
  ".png": "image/png", ".ico": "image/x-icon",
};

/** Starts the server; `requests` lists the paths asked for since the start. */
export async function serve(folder = Site) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    requests.push(path);
    const file = join(folder, path.endsWith("/") ? join(path, "index.html") : path);
    const there = await stat(file).catch(() => undefined);
    if (!file.startsWith(folder) || !there?.isFile()) {
      response.writeHead(404, { "content-type": "text/plain" }).end("There is no such file.");
      return;
    }
    response.writeHead(200, {
      "content-type": Types[extname(file)] ?? "application/octet-stream",
      "content-length": there.size, "cache-control": "no-cache",
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "localhost", ready));
  return {
    address: `http://localhost:${server.address().port}/`,
    requests,
    close: () => new Promise((closed) => {
      server.closeAllConnections();
      server.close(closed);
    }),
  };
}
