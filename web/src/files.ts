// Files and the clipboard: a picker inside the gesture, what is dropped or pasted, saving, copying. Bytes
// and names only; what a file is, the core finds out from its content.

import type { FromCore, Gesture, Meta, ToCore } from "./messages";

/** Above the core's own limit: such a file is named to it, and not read. */
const ReadLimit = 520 * 1024 * 1024;
/** A download needs its address for a while after the click. */
const AddressMs = 60_000;

type SavePicker = (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;

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
    window.addEventListener("dragover", (event) => event.preventDefault());
    window.addEventListener("drop", (event) => {
      event.preventDefault();
      void this.#read(event.dataTransfer?.files, "drop");
    });
    window.addEventListener("paste", (event) => {
      if (!event.clipboardData?.files.length) return; // text is the field's
      event.preventDefault();
      void this.#read(event.clipboardData.files, "paste");
    });
  }

  /** What a node's gesture asks of the page; to be called inside the person's gesture. */
  act(gesture: Exclude<Gesture, { kind: "edit" }>): void {
    switch (gesture.kind) {
      case "open":
        this.#pick(gesture.accept, gesture.multiple);
        break;
      case "download":
        if (gesture.bytes) download(new Blob([gesture.bytes], { type: gesture.mime }), gesture.name);
        break;
      case "copy":
        void write_clipboard(gesture.text);
        break;
    }
  }

  /** Whether the file was saved; the core gets the answer too. */
  async save(message: FromCore & { k: "save" }): Promise<boolean> {
    const { req, name, mime, how, bytes } = message;
    const blob = new Blob([bytes ?? new ArrayBuffer(0)], { type: mime });
    const picker = (window as unknown as { showSaveFilePicker?: SavePicker }).showSaveFilePicker;
    return this.#answer(req, async () => {
      if (how === "download" || !picker) {
        download(blob, name);
        return name;
      }
      const handle = await picker({ suggestedName: name });
      const out = await handle.createWritable();
      await out.write(blob);
      await out.close();
      return handle.name;
    });
  }

  async copy(message: FromCore & { k: "copy" }): Promise<void> {
    await this.#answer(message.req, async () => {
      await write_clipboard(message.text);
      return undefined;
    });
  }

  async #answer(req: number, work: () => Promise<string | undefined>): Promise<boolean> {
    try {
      const name = await work();
      this.#told.post({ k: "done", req, ok: true, ...(name === undefined ? {} : { name }) });
      return true;
    } catch (error) {
      this.#told.post({ k: "done", req, ok: false, error: error instanceof Error ? error.name : String(error) });
      return false;
    }
  }

  #pick(accept: string, multiple: boolean): void {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = accept;
    input.multiple = multiple;
    input.hidden = true;
    document.body.append(input); // iOS opens no picker for one outside the page
    input.addEventListener("change", () => {
      void this.#read(input.files, "picker");
      input.remove();
    });
    input.addEventListener("cancel", () => input.remove());
    input.click();
  }

  async #read(list: FileList | null | undefined, how: "picker" | "drop" | "paste"): Promise<void> {
    const files = [...(list ?? [])]; // a drop's list is empty after the first wait
    this.#told.pending(1);
    for (const [index, file] of files.entries()) {
      const readable = file.size <= ReadLimit;
      const bytes = await (readable ? file : new Blob()).arrayBuffer().catch(() => new ArrayBuffer(0));
      const last = index === files.length - 1;
      this.#told.bytes(bytes, { k: "file", name: file.name, how, size: file.size, last });
    }
    this.#told.pending(-1);
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

/** The clipboard's own function where there is one; a selection and the old command elsewhere. */
async function write_clipboard(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
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
