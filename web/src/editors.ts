// Typing. A text field of the semantic layer is a real <input> or <textarea>, invisible until it is
// focused; then it shows itself exactly over the painted field and owns its text, so that Unikey,
// Telex on phones, spell checkers and selections work as everywhere (web-platform.md §1). Each state of
// the text goes to the core as a whole; the core never writes into a field that a person changed.
//
// One stay is: textBegin, text…, textEnd. Text the core has not stored yet is kept (`unsaved`) so that
// a new worker can be given it again, in the field that was open where there was one.

import { clip_path } from "./cut";
import { Cells, in_cell, is_field, type Entry, type Field } from "./node_element";
import type { EditGesture, EndReason, FromCore, ToCore } from "./messages";
import { set_box, type Nodes } from "./nodes";
import { StayHistory } from "./stay_history";
import { TypedAhead } from "./typed_ahead";

/** A composition that was left open when the field lost the focus ends within this time. */
const CompositionWaitMs = 200;

type Open = { entry: Entry; field: Field; initial: string; touched: boolean; text: string; caret: number; history: StayHistory };

export class Editors {
  /** By node: what was typed and is not stored. */
  readonly unsaved = new Map<string, { value: string; seq: number; refused: boolean }>();
  /** What was typed for a cell that was not known yet when the core broke down. */
  adrift: string[] = [];
  /** What is typed while the core is on its way from cell to cell. */
  readonly ahead: TypedAhead;
  #open: Open | undefined;
  #composing: Field | undefined;
  #composed_from = ""; // the text as the composition began
  #after_composition: (() => void) | undefined;
  #under: Field | undefined;
  #goes_on_in: Field | undefined; // for another cell, and nothing of it ends
  #passes_on = false; // it loses the focus for a moment, to end a composition
  #seq = 0;
  #to_repeat = new Set<string>();
  #repeated = new Map<string, number>(); // the seq it was said again with
  #committed: { id: string; value: string; start: number; end: number } | undefined; // and where the caret was
  #to_reopen: { id: string; start: number; end: number } | undefined;
  readonly #nodes: Nodes;
  readonly #post: (message: ToCore) => void;

