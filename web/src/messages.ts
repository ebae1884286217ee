// Every message between the page and the module, and the only place where one is specified.
//
// Three speak: the page (main.ts and its parts), the worker (worker.ts: loads the module, opens the
// files, moves bytes) and the core (C++, behind so06_message and the array of FrameOut). A message is
// a plain object with its kind in `k`. Lengths are CSS pixels from the top left of the window, text
// offsets are UTF-16 units, ids are the core's. What a side does not know it logs and ignores.
//
// Page to core, as JSON through so06_message:
//   resize       the size of the picture, its scale, and how much of its foot a keyboard covers
//   ptr, wheel   pointer and wheel; the tap of a finger or pen arrives as move, down, up, leave, its pan as
//                wheel; buttons are the DOM's: 0 left, 1 middle, 2 right
//   pinch        two fingers went apart, or together (negative), by that many sizes of text
//   menu         what can be done with a node was asked for: right button, long press (there), or key
//   menuBack     that menu was none of the person's: the finger had moved or left before it could be asked for, as the
//                page heard late; what it did follows
//   key          a captured chord (keys.ts has the list); never text
//   act          a node was activated: keyboard, assistive technology, or a gesture the page carried out
//   focus, blur  a node got or lost the DOM focus; there is no other focus. `pressed`: by a pointer, under which
//                nothing may move
//   textBegin    a field is being edited, and what it shows; text: its whole value now; textEnd: the last
//                value and why; for `to-cell` the cell a finger goes on to.
//                `seq` grows by one with each text. The core answers textAck{saved:true} when the value
//                of that seq is durable (or need not be); until then the page keeps it (design.md
//                decision 19). A node that is being edited should stay: when it goes, the edit ends
//   caret        the caret of the text being edited went elsewhere, not by typing and not under a pointer: it
//                must stay in sight. As the value's own offsets, in UTF-16 units
//   done         the answer to save
//   copied       what became of a node's gesture copy
//   rowsCopied   the rows that mirror or a node's gesture copy offered were copied; 0: the one cell
//   block        cells of another program were pasted into the table or a form
//   theme, lifecycle, route, tick, texturesLost
//                tick follows a frame that asked for the next display frame (wake_ms 0); route comes
//                with the browser's Back and Forward; after lifecycle pagehide the database is closed
//   workbook     from the worker, once the files are open or were refused, after the start and after
//                each openWorkbook; after deleteWorkbook and nameWorkbook the same again, with the new
//                `others` (the same `id`: nothing was opened), and `kept` when another window has the
//                workbook that was to be deleted
//   saveCopy     the person wants the workbook as a file after a fault: answered with save
// Bytes to core, through so06_bytes with the meta as JSON: font (before so06_start), file, sample.
// so06_start takes Start as JSON.
//
// Core to page, in the array of FrameOut:
//   sem          what changed in the semantic nodes; `full` forgets the old ones first; `order` has the
//                ids of all, containers before what is in them, later ones on top
//   editBegin, textSet, textAck, editEnd, focus, announce, title, lang, route, cursor, background
//   mirror       what the copy key takes while no field is edited; empty: nothing
//   save         `blob` is fetched with so06_blob and freed by the worker, the page gets `bytes`
//   unsaved      whether the open workbook, which is only in memory, has changes that are in no file
//   sample, reload
//   fatal        the module trapped; the worker is of no more use
// Core to worker (the page hears of it too):
//   openWorkbook   said after the database was closed; the worker closes the files, opens those of `id`
//                  and answers workbook. `take` asks the other window that has it to give it up: that
//                  one's core gets lifecycle pagehide, and workbook{ok:false, reason:"taken"}
//   deleteWorkbook, nameWorkbook   of any workbook; the open one is closed as above before it is deleted,
//                  and answered only by the openWorkbook that follows
//
// Page to worker: open (the files, while the module is still being fetched), boot, bytes, ack, idle,
// given_up. Worker to page: frame, opened, idle, fatal, memory, and give_up: another window wants the
// workbook; the page ends its edit and answers given_up. memory comes before the frame that calls what it
// holds saved.

import type { MemoryChange, MemoryImage } from "./memory_workbooks";

