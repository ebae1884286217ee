// What the page does when the module trapped or the worker is gone (design.md decision 19). A new worker
// opens the same place, hears the text that was not stored, and the field that was open is opened again.
// A second fault soon after, and text that found no field, are shown on the fault sheet (cover.ts), which
// offers a copy of the workbook and to go on.

import { say_copy, show_fault } from "./cover";
import type { Editors } from "./editors";
import type { Link } from "./link";
import type { ToCore } from "./messages";
import type { Nodes } from "./nodes";

/** A second fault within this time is shown; the first is answered with a new worker. */
const FaultAgainMs = 60_000;
/** Text whose field did not come back by then, once the workbook is open, is shown to be copied. */
const HomelessMs = 5000;
/** A copy takes no longer than this; if it does, there will be none. */
const CopyMs = 20_000;

type Told = {
  /** Starts a worker in the place of the one before; `rescue`: it draws nothing. */
  start(rescue: boolean): void;
  post(message: ToCore): void;
  in_memory(): boolean;
};

export class Recovery {
  readonly #link: Link;
  readonly #nodes: Nodes;
  readonly #editors: Editors;
  readonly #told: Told;
  #faulted_at = -Infinity;
  #fault_text = "";
  #rescuing = false;
  #returning = false; // what was typed and where one was is on its way back
  #focused: string | undefined; // where no field was open
  #homeless: ReturnType<typeof setTimeout> | undefined;
  #copying: ReturnType<typeof setTimeout> | undefined;

  constructor(link: Link, nodes: Nodes, editors: Editors, told: Told) {
    this.#link = link;
    this.#nodes = nodes;
    this.#editors = editors;
    this.#told = told;
  }

  fault(text: string): void {
    console.error("so06:", text);
    this.#link.stop();
    clearTimeout(this.#homeless);
    if (this.#rescuing) return this.#copy_ended("failed");
    this.#fault_text = text;
    const at = this.#nodes.focused?.node.id;
    this.#focused = at !== undefined && this.#editors.owned(at) ? undefined : at;
    this.#editors.interrupted();
    const again = performance.now() - this.#faulted_at < FaultAgainMs;
    this.#faulted_at = performance.now();
    if (again) this.#show([...[...this.#editors.unsaved.values()].map((kept) => kept.value), ...this.#editors.adrift]);
    else this.#restart();
  }

  /** The workbook is open. */
  opened(): void {
    if (!this.#returning) return;
    clearTimeout(this.#homeless);
    this.#homeless = setTimeout(() => {
      this.#returning = false;
      if (this.#editors.homeless.length > 0) this.#show(this.#editors.homeless);
    }, HomelessMs);
  }

  /** The next file is a copy for a person whose workbook broke down. */
  get copying(): boolean {
    return this.#copying !== undefined;
  }

  /** A file was handed to the person. */
  copied(): void {
    if (this.copying) this.#copy_ended("made");
  }

  #restart(): void {
    clearTimeout(this.#homeless);
    this.#rescuing = false;
    this.#returning = true;
    this.#nodes.apply({ k: "sem", full: true, order: [] });
    this.#told.start(false);
    const focused = this.#focused;
    if (focused === undefined) return;
    void this.#link.idle().then(() => { if (!this.#nodes.focused) this.#nodes.focus(focused); });
  }

  #show(unsaved: string[]): void {
    show_fault(this.#fault_text, unsaved, this.#told.in_memory(), {
      save_copy: () => this.#save_copy(),
      go_on: () => { if (this.#rescuing || !this.#link.running) this.#restart(); },
    });
  }

  /** A worker that still runs is asked; else one is started for this alone. */
  #save_copy(): void {
    clearTimeout(this.#copying);
    this.#copying = setTimeout(() => this.#copy_ended("failed"), CopyMs);
    if (!this.#link.running) {
      this.#rescuing = true;
      this.#told.start(true);
    }
    this.#told.post({ k: "saveCopy" });
  }

  #copy_ended(how: "made" | "failed"): void {
    clearTimeout(this.#copying);
    this.#copying = undefined;
    say_copy(how);
    if (!this.#rescuing) return;
    this.#rescuing = false;
    this.#link.stop();
  }
}
