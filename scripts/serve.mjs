// Serves build/site on this machine, as any static host would, until it is stopped.
//   node scripts/serve.mjs PORT
// A browser is told to ask again each time, so that a new build shows after a reload.

import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const Folder = fileURLToPath(new URL("../build/site", import.meta.url));
const Types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

const wanted = Number(process.argv[2]);
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
  console.error(`${process.argv[2]} is not a port number.`);
  process.exit(2);
}

const fileOf = (url) => {
  try {
    const path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
    const file = join(Folder, path.endsWith("/") ? `${path}index.html` : path);
    const there = file.startsWith(`${Folder}/`) ? statSync(file, { throwIfNoEntry: false }) : undefined;
    return there?.isFile() ? { file, size: there.size } : undefined;
  } catch {
    return undefined; // a path that is not valid UTF-8 or not a path at all
  }
};

const server = createServer((request, response) => {
  const found = fileOf(request.url);
  if (!found) {
    response.writeHead(404, { "content-type": "text/plain" }).end("404\n");
    return;
  }
  response.writeHead(200, {
    "content-type": Types[extname(found.file)] ?? "application/octet-stream",
    "content-length": found.size,
    "cache-control": "no-cache",
  });
  if (request.method === "HEAD") response.end();
  else createReadStream(found.file).pipe(response);
});

let port = wanted;
server.on("error", (fault) => {
  if (fault.code !== "EADDRINUSE" || port >= Math.min(wanted + 20, 65535)) throw fault;
  port += 1;
  server.listen(port, "localhost");
});
server.on("listening", () => console.log(`Sổ 06: http://localhost:${server.address().port}/`));
server.listen(port, "localhost");