/** Chord and pointer modifiers are those of the DOM event; on a Mac Command is `meta`. */
export type ToCore =
  | { k: "resize"; w: number; h: number; dpr: number; covered: number }
  | {
      k: "ptr"; type: "move" | "down" | "up" | "leave" | "cancel"; x: number; y: number; button: number;
      source: "mouse" | "touch"; shift: boolean;
    }
  | { k: "wheel"; x: number; y: number; dx: number; dy: number }
  | { k: "pinch"; steps: number }
  | { k: "menu"; id: string; x?: number; y?: number }
  | { k: "menuBack" }
  | { k: "key"; code: string; key: string; ctrl: boolean; shift: boolean; alt: boolean; meta: boolean }
  | { k: "act"; id: string; action: "click" }
  | { k: "focus" | "blur"; id: string; pressed?: boolean }
  | { k: "textBegin"; id: string; value?: string }
  | {
      k: "text"; id: string; seq: number; value: string; start: number; end: number; composing: boolean;
    }
  | { k: "caret"; id: string; at: number }
  | { k: "textEnd"; id: string; value: string; reason: EndReason; to?: string }
  | { k: "done"; req: number; how: Handed; error?: string }
  | { k: "copied"; ok: boolean; text: string }
  | { k: "rowsCopied"; rows: number }
  /** Where it was pasted, and the same as plain text. */
  | { k: "block"; rows: string[][]; id: string; text: string }
  | ({ k: "theme" } & Theme)
  | { k: "lifecycle"; state: "hidden" | "visible" | "pagehide" }
  | { k: "route"; hash: string }
  | { k: "texturesLost" }
  | { k: "tick" }
  | { k: "saveCopy" }
  | WorkbookState;

/**
 * What became of a file that was to be saved. written: it is where the person chose. downloading: the browser
 * has it, and does not say whether the person let it finish. declined: the person closed the picker.
 */
export type Handed = "written" | "downloading" | "declined" | "failed";

export type EndReason = "blur" | "enter" | "tab" | "shift-tab" | "escape" | "ctrl-enter" | "to-cell" | "replaced";

export type Theme = { dark: boolean; contrast: boolean; forced: boolean };

export type WorkbookState = {
  k: "workbook"; id: string; ok: boolean; storage: Storage;
  /** ok: why only memory (unsupported, refused). Not ok: locked, taken, busy or failed. */
  reason?: "unsupported" | "refused" | "locked" | "taken" | "busy" | "failed";
  /** What the browser said, for a report of the fault. */
  error?: string;
  /** The workbooks of this browser, the open one among them. */
  others: { id: string; title: string }[];
  /** This one was to be deleted, and another window has it open. */
  kept?: string;
};

/** opfs: on this machine; memory: gone when the window closes. */
export type Storage = "opfs" | "memory";

export type Start = Theme & {
  k: "start"; w: number; h: number; dpr: number; lang: string; route: string;
  /** The page's own address without the route; empty when opened as a file. */
  page: string;
  touch: boolean; storage: Storage;
  /** Nothing is to be drawn: only saveCopy will be asked. */
  rescue: boolean;
};

/** Bytes for the core. `size` is the file's own: one that is too large or cannot be read has no bytes, but it. */
export type Meta =
  | { k: "font"; name: string }
  | { k: "file"; name: string; size: number }
  | { k: "sample"; name: string };

/** Page to worker. A task's messages travel together, in order. */
export type ToWorker =
  | ToCore
  | {
      k: "open"; workbook: string;
      /** What an earlier worker held in memory: the new one goes on with it. */
      memory: MemoryImage[];
    }
  | {
      k: "boot"; wasm: WebAssembly.Module | ArrayBuffer; start: Omit<Start, "storage">;
      fonts: { name: string; bytes: ArrayBuffer }[];
    }
  | { k: "bytes"; meta: Meta; bytes: ArrayBuffer }
  | { k: "ack"; seq: number }
  | { k: "given_up" }
  | { k: "idle"; req: number };

/** One semantic node; `parent` "" is the page itself. */
export type Node = {
  id: string; parent: string; role: string; name: string; x: number; y: number; w: number; h: number;
  /** The window through which it is seen: x, y, w, h. */
  clip?: [number, number, number, number];
  value?: string; desc?: string; level?: number;
  row?: number; col?: number; rows?: number; cols?: number; setsize?: number; posinset?: number;
  /**
   * Letters: d disabled, c checked, m mixed, s selected, e expanded, p collapsed, x pressed, u current,
   * i invalid, r required, o read only, h opens a popup, n has a menu of what can be
   * done with it, q not read by itself, M modal, l lies over what is beneath, t busy; C, S, X: can be, but is not.
   */
  state?: string;
  tab?: 0 | -1; keys?: string; gesture?: Gesture;
  /** A text field that searches the list of that id, and the item of it that Enter takes. */
  list?: string; active?: string;
  /** A cell: what is typed goes into the field `ID/text` inside it, in place of `over`. */
  types?: EditGesture; over?: string;
};

