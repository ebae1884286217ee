// The page's start: what this browser can do, the worker, and who hears which message. Everything with
// a meaning is said by the core.

import { assets, bytes_of, module_of } from "./assets";
import { cover, uncover } from "./cover";
import { Editors } from "./editors";
import { Files } from "./files";
import { Input } from "./input";
import { Keys } from "./keys";
import { Link } from "./link";
import { MemoryWorkbooks } from "./memory_workbooks";
import { never, type FromCore, type FromWorker, type Start, type ToWorker } from "./messages";
import { is_field, type Entry } from "./node_element";
import { Nodes } from "./nodes";
import { Picture } from "./picture";
import { Recovery } from "./recovery";
import { forget, recall, remember, theme, watch_window } from "./surroundings";
import { TableClipboard } from "./table_clipboard";

const DefaultWorkbook = "1";

class Page {
  readonly #root = document.getElementById("root")!;
  readonly #link = new Link((message) => this.#hear(message));
  readonly #nodes: Nodes;
  readonly #editors: Editors;
  readonly #input: Input;
  readonly #files: Files;
  readonly #clipboard: TableClipboard;
  readonly #picture: Picture;
  readonly #recovery: Recovery;
  readonly #parts: Promise<Parts>;
  /** What the worker holds in memory, to outlive it. */
  readonly #memory = new MemoryWorkbooks();
  /** The workbooks in memory that have changes which are in no file. */
  readonly #unsaved = new Set<string>();
  #covered = 0;
  #in_memory = false;
  #asked_to_persist = false;
  #ticking = false;
  #workbook = new URLSearchParams(location.hash.slice(1)).get("so") ?? recall("workbook") ?? DefaultWorkbook;

