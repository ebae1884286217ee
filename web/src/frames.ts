// When the core makes a frame. Input and answers: at once, unless a packet is on its way (then when the
// page has shown it). wake_ms 0: the frames right after input follow at once, because the core takes a
// press and a release in different frames; later ones follow the display (tick). wake_ms n: after n ms.
// A hidden page gets frames only for what it says itself. At rest there is no timer.

import { OnlyOnInput, type FrameOut } from "./core";

/** How many frames after input follow at once. */
const Settling = 4;
/** A frame due sooner than this is work going on, not rest. */
const RestMs = 60;
/** How many frames the core gets at most to take in what was said before its database is closed. */
const LastFrames = 12;

type Told = {
  /** undefined: there is no core. */
  make(): FrameOut | undefined;
  /** `tick`: the page is to tell the next display frame. */
  show(frame: FrameOut, tick: boolean): void;
  guarded(call: () => void): void;
};

export class Frames {
  /** The page is not to be seen. */
  hidden = false;
  readonly #told: Told;
  #wanted = false;
  #on_its_way = 0; // the seq of a packet that was not acknowledged
  #hurried = 0; // frames that still follow at once
  #tick_asked = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due_ms = Infinity;

  constructor(told: Told) {
    this.#told = told;
  }

  /** The core was told something. */
  want(): void {
    this.#wanted = true;
    this.#hurried = Settling;
  }

  tick(): void {
    this.#wanted = true;
    this.#tick_asked = false;
  }

  acknowledged(seq: number): void {
    if (seq === this.#on_its_way) this.#on_its_way = 0;
  }

  /** Makes what is due now. */
  run(): void {
    while (this.#wanted && !this.#on_its_way && this.#make()) {
      // until nothing is wanted, or the page is to show something first
    }
  }

  /** The last frames before the database is closed: all that was said is taken in, shown or not. */
  finish(): void {
    for (let i = 0; this.#wanted && i < LastFrames; i += 1) {
      this.#hurried = 2;
      this.#make();
    }
    this.#on_its_way = 0;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#wanted = false;
  }

  get at_rest(): boolean {
    const soon = this.#due_ms - performance.now() < RestMs;
    return !this.#wanted && !this.#on_its_way && !this.#tick_asked && !soon;
  }

  #make(): boolean {
    this.#wanted = false;
    const frame = this.#told.make();
    if (!frame) return false;
    this.#plan(frame.wake_ms);
    if (frame.packet) this.#on_its_way = frame.seq;
    this.#told.show(frame, this.#tick_asked);
    return true;
  }

  #plan(wake_ms: number): void {
    clearTimeout(this.#timer);
    this.#due_ms = Infinity;
    if (wake_ms === OnlyOnInput || (this.hidden && this.#hurried === 0)) return;
    if (wake_ms > 0) {
      if (this.hidden) this.#hurried -= 1;
      this.#due_ms = performance.now() + wake_ms;
      this.#timer = setTimeout(() => this.#wake(), Math.min(wake_ms, 0x7fffffff));
    } else if (this.#hurried > 0) {
      this.#hurried -= 1;
      this.#wanted = true;
    } else {
      this.#tick_asked = true;
    }
  }

  #wake(): void {
    this.#due_ms = Infinity;
    this.#wanted = true;
    this.#told.guarded(() => this.run());
  }
}
