// The worker: hosts the module, opens its files, and decides when a frame is made. It reads only the
// messages that are for itself; everything else passes through. At rest it has no timer and says nothing.
//
// When a frame is made. Input and answers: at once, unless a packet is on its way (then when the page
// has shown it). wake_ms 0: the frames right after input follow at once, because the module's input
// queue takes a press and a release in different frames; later ones follow the display. wake_ms n:
// after n ms. A hidden page gets frames only for what it says itself.

import { Core, OnlyOnInput, type FrameOut } from "./core";
import {
  is_to_worker, type FromCore, type FromWorker, type ToCore, type ToWorker, type WorkbookState,
} from "./messages";
import { Storage } from "./storage";

/** How many frames after input follow at once. */
const Settling = 4;
/** A frame due sooner than this is work going on, not rest. */
const RestMs = 60;
/** How many frames the core gets at most to take in what was said before its database is closed. */
const LastFrames = 12;

const storage = new Storage(() => post({ k: "give_up" }));
let core: Core | undefined;
const waiting: ToWorker[] = [];
const jobs: (() => Promise<void>)[] = [];
let working = false;

let wanted = false; // a frame, as soon as it can be
let on_its_way = 0; // the seq of a packet that was not acknowledged
let hurried = 0; // frames that still follow at once
let hidden = false;
let timer: ReturnType<typeof setTimeout> | undefined;
let due_ms = Infinity;
let tick_asked = false;

self.onmessage = (event: MessageEvent<unknown[]>) => {
  guarded(() => {
    for (const message of event.data) if (is_to_worker(message)) take(message);
    make_frames();
  });
};

function take(message: ToWorker): void {
  if (message.k === "open") {
    storage.begin_with(message.files);
    return start_job(async () => void (await storage.open(message.workbook)));
  }
  if (message.k === "boot") return start_job(() => boot(message));
  if (message.k === "idle") return post({ k: "idle", req: message.req, at_rest: at_rest() });
  if (!core) {
    waiting.push(message);
    return;
  }
  if (message.k === "ack") {
    if (message.seq === on_its_way) on_its_way = 0;
    return;
  }
  wanted = true;
  if (message.k === "tick") {
    tick_asked = false;
    return;
  }
  hurried = Settling;
  if (message.k === "bytes") return core.bytes(message.bytes, message.meta);
  if (message.k === "given_up") return give_up();
  if (message.k === "lifecycle") {
    hidden = message.state !== "visible";
    if (message.state === "pagehide") {
      close_database();
      return storage.close();
    }
  }
  core.message(message);
}

async function boot(message: ToWorker & { k: "boot" }): Promise<void> {
  const opened = storage.state!;
  const loaded = await Core.load(message.wasm, storage.files);
  for (const font of message.fonts) loaded.bytes(font.bytes, { k: "font", name: font.name });
  loaded.start({ ...message.start, storage: opened.storage });
  core = loaded;
  tell_opened(opened);
  for (const late of waiting.splice(0)) take(late);
}

function make_frames(): void {
  while (wanted && core && !on_its_way) {
    wanted = false;
    make_frame(core);
  }
}

function make_frame(from: Core): void {
  present(from.frame(performance.timeOrigin + performance.now()));
}

function present(frame: FrameOut): void {
  plan(frame.wake_ms);
  const { packet, out } = frame;
  out.forEach(handle);
  if (packet) on_its_way = frame.seq;
  if (packet || out.length > 0 || tick_asked) {
    post({ k: "frame", seq: frame.seq, packet, tick: tick_asked, out }, packet ? [packet] : []);
  }
}

/** When the next frame is made, if nothing happens before. */
function plan(wake_ms: number): void {
  clearTimeout(timer);
  timer = undefined;
  due_ms = Infinity;
  if (wake_ms === OnlyOnInput) return;
  if (hidden) {
    if (hurried === 0) return;
    hurried -= 1;
  }
  if (wake_ms > 0) {
    due_ms = performance.now() + wake_ms;
    timer = setTimeout(wake, Math.min(wake_ms, 0x7fffffff));
  } else if (hurried > 0) {
    hurried -= 1;
    wanted = true;
  } else {
    tick_asked = true;
  }
}

function wake(): void {
  due_ms = Infinity;
  wanted = true;
  guarded(make_frames);
}

function at_rest(): boolean {
  const soon = due_ms - performance.now() < RestMs;
  return core !== undefined && !working && !wanted && !on_its_way && !tick_asked && !soon;
}

/** Does what a message asks of the worker; the page gets all of them. */
function handle(message: FromCore): void {
  switch (message.k) {
    case "save":
      message.bytes = core!.blob(message.blob);
      core!.blob_free(message.blob);
      break;
    case "sem":
      for (const node of [...(message.add ?? []), ...(message.upd ?? [])]) {
        const gesture = node.gesture;
        if (gesture?.kind === "download") gesture.bytes = core!.blob(gesture.blob);
      }
      break;
    case "openWorkbook":
      start_job(async () => tell_opened(await storage.open(message.id, message.take)));
      break;
    case "deleteWorkbook":
      start_job(async () => {
        if (message.id === storage.state?.id) storage.close();
        tell_opened(await storage.remove(message.id));
      });
      break;
    case "nameWorkbook":
      start_job(async () => tell_opened(await storage.rename(message.id, message.title)));
      break;
    default: // for the page alone
  }
}

function tell_opened(workbook: WorkbookState | undefined): void {
  if (!workbook) return;
  post({ k: "opened", workbook });
  tell(workbook);
}

function tell(message: ToCore): void {
  core?.message(message);
  wanted = true;
  hurried = Settling;
}

/** Another window has this workbook now: the core has committed and closed, the files are let go. */
function give_up(): void {
  close_database();
  tell_opened(storage.taken());
}

/** First the core takes in all that was said, which may take it several frames. */
function close_database(): void {
  for (let i = 0; core && wanted && i < LastFrames; i += 1) {
    on_its_way = 0;
    hurried = 1;
    wanted = false;
    make_frame(core);
  }
  core?.message({ k: "lifecycle", state: "pagehide" });
  wanted = true;
}

/** Jobs touch the files: one at a time, in order. */
function start_job(job: () => Promise<void>): void {
  jobs.push(job);
  if (!working) void work();
}

async function work(): Promise<void> {
  working = true;
  try {
    for (let job = jobs.shift(); job; job = jobs.shift()) await job();
  } catch (error) {
    fail(error);
  }
  working = false;
  guarded(make_frames);
}

function guarded(call: () => void): void {
  try {
    call();
  } catch (error) {
    fail(error);
  }
}

/** The module trapped: nothing in it can be trusted, so nothing in it is called again. */
function fail(error: unknown): void {
  core = undefined;
  waiting.length = 0;
  clearTimeout(timer);
  const files = storage.images;
  storage.close();
  const text = error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : String(error);
  post({ k: "fatal", text, files }, Object.values(files));
}

function post(message: FromWorker, transfer: Transferable[] = []): void {
  (self as unknown as Worker).postMessage(message, transfer);
}
