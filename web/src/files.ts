// Files and the clipboard: a picker inside the gesture, what is dropped or pasted, saving, copying. Bytes
// and names only; what a file is, the core finds out from its content. Text is the fields' own.

import type { FromCore, Gesture, Handed, Meta, ToCore } from "./messages";
import { is_field } from "./node_element";

/** Above the core's own limit: such a file is named to it, and not read. */
const ReadLimit = 520 * 1024 * 1024;
/** A download needs its address for a while after the click. */
const AddressMs = 60_000;

type Told = {
  post(message: ToCore): void;
  bytes(bytes: ArrayBuffer, meta: Meta): void;
  /** Work whose result the core will get begins (1) or has ended (-1). */
  pending(change: 1 | -1): void;
};

export class Files {
  readonly #told: Told;

  constructor(told: Told) {
    this.#told = told;
    window.addEventListener("dragover", (event) => { if (!is_for_field(event)) event.preventDefault(); });
    window.addEventListener("drop", (event) => {
      if (is_for_field(event)) return;
      event.preventDefault();
      void this.#read(event.dataTransfer?.files);
    });
    window.addEventListener("paste", (event) => {
      const files = event.clipboardData?.files;
      if (!files?.length || is_text(event)) return;
      event.preventDefault();
      void this.#read(files);
    });
  }

  /** What a node's gesture asks of the page; to be called inside the person's gesture. */
  act(gesture: Exclude<Gesture, { kind: "edit" }>): void {
    switch (gesture.kind) {
      case "open":
        this.#pick(gesture.accept, gesture.multiple);
        break;
      case "copy":
        void this.#copied(gesture);
        break;
    }
  }

  /** The core says what became of it, and shows the text where the browser refused. */
  async #copied({ text, html, rows }: Gesture & { kind: "copy" }): Promise<void> {
    this.#told.pending(1);
    const ok = await write_clipboard(text, html).then(() => true, () => false);
    this.#told.post(ok && rows ? { k: "rowsCopied", rows } : { k: "copied", ok, text });
    this.#told.pending(-1);
  }

  /** The core is told what became of the file. `choose`: the person says where it goes, if the browser can ask. */
  async save(message: FromCore & { k: "save" }, where: "choose" | "download"): Promise<void> {
    const { req, name, mime, bytes } = message;
    const blob = new Blob([bytes ?? new ArrayBuffer(0)], { type: mime });
    this.#told.pending(1);
    const { how, error } = await hand_over(blob, name, where).then(
      (handed) => ({ how: handed, error: undefined }),
      (thrown) => ({ how: "failed" as const, error: thrown instanceof Error ? thrown.name : String(thrown) }),
    );
    this.#told.post({ k: "done", req, how, error });
    this.#told.pending(-1);
  }

  #pick(accept: string, multiple: boolean): void {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = accept;
    input.multiple = multiple;
    input.hidden = true;
    document.body.append(input); // iOS opens no picker for one outside the page
    input.addEventListener("change", () => {
      void this.#read(input.files);
      input.remove();
    });
    input.addEventListener("cancel", () => input.remove());
    input.click();
  }

  /** One that cannot be read (a folder, moved meanwhile) goes in without bytes, and the others as they are. */
  async #read(list: FileList | null | undefined): Promise<void> {
    const files = [...(list ?? [])]; // a drop's list is empty after the first wait
    this.#told.pending(1);
    for (const file of files) {
      const bytes = file.size <= ReadLimit ? await file.arrayBuffer().catch(() => undefined) : undefined;
      const size = bytes ? bytes.byteLength : Math.max(file.size, 1);
      this.#told.bytes(bytes ?? new ArrayBuffer(0), { k: "file", name: file.name, size });
    }
    this.#told.pending(-1);
  }
}

/** Text that is dragged into a field. */
function is_for_field(event: DragEvent): boolean {
  return is_field(event.target) && !event.dataTransfer?.types.includes("Files");
}

/** Spreadsheets put a picture of the cells beside their text; a file manager may put the file's name there. */
function is_text(event: ClipboardEvent): boolean {
  const { types, files } = event.clipboardData!;
  if (!types.includes("text/plain")) return false;
  return is_field(event.target) || [...files].every((file) => file.type.startsWith("image/"));
}

/**
 * Where the browser has a picker the person says where the file goes, and it is known to be there; elsewhere,
 * and when the click was too long ago to open one, it is downloaded.
 */
async function hand_over(blob: Blob, name: string, where: "choose" | "download"): Promise<Handed> {
  const place = where === "choose" ? await chosen_place(blob, name) : undefined;
  if (place === "declined") return "declined";
  if (place === undefined) {
    download(blob, name);
    return "downloading";
  }
  const writing = await place.createWritable(); // the file changes when it is closed, and as a whole
  try {
    await writing.write(blob);
    await writing.close();
  } catch (error) {
    await writing.abort().catch(() => undefined);
    throw error;
  }
  return "written";
}

async function chosen_place(blob: Blob, name: string): Promise<FileSystemFileHandle | "declined" | undefined> {
  if (!window.showSaveFilePicker) return undefined;
  const ending = name.slice(name.lastIndexOf("."));
  try {
    return await window.showSaveFilePicker({
      id: "so06", suggestedName: name, types: [{ accept: { [blob.type]: [ending] } }],
    });
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? "declined" : undefined;
  }
}

function download(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), AddressMs);
}

/** The clipboard's own function; a selection and the old command where that is missing or refused. */
async function write_clipboard(text: string, html?: string): Promise<void> {
  const blob = (words: string, type: string) => new Blob([words], { type });
  const item = html && "ClipboardItem" in window
    ? new ClipboardItem({ "text/plain": blob(text, "text/plain"), "text/html": blob(html, "text/html") })
    : undefined;
  const { clipboard } = navigator;
  const written = (item ? clipboard?.write([item]) : clipboard?.writeText(text))?.then(() => true, () => false);
  if (await written) return;
  const holder = document.createElement("textarea");
  const focused = document.activeElement;
  holder.value = text;
  holder.className = "aside";
  document.body.append(holder);
  holder.select();
  const copied = document.execCommand("copy");
  holder.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  if (!copied) throw new DOMException("", "NotAllowedError");
}