  constructor(parts: Promise<Parts>) {
    this.#parts = parts;
    const post = (message: ToWorker) => this.#link.post(message);
    const layer = document.getElementById("ax")!;
    const activated = (entry: Entry) => this.#activated(entry);
    this.#nodes = new Nodes(layer, {
      keeps: (id) => this.#editors.keeps(id),
      leaving: (entry) => this.#editors.leaving(entry),
      placed: (entry) => this.#editors.placed(entry),
      activated,
      focus_moved: (id, before) => {
        if (before !== undefined) post({ k: "blur", id: before });
        if (id !== undefined) post({ k: "focus", id, pressed: this.#root.classList.contains("by-pointer") });
        const entry = this.#nodes.get(id ?? "");
        if (entry) this.#editors.ahead.is_at(entry);
      },
    });
    this.#editors = new Editors(layer, this.#nodes, { post, rested: () => this.#link.rested() });
    this.#input = new Input(this.#root, this.#nodes, this.#editors, { post, activated });
    new Keys(this.#nodes, this.#editors, {
      post, activated,
      at_rest: () => this.#link.idle(),
      open_files: () => this.#files.act({ kind: "open", accept: "", multiple: true }),
    });
    this.#clipboard = new TableClipboard({
      post,
      asking: () => this.#link.asking,
      at_rest: () => this.#link.idle(),
      leave_cell: () => {
        const field = document.activeElement;
        if (is_field(field)) this.#editors.commit(field);
      },
    });
    this.#files = new Files({
      post,
      bytes: (bytes, meta) => this.#link.post({ k: "bytes", meta, bytes }, [bytes]),
      pending: (change) => { this.#link.pending += change; },
    });
    this.#picture = new Picture(document.getElementById("picture") as HTMLCanvasElement, {
      resized: () => this.#resized(),
      textures_lost: () => post({ k: "texturesLost" }),
      drawn: (is) => {
        document.documentElement.classList.toggle("plain", !is);
        this.#nodes.dress_again();
      },
      finish: new URLSearchParams(location.search).has("bench"),
    });
    this.#recovery = new Recovery(this.#link, this.#nodes, this.#editors, {
      start: (rescue) => void this.#start_worker(rescue),
      post,
      in_memory: () => this.#in_memory,
    });
    watch_window({
      post,
      covered: (px) => { this.#covered = px; this.#resized(); },
      leaving: () => void this.#editors.finish("blur"),
      asks_before_leaving: () =>
        this.#unsaved.size > 0 || this.#editors.refused || (this.#in_memory && this.#editors.unsaved.size > 0),
    });
    (globalThis as unknown as { so06: object }).so06 = {
      idle: async () => {
        await this.#input.still();
        await this.#link.idle();
      },
      frames: () => this.#picture.frames,
      shown_first_ms: () => this.#picture.first_shown_ms,
      first_shown_after_ms: (ms: number) => this.#picture.shown_ms.find((shown) => shown > ms),
      messages: () => this.#link.messages,
    };
    void this.#start_worker(false);
  }

  /** The worker opens the files while module and fonts are still on their way. */
  async #start_worker(rescue: boolean): Promise<void> {
    this.#link.start();
    this.#link.post({ k: "open", workbook: this.#workbook, memory: this.#memory.images });
    const parts = await this.#parts.catch(() => undefined); // what is missing is said by who fetched it
    if (!parts) return;
    const start: Omit<Start, "storage"> = {
      k: "start", ...this.#picture.size, ...theme(), lang: language(), route: location.hash.slice(1),
      page: location.protocol === "file:" ? "" : location.origin + location.pathname,
      touch: matchMedia("(pointer: coarse)").matches, rescue,
    };
    this.#link.post({ k: "boot", start, ...parts });
  }

  #hear(message: FromWorker): void {
    switch (message.k) {
      case "frame":
        if (message.packet) {
          this.#link.post({ k: "ack", seq: message.seq }); // leaves when this task ends
          this.#picture.show(message.packet);
          uncover();
        }
        for (const said of message.out) this.#do(said);
        if (message.out.length > 0) this.#nodes.settle();
        if (message.tick) this.#tick();
        break;
      case "opened":
        if (message.workbook.ok) this.#opened(message.workbook.id, message.workbook.storage === "memory");
        break;
      case "memory":
        this.#memory.follow(message.changes);
        break;
      case "fatal":
        this.#recovery.fault(message.text);
        break;
      case "give_up":
        this.#editors.finish("blur");
        this.#link.post({ k: "given_up" });
        break;
      case "idle":
        break; // answered by the link
      default:
        never(message);
    }
  }

  #do(message: FromCore): void {
    switch (message.k) {
      case "sem":
        this.#nodes.apply(message);
        this.#editors.refresh();
        this.#input.refresh();
        if (!this.#picture.drawn) uncover();
        break;
      case "editBegin":
      case "textSet":
      case "textAck":
      case "editEnd":
        this.#editors.hear(message);
        break;
      case "focus":
        this.#editors.focus(message.id);
        break;
      case "mirror":
        this.#clipboard.offer(message);
        break;
      case "announce":
        announce(message.text, message.assertive);
        break;
      case "save":
        this.#save(message);
        break;
      case "unsaved":
        if (message.yes) this.#unsaved.add(message.workbook);
        else this.#unsaved.delete(message.workbook);
        break;
      case "title":
        document.title = message.text;
        break;
      case "lang":
        document.documentElement.lang = message.lang;
        remember("lang", message.lang);
        break;
      case "route":
        this.#go(message.hash.replace(/^#/, ""));
        break;
      case "cursor":
        this.#root.style.cursor = message.css;
        break;
      case "background":
        this.#set_background(message.css);
        break;
      case "sample":
        void this.#fetch_sample(message.name);
        break;
      case "reload":
        location.reload();
        break;
      case "fatal":
        this.#recovery.fault(message.text);
        break;
      case "deleteWorkbook":
        this.#unsaved.delete(message.id);
        if (recall("workbook") === message.id) forget("workbook");
        break;
      case "openWorkbook":
      case "nameWorkbook":
        break; // the worker's
      default:
        never(message);
    }
  }

  /** The first address takes the place of the one the page was opened with; others can be gone back from. */
  #go(route: string): void {
    const before = location.hash.slice(1);
    if (before === route) return;
    const address = route ? `#${route}` : location.pathname + location.search;
    if (before) history.pushState(undefined, "", address);
    else history.replaceState(undefined, "", address);
  }

  /** The core wants to hear of the next display frame. */
  #tick(): void {
    if (this.#ticking) return;
    this.#ticking = true;
    requestAnimationFrame(() => {
      this.#ticking = false;
      this.#link.post({ k: "tick" });
    });
  }

  #resized(): void {
    if (!this.#picture) return; // it measures itself while it is made
    this.#link.post({ k: "resize", ...this.#picture.size, covered: this.#covered });
  }

  #activated(entry: Entry): void {
    const { id, gesture } = entry.node;
    if (gesture?.kind === "edit") {
      this.#editors.edit(entry, "end");
      return;
    }
    if (gesture) this.#files.act(gesture);
    this.#link.post({ k: "act", id, action: "click" });
  }

  #opened(id: string, in_memory: boolean): void {
    this.#workbook = id;
    this.#in_memory = in_memory;
    if (!in_memory) remember("workbook", id); // else the next visit would look for what is gone
    this.#recovery.opened();
  }

  #save(message: FromCore & { k: "save" }): void {
    void this.#files.save(message, this.#recovery.copying ? "download" : "choose");
    this.#recovery.copied();
    // Browsers evict what sites store unless they are asked not to; asked when there is something to keep.
    if (this.#asked_to_persist) return;
    this.#asked_to_persist = true;
    void navigator.storage?.persist?.().catch(() => undefined);
  }

  async #fetch_sample(name: string): Promise<void> {
    const address = assets.samples[name.replace(/\..*$/, "")];
    if (!address) return console.warn("so06: no such sample", name);
    this.#link.pending += 1;
    try {
      const bytes = await bytes_of(address);
      this.#link.post({ k: "bytes", meta: { k: "sample", name }, bytes }, [bytes]);
    } catch (error) {
      console.warn("so06:", error);
      this.#link.post({ k: "bytes", meta: { k: "sample", name }, bytes: new ArrayBuffer(0) });
    }
    this.#link.pending -= 1;
  }

  #set_background(css: string): void {
    const page = document.documentElement;
    page.style.setProperty("--page", css);
    document.querySelector("meta[name=theme-color]")?.setAttribute("content", css);
    const parts = getComputedStyle(page).backgroundColor.match(/[\d.]+/g)?.map((part) => Number(part) / 255) ?? [];
    const [r = 1, g = 1, b = 1] = parts;
    page.classList.toggle("dark", r + g + b < 1.5);
    page.classList.toggle("light", r + g + b >= 1.5);
    this.#picture.background = [r, g, b];
  }
}

