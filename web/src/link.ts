// The page's end of the line to the worker: what one task says travels together, in order; what was
// said is counted for the tests. It starts the worker and can end it and start it anew.

import worker_code from "so06-worker";
import { is_from_worker, type FromWorker, type ToWorker } from "./messages";

/** A worker that said nothing for this long after it was told something is asked whether it lives. */
const QuietMs = 15_000;
/** Then it has this long to answer. */
const HangMs = 30_000;

export class Link {
  /** Messages in both directions since the start, those for `idle` not counted. */
  messages = 0;
  /** Work of the page whose result the worker will get: reading a file, fetching a sample. */
  pending = 0;
  #worker: Worker | undefined;
  #queue: ToWorker[] = [];
  #transfer: Transferable[] = [];
  #answers = new Map<number, (at_rest: boolean) => void>();
  #on_screen = -1; // as many messages as there were when all they led to was last seen to be shown
  #asked = 0;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #owes_answer = false;
  readonly #on_message: (message: FromWorker) => void;

  constructor(on_message: (message: FromWorker) => void) {
    this.#on_message = on_message;
  }

  get running(): boolean {
    return this.#worker !== undefined;
  }

  /** Something was said that the worker has not answered yet. */
  get asking(): boolean {
    return this.#owes_answer || this.#queue.length > 0;
  }

  /** Starts a worker, in the place of the one before. From a blob: it inherits the page's policy. */
  start(): void {
    this.stop();
    const address = URL.createObjectURL(new Blob([worker_code], { type: "text/javascript" }));
    const worker = new Worker(address);
    worker.addEventListener("message", () => URL.revokeObjectURL(address), { once: true }); // it has its code
    worker.onmessage = (event) => {
      if (worker === this.#worker && is_from_worker(event.data)) this.#heard(event.data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (worker === this.#worker) this.#heard({ k: "fatal", text: event.message });
    };
    this.#worker = worker;
  }

  stop(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#queue = [];
    this.#transfer = [];
    for (const answer of this.#answers.values()) answer(false);
    this.#answers.clear();
    clearTimeout(this.#watch);
    this.#watch = undefined;
    this.#owes_answer = false;
  }

  post(message: ToWorker, transfer: Transferable[] = []): void {
    const last = this.#queue.at(-1);
    if (message.k === "ptr" && message.type === "move" && last?.k === "ptr" && last.type === "move") this.#queue.pop();
    if (this.#queue.length === 0) queueMicrotask(() => this.#send());
    this.#queue.push(message);
    this.#transfer.push(...transfer);
  }

  /**
   * Resolves when nothing is queued here or in the worker and the last frame is on screen. What was touched is told to the page
   * with its next frame, so that one is waited for; what was drawn is shown with the one after it.
   */
  async idle(): Promise<void> {
    for (;;) {
      const before = this.messages;
      const at_rest = this.pending === 0 && (await this.#ask());
      const still = (): boolean => this.pending === 0 && before === this.messages && this.#queue.length === 0;
      if (at_rest && still()) {
        await new Promise(requestAnimationFrame);
        if (this.#on_screen !== before) await new Promise(requestAnimationFrame);
        if (still()) {
          this.#on_screen = before;
          return;
        }
      } else {
        await new Promise((go_on) => { setTimeout(go_on, 4); });
      }
    }
  }

  /** Resolves when the worker has done what was said up to here, and rests. */
  async rested(): Promise<void> {
    await undefined; // what is queued goes first
    while (this.running && !(await this.#ask())) await new Promise((go_on) => { setTimeout(go_on, 4); });
  }

  #ask(): Promise<boolean> {
    const req = (this.#asked += 1);
    return new Promise((told) => {
      this.#answers.set(req, told);
      this.#worker?.postMessage([{ k: "idle", req } satisfies ToWorker]);
    });
  }

  #send(): void {
    const queue = this.#queue;
    const transfer = this.#transfer;
    this.#queue = [];
    this.#transfer = [];
    if (!this.#worker || queue.length === 0) return;
    this.messages += 1;
    this.#worker.postMessage(queue, transfer);
    if (queue.every((message) => message.k === "ack")) return; // asks for nothing
    this.#owes_answer = true;
    this.#watch ??= setTimeout(() => void this.#look_after(this.#worker), QuietMs);
  }

  /** One that spoke since is alive, and is left at rest. */
  async #look_after(worker: Worker | undefined): Promise<void> {
    if (!this.#owes_answer) {
      this.#watch = undefined;
      return;
    }
    const late = setTimeout(() => {
      if (worker && worker === this.#worker) this.#heard({ k: "fatal", text: "no answer" });
    }, HangMs);
    await this.#ask();
    clearTimeout(late);
    this.#watch = undefined;
  }

  #heard(message: FromWorker): void {
    this.#owes_answer = false;
    if (message.k === "idle") {
      this.#answers.get(message.req)?.(message.at_rest);
      this.#answers.delete(message.req);
      return;
    }
    this.messages += 1;
    this.#on_message(message);
  }
}
