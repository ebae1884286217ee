// Keys that come faster than the core answers. Between a key that leads to another cell, or to what is searched in, and
// the core's word of where that is, what is typed must not fall on what is left, nor be lost: text waits in a room, which is
// the editor of cells itself, so that an input method composes there as anywhere; keys wait in their order. Where the
// core comes to, all of it is done as if it had been pressed only then.

import { Cells, is_field, type Entry, type Field } from "./node_element";
import type { Nodes } from "./nodes";

/** In a text these are its own. */
const OfText = new Set([" ", "?", "Backspace", "Delete", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"]);
/** They lead out of a text, or to another cell, or do something with one. */
const Ends = new Set(["Enter", "Tab", "Escape"]);
const OfCell = new Set([...Ends, ...OfText, "F2", "PageUp", "PageDown"]);

type Told = {
  /** Resolves when the core has done what it was told, and rests. */
  rested(): Promise<void>;
  /** Writes into this field, or the open one of this cell, or over what stands there. False: it takes no text, or none yet. */
  write(there: Entry, text: string): boolean;
  /** The word that is being composed in the room goes on in this cell. False: as above. */
  go_on_in(cell: Entry): boolean;
  composes(room: Field): boolean;
  end_composition(): void;
};

export class TypedAhead {
  /** Presses a key that waited. */
  replay: (event: KeyboardEvent) => void = () => undefined;
  #steps: (string | KeyboardEvent)[] = [];
  #room: Field | undefined;
  #waits = false;
  #asked = 0;
  #from: string | undefined; // where one was
  #there: string | undefined; // what the core came to
  #from_anywhere = false; // not only from a cell
  #may_stay = true;
  #will_open = false; // a field there: a finger came from one
  readonly #nodes: Nodes;
  readonly #told: Told;

  constructor(nodes: Nodes, told: Told) {
    this.#nodes = nodes;
    this.#told = told;
  }

  /** What is typed in this field belongs to no cell yet. */
  is_room(field: unknown): boolean {
    return this.#room !== undefined && field === this.#room;
  }

  /**
   * The core is to go elsewhere, perhaps: after a key on a cell, after one that opens something to type in from wherever one is,
   * or from a cell's field that was left, which is the room from now on.
   */
  leaves(by: { key: string; anywhere?: boolean; field?: Field }): void {
    this.#there = undefined;
    this.#from = this.#nodes.focused?.node.id;
    this.#from_anywhere = by.anywhere === true;
    this.#may_stay = by.key !== "Tab"; // it may lead out of the table
    this.#will_open = by.key === "to-cell";
    if (by.field) {
      this.#room = by.field;
      by.field.value = "";
    }
    this.#wait();
  }

  /** The focus is at this node. A cell says only a frame later that it takes text. */
  is_at({ node }: Entry): void {
    if (!Cells.has(node.role) || node.types || (this.#waits && !this.#empty)) return; // what waits is for elsewhere
    this.#there = node.id;
    this.#from_anywhere = this.#will_open = false;
    this.#wait();
  }

  /** The core says where the focus is to be. True: what waits is to go there, and takes it along. */
  comes_to(entry: Entry): boolean {
    if (!this.#waits) return false;
    const into_field = is_field(entry.element);
    const takes_no_text = !into_field && !Cells.has(entry.node.role);
    if (takes_no_text && this.#has_text) this.end();
    this.#there = entry.node.id;
    if (this.#empty) return false;
    if (this.#from_anywhere && !into_field) return true; // the cell that was left, perhaps, before what was asked for
    if (into_field || takes_no_text) {
      this.capture();
      entry.element.focus({ preventScroll: true });
    }
    this.#go();
    return true;
  }

  /** The core opens a field: what waits is written there. `open` does it. */
  comes_into({ node }: Entry, open: () => void): void {
    if (this.#waits) this.capture();
    open();
    if (!this.#waits) return;
    this.#there = node.id;
    this.#go();
  }

  /** The core changed what it shows: perhaps the cell takes text now. */
  look(): void {
    if (this.#waits && this.#there !== undefined && !this.#from_anywhere) this.#go();
  }

  /** A key was pressed. True: it waits, or belongs to the text that does. */
  takes(event: KeyboardEvent, is: { types: boolean; composes: boolean; chord(): boolean }): boolean {
    if (!this.#waits) return false;
    const { types, composes } = is;
    const at = this.#nodes.entry_of(event.target);
    const in_room = this.is_room(event.target);
    const on_node = at?.element === event.target;
    const left = this.#from_anywhere ? on_node || event.target === document.body : on_node && Cells.has(at?.node.role ?? "");
    if (!in_room && !left) return false;
    const there = !in_room && this.#empty && at?.node.id === this.#there;
    const ready = is_field(event.target) || (!this.#from_anywhere && (!types || at?.node.types));
    if (there && ready) return false; // as if nothing had been waited for
    const has_text = in_room && (this.#will_open || this.#room!.value !== "" || this.#told.composes(this.#room!));
    if (composes && event.key !== "Tab" && in_room) return true;
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (types || composes && event.key !== "Tab") {
      if (!in_room) this.#open(at);
      return true;
    }
    const plain = !ctrlKey && !metaKey && !altKey;
    if (has_text && key === "Enter" && (shiftKey || altKey)) {
      event.preventDefault();
      document.execCommand("insertText", false, "\n");
      return true;
    }
    if (has_text ? plain && OfText.has(key) : in_room && key === "Backspace") return true;
    const waits_its_turn = !this.#empty && is.chord(); // what was typed before it comes before it
    if (!waits_its_turn && !(plain && (has_text ? Ends : OfCell).has(key))) return false;
    event.preventDefault();
    this.capture();
    this.#steps.push(event);
    if (this.#there !== undefined) this.#go();
    return true;
  }

  /** The room is to be something else, or goes away: what stands in it is kept. */
  capture(): void {
    const room = this.#room;
    if (!room) return;
    if (this.#told.composes(room)) this.#told.end_composition();
    if (room.value !== "") this.#steps.push(room.value);
    room.value = "";
  }

  /** A field is open: it is no room any more. */
  opened(field: Field): void {
    if (this.is_room(field)) this.#room = undefined;
  }

  /** Nothing is waited for any more. */
  end(): void {
    const room = this.#room;
    if (room && this.#told.composes(room)) this.#told.end_composition();
    this.#room = undefined;
    this.#waits = this.#from_anywhere = this.#will_open = false;
    this.#steps = [];
    if (!room) return;
    const entry = this.#nodes.entry_of(room);
    room.value = entry?.node.value ?? "";
    if (!entry) this.#nodes.close_room(room);
  }

  /** The texts that waited, for whom there is nobody any more to take them. */
  give_up(): string[] {
    this.capture();
    const texts = this.#steps.filter((step) => typeof step === "string");
    this.end();
    return texts;
  }

  get #empty(): boolean {
    return this.#steps.length === 0 && !this.#has_text;
  }

  get #has_text(): boolean {
    const room = this.#room;
    if (room && (room.value !== "" || this.#told.composes(room))) return true;
    return this.#steps.some((step) => typeof step === "string");
  }

  #wait(): void {
    const asked = (this.#asked += 1);
    this.#waits = true;
    void this.#told.rested().then(() => {
      if (asked !== this.#asked || !this.#waits) return;
      if (this.#may_stay) this.#there ??= this.#from;
      if (!this.#go(true)) return;
      const homeless = this.is_room(document.activeElement) || document.activeElement === document.body;
      this.end();
      if (homeless && this.#there !== undefined) this.#nodes.focus(this.#there);
    });
  }

  /** Under the key that is down: the letter, or the word that begins with it, finds it there. */
  #open(at: Entry | undefined): void {
    this.#room = this.#nodes.open_room(at);
    this.#room.value = "";
    this.#room.focus({ preventScroll: true });
  }

  /** Does what waits, as far as it can be done; `at_rest`: what cannot be done now never can. False: a key of it leads on. */
  #go(at_rest = false): boolean {
    const there = this.#nodes.get(this.#there ?? "");
    if (!there) return true;
    const room = this.#room;
    if (room && this.#steps.length === 0 && this.#told.composes(room)) {
      if (this.#told.go_on_in(there)) this.#waits = false;
      return true;
    }
    this.capture();
    while (this.#steps.length > 0) {
      const step = this.#steps[0]!;
      if (typeof step === "string") {
        if (!this.#told.write(there, step) && !at_rest) return true;
        this.#steps.shift();
      } else {
        this.#steps.shift();
        const here = document.activeElement;
        if (!is_field(here) || this.is_room(here)) there.element.focus({ preventScroll: true });
        const asked = this.#asked;
        this.replay(step);
        if (asked !== this.#asked) return false;
      }
    }
    if (is_field(document.activeElement) && !this.is_room(document.activeElement)) this.end();
    return true;
  }
}
