// Puts the site together: the page, the worker's code inside it, module, fonts and samples under hashed
// names, precompressed copies, and so06.html, the same in one file for a USB stick.
//   node web/build.mjs --wasm DIR --fonts DIR --samples DIR --out DIR [--dev]
// --wasm has so06.js and so06.wasm, --fonts the .ttf files, --samples the .json files that `sample` names.
// --dev: readable code with source maps, no precompressed copies.
import { execFileSync } from "node:child_process";
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";

const web = dirname(fileURLToPath(import.meta.url));
const text = { type: "string" };
const { values: given } = parseArgs({
  options: { wasm: text, fonts: text, samples: text, out: text, dev: { type: "boolean", default: false } },
});
for (const name of ["wasm", "fonts", "out"]) if (!given[name]) fail(`--${name} is missing`);
for (const name of ["so06.js", "so06.wasm"]) {
  if (!existsSync(join(given.wasm, name))) fail(`${join(given.wasm, name)} is missing: build the module first`);
}

const Browsers = ["chrome109", "firefox115", "safari16.4"];
const options = {
  bundle: true, write: false, format: "iife", target: Browsers, charset: "utf8", legalComments: "none",
  minify: !given.dev, sourcemap: given.dev ? "inline" : false, logLevel: "warning",
  loader: { ".vert": "text", ".frag": "text" },
};

/** As `gzip -9` packs it, the measure of the first load; node's own zlib is a hundredth worse. */
function gzip(bytes) {
  return execFileSync("gzip", ["-9n"], { input: bytes, maxBuffer: 64 << 20 });
}

/** The worker with the module's own JavaScript, which finds the module elsewhere, as text. */
async function worker_code() {
  const made = await build({
    ...options,
    entryPoints: [join(web, "src/worker.ts")],
    alias: { "so06-module": resolve(given.wasm, "so06.js") },
    define: { "import.meta.url": "self.location.href" },
  });
  return made.outputFiles[0].text;
}

async function page_code(worker, assets) {
  const made = await build({
    ...options,
    entryPoints: [join(web, "src/main.ts")],
    define: { so06_assets: JSON.stringify(assets) },
    plugins: [{
      name: "worker",
      setup(on) {
        on.onResolve({ filter: /^so06-worker$/ }, () => ({ path: "worker", namespace: "worker" }));
        on.onLoad({ filter: /.*/, namespace: "worker" }, () => ({ contents: worker, loader: "text" }));
      },
    }],
  });
  return Buffer.from(made.outputFiles[0].contents);
}

async function style_code() {
  const made = await build({ ...options, entryPoints: [join(web, "style.css")], sourcemap: false });
  return Buffer.from(made.outputFiles[0].contents);
}

const inputs = {
  page: readFileSync(join(web, "index.html"), "utf8"),
  style: await style_code(),
  worker: await worker_code(),
  wasm: readFileSync(join(given.wasm, "so06.wasm")),
  fonts: files_of(given.fonts, ".ttf"),
  samples: given.samples ? files_of(given.samples, ".json") : {},
};

rmSync(given.out, { recursive: true, force: true });
mkdirSync(given.out, { recursive: true });
const served = await write_site();
const single = await write_single();
if (!given.dev) for (const name of Object.keys(served)) compress(name, served[name]);
report();

/** The folder for a web server. Answers every file with its bytes. */
async function write_site() {
  const files = {};
  const put = (name, bytes) => {
    const end = extname(name);
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 10);
    const hashed = `${name.slice(0, -end.length)}-${hash}${end}`;
    files[hashed] = bytes;
    return hashed;
  };
  const map = (folder, from) => Object.fromEntries(
    Object.entries(from).map(([name, bytes]) => [stem(name), put(`${folder}${name}`, bytes)]),
  );
  const assets = {
    wasm: put("so06.wasm", inputs.wasm),
    fonts: map("", inputs.fonts),
    samples: map("samples/", inputs.samples),
  };
  const script = put("so06.js", await page_code(inputs.worker, assets));
  const style = put("so06.css", inputs.style);
  const early = [assets.wasm, ...Object.values(assets.fonts)];
  const parts = [
    `<link rel="stylesheet" href="${style}">`,
    ...early.map((name) => `<link rel="preload" as="fetch" crossorigin href="${name}">`),
    `<script defer src="${script}"></script>`,
  ].join("\n");
  files["index.html"] = Buffer.from(with_parts(inputs.page, parts));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(given.out, name)), { recursive: true });
    writeFileSync(join(given.out, name), bytes);
  }
  return files;
}

/** so06.html: everything in one file, which starts from a disk too. Its policy names its own script. */
async function write_single() {
  const blocks = [];
  const put = (id, bytes) => {
    const packed = gzip(bytes).toString("base64");
    blocks.push(`<script type="text/plain" id="${id}">${packed}</script>`);
    return `#${id}`;
  };
  const map = (kind, from) => Object.fromEntries(
    Object.entries(from).map(([name, bytes]) => [stem(name), put(`${kind}-${stem(name)}`, bytes)]),
  );
  const assets = {
    wasm: put("wasm", inputs.wasm),
    fonts: map("font", inputs.fonts),
    samples: map("sample", inputs.samples),
  };
  const script = (await page_code(inputs.worker, assets)).toString();
  const style = inputs.style.toString();
  const hash = (code) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
  const policy = {
    "script-src": `${hash(script)} 'wasm-unsafe-eval'`,
    "style-src": hash(style),
    "connect-src": "'none'",
    "font-src": "'none'",
    "img-src": "blob: data:",
  };
  let page = inputs.page;
  for (const [name, value] of Object.entries(policy)) {
    page = page.replace(new RegExp(`${name} [^;]*`), () => `${name} ${value}`);
  }
  page = with_parts(page, `<style>${style}</style>`);
  page = page.replace("</body>", () => `${blocks.join("\n")}\n<script>${script}</script>\n</body>`);
  writeFileSync(join(given.out, "so06.html"), page);
  return Buffer.from(page);
}

function with_parts(page, parts) {
  if (!page.includes("<!-- parts -->")) fail("web/index.html has no place for its parts");
  return page.replace("<!-- parts -->", () => parts);
}

/** Copies that a host can hand out as they are; none where one would not be smaller. */
function compress(name, bytes) {
  const best = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const copies = { gz: gzip(bytes), br: brotliCompressSync(bytes, { params: best }) };
  for (const [end, packed] of Object.entries(copies)) {
    if (packed.length < bytes.length) writeFileSync(join(given.out, `${name}.${end}`), packed);
  }
}

function report() {
  const kb = (size) => `${(size / 1000).toFixed(1).padStart(8)} kB`;
  let first = 0;
  for (const [name, bytes] of Object.entries(served)) {
    const packed = gzip(bytes).length;
    if (!name.startsWith("samples/")) first += packed;
    console.log(`${kb(bytes.length)} ${kb(packed)} gz  ${name}`);
  }
  console.log(`${kb(single.length)}              so06.html`);
  console.log(`${kb(first)} gz for the first start`);
}

function files_of(folder, end) {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(end)).sort() : [];
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));
}

/** "inter-400.ttf" → "inter-400", "mau.so06.json" → "mau" */
function stem(name) {
  return name.replace(/\..*$/, "");
}

function fail(why) {
  console.error(`web/build.mjs: ${why}`);
  process.exit(2);
}