  constructor(root: HTMLElement, nodes: Nodes, told: { post(message: ToCore): void; rested(): Promise<void> }) {
    this.#nodes = nodes;
    this.#post = told.post;
    this.ahead = new TypedAhead(nodes, {
      rested: told.rested,
      write: (cell, text) => this.#write(cell, text),
      go_on_in: (cell) => this.#go_on_in(cell),
      composes: (room) => this.#composing === room,
      end_composition: () => this.end_composition(),
    });
    root.addEventListener("focusin", (event) => { if (is_field(event.target)) this.#begin(event.target); });
    root.addEventListener("focusout", (event) => { if (is_field(event.target)) this.#left(event.target); });
    root.addEventListener("input", (event) => {
      if (is_field(event.target)) this.#typed(event.target, (event as InputEvent).inputType);
    });
    // While a pointer is down nothing may move under it: what it presses is seen anyway.
    let pressing = false;
    addEventListener("pointerdown", () => { pressing = true; }, { capture: true });
    for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => { pressing = false; }, { capture: true });
    document.addEventListener("selectionchange", () => { if (!pressing) this.#caret_moved(); });
    root.addEventListener("compositionstart", (event) => {
      if (!is_field(event.target)) return;
      this.#composing = event.target;
      this.#composed_from = event.target.value;
      this.#begin(event.target, "as it stands");
    });
    root.addEventListener("compositionend", () => {
      this.#composing = undefined;
      const after = this.#after_composition;
      this.#after_composition = undefined;
      after?.();
      // A word that was looked at and not changed held back what the core said meanwhile. (In Firefox the input
      // of a word that was changed is still to come.)
      const open = this.#open;
      if (open && open.field.value === this.#composed_from) this.#set(open.entry, open.entry.node.value ?? "");
    });
    root.addEventListener("beforeinput", (event) => {
      const { inputType: type, target } = event;
      // A browser's undo crosses fields, and stays: it would empty one that nobody looks at.
      const open = this.#open?.touched && target === this.#open.field ? this.#open : undefined;
      const no_undo = type === "historyUndo" && (open?.history.at_start ?? true);
      const no_redo = type === "historyRedo" && (open?.history.at_end ?? true);
      if (no_undo || no_redo) event.preventDefault();
    });
  }

  /** The field of this node is open. */
  owned(id: string): boolean {
    return this.#open?.entry.node.id === id;
  }

  /** The text of this node is the person's, until the core says it is stored. */
  keeps(id: string): boolean {
    return this.owned(id) || this.unsaved.has(id) || this.ahead.is_room(this.#nodes.get(id)?.element);
  }

  /** Whether Ctrl+Z and Ctrl+Y belong to the open field rather than to the program (design.md §7). */
  get undoes(): boolean {
    return this.#open?.touched === true;
  }

  /** The core says where the focus is to be. */
  focus(id: string): void {
    const entry = this.#nodes.get(id);
    if (entry && !this.ahead.comes_to(entry)) this.#nodes.focus(id);
  }

  /** Starts editing a node, from a gesture or because the core asked. */
  edit(entry: Entry, select: "all" | "end" | "keep"): void {
    const field = entry.element;
    if (!is_field(field)) return field.focus({ preventScroll: true });
    if (this.#composing && this.#composing !== field) {
      this.#after_composition = () => this.edit(entry, select);
      return;
    }
    this.ahead.opened(field);
    field.focus({ preventScroll: true });
    this.#begin(field);
    if (select === "all") field.select();
    if (select === "end") field.setSelectionRange(field.value.length, field.value.length);
  }

  /** A key came while a cell has the focus: what it writes takes the place of what stands there. */
  type_over(cell: Entry): void {
    const entry = this.#nodes.field_in(cell);
    if (!entry || !is_field(entry.element)) return;
    this.edit(entry, "all");
  }

  /**
   * A finger goes on to another cell: where its text can be typed, the core has it edited in the same field,
   * and the keyboard on glass stays open. False: no cell is being edited, or this is none.
   */
  go_on(to: Entry): boolean {
    const field = this.#open?.field;
    if (!field || !in_cell(field) || !Cells.has(to.node.role)) return false;
    this.end_composition();
    return this.finish("to-cell", to.node.id);
  }

  /** It ends only with the focus, which is back before anyone misses it: no keyboard on glass closes for that. */
  end_composition(): void {
    const field = this.#composing;
    if (!field || field !== document.activeElement) return;
    this.#passes_on = true;
    field.blur();
    field.focus({ preventScroll: true });
    this.#passes_on = false;
  }

  /**
   * Ends the open edit; false when none is open. The focus stays where it is. `to`: the cell to go on to. `goes_on`: the
   * person goes on typing in this field, what stands in it is theirs, to the space after the last word.
   */
  finish(reason: EndReason, to?: string, goes_on = false): boolean {
    const open = this.#open;
    if (!open) return false;
    this.#open = undefined;
    const { entry, field } = open;
    const { id } = entry.node;
    if (reason === "escape") {
      if (field.value !== open.initial) field.value = open.initial;
      this.unsaved.delete(id);
    }
    field.classList.remove("editing");
    field.style.clipPath = "";
    this.#post({ k: "textEnd", id, value: field.value, reason, ...(to !== undefined && { to }) });
    this.#nodes.place(entry);
    if (reason !== "blur" && reason !== "replaced" && in_cell(field)) {
      this.ahead.leaves({ key: reason.endsWith("tab") ? "Tab" : reason, field });
      return true;
    }
    // All of it is stored: from here on the field shows the text as it was stored (composed, trimmed).
    if (reason !== "escape" && !goes_on && !this.unsaved.has(id)) show(field, entry.node.value ?? "");
    return true;
  }

  /** What was typed so far is a stay of its own; whoever goes on typing begins the next one. */
  commit(field: Field): void {
    const { value, selectionStart: start, selectionEnd: end } = field;
    const id = this.#nodes.entry_of(field)?.node.id ?? "";
    this.#committed = { id, value, start: start ?? 0, end: end ?? 0 };
    if (this.#open?.field !== field) return;
    const cell = in_cell(field);
    this.finish(cell ? "ctrl-enter" : "blur", undefined, !cell); // a cell of the table is left with its editor
    if (!cell) this.#begin(field, "as it stands");
  }

  /** A node goes away or becomes another element. */
  leaving(entry: Entry): void {
    if (this.#goes_on_in === entry.element) return;
    if (this.owned(entry.node.id)) this.finish("blur");
    if (this.ahead.is_room(entry.element)) this.ahead.capture();
    if (this.#composing === entry.element) this.end_composition();
  }

  /** What waited is written as a person's own typing, which the browser's undo takes back. */
  #write(there: Entry, text: string): boolean {
    const { id, types, gesture } = there.node;
    if (gesture?.kind === "edit") this.edit(there, "keep");
    else if (this.#open?.entry.node.parent !== id) {
      if (!types) return false;
      this.type_over(there);
    }
    document.execCommand("insertText", false, text);
    return true;
  }

  #go_on_in(cell: Entry): boolean {
    const field = this.#composing;
    if (!field || !cell.node.types) return false;
    this.#goes_on_in = field;
    this.#nodes.field_in(cell, true);
    this.#goes_on_in = undefined;
    this.ahead.opened(field);
    this.#typed(field);
    return true;
  }

  /** The core is gone in the middle of it: nobody to say goodbye to, but the field is to open again. */
  interrupted(): void {
    const open = this.#open;
    this.adrift = this.ahead.give_up();
    this.#open = undefined;
    this.#composing = undefined;
    this.#after_composition = undefined;
    this.#to_repeat = new Set(this.unsaved.keys());
    this.#repeated.clear();
    if (!open) return;
    const { id } = open.entry.node;
    const { selectionStart, selectionEnd, value } = open.field;
    const refused = this.unsaved.get(id)?.refused ?? false;
    if (open.touched) this.unsaved.set(id, { value, seq: this.#seq, refused });
    this.#to_repeat.delete(id);
    this.#to_reopen = { id, start: selectionStart ?? 0, end: selectionEnd ?? 0 };
  }

  /** A new core knows nothing of what was typed: it hears it, and opens what lies closed for that. */
  refresh(): void {
    for (const id of this.#to_repeat) {
      const { value } = this.unsaved.get(id)!;
      this.#post({ k: "textBegin", id });
      this.#say(id, value, { start: value.length, end: value.length, composing: false });
      this.#post({ k: "textEnd", id, value, reason: "replaced" });
      this.#repeated.set(id, this.#seq);
    }
    this.#to_repeat.clear();
    this.#reopen();
    this.ahead.look();
    if (this.#open) this.#cut(this.#open); // a notice may have come over it
  }

  #reopen(): void {
    const wanted = this.#to_reopen;
    if (!wanted) return;
    const { id, start, end } = wanted;
    const entry = this.#nodes.get(id);
    if (entry && is_field(entry.element)) {
      this.#to_reopen = undefined;
      this.edit(entry, "keep");
      entry.element.setSelectionRange(start, end);
    } else if (!this.#repeated.has(id)) {
      // A cell of the table is a field only while it is edited: the core opens it for this.
      const kept = this.unsaved.get(id)?.value;
      this.#post({ k: "textBegin", id });
      if (kept !== undefined) this.#say(id, kept, { start, end, composing: false });
    }
    this.#repeated.set(id, this.#seq);
  }

  /** What a new core was given again and did not store, because its field did not come back, and what was for no field yet. */
  get homeless(): string[] {
    const lost = [...this.#repeated].flatMap(([id, seq]) => {
      const kept = this.unsaved.get(id);
      return kept?.seq === seq && !this.owned(id) ? [kept.value] : [];
    });
    return [...this.adrift, ...lost];
  }

  /** Whether the core said of a text that it cannot be stored: it is nowhere but here. */
  get refused(): boolean {
    return [...this.unsaved.values()].some((kept) => kept.refused);
  }

  /** Places a node that is being edited: whole, cut by its clip and by what lies over it. False: it is not. */
  placed(entry: Entry): boolean {
    const open = this.#open;
    if (open?.entry !== entry) return false;
    const { node } = entry;
    set_box(open.field, { left: node.x, top: node.y, width: node.w, height: node.h });
    this.#cut(open);
    if (node.gesture?.kind === "edit") dress_field(open.field, node.gesture);
    if (open.field.scrollHeight <= open.field.clientHeight + 1) open.field.scrollTop = 0;
    return true;
  }

  #cut({ entry, field }: Open): void {
    const { node: { x, y, w, h }, seen } = entry;
    const path = clip_path({ left: x, top: y, width: w, height: h }, seen, this.#nodes.over(entry));
    if (field.style.clipPath !== path) field.style.clipPath = path;
  }

  /** The field under a mouse takes the pointer itself: caret, selection and menu are the browser's. */
  hover(entry: Entry | undefined): void {
    const field = entry && is_field(entry.element) && entry.node.gesture?.kind === "edit" ? entry.element : undefined;
    if (field === this.#under) return;
    this.#under?.classList.remove("under");
    this.#under = field;
    if (!field || entry?.node.gesture?.kind !== "edit") return;
    dress_field(field, entry.node.gesture);
    field.classList.add("under");
  }

  hear(message: FromCore & { k: "editBegin" | "textSet" | "textAck" | "editEnd" }): void {
    const entry = this.#nodes.get(message.id);
    switch (message.k) {
      case "editBegin":
        if (!entry) break;
        this.ahead.comes_into(entry, () => this.edit(entry, message.select));
        if (message.insert) this.#insert(entry, message.insert);
        break;
      case "textSet":
        if (entry) this.#set(entry, message.value);
        break;
      case "textAck": {
        const kept = this.unsaved.get(message.id);
        if (!kept || kept.seq > message.seq) break;
        kept.refused = !message.saved;
        if (kept.refused) break;
        this.unsaved.delete(message.id);
        // For the tests that kill the browser: from now on this text may not be lost.
        document.dispatchEvent(new CustomEvent("so06-saved", { detail: kept.value }));
        if (entry && is_field(entry.element) && !this.owned(message.id) && !this.ahead.is_room(entry.element)) show(entry.element, entry.node.value ?? "");
        break;
      }
      case "editEnd":
        if (this.owned(message.id)) this.#open?.field.blur();
        break;
    }
  }

  /**
   * `as it stands`: the field was typed into already (after Escape and the like the focus stays), and
   * what stands in it is the person's.
   */
  #begin(field: Field, shows: "what is stored" | "as it stands" = "what is stored"): void {
    const entry = this.#nodes.entry_of(field);
    const gesture = entry?.node.gesture;
    if (!entry || gesture?.kind !== "edit" || field.readOnly || this.#open?.field === field || this.#passes_on) return;
    if (this.ahead.is_room(field)) return;
    this.finish("replaced");
    const { id, value = "" } = entry.node;
    this.#to_reopen = undefined; // the person is somewhere
    const kept = this.unsaved.get(id)?.value;
    if (shows === "what is stored") show(field, kept ?? value);
    const shown = field.value;
    this.#open = { entry, field, initial: kept ?? value, touched: false, text: shown, caret: -1, history: new StayHistory(shown) };
    field.classList.add("editing");
    this.#nodes.place(entry);
    // Told is what the core said, not what is kept: that is still to be taken as typed.
    this.#post({ k: "textBegin", id, value });
    // What could not be stored before is the person's still, and tried again.
    if (shows === "what is stored" && kept !== undefined) {
      this.#typed(field);
      if (this.#open) this.#open.history = new StayHistory(field.value); // nobody typed in this stay yet
    }
  }

  #typed(field: Field, how = ""): void {
    this.#begin(field, "as it stands");
    const open = this.#open;
    if (open?.field !== field) return;
    open.touched = true;
    if (!open.history.changed(how, field.value)) field.value = open.text;
    open.text = field.value;
    open.caret = caret_of(field); // told with the text
    this.#say(open.entry.node.id, field.value, {
      start: field.selectionStart ?? 0, end: field.selectionEnd ?? 0, composing: this.#composing === field,
    });
  }

  #caret_moved(): void {
    const open = this.#open;
    if (!open || document.activeElement !== open.field) return;
    const at = caret_of(open.field);
    if (at === open.caret) return;
    open.caret = at;
    this.#post({ k: "caret", id: open.entry.node.id, at });
  }

  #say(id: string, value: string, more: { start: number; end: number; composing: boolean }): void {
    const seq = (this.#seq += 1);
    this.unsaved.set(id, { value, seq, refused: this.unsaved.get(id)?.refused ?? false });
    this.#post({ k: "text", id, seq, value, ...more });
  }

  #left(field: Field): void {
    // Another window has the keys for a while; the field waits as it is.
    if (this.#open?.field !== field || document.activeElement === field || this.#passes_on) return;
    if (this.#composing !== field) {
      this.finish("blur");
      return;
    }
    const end = () => {
      clearTimeout(late);
      if (this.#composing === field) this.#composing = undefined;
      if (this.#open?.field === field && document.activeElement !== field) this.finish("blur");
    };
    const late = setTimeout(end, CompositionWaitMs);
    this.#after_composition = end;
  }

  /** As a person's own paste where the caret was: the browser's undo takes it back, and `input` tells it. */
  #insert(entry: Entry, text: string): void {
    const field = entry.element;
    if (this.#composing === field) {
      this.#after_composition = () => this.#insert(entry, text);
      return;
    }
    const at = this.#committed;
    this.#committed = undefined;
    if (!is_field(field) || !this.owned(entry.node.id) || document.activeElement !== field) return;
    if (at?.id === entry.node.id) {
      // As one had it, with the line that was just begun: stored it is without the white space at the ends of lines.
      if (bare(field.value) === bare(at.value)) show(field, at.value);
      const { length } = field.value;
      const same = field.value === at.value;
      field.setSelectionRange(same ? at.start : length, same ? at.end : length);
    }
    document.execCommand("insertText", false, text);
  }

  /** The core changed the text: shown unless a person changed it too, and never while composing. */
  #set(entry: Entry, value: string): void {
    entry.node.value = value;
    const open = this.#open?.entry === entry ? this.#open : undefined;
    const field = open?.field ?? (is_field(entry.element) ? entry.element : undefined);
    if (!field || open?.touched || this.#composing === field || this.unsaved.has(entry.node.id)) return;
    if (this.ahead.is_room(field)) return;
    // Who saves in the middle of a sentence goes on after the space that was typed last.
    if (!open || words_of(field.value) !== words_of(value)) show(field, value);
    if (open) open.initial = value;
  }
}

/** A text without what the core takes away before it stores it. */
function words_of(text: string): string {
  return text.normalize("NFC").trim();
}

/** What remains the same of a text when it is stored: composed, without white space and what cannot be seen. */
function bare(text: string): string {
  return text.normalize("NFC").replace(/[\s\u00ad\u200b\ufeff\p{Cc}]/gu, "");
}

/** The end of the selection that moves. */
function caret_of(field: Field): number {
  return (field.selectionDirection === "backward" ? field.selectionStart : field.selectionEnd) ?? 0;
}

/** Writing the same text again would move the caret and end a composition. */
function show(field: Field, value: string): void {
  if (field.value !== value) field.value = value;
}

/** The same type, on the same lines, as the picture beneath. */
function dress_field(field: Field, gesture: EditGesture): void {
  const { style } = field;
  const set = (name: string, value: string) => {
    if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
  };
  set("font-size", `${gesture.px}px`);
  set("line-height", `${gesture.lineHeight}px`);
  set("font-weight", String(gesture.font));
  set("--inset", `${gesture.padY}px ${gesture.padX}px`);
  set("text-align", gesture.align ?? "left");
  set("--ink", gesture.color);
  set("--paper", gesture.background);
  field.inputMode = gesture.inputmode;
  field.placeholder = gesture.placeholder ?? "";
}
