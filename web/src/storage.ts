// The files of the workbooks, for the worker: one OPFS folder ws-ID each, with the fixed files that
// SQLite is given, and one Web Lock so06:ID so that two windows never hold the same workbook
// (storage.md §7.1, §7.2). Without OPFS (file://, private windows, old web views) the same files in memory.
// It does not know what is in a file, except `title`: the name people gave the workbook.

import type { FileImages, WorkbookState } from "./messages";

/** What our SQLite VFS calls; the browser's sync access handle has the same methods. */
export type File = {
  read(bytes: Uint8Array, where: { at: number }): number;
  write(bytes: Uint8Array, where: { at: number }): number;
  flush(): void;
  truncate(size: number): void;
  getSize(): number;
  close(): void;
};

const Names = ["a.db", "a.db-wal", "a.db-journal"];
const Prefix = "ws-";
const IdPattern = /^[A-Za-z0-9_-]{1,64}$/;
const TitleFile = "title";
const HandleWaitMs = 3000;
/** A page that is being reloaded or closed may still hold the lock for a moment. */
const LockWaitMs = 1000;
const TakeWaitMs = 5000;

type SyncFile = FileSystemFileHandle & { createSyncAccessHandle(): Promise<File> };
type Folder = FileSystemDirectoryHandle & { keys(): AsyncIterableIterator<string> };

export class Storage {
  /** By name; the module reads this object, which stays the same when another workbook is opened. */
  readonly files: Record<string, File> = {};
  #id = "";
  #unlock: (() => void) | undefined;
  #state: WorkbookState | undefined;
  #images: FileImages = {};
  readonly #channel: BroadcastChannel | undefined;

  /** `wanted` hears that another window wants the open workbook. */
  constructor(wanted: () => void) {
    try {
      this.#channel = new BroadcastChannel("so06");
    } catch {
      return; // a page without an origin speaks to no other
    }
    this.#channel.onmessage = (event: MessageEvent<{ take?: string }>) => {
      if (this.#unlock && event.data.take === this.#id) wanted();
    };
  }

  get state(): WorkbookState | undefined {
    return this.#state;
  }

  /** The files that are held in memory; none of those on disk. */
  get images(): FileImages {
    const images: FileImages = {};
    for (const [name, file] of Object.entries(this.files)) if (file instanceof MemoryFile) images[name] = file.image;
    return images;
  }

  /** What the files in memory hold when they are opened next. */
  begin_with(images: FileImages): void {
    this.#images = images;
  }

  /** Opens the files of `id`, which is made if there is none. What was open is closed first. */
  async open(id: string, take = false): Promise<WorkbookState> {
    this.close();
    if (!IdPattern.test(id)) return this.#is({ id, ok: false, storage: "opfs", reason: "failed", error: "id" });
    this.#id = id;
    let root: Folder;
    try {
      root = await opfs();
    } catch (error) {
      return this.#in_memory(error);
    }
    if (!(await this.#lock(id, take))) {
      return this.#is({ id, ok: false, storage: "opfs", reason: "locked" }, await list(root));
    }
    try {
      const folder = await root.getDirectoryHandle(Prefix + id, { create: true });
      for (const name of Names) this.files[name] = await open_file(folder, name);
      return this.#is({ id, ok: true, storage: "opfs" }, await list(root));
    } catch (error) {
      this.close();
      const word = name_of(error);
      if (word === "NoModificationAllowedError") {
        return this.#is({ id, ok: false, storage: "opfs", reason: "busy", error: word });
      }
      return this.#in_memory(error);
    }
  }

  /** Closes the files and lets other windows have the workbook. The database must be closed before. */
  close(): void {
    for (const name of Object.keys(this.files)) {
      this.files[name]?.close();
      delete this.files[name];
    }
    this.#unlock?.();
    this.#unlock = undefined;
  }

  /** The open workbook was given up to another window. */
  taken(): WorkbookState {
    this.close();
    return this.#is({ id: this.#id, ok: false, storage: "opfs", reason: "taken" }, this.#state?.others);
  }

  /** Deletes a workbook's folder; the open one must be closed before. */
  async remove(id: string): Promise<WorkbookState | undefined> {
    const root = await opfs().catch(() => undefined);
    if (root && IdPattern.test(id)) {
      await root.removeEntry(Prefix + id, { recursive: true }).catch((error: unknown) => {
        if (name_of(error) !== "NotFoundError") throw error;
      });
    }
    return this.#list_again(root);
  }

  async rename(id: string, title: string): Promise<WorkbookState | undefined> {
    const root = await opfs().catch(() => undefined);
    if (root && IdPattern.test(id)) {
      const folder = await root.getDirectoryHandle(Prefix + id, { create: true });
      const file = await open_file(folder, TitleFile);
      try {
        const bytes = new TextEncoder().encode(title);
        file.truncate(0);
        file.write(bytes, { at: 0 });
        file.flush();
      } finally {
        file.close();
      }
    }
    return this.#list_again(root);
  }

  async #list_again(root: Folder | undefined): Promise<WorkbookState | undefined> {
    if (!this.#state) return undefined;
    return this.#is(this.#state, root ? await list(root) : []);
  }

  #is(state: Omit<WorkbookState, "k" | "others">, others: WorkbookState["others"] = []): WorkbookState {
    this.#state = { ...state, k: "workbook", others };
    return this.#state;
  }