/** What the page does itself, inside the person's gesture; the core hears of it by act or textBegin. */
export type Gesture =
  | EditGesture
  | { kind: "open"; accept: string; multiple: boolean }
  | { kind: "copy"; text: string; html?: string; rows?: number };

export type EditGesture = {
  kind: "edit"; multiline: boolean; inputmode: string; px: number; lineHeight: number; padX: number;
  padY: number; align?: string; placeholder?: string; font: number; color: string; background: string;
};

/** Fields of `upd` that are absent stay as they were; a null takes the field away. */
export type NodeUpdate = { id: string } & { [field in keyof Omit<Node, "id">]?: Node[field] | null };

export type FromCore =
  | { k: "sem"; full?: boolean; add?: Node[]; upd?: NodeUpdate[]; del?: string[]; order?: string[] }
  /** `insert`: text to be pasted at the caret. */
  | { k: "editBegin"; id: string; select: "all" | "end" | "keep"; insert?: string }
  | { k: "textSet"; id: string; value: string; rev: number }
  | { k: "textAck"; id: string; seq: number; saved: boolean }
  | { k: "editEnd"; id: string }
  | { k: "focus"; id: string }
  | { k: "announce"; text: string; assertive: boolean }
  | { k: "mirror"; text: string; html: string; rows: number }
  | { k: "save"; req: number; blob: number; name: string; mime: string; bytes?: ArrayBuffer }
  | { k: "unsaved"; workbook: string; yes: boolean }
  | { k: "title"; text: string }
  | { k: "lang"; lang: string }
  | { k: "route"; hash: string }
  | { k: "cursor" | "background"; css: string }
  | { k: "openWorkbook"; id: string; take?: boolean }
  | { k: "deleteWorkbook"; id: string }
  | { k: "nameWorkbook"; id: string; title: string }
  | { k: "sample"; name: string }
  | { k: "reload" }
  | { k: "fatal"; text: string };

/** Worker to page. A packet is to be answered with ack; `tick`: answer the next display frame too. */
export type FromWorker =
  | { k: "frame"; seq: number; packet?: ArrayBuffer; tick: boolean; out: FromCore[] }
  | { k: "opened"; workbook: WorkbookState }
  | { k: "give_up" }
  | { k: "idle"; req: number; at_rest: boolean }
  | { k: "memory"; changes: MemoryChange[] }
  | { k: "fatal"; text: string };

/** The same lists for the program that reads: the compiler holds them against the types above. */
const to_worker: Record<ToWorker["k"], true> = {
  resize: true, ptr: true, wheel: true, pinch: true, menu: true, menuBack: true, key: true, act: true, focus: true, blur: true, textBegin: true,
  text: true, caret: true, textEnd: true, done: true, copied: true, rowsCopied: true, block: true, theme: true, lifecycle: true, route: true, texturesLost: true,
  tick: true, workbook: true, open: true, boot: true, bytes: true, ack: true, given_up: true, idle: true,
  saveCopy: true,
};
const from_core: Record<FromCore["k"], true> = {
  sem: true, editBegin: true, textSet: true, textAck: true, editEnd: true, focus: true, announce: true, mirror: true,
  save: true, unsaved: true, title: true, lang: true, route: true, cursor: true, background: true,
  openWorkbook: true, deleteWorkbook: true, nameWorkbook: true, sample: true, reload: true, fatal: true,
};
const from_worker: Record<FromWorker["k"], true> = {
  frame: true, opened: true, give_up: true, idle: true, memory: true, fatal: true,
};

function known<M extends { k: string }>(list: Record<M["k"], true>, what: unknown): what is M {
  const k = (what as { k?: unknown } | undefined)?.k;
  if (typeof k === "string" && Object.hasOwn(list, k)) return true;
  console.warn("so06: a message of unknown kind", k);
  return false;
}

export const is_to_worker = (what: unknown): what is ToWorker => known<ToWorker>(to_worker, what);
export const is_from_core = (what: unknown): what is FromCore => known<FromCore>(from_core, what);
export const is_from_worker = (what: unknown): what is FromWorker => known<FromWorker>(from_worker, what);

/** Ends a switch over a closed list: a kind nobody handles does not compile. */
export function never(what: never): never {
  throw new Error(`not handled: ${JSON.stringify(what)}`);
}