function announce(text: string, assertive: boolean): void {
  const place = document.getElementById(assertive ? "assertive" : "polite")!;
  // The same sentence twice in a row is read twice only if the content differs.
  place.textContent = place.textContent === text ? `${text}\u00a0` : text;
}

/** As it was chosen last; the core says when another is. */
function language(): string {
  return recall("lang") ?? "vi";
}

type Parts = { wasm: WebAssembly.Module | ArrayBuffer; fonts: { name: string; bytes: ArrayBuffer }[] };

/** The module compiled, and the fonts, which the editors have too: the same bytes, the same letters. */
async function fetch_parts(): Promise<Parts> {
  const [wasm, ...fonts] = await Promise.all([
    module_of(assets.wasm),
    ...Object.entries(assets.fonts).map(async ([name, address]) => ({ name, bytes: await bytes_of(address) })),
  ]);
  for (const { name, bytes } of fonts) {
    const weight = /^inter-(\d+)$/.exec(name)?.[1];
    if (weight) document.fonts.add(await new FontFace("Inter So06", bytes, { weight }).load());
  }
  return { wasm, fonts };
}

async function start(): Promise<void> {
  document.documentElement.lang = language();
  if (typeof Worker === "undefined" || typeof WebAssembly === "undefined" || !("inert" in HTMLElement.prototype)) {
    return cover("too-old");
  }
  document.getElementById("again")!.addEventListener("click", () => location.reload());
  document.getElementById("reload")!.addEventListener("click", () => location.reload());
  try {
    const parts = fetch_parts();
    new Page(parts);
    await parts;
  } catch (error) {
    cover(error instanceof TypeError ? "no-network" : "not-started", String(error));
  }
}

void start();
