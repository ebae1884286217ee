// What the bundler puts in: the module's own JavaScript, the shaders, the worker's code as text; and what
// browsers have that the compiler's own list does not know.

declare module "so06-module" {
  import type { File } from "./storage";
  export type Module = {
    wasmMemory: WebAssembly.Memory;
    _malloc(size: number): number;
    _free(at: number): void;
    _so06_start(at: number, size: number): void;
    _so06_message(at: number, size: number): void;
    _so06_bytes(at: number, size: number, meta_at: number, meta_size: number): void;
    _so06_frame(now_ms: number): number;
    _so06_blob(id: number): number;
    _so06_blob_free(id: number): void;
  };
  export default function start_module(options: {
    so06Files: Record<string, File>;
    instantiateWasm(imports: WebAssembly.Imports, ready: (made: WebAssembly.Instance) => void): object;
    print(line: string): void;
    printErr(line: string): void;
  }): Promise<Module>;
}
declare module "so06-worker" {
  const code: string;
  export default code;
}
declare module "*.vert" {
  const code: string;
  export default code;
}
declare module "*.frag" {
  const code: string;
  export default code;
}
/** File System Access; Chromium only. */
interface Window {
  showSaveFilePicker?(options: {
    /** The folder chosen last is offered again, by this name. */
    id: string;
    suggestedName: string;
    types: { accept: Record<string, string[]> }[];
  }): Promise<FileSystemFileHandle>;
}
