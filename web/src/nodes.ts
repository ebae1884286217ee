// The semantic layer: one real element in #ax for each node of the core, at its place over the
// picture, invisible and transparent to the pointer, so that keyboards, screen readers and tests meet
// a page of buttons, fields, tables and dialogs. A text field is its own editor (editors.ts): the
// element a screen reader knows is the one that is typed into. It knows roles, never what they mean.
// All cells of a table share one editor, which stands outside of them and is owned by the one that is
// edited: an element that is moved loses the focus, and a keyboard on glass would close between two cells.

import { CellEditorId, dress, is_field, make_element, make_field, type Box, type Entry, type Field } from "./node_element";
import type { FromCore, Node } from "./messages";

/** What lies over the rest of the page: a point in it meets nothing beneath. */
const Covers = new Set(["dialog", "alertdialog", "menu", "listbox"]);

/** A button of this width is an icon; where it is not painted its name must do. */
const NarrowPx = 60;

const holds = ({ left, top, width, height }: Box, x: number, y: number): boolean =>
  x >= left && y >= top && x < left + width && y < top + height;

export type Told = {
  /** The text of this field is the person's now, not the core's. */
  keeps(id: string): boolean;
  leaving(entry: Entry): void;
  placed(entry: Entry): boolean;
  activated(entry: Entry): void;
  focus_moved(id: string | undefined, before: string | undefined): void;
};

export class Nodes {
  readonly #root: HTMLElement;
  readonly #told: Told;
  readonly #entries = new Map<string, Entry>();
  #order: string[] = [];
  #focused: string | undefined;
  #modal = -1; // the place in the order of the topmost modal dialog
  #inert: HTMLElement[] = [];
  #cell_editor: HTMLElement | undefined;
  #silent = false; // the focus is where nobody is to hear of it