  #in_memory(error: unknown): WorkbookState {
    this.close();
    // A TypeError: the browser has no such function at all.
    const reason = name_of(error) === "TypeError" ? "unsupported" : "refused";
    for (const name of Names) this.files[name] = new MemoryFile(this.#images[name]);
    this.#images = {};
    return this.#is({ id: this.#id, ok: true, storage: "memory", reason, error: name_of(error) });
  }

  /** False when another window has it, and keeps it. */
  async #lock(id: string, take: boolean): Promise<boolean> {
    if (!navigator.locks) return true; // the handles themselves are exclusive too
    if (take) this.#channel?.postMessage({ take: id });
    const signal = AbortSignal.timeout(take ? TakeWaitMs : LockWaitMs);
    return new Promise((told) => {
      const held = (): Promise<void> => {
        told(true);
        return new Promise((release) => { this.#unlock = release; });
      };
      navigator.locks.request(`so06:${id}`, { signal }, held).catch(() => told(false));
    });
  }
}

/** The bytes of one file in memory, grown by doubling. */
class MemoryFile implements File {
  #bytes: Uint8Array<ArrayBuffer>;
  #size: number;

  constructor(image = new ArrayBuffer(0)) {
    this.#bytes = new Uint8Array(image);
    this.#size = image.byteLength;
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
    this.truncate(Math.max(this.#size, at + bytes.length));
    this.#bytes.set(bytes, at);
    return bytes.length;
  }

  flush(): void {}

  truncate(size: number): void {
    if (size > this.#bytes.length) {
      const wider = new Uint8Array(Math.max(size, 2 * this.#bytes.length, 65536));
      wider.set(this.#bytes.subarray(0, this.#size));
      this.#bytes = wider;
    }
    if (size < this.#size) this.#bytes.fill(0, size, this.#size);
    this.#size = size;
  }

  getSize(): number {
    return this.#size;
  }

  close(): void {}
}

async function opfs(): Promise<Folder> {
  return (await navigator.storage.getDirectory()) as Folder;
}

/** A reload may find the handles of the page before it still open: worth three seconds. */
async function open_file(folder: FileSystemDirectoryHandle, name: string): Promise<File> {
  const handle = (await folder.getFileHandle(name, { create: true })) as SyncFile;
  const until = performance.now() + HandleWaitMs;
  for (let pause_ms = 5; ; pause_ms = Math.min(2 * pause_ms, 200)) {
    try {
      return await handle.createSyncAccessHandle();
    } catch (error) {
      if (name_of(error) !== "NoModificationAllowedError" || performance.now() > until) throw error;
      await new Promise((go_on) => { setTimeout(go_on, pause_ms); });
    }
  }
}

/** The workbooks of this browser. */
async function list(root: Folder): Promise<WorkbookState["others"]> {
  const others: WorkbookState["others"] = [];
  for await (const name of root.keys()) {
    const id = name.slice(Prefix.length);
    if (!name.startsWith(Prefix)) continue;
    others.push({ id, title: await title_of(root, name) });
  }
  return others.sort((one, two) => (one.id < two.id ? -1 : 1));
}

async function title_of(root: Folder, name: string): Promise<string> {
  try {
    const folder = await root.getDirectoryHandle(name);
    return await (await (await folder.getFileHandle(TitleFile)).getFile()).text();
  } catch {
    return ""; // it was never given one
  }
}

function name_of(error: unknown): string {
  return error instanceof Error ? error.name : String(error);
}
