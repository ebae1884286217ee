// The canvas: its size in real pixels, the renderer on it, and what happens when the graphics context
// is lost. It tells when size or scale changed; the core answers with a new packet, until then the
// last one is shown at the new size.

import { Renderer } from "./renderer";

/** A context that is not given back within this time is given up, and its canvas replaced. */
const RestoreWaitMs = 3000;

export type Size = { w: number; h: number; dpr: number };

export class Picture {
  size: Size = { w: 0, h: 0, dpr: 1 };
  frames = 0;
  /** When the GL calls of each packet had been made, on the clock of event time stamps; the last 100. */
  readonly shown_ms: number[] = [];
  first_shown_ms = 0;
  #canvas: HTMLCanvasElement;
  #renderer: Renderer | undefined;
  #background: [number, number, number] = [1, 1, 1];
  #unwatch = new AbortController();
  readonly #resized: () => void;
  readonly #textures_lost: () => void;
  readonly #drawn: (is: boolean) => void;
  readonly #finish: boolean;

  /** `drawn` hears whether there is a picture at all, whenever a canvas was begun. */
  constructor(
    canvas: HTMLCanvasElement,
    told: { resized(): void; textures_lost(): void; drawn(is: boolean): void; finish: boolean },
  ) {
    this.#canvas = canvas;
    this.#resized = told.resized;
    this.#textures_lost = told.textures_lost;
    this.#drawn = told.drawn;
    this.#finish = told.finish;
    this.#begin();
    this.#watch_scale();
  }

  /** Whether there is a picture at all; without one the semantic layer is shown as a plain page. */
  get drawn(): boolean {
    return this.#renderer !== undefined;
  }

  show(packet: ArrayBuffer): void {
    this.frames += 1;
    // Not every change of scale is told by the query below: a window moved to another screen.
    if (window.devicePixelRatio !== this.size.dpr) this.#measure();
    this.#renderer?.show(packet);
    this.shown_ms.push(performance.now());
    this.first_shown_ms ||= this.shown_ms[0]!;
    if (this.shown_ms.length > 100) this.shown_ms.shift();
  }

  /** What lies behind the packets: red, green, blue from 0 to 1. */
  set background(color: [number, number, number]) {
    this.#background = color;
    if (this.#renderer) this.#renderer.background = color;
  }

  #begin(): void {
    this.#renderer = Renderer.on(this.#canvas);
    this.#drawn(this.#renderer !== undefined);
    if (this.#renderer) {
      this.#renderer.finish = this.#finish;
      this.#renderer.background = this.#background;
    }
    const { signal } = this.#unwatch;
    let given_up: ReturnType<typeof setTimeout> | undefined;
    this.#canvas.addEventListener("webglcontextlost", (event) => {
      event.preventDefault(); // so that it is given back
      given_up = setTimeout(() => this.#replace(), RestoreWaitMs);
    }, { signal });
    this.#canvas.addEventListener("webglcontextrestored", () => {
      clearTimeout(given_up);
      this.#renderer?.rebuild();
      this.#textures_lost();
    }, { signal });
    const observer = new ResizeObserver(([entry]) => this.#measure(entry));
    try {
      observer.observe(this.#canvas, { box: "device-pixel-content-box" });
    } catch {
      observer.observe(this.#canvas); // Safari
    }
    signal.addEventListener("abort", () => observer.disconnect());
    this.#measure();
  }

  #replace(): void {
    const canvas = this.#canvas.cloneNode() as HTMLCanvasElement;
    this.#unwatch.abort();
    this.#unwatch = new AbortController();
    this.#canvas.replaceWith(canvas);
    this.#canvas = canvas;
    this.#begin();
    this.#textures_lost();
  }

  #measure(entry?: ResizeObserverEntry): void {
    const dpr = window.devicePixelRatio || 1;
    const box = entry?.devicePixelContentBoxSize?.[0];
    // Exact where the scale is a fraction; browsers that play another device tell their own pixels.
    const pixels = (exact: number | undefined, css: number) =>
      exact !== undefined && Math.abs(exact - css * dpr) < 2 ? exact : Math.round(css * dpr);
    const width = pixels(box?.inlineSize, this.#canvas.clientWidth);
    const height = pixels(box?.blockSize, this.#canvas.clientHeight);
    const size = { w: width / dpr, h: height / dpr, dpr };
    if (size.w === this.size.w && size.h === this.size.h && size.dpr === this.size.dpr) return;
    this.size = size;
    this.#canvas.width = width;
    this.#canvas.height = height;
    this.#renderer?.show_again();
    this.#resized();
  }

  /** A media query says when the scale is no longer this one; then the next is asked for. */
  #watch_scale(): void {
    const query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener("change", () => {
      this.#measure();
      this.#watch_scale();
    }, { once: true });
  }
}