  constructor(root: HTMLElement, told: Told) {
    this.#root = root;
    this.#told = told;
    root.addEventListener("focusin", (event) => this.#focus_is_at(event.target));
    root.addEventListener("focusout", (event) => {
      if (event.relatedTarget || !this.#is_room(event.target)) this.#focus_is_at(event.relatedTarget);
    });
    root.addEventListener("click", (event) => {
      // A pointer's press is told as such (input.ts), also where the layer itself is the page.
      const pointer = (event as PointerEvent).pointerType ?? (event.detail > 0 ? "mouse" : "");
      const entry = pointer || is_field(event.target) ? undefined : this.entry_of(event.target);
      if (entry && !entry.node.state?.includes("d")) told.activated(entry);
    });
  }

  get(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  entry_of(target: EventTarget | null): Entry | undefined {
    const element = target instanceof Element ? target.closest<HTMLElement>("[data-id]") : undefined;
    return element ? this.#entries.get(element.dataset["id"]!) : undefined;
  }

  /** A field in a cell that the core does not know of yet: it will, by what is typed in it. `as_it_stands`: it is already. */
  field_in(cell: Entry, as_it_stands = false): Entry | undefined {
    const { types, over = "", id, name, x, y, w, h, clip } = cell.node;
    if (!types) return undefined;
    const place = { x, y, w, h, ...(clip && { clip }) };
    const node: Node = { id: `${id}/text`, parent: id, role: "textbox", name, value: over, tab: 0, gesture: types, ...place };
    const entry = this.#put(node);
    dress(entry, !as_it_stands);
    this.place(entry);
    return entry;
  }

  /** The editor of cells, at this place and of no cell yet: what is typed there is heard of when it is known where it belongs. */
  open_room(at: Entry | undefined): Field {
    const editor = this.#cell_editor?.isConnected ? this.#cell_editor : make_field(true);
    this.#take_editor(editor);
    delete editor.dataset["id"];
    editor.tabIndex = -1;
    if (at) set_box(editor, at.seen);
    return editor as Field;
  }

  /** Nobody needs it any more. */
  close_room(room: Field): void {
    room.remove();
  }

  get focused(): Entry | undefined {
    return this.#focused === undefined ? undefined : this.#entries.get(this.#focused);
  }

  /** A node the page itself acts on (a file picker) that these keys stand for. */
  with_keys(keys: string): Entry | undefined {
    const ready = ({ node, element }: Entry) =>
      node.keys === keys && node.gesture && !node.state?.includes("d") && !element.closest("[inert]");
    return [...this.#entries.values()].find(ready);
  }

  /** Something on the page says that these keys do something. */
  names_keys(keys: string): boolean {
    return [...this.#entries.values()].some(({ node }) => node.keys?.split(" ").includes(keys));
  }

  /** A dialog is open: what lies beneath it is not to be used. */
  get modal(): boolean {
    return this.#modal >= 0;
  }

  focus(id: string): void {
    this.#entries.get(id)?.element.focus({ preventScroll: true });
  }

  /** The topmost node at a point that can be focused or acts. */
  hit(x: number, y: number): Entry | undefined {
    const here = this.#order.map((id) => this.#entries.get(id)!).filter((entry) => holds(entry.seen, x, y));
    const over = here.findLast((entry) => this.#covers(entry));
    if (!over && this.#modal >= 0) return undefined;
    const acts = ({ node, element }: Entry) => node.gesture || node.tab === 0 || element.localName === "button";
    return here.findLast((entry) => acts(entry) && (!over || over.element.contains(entry.element)));
  }

  /** Nothing there takes the focus, but the next Tab goes on from there, as on every page. */
  begin_tab_at(x: number, y: number): void {
    const takes_it = (element: HTMLElement) => element.tabIndex >= 0 || element instanceof HTMLButtonElement || is_field(element);
    const here = this.#order.map((id) => this.#entries.get(id)!).filter(({ seen }) => holds(seen, x, y));
    const at = here.findLast(({ element }) => !takes_it(element))?.element;
    if (!at || at.closest("[inert]")) return;
    const own = at.getAttribute("tabindex");
    this.#silent = true;
    at.tabIndex = -1;
    at.focus({ preventScroll: true });
    // It loses the focus by that, with the next frame, and is where Tab goes on from; a blur would forget it.
    at.removeAttribute("tabindex");
    const give_back = () => { if (own !== null) at.setAttribute("tabindex", own); };
    requestAnimationFrame(() => requestAnimationFrame(give_back));
    this.#silent = false;
  }

  /** What lies over this node and is not around it: notices, menus, dialogs. */
  over(entry: Entry): Box[] {
    const later = this.#order.slice(this.#order.indexOf(entry.node.id) + 1).map((id) => this.#entries.get(id)!);
    return later.filter((other) => this.#covers(other) && !other.element.contains(entry.element)).map(({ seen }) => seen);
  }

  /** A dialog, or a menu or notice that is not beneath a modal one. */
  #covers({ node }: Entry): boolean {
    return (Covers.has(node.role) || node.state?.includes("l") === true) && this.#order.indexOf(node.id) >= this.#modal;
  }

  apply(change: FromCore & { k: "sem" }): void {
    const changed = new Set<Entry>();
    const kept = new Set(change.add?.map((node) => node.id));
    const goes = change.full ? [...this.#entries.keys()].filter((id) => !kept.has(id)) : (change.del ?? []);
    const edits_on = change.add?.some((node) => this.#is_in_cell(node, change.add)) === true;
    for (const id of goes.reverse()) { // what is inside goes before what it is in
      if (!edits_on || this.#entries.get(id)?.element !== this.#cell_editor) this.#remove(id, edits_on);
    }
    for (const node of change.add ?? []) changed.add(this.#put(node));
    for (const update of change.upd ?? []) {
      const entry = this.#entries.get(update.id);
      if (entry) changed.add(this.#put(merged(entry.node, update)));
    }
    if (change.order) this.#order = change.order;
    else if (change.add) this.#order = [...new Set([...this.#order, ...kept])];
    if (change.order || change.add || change.upd?.some((update) => update.parent !== undefined)) this.#arrange();
    for (const entry of changed) {
      dress(entry, !this.#told.keeps(entry.node.id));
      this.place(entry);
    }
    this.#order = this.#order.filter((id) => this.#entries.has(id));
    this.#modal = this.#order.findLastIndex((id) => this.#entries.get(id)!.node.state?.includes("M"));
    this.#keep_beneath_inert();
  }

  /** The picture came or went: the layer looks otherwise without it. */
  dress_again(): void {
    for (const entry of this.#entries.values()) dress(entry, !this.#told.keeps(entry.node.id));
  }

  /** After all that a frame said: a modal dialog that nothing put the focus into has it itself. */
  settle(): void {
    const dialog = this.#entries.get(this.#order[this.#modal] ?? "")?.element;
    if (dialog && (document.activeElement?.closest("[inert]") || document.activeElement === document.body)) {
      dialog.focus({ preventScroll: true });
    }
  }

  place(entry: Entry): void {
    const { x, y, w, h, clip } = entry.node;
    const [cx, cy, cw, ch] = clip ?? [x, y, w, h];
    const left = Math.min(Math.max(x, cx), cx + cw);
    const top = Math.min(Math.max(y, cy), cy + ch);
    const right = Math.min(Math.max(x + w, left), cx + cw);
    const bottom = Math.min(Math.max(y + h, top), cy + ch);
    entry.seen = { left, top, width: Math.max(right - left, 0), height: Math.max(bottom - top, 0) };
    entry.element.classList.toggle("narrow", entry.element.localName === "button" && w < NarrowPx);
    if (!this.#told.placed(entry)) set_box(entry.element, entry.seen);
  }

  /** An update may make another element of a node: a heading of another level, a field of more lines. */
  #put(node: Node): Entry {
    const old = this.#entries.get(node.id);
    const in_cell = this.#is_in_cell(node);
    const element = make_element(node, in_cell ? this.#cell_editor : old?.element);
    if (old && element === old.element) {
      old.node = node;
      return old;
    }
    if (old) this.#told.leaving(old);
    if (in_cell) this.#take_editor(element);
    const entry: Entry = { node, element, text: undefined, seen: { left: 0, top: 0, width: 0, height: 0 } };
    element.dataset["id"] = node.id;
    if (old) {
      element.append(...old.element.children);
      old.element.replaceWith(element);
    }
    this.#entries.set(node.id, entry);
    if (in_cell) {
      this.#entries.get(node.parent)?.element.setAttribute("aria-owns", CellEditorId);
      if (document.activeElement === element) this.#focus_is_at(element);
    }
    return entry;
  }

  #is_in_cell(node: Node, added: Node[] = []): boolean {
    const cell = this.#entries.get(node.parent)?.node ?? added.find(({ id }) => id === node.parent);
    return node.role === "textbox" && cell?.role === "gridcell";
  }

  /** The editor of cells is free for another one; where it had the focus it keeps it. */
  #take_editor(element: HTMLElement): void {
    this.#cell_editor = element;
    element.id = CellEditorId;
    element.enterKeyHint = "next"; // Enter goes down, as in every table
    if (element.parentElement !== this.#root) this.#root.append(element);
    const before = this.entry_of(element);
    if (!before) return;
    this.#told.leaving(before);
    this.#entries.get(before.node.parent)?.element.removeAttribute("aria-owns");
    this.#entries.delete(before.node.id);
    this.#order = this.#order.filter((id) => id !== before.node.id);
  }

  /** `edits_on`: the editor of cells has another cell to go to. */
  #remove(id: string, edits_on: boolean): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    // One that the core never drew goes with its cell all the same.
    const editor = edits_on ? undefined : this.entry_of(this.#cell_editor ?? null);
    if (editor?.node.parent === id) this.#remove(editor.node.id, false);
    if (entry.element === this.#cell_editor) this.#entries.get(entry.node.parent)?.element.removeAttribute("aria-owns");
    const active = document.activeElement;
    if (active instanceof HTMLElement && entry.element.contains(active)) {
      const holder = this.entry_of(active);
      if (holder) this.#told.leaving(holder);
      active.blur();
    }
    // Children that stay find their new parent when the order is applied.
    this.#root.append(...entry.element.querySelectorAll(":scope > [data-id]"));
    entry.element.remove();
    this.#entries.delete(id);
  }

  /**
   * Puts the elements into the order of the core. The one that has the focus is never moved, because
   * a moved element loses it: its neighbours move around it.
   */
  #arrange(): void {
    const active = document.activeElement;
    const next = new Map<Element, Element | null>();
    for (const id of this.#order) {
      const entry = this.#entries.get(id);
      if (!entry) continue;
      const element = entry.element;
      if (element === this.#cell_editor) continue;
      const parent = this.#entries.get(entry.node.parent)?.element ?? this.#root;
      let place = next.has(parent) ? next.get(parent)! : parent.firstElementChild;
      if (element.parentElement === parent && element.contains(active)) {
        while (place && place !== element) {
          const after: Element | null = place.nextElementSibling;
          parent.append(place);
          place = after;
        }
      } else if (place !== element) {
        parent.insertBefore(element, place);
      }
      next.set(parent, element.nextElementSibling);
    }
  }

  /** A modal dialog keeps the focus: all that lies beneath is inert, menus opened from it are not. */
  #keep_beneath_inert(): void {
    const inert: HTMLElement[] = [];
    let here = this.#entries.get(this.#order[this.#modal] ?? "")?.element;
    for (; here && here !== this.#root; here = here.parentElement ?? undefined) {
      for (const sibling of here.parentElement?.children ?? []) {
        const entry = this.entry_of(sibling);
        if (sibling !== here && !(entry && this.#covers(entry))) inert.push(sibling as HTMLElement);
      }
    }
    for (const element of this.#inert) if (!inert.includes(element)) element.inert = false;
    for (const element of inert) element.inert = true;
    this.#inert = inert;
  }

  /** Keys wait there for a cell; to the core they are where they were. */
  #is_room(target: EventTarget | null): boolean {
    return this.#cell_editor !== undefined && target === this.#cell_editor && !this.entry_of(target);
  }

  #focus_is_at(target: EventTarget | null): void {
    if (this.#silent) return;
    if (this.#is_room(target)) return;
    const id = this.entry_of(target)?.node.id;
    if (id === this.#focused) return;
    const before = this.#focused;
    this.#focused = id;
    this.#told.focus_moved(id, before);
  }
}

/** Through the object model: the page's policy refuses style attributes. */
export function set_box(element: HTMLElement, box: { left: number; top: number; width: number; height: number }): void {
  for (const side of ["left", "top", "width", "height"] as const) {
    const value = `${Math.round(box[side] * 100) / 100}px`;
    if (element.style[side] !== value) element.style[side] = value;
  }
}

function merged(node: Node, update: object): Node {
  const all = Object.entries({ ...node, ...update }).filter(([, value]) => value !== null);
  return Object.fromEntries(all) as Node;
}
