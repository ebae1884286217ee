// The keys the program takes, and no others: everything else is the browser's or the field's. Nothing is
// taken while a character is being composed (isComposing, or key codes 229 and 231 of input methods),
// a modifier alone does nothing, and Ctrl+Shift and Alt+Z stay free: they switch Unikey and its kin.
// Text is never read from keys.

import type { Editors } from "./editors";
import type { EndReason, ToCore } from "./messages";
import { in_cell, is_field, type Entry, type Field } from "./node_element";
import type { Nodes } from "./nodes";

const ComposingCodes = new Set([229, 231]);
const TabCode = 9; // told with a composition only where no input method wants it
const WithControl = new Set(["S", "O", "K", "Z", "Y", "G", "F", "D", "Enter"]);
/** The browser's own, unless the screen says that it has a use for them. */
const OfScreens = new Set(["G", "F", "D"]);
/** One goes on typing at once, and not where one was. */
const OpensWhatIsTypedIn = new Set(["K", "F", "G"]);
const Anywhere = new Set(["F1", "F2", "F8"]);
const InGrid = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Enter", "Tab", "Delete", " "]);
/** These scroll what the core draws. */
const Scrolls = new Set(["PageUp", "PageDown", "Home", "End"]);
const Cell = "[role=gridcell],[role=rowheader],[role=columnheader]";
/** Among these the arrows move the focus, as everywhere on the web. */
const Siblings = new Set(["tab", "radio", "option", "menuitem", "menuitemradio", "menuitemcheckbox", "treeitem"]);
const OnMac = /Mac|iPhone|iPad/.test(navigator.platform);

type Told = {
  post(message: ToCore): void;
  activated(entry: Entry): void;
  at_rest(): Promise<void>;
  /** Inside the person's gesture. */
  open_files(): void;
};

export class Keys {
  readonly #nodes: Nodes;
  readonly #editors: Editors;
  readonly #told: Told;

