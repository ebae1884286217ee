// The workbooks of a browser that keeps nothing (file://, private windows, old web views): the files
// SQLite is given, in memory, for as long as the page is open, whichever of them is open just then. The
// worker writes into them and tells the page each change; the page makes the same changes to files of
// its own, so that what was written outlives a worker that died. It does not know what is in a file.

import type { File } from "./storage";

/** What happened to one of them, in the order in which it happened. */
export type MemoryChange =
  | { k: "write"; id: string; file: string; at: number; bytes: Uint8Array<ArrayBuffer> }
  | { k: "size"; id: string; file: string; size: number }
  | { k: "title"; id: string; title: string }
  | { k: "gone"; id: string };

/** One workbook whole, for a new worker. */
export type MemoryImage = { id: string; title: string; files: { [name: string]: ArrayBuffer } };

type Workbook = { title: string; files: Map<string, MemoryFile> };
type Written = { at: number; bytes: Uint8Array<ArrayBuffer> } | { size: number };

export class MemoryWorkbooks {
  readonly #all = new Map<string, Workbook>();
  #changes: MemoryChange[] = [];

  /** The same workbooks as another one had. */
  static of(images: MemoryImage[]): MemoryWorkbooks {
    const made = new MemoryWorkbooks();
    for (const { id, title, files } of images) {
      for (const [name, image] of Object.entries(files)) made.file(id, name).write(new Uint8Array(image), { at: 0 });
      made.#workbook(id).title = title;
    }
    made.#changes = [];
    return made;
  }

  get images(): MemoryImage[] {
    return [...this.#all].map(([id, { title, files }]) => ({
      id, title, files: Object.fromEntries([...files].map(([name, file]) => [name, file.image])),
    }));
  }

  get titles(): { id: string; title: string }[] {
    return [...this.#all].map(([id, { title }]) => ({ id, title }));
  }

  has(id: string): boolean {
    return this.#all.has(id);
  }

  /** Made empty if there is none. */
  file(id: string, name: string): MemoryFile {
    const { files } = this.#workbook(id);
    let file = files.get(name);
    if (!file) {
      file = new MemoryFile((what) => this.#note(id, name, what));
      files.set(name, file);
    }
    return file;
  }

  rename(id: string, title: string): void {
    this.#workbook(id).title = title;
    this.#changes.push({ k: "title", id, title });
  }

  remove(id: string): void {
    if (this.#all.delete(id)) this.#changes.push({ k: "gone", id });
  }

  /** What changed since the last call. */
  take_changes(): MemoryChange[] {
    const changes = this.#changes;
    this.#changes = [];
    return changes;
  }

  /** Does what was done elsewhere. */
  follow(changes: MemoryChange[]): void {
    for (const change of changes) {
      if (change.k === "write") this.file(change.id, change.file).write(change.bytes, change);
      else if (change.k === "size") this.file(change.id, change.file).truncate(change.size);
      else if (change.k === "title") this.rename(change.id, change.title);
      else this.remove(change.id);
    }
    this.#changes = [];
  }

  #workbook(id: string): Workbook {
    let workbook = this.#all.get(id);
    if (!workbook) {
      workbook = { title: "", files: new Map() };
      this.#all.set(id, workbook);
    }
    return workbook;
  }

  #note(id: string, file: string, what: Written): void {
    if (!this.#all.get(id)?.files.has(file)) return; // it was deleted
    this.#changes.push("size" in what ? { k: "size", id, file, ...what } : { k: "write", id, file, ...what });
  }
}

/** The bytes of one file in memory, grown by doubling. */
class MemoryFile implements File {
  #bytes = new Uint8Array(0);
  #size = 0;
  readonly #told: (what: Written) => void;

  constructor(told: (what: Written) => void) {
    this.#told = told;
  }

  get image(): ArrayBuffer {
    return this.#bytes.slice(0, this.#size).buffer;
  }

  read(bytes: Uint8Array, { at }: { at: number }): number {
    const part = this.#bytes.subarray(Math.min(at, this.#size), Math.min(at + bytes.length, this.#size));
    bytes.set(part);
    return part.length;
  }

  write(bytes: Uint8Array, { at }: { at: number }): number {
    this.#resize(Math.max(this.#size, at + bytes.length));
    this.#bytes.set(bytes, at);
    this.#told({ at, bytes: bytes.slice() as Uint8Array<ArrayBuffer> });
    return bytes.length;
  }

  flush(): void {}

  truncate(size: number): void {
    if (size === this.#size) return;
    this.#resize(size);
    this.#told({ size });
  }

  getSize(): number {
    return this.#size;
  }

  close(): void {}

  #resize(size: number): void {
    if (size > this.#bytes.length) {
      const wider = new Uint8Array(Math.max(size, 2 * this.#bytes.length, 65536));
      wider.set(this.#bytes.subarray(0, this.#size));
      this.#bytes = wider;
    }
    if (size < this.#size) this.#bytes.fill(0, size, this.#size);
    this.#size = size;
  }
}
