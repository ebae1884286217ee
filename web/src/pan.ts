// A finger, or a pen: a tap, a long press or a pan. A pan locks to one axis and goes on for a while after the finger left
// (inertia), unless the person asked the system for less motion; it is told as distances, which become wheel
// messages. It knows nothing of what is under it.

const SlopPx = 10;
const VelocityMs = 100;
const DecayMs = 325;
const StillPxPerS = 10;
/** No finger is faster; two events that came late together look as if it were. */
const FastestPxPerMs = 8;
const LongPressMs = 500;
/** What a finger did is told with a frame, on a slow machine long after it was done: so it is waited for. */
const FramesUntilTold = 2;

type Point = { x: number; y: number; t: number };

type Told = {
  moved(at: { x: number; y: number }, dx: number, dy: number): void;
  /** True: it was for something, and lifting the finger is no tap any more. */
  long_pressed(at: { x: number; y: number }): boolean;
  /** It was none: the finger had moved or left before, as is told only now. The pan or the tap follows. */
  taken_back(): void;
};

function slowed(speed: number): number {
  return Math.max(-FastestPxPerMs, Math.min(FastestPxPerMs, speed));
}

export class Pan {
  #start: Point | undefined; // while a finger is down
  #origin: Point = { x: 0, y: 0, t: 0 }; // all of a pan is for what it began on
  #trail: Point[] = [];
  #axis: "x" | "y" | undefined;
  #running = 0;
  #rolls = false;
  #stops = false; // this touch stopped what was rolling, and is no tap
  #pressed = false; // for long, as far as was told
  #waiting: ReturnType<typeof setTimeout> | undefined; // for a long press
  #frame = 0; // the one it is waited for at last
  readonly #told: Told;

  constructor(told: Told) {
    this.#told = told;
  }

  async still(): Promise<void> {
    while (this.#rolls) await new Promise(requestAnimationFrame);
  }

  /** A finger touched; what was still rolling stops. */
  down(x: number, y: number, t: number): void {
    this.#stops = this.#rolls;
    this.stop();
    this.#start = this.#origin = { x, y, t };
    this.#trail = [this.#start];
    this.#axis = undefined;
    this.#pressed = false;
    this.#waiting = setTimeout(() => this.#rested(FramesUntilTold), LongPressMs);
  }

  move(x: number, y: number, t: number): void {
    const start = this.#start;
    const last = this.#trail.at(-1);
    if (!start || !last) return;
    if (!this.#axis) {
      const dx = Math.abs(x - start.x);
      const dy = Math.abs(y - start.y);
      if (Math.max(dx, dy) < SlopPx || !this.#goes_on(t)) return;
      this.#axis = dx > dy ? "x" : "y";
      this.#wait_no_more();
    }
    this.#trail = [...this.#trail.filter((point) => t - point.t < VelocityMs), { x, y, t }];
    this.#tell(last.x - x, last.y - y);
  }

  /** The finger left: true when it was a tap. */
  up(t: number): boolean {
    const start = this.#start;
    this.#start = undefined;
    this.#wait_no_more();
    if (!start || !this.#axis) return start !== undefined && this.#goes_on(t) && !this.#stops;
    const first = this.#trail.find((point) => t - point.t < VelocityMs);
    const last = this.#trail.at(-1);
    if (first && last && last.t > first.t && !matchMedia("(prefers-reduced-motion: reduce)").matches) {
      this.#roll((first.x - last.x) / (last.t - first.t), (first.y - last.y) / (last.t - first.t));
    }
    return false;
  }

  /** No tap, no rolling: another finger came, or the system took over, at `t`. */
  stop(t?: number): void {
    if (this.#start && t !== undefined) this.#goes_on(t);
    this.#start = undefined;
    this.#wait_no_more();
    cancelAnimationFrame(this.#running);
    this.#rolls = false;
  }

  #rested(frames: number): void {
    if (frames > 0) this.#frame = requestAnimationFrame(() => this.#rested(frames - 1));
    else this.#pressed = this.#told.long_pressed(this.#origin);
  }

  /** Whether what the finger did at `t` is no part of a long press: by its own time, since it may be told seconds later. */
  #goes_on(t: number): boolean {
    if (!this.#pressed) return true;
    if (t - this.#origin.t >= LongPressMs) return false;
    this.#pressed = false;
    this.#told.taken_back();
    return true;
  }

  #wait_no_more(): void {
    clearTimeout(this.#waiting);
    cancelAnimationFrame(this.#frame);
  }

  #roll(from_x: number, from_y: number): void {
    let vx = slowed(from_x);
    let vy = slowed(from_y);
    let before = performance.now();
    const step = (now: number): void => {
      const span = now - before;
      before = now;
      this.#tell(vx * span, vy * span);
      const decay = Math.exp(-span / DecayMs);
      vx *= decay;
      vy *= decay;
      const speed = Math.abs(this.#axis === "x" ? vx : vy) * 1000;
      this.#rolls = speed > StillPxPerS;
      if (this.#rolls) this.#running = requestAnimationFrame(step);
    };
    this.#rolls = true;
    this.#running = requestAnimationFrame(step);
  }

  #tell(dx: number, dy: number): void {
    this.#told.moved(this.#origin, this.#axis === "x" ? dx : 0, this.#axis === "y" ? dy : 0);
  }
}
