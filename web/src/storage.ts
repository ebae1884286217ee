// The files of the workbooks, for the worker: one OPFS folder ws-ID each, with the fixed files that
// SQLite is given, and one Web Lock so06:ID so that two windows never hold the same workbook
// (storage.md §7.1, §7.2). Without OPFS the same files in memory (memory_workbooks.ts).
// It does not know what is in a file, except `title`: the name people gave the workbook.

import { MemoryWorkbooks, type MemoryChange, type MemoryImage } from "./memory_workbooks";
import type { WorkbookState } from "./messages";

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
  #memory = new MemoryWorkbooks();
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

  /** The workbooks that an earlier worker held in memory. */
  begin_with(images: MemoryImage[]): void {
    this.#memory = MemoryWorkbooks.of(images);
  }

  /** What was written in memory since the last call; nothing where all is on the disk. */
  take_memory_changes(): MemoryChange[] {
    return this.#memory.take_changes();
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
      return this.#in_memory(error, undefined);
    }
    // Begun in memory, because the disk refused it: what is there is newer.
    if (this.#memory.has(id)) return this.#in_memory(new DOMException("", "NotAllowedError"), root);
    this.#unlock = await this.#lock(id, take);
    if (!this.#unlock) return this.#is({ id, ok: false, storage: "opfs", reason: "locked" }, await this.#list(root));
    try {
      const folder = await root.getDirectoryHandle(Prefix + id, { create: true });
      for (const name of Names) this.files[name] = await open_file(folder, name);
      return this.#is({ id, ok: true, storage: "opfs" }, await this.#list(root));
    } catch (error) {
      this.close();
      const word = name_of(error);
      if (word === "NoModificationAllowedError") {
        return this.#is({ id, ok: false, storage: "opfs", reason: "busy", error: word }, await this.#list(root));
      }
      return this.#in_memory(error, root);
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

  /** Deletes a workbook; the open one must be closed before. One that another window has open is kept. */
  async remove(id: string): Promise<WorkbookState | undefined> {
    this.#memory.remove(id);
    const root = await opfs().catch(() => undefined);
    const gone = !root || !IdPattern.test(id) || (await this.#remove_folder(root, id));
    return this.#list_again(root, gone ? undefined : id);
  }

  /** False when another window has it open. */
  async #remove_folder(root: Folder, id: string): Promise<boolean> {
    const unlock = await this.#lock(id, false);
    if (!unlock) return false;
    try {
      await root.removeEntry(Prefix + id, { recursive: true });
    } catch (error) {
      const word = name_of(error);
      if (word === "NoModificationAllowedError") return false;
      if (word !== "NotFoundError") throw error;
    } finally {
      unlock();
    }
    return true;
  }

  async rename(id: string, title: string): Promise<WorkbookState | undefined> {
    const root = await opfs().catch(() => undefined);
    if (this.#memory.has(id)) this.#memory.rename(id, title);
    else if (root && IdPattern.test(id)) {
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

  async #list_again(root: Folder | undefined, kept?: string): Promise<WorkbookState | undefined> {
    if (!this.#state) return undefined;
    const others = await this.#list(root);
    const state = this.#is(this.#state, others);
    return kept === undefined ? state : { ...state, kept };
  }

  /** The workbooks of this browser, those in memory among them. */
  async #list(root: Folder | undefined): Promise<WorkbookState["others"]> {
    const in_memory = this.#memory.titles;
    const on_disk = root ? await list(root) : [];
    const others = [...on_disk.filter(({ id }) => !this.#memory.has(id)), ...in_memory];
    return others.sort((one, two) => (one.id < two.id ? -1 : 1));
  }

  #is(state: Omit<WorkbookState, "k" | "others">, others: WorkbookState["others"] = []): WorkbookState {
    this.#state = { ...state, k: "workbook", others };
    return this.#state;
  }

  async #in_memory(error: unknown, root: Folder | undefined): Promise<WorkbookState> {
    this.close();
    // A TypeError: the browser has no such function at all.
    const reason = name_of(error) === "TypeError" ? "unsupported" : "refused";
    for (const name of Names) this.files[name] = this.#memory.file(this.#id, name);
    const others = await this.#list(root);
    return this.#is({ id: this.#id, ok: true, storage: "memory", reason, error: name_of(error) }, others);
  }

  /** What gives it free again; nothing when another window has it, and keeps it. */
  async #lock(id: string, take: boolean): Promise<(() => void) | undefined> {
    if (!navigator.locks) return () => undefined; // the handles themselves are exclusive too
    if (take) this.#channel?.postMessage({ take: id });
    const signal = AbortSignal.timeout(take ? TakeWaitMs : LockWaitMs);
    return new Promise((told) => {
      const held = (): Promise<void> => new Promise((release) => told(release));
      navigator.locks.request(`so06:${id}`, { signal }, held).catch(() => told(undefined));
    });
  }
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

/** The workbooks on the disk. */
async function list(root: Folder): Promise<WorkbookState["others"]> {
  const others: WorkbookState["others"] = [];
  for await (const name of root.keys()) {
    const id = name.slice(Prefix.length);
    if (!name.startsWith(Prefix)) continue;
    others.push({ id, title: await title_of(root, name) });
  }
  return others;
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
