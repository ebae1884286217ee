// The module as the worker sees it: the only caller of the exports in web/exports.txt. Bytes go in,
// FrameOut comes out; what they mean is not known here. A trap is thrown on to the caller.

import start_module, { type Module } from "so06-module";
import { is_from_core, type FromCore, type Meta, type Start, type ToCore } from "./messages";
import type { File } from "./storage";

/** wake_ms of FrameOut: nothing to do until something happens. */
export const OnlyOnInput = 0xffffffff;
const HasPacket = 1;

export type FrameOut = { packet: ArrayBuffer | undefined; out: FromCore[]; wake_ms: number; seq: number };

export class Core {
  readonly #module: Module;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();

  private constructor(module: Module) {
    this.#module = module;
  }

  static async load(wasm: WebAssembly.Module | ArrayBuffer, files: Record<string, File>): Promise<Core> {
    let told_why: (why: unknown) => void;
    const refused = new Promise<never>((_, no) => { told_why = no; });
    const module = await Promise.race([refused, start_module({
      so06Files: files,
      instantiateWasm(imports, ready) {
        instance_of(wasm, imports).then((made) => ready(made), told_why);
        return {};
      },
      print: (line) => console.log(line),
      printErr: (line) => console.warn(line),
    })]);
    return new Core(module);
  }

  start(config: Start): void {
    this.#with_bytes(this.#encoder.encode(JSON.stringify(config)), (at, size) => this.#module._so06_start(at, size));
  }

  message(message: ToCore): void {
    this.#with_bytes(this.#encoder.encode(JSON.stringify(message)), (at, size) => this.#module._so06_message(at, size));
  }

  bytes(bytes: ArrayBuffer, meta: Meta): void {
    const head = this.#encoder.encode(JSON.stringify(meta));
    this.#with_bytes(new Uint8Array(bytes), (at, size) =>
      this.#with_bytes(head, (head_at, head_size) => this.#module._so06_bytes(at, size, head_at, head_size)));
  }

  frame(now_ms: number): FrameOut {
    const at = this.#module._so06_frame(now_ms);
    const [draw, draw_size, out, out_size, wake_ms, flags, seq] = new Uint32Array(this.#memory, at, 7) as unknown as
      [number, number, number, number, number, number, number];
    const packet = flags & HasPacket ? this.#memory.slice(draw, draw + draw_size) : undefined;
    const said: unknown = out_size ? JSON.parse(this.#decoder.decode(new Uint8Array(this.#memory, out, out_size))) : [];
    return { packet, out: (said as unknown[]).filter(is_from_core), wake_ms, seq };
  }

  /** A copy of the bytes that a save message names. */
  blob(id: number): ArrayBuffer {
    const [at, size] = new Uint32Array(this.#memory, this.#module._so06_blob(id), 2) as unknown as [number, number];
    return this.#memory.slice(at, at + size);
  }

  blob_free(id: number): void {
    this.#module._so06_blob_free(id);
  }

  /** Asked anew each time: growing replaces it. */
  get #memory(): ArrayBuffer {
    return this.#module.wasmMemory.buffer as ArrayBuffer;
  }

  #with_bytes(bytes: Uint8Array, call: (at: number, size: number) => void): void {
    const at = this.#module._malloc(Math.max(bytes.length, 1));
    new Uint8Array(this.#memory, at, bytes.length).set(bytes);
    call(at, bytes.length);
    this.#module._free(at);
  }
}

async function instance_of(wasm: WebAssembly.Module | ArrayBuffer, imports: WebAssembly.Imports) {
  if (wasm instanceof WebAssembly.Module) return WebAssembly.instantiate(wasm, imports);
  return (await WebAssembly.instantiate(wasm, imports)).instance;
}
