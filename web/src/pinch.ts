// Two fingers: apart for larger text, together for smaller, a size for each step of the distance. The
// browser's own zoom would enlarge the picture out of the window; the core lays the page out anew.

/** How much further apart two fingers must be for the next size. */
const StepRatio = 1.25;

type Point = { x: number; y: number };

export class Pinch {
  readonly #fingers = new Map<number, Point>();
  #distance = 0; // at the last step
  readonly #stepped: (steps: number) => void;

  constructor(stepped: (steps: number) => void) {
    this.#stepped = stepped;
  }

  get fingers(): number {
    return this.#fingers.size;
  }

  down(id: number, at: Point): void {
    this.#fingers.set(id, at);
    this.#distance = this.#apart();
  }

  move(id: number, at: Point): void {
    if (!this.#fingers.has(id)) return;
    this.#fingers.set(id, at);
    const apart = this.#apart();
    if (this.#distance === 0 || apart === 0) return;
    const steps = Math.trunc(Math.log(apart / this.#distance) / Math.log(StepRatio));
    if (steps === 0) return;
    this.#distance *= StepRatio ** steps;
    this.#stepped(steps);
  }

  up(id: number): void {
    this.#fingers.delete(id);
    this.#distance = this.#apart();
  }

  forget(): void {
    this.#fingers.clear();
    this.#distance = 0;
  }

  /** 0 unless there are two. */
  #apart(): number {
    const [one, two, more] = [...this.#fingers.values()];
    return one && two && !more ? Math.hypot(one.x - two.x, one.y - two.y) : 0;
  }
}
