// The worker: hosts the module, opens its files, moves bytes. It reads only the messages that are for
// itself; everything else passes through. After a trap nothing in the module is called again.

import { Core, type FrameOut } from "./core";
import { Frames } from "./frames";
import {
  is_to_worker, type FromCore, type FromWorker, type ToCore, type ToWorker, type WorkbookState,
} from "./messages";
import { Storage } from "./storage";

class Host {
  readonly #storage = new Storage(() => post({ k: "give_up" }));
  readonly #frames = new Frames({
    make: () => this.#core?.frame(performance.timeOrigin + performance.now()),
    show: (frame, tick) => this.#show(frame, tick),
    guarded: (call) => this.#guarded(call),
  });
  readonly #waiting: ToWorker[] = []; // for the core, until it is there
  readonly #jobs: (() => Promise<void>)[] = [];
  #core: Core | undefined;
  #working = false;

  hear(messages: unknown[]): void {
    this.#guarded(() => {
      for (const message of messages) if (is_to_worker(message)) this.#take(message);
      this.#frames.run();
    });
  }

  #take(message: ToWorker): void {
    switch (message.k) {
      case "open":
        this.#storage.begin_with(message.memory);
        return this.#start_job(async () => void (await this.#storage.open(message.workbook)));
      case "boot":
        return this.#start_job(() => this.#boot(message));
      case "idle": {
        const at_rest = this.#core !== undefined && !this.#working && this.#frames.at_rest;
        return post({ k: "idle", req: message.req, at_rest });
      }
      case "ack":
        return this.#frames.acknowledged(message.seq);
      case "tick":
        return this.#frames.tick();
      case "given_up":
        this.#close_database();
        return this.#tell_opened(this.#storage.taken());
      default:
        this.#pass_on(message);
    }
  }

  #pass_on(message: ToCore | (ToWorker & { k: "bytes" })): void {
    if (!this.#core) {
      this.#waiting.push(message);
      return;
    }
    this.#frames.want();
    if (message.k === "bytes") return this.#core.bytes(message.bytes, message.meta);
    if (message.k === "lifecycle") this.#frames.hidden = message.state !== "visible";
    if (message.k === "lifecycle" && message.state === "pagehide") {
      this.#close_database();
      return this.#storage.close();
    }
    this.#core.message(message);
  }

  async #boot(message: ToWorker & { k: "boot" }): Promise<void> {
    const opened = this.#storage.state!; // the job before this one
    const core = await Core.load(message.wasm, this.#storage.files);
    for (const font of message.fonts) core.bytes(font.bytes, { k: "font", name: font.name });
    core.start({ ...message.start, storage: opened.storage });
    this.#core = core;
    this.#tell_opened(opened);
    for (const late of this.#waiting.splice(0)) this.#take(late);
  }

  #show(frame: FrameOut, tick: boolean): void {
    const { packet, out, seq } = frame;
    out.forEach((message) => this.#carry_out(message));
    this.#tell_memory();
    if (packet || tick || out.length > 0) post({ k: "frame", seq, packet, tick, out }, packet ? [packet] : []);
  }

  /** Does what a message asks of the worker; the page gets all of them. */
  #carry_out(message: FromCore): void {
    const storage = this.#storage;
    switch (message.k) {
      case "save":
        message.bytes = this.#core!.blob(message.blob);
        this.#core!.blob_free(message.blob);
        break;
      case "openWorkbook":
        this.#start_job(async () => this.#tell_opened(await storage.open(message.id, message.take)));
        break;
      case "deleteWorkbook":
        this.#start_job(async () => {
          const open = message.id === storage.state?.id;
          if (open) storage.close();
          const left = await storage.remove(message.id);
          if (!open) this.#tell_opened(left); // else nothing is open until the next is
        });
        break;
      case "nameWorkbook":
        this.#start_job(async () => this.#tell_opened(await storage.rename(message.id, message.title)));
        break;
      default: // for the page alone
    }
  }

  #tell_opened(workbook: WorkbookState | undefined): void {
    if (!workbook) return;
    this.#tell_memory();
    post({ k: "opened", workbook });
    this.#core?.message(workbook);
    this.#frames.want();
  }

  /** Before anything is called saved: the page keeps what is only in memory. */
  #tell_memory(): void {
    const changes = this.#storage.take_memory_changes();
    if (changes.length === 0) return;
    post({ k: "memory", changes }, changes.flatMap((change) => (change.k === "write" ? [change.bytes.buffer] : [])));
  }

  /** First the core takes in all that was said. */
  #close_database(): void {
    this.#frames.finish();
    this.#core?.message({ k: "lifecycle", state: "pagehide" });
    this.#frames.want();
  }

  /** Jobs touch the files: one at a time, in order. */
  #start_job(job: () => Promise<void>): void {
    this.#jobs.push(job);
    if (!this.#working) void this.#work();
  }

  async #work(): Promise<void> {
    this.#working = true;
    try {
      for (let job = this.#jobs.shift(); job; job = this.#jobs.shift()) await job();
    } catch (error) {
      this.#fail(error);
    }
    this.#working = false;
    this.#guarded(() => this.#frames.run());
  }

  #guarded(call: () => void): void {
    try {
      call();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#core = undefined;
    this.#frames.stop();
    this.#tell_memory();
    this.#storage.close();
    const text = error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : String(error);
    post({ k: "fatal", text });
  }
}

function post(message: FromWorker, transfer: Transferable[] = []): void {
  (self as unknown as Worker).postMessage(message, transfer);
}

const host = new Host();
self.onmessage = (event: MessageEvent<unknown[]>) => host.hear(event.data);