  constructor(nodes: Nodes, editors: Editors, told: Told) {
    this.#nodes = nodes;
    this.#editors = editors;
    this.#told = told;
    editors.ahead.replay = (event) => {
      const here = document.activeElement;
      // What was typed is in the field by now, and undo is the field's.
      if (is_field(here) && undo_of(event) && editors.undoes) document.execCommand(key_of(event) === "Z" && !event.shiftKey ? "undo" : "redo");
      else this.#pressed(event, here);
    };
    window.addEventListener("keydown", (event) => {
      const composes = event.isComposing || ComposingCodes.has(event.keyCode);
      // What opens a file picker can be done only now.
      const by_page = () => name_of(event) === "Control+O" || nodes.with_keys(name_of(event)) !== undefined;
      const chord = () => this.#is_chord(event, event.target) && !by_page();
      if (editors.ahead.takes(event, { types: is_typing(event), composes, chord })) return;
      const cell = is_typing(event) ? nodes.entry_of(event.target) : undefined;
      if (cell?.node.types && event.target === cell.element) return editors.type_over(cell);
      const field = is_field(event.target) ? event.target : undefined;
      // Tab from cell to cell is not the browser's, which would lead out of the table: the word is done with first.
      if (event.isComposing && event.keyCode === TabCode && field && in_cell(field)) editors.end_composition();
      else if (composes) return;
      if (this.#pressed(event, event.target)) event.preventDefault();
    });
  }

  /** A key of the program's, where the focus is; also one that waited. True: it was taken. */
  #pressed(event: KeyboardEvent, target: EventTarget | null): boolean {
    const field = is_field(target) ? target : undefined;
    if ((field && this.#ends_edit(event, field)) || this.#moves_among_siblings(event, target)) return true;
    if (!this.#is_chord(event, target)) return false;
    // It may lead elsewhere, or save: what was typed comes first. Undo and redo stay in the field.
    if (field && !undo_of(event) && !moves_in_list(event, field)) this.#editors.commit(field);
    // A file picker opens only inside the person's gesture: its node names the keys for it.
    const acts = this.#nodes.with_keys(name_of(event));
    if (acts) this.#told.activated(acts);
    else if (name_of(event) === "Control+O" && !this.#nodes.modal) this.#told.open_files(); // no room for a button that says so
    else this.#tell(event, target);
    if (event.key === "Tab") void this.#leave_grid(target as HTMLElement, event.shiftKey);
    return true;
  }

  #is_chord(event: KeyboardEvent, target: EventTarget | null): boolean {
    const key = key_of(event);
    const { shiftKey: shift, altKey: alt } = event;
    const control = OnMac ? event.metaKey : event.ctrlKey;
    const field = is_field(target) ? target : undefined;
    const in_grid = is_cell(target);
    if (control && !alt) {
      if (in_grid && (key === "Home" || key === "End" || key === "A")) return true;
      if (!WithControl.has(key) || (shift && key !== "Z")) return false;
      if (OfScreens.has(key) && !this.#nodes.names_keys(name_of(event))) return false;
      return !(field && undo_of(event) && this.#editors.undoes);
    }
    if (event.ctrlKey || event.metaKey) return false;
    const digit = /^Digit[1-9]$/.test(event.code) && !(OnMac && field); // a Mac writes with Alt
    if (alt) return key === "ArrowUp" || key === "ArrowDown" || digit;
    if (field && key === "F2") return false; // it is open
    if (key === "Escape" || (Anywhere.has(key) && (!shift || key === "F8"))) return true;
    if (field) return moves_in_list(event, field);
    if (is_across(key) && is_tree_item(target)) return true;
    if (key === "?" || Scrolls.has(key)) return true;
    return InGrid.has(key) && in_grid;
  }

  /** Tab goes from cell to cell, which is the core's to do; where it knows none, Tab leaves the grid. */
  async #leave_grid(cell: HTMLElement, back: boolean): Promise<void> {
    await this.#told.at_rest();
    const grid = cell.closest("[role=grid]");
    if (!grid || document.activeElement !== cell) return;
    const stops = [...document.querySelectorAll<HTMLElement>("#ax [tabindex='0']")].filter(
      (stop) => !grid.contains(stop) && !stop.closest("[inert]"),
    );
    const before = stops.filter((stop) => grid.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING);
    const after = stops.slice(before.length);
    const next = back ? (before.at(-1) ?? after.at(-1)) : (after[0] ?? before[0]);
    next?.focus({ preventScroll: true });
  }

  /** Escape, Tab and Enter end an edit. In a grid the core says where to go; elsewhere Tab is the browser's. */
  #ends_edit(event: KeyboardEvent, field: Field): boolean {
    const { key, shiftKey: shift, altKey: alt } = event;
    const control = event.ctrlKey || event.metaKey;
    const in_grid = in_cell(field);
    if (key === "Escape") {
      // A field of a dialog that nobody changed has nothing to take back: it is the dialog that closes.
      const goes_on = !this.#editors.undoes && field.closest("[aria-modal]") !== null;
      return this.#editors.finish("escape") && !goes_on;
    }
    if (key === "Tab" && !control && !alt) {
      const reason: EndReason = shift ? "shift-tab" : "tab";
      return this.#editors.finish(reason) && in_grid; // the browser's Tab would lead out of the table
    }
    if (key !== "Enter" || shift) return false;
    if (control) return this.#editors.finish("ctrl-enter");
    const lines = field instanceof HTMLTextAreaElement;
    if (lines && in_grid && alt) {
      document.execCommand("insertText", false, "\n"); // the one way that the field can undo
      return true;
    }
    if (alt || (lines && !in_grid)) return false;
    // An item that the page itself acts on (a file picker) is taken inside the person's gesture.
    const item = this.#nodes.get(this.#nodes.entry_of(field)?.node.active ?? "");
    const ended = this.#editors.finish("enter");
    if (item?.node.gesture) this.#told.activated(item);
    // A keyboard on glass says "done" there, and closes.
    if (ended && !in_grid && matchMedia("(pointer: coarse)").matches) field.blur();
    return ended;
  }

  #moves_among_siblings(event: KeyboardEvent, target: EventTarget | null): boolean {
    const { key } = event;
    if (is_across(key) && is_tree_item(target)) return false;
    const step = key === "ArrowDown" || key === "ArrowRight" ? 1 : key === "ArrowUp" || key === "ArrowLeft" ? -1 : 0;
    const role = this.#nodes.entry_of(target)?.node.role ?? "";
    if (!step || event.altKey || event.ctrlKey || event.metaKey || !Siblings.has(role)) return false;
    const element = target as HTMLElement;
    // Items of a menu are one row, whether they can be checked or not.
    const is_sibling = (other: string | null) =>
      other === role || (role.startsWith("menuitem") && other?.startsWith("menuitem") === true);
    const all = [...(element.parentElement?.children ?? [])].filter(
      (one): one is HTMLElement => one instanceof HTMLElement && is_sibling(one.getAttribute("role")),
    );
    all.at((all.indexOf(element) + step) % all.length)?.focus({ preventScroll: true });
    return true;
  }

  #tell(event: KeyboardEvent, target: EventTarget | null): void {
    this.#told.post({
      k: "key", code: event.code, key: key_of(event), ctrl: event.ctrlKey, shift: event.shiftKey,
      alt: event.altKey, meta: event.metaKey,
    });
    const opens = (event.ctrlKey || event.metaKey) && OpensWhatIsTypedIn.has(key_of(event));
    if (opens || is_cell(target)) this.#editors.ahead.leaves({ key: event.key, anywhere: opens });
  }
}

/**
 * A key that writes, or that an input method may make writing of. Space is the table's own, and who asks for the list of keys
 * loses no cell by it.
 */
function is_typing({ key, keyCode, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || key === " " || key === "?") return false;
  return ComposingCodes.has(keyCode) || key === "Dead" || key === "Process" || [...key].length === 1;
}

function is_cell(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(Cell);
}

/** In a field that searches a list: to another item of it. */
function moves_in_list({ key, altKey }: KeyboardEvent, field: Field): boolean {
  return !altKey && (key === "ArrowUp" || key === "ArrowDown") && field.ariaAutoComplete === "list";
}

/** In a tree these open and close, which is the core's to do. */
function is_across(key: string): boolean {
  return key === "ArrowLeft" || key === "ArrowRight";
}

function is_tree_item(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches("[role=treeitem]");
}

/** Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z. */
function undo_of(event: KeyboardEvent): boolean {
  const control = OnMac ? event.metaKey : event.ctrlKey;
  return control && !event.altKey && ["Z", "Y"].includes(key_of(event));
}

/** As aria-keyshortcuts has it; Command on a Mac is Control elsewhere. */
function name_of(event: KeyboardEvent): string {
  const control = event.ctrlKey || event.metaKey ? "Control+" : "";
  return `${control}${event.altKey ? "Alt+" : ""}${event.shiftKey ? "Shift+" : ""}${key_of(event)}`;
}

/** Letters in upper case; by their place on the keyboard where the layout has another letter there. */
function key_of(event: KeyboardEvent): string {
  if (/^[a-z]$/i.test(event.key)) return event.key.toUpperCase();
  const letter = event.key.length === 1 && /^Key[A-Z]$/.test(event.code);
  return letter && (event.ctrlKey || event.metaKey) ? event.code.slice(3) : event.key;
}
