// One node as an element: which element, and its ARIA attributes.

import type { Node } from "./messages";

export type Box = { left: number; top: number; width: number; height: number };

export type Entry = {
  node: Node;
  element: HTMLElement;
  /** The name or value, where a role is named by its content. */
  text: Text | undefined;
  /** The part of the rectangle inside its clip. */
  seen: Box;
};

/** The one editor of all cells of a table. */
export const CellEditorId = "cell-editor";

export type Field = HTMLTextAreaElement | HTMLInputElement;

/** <button> in all but role: the browser turns Enter and Space into a click. */
const Pressed = new Set([
  "button", "checkbox", "radio", "switch", "tab", "menuitem", "menuitemradio", "option", "link",
  "combobox", "treeitem",
]);
/** Words and no more. A caption stands in the name of what it is of, and is not read. */
const Words = new Set(["text", "caption"]);
/** What is read by its content rather than by a label. */
const Content = new Set([
  "text", "caption", "heading", "button", "link", "status", "alert", "tab", "option", "menuitem", "menuitemradio", "listitem", "cell",
  "gridcell", "rowheader", "columnheader", "checkbox", "radio", "switch", "treeitem",
]);
/** These are read by their name alone when they have one: what stands in them belongs to it. */
export const Cells = new Set(["cell", "gridcell", "rowheader", "columnheader"]);
const Checkable = new Set(["checkbox", "radio", "switch", "menuitemcheckbox", "menuitemradio"]);
const Selectable = new Set(["tab", "option", "treeitem"]);

export function is_field(element: unknown): element is Field {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}

export function in_cell(field: Field): boolean {
  return field.id === CellEditorId;
}

function tag_of(node: Node): string {
  if (node.role === "textbox") return node.gesture?.kind === "edit" && !node.gesture.multiline ? "input" : "textarea";
  if (Pressed.has(node.role)) return "button";
  if (node.role === "heading") return `h${Math.min(Math.max(node.level ?? 2, 1), 6)}`;
  return Words.has(node.role) ? "span" : "div";
}

/** The element for a node: `old` when it will do. */
export function make_element(node: Node, old: HTMLElement | undefined): HTMLElement {
  const tag = tag_of(node);
  if (old && old.localName === tag) return old;
  if (tag === "input" || tag === "textarea") return make_field(tag === "textarea");
  const element = document.createElement(tag);
  if (element instanceof HTMLButtonElement) element.type = "button";
  return element;
}

/** A text field that browsers and password managers leave alone. */
export function make_field(multiline: boolean): Field {
  const field = document.createElement(multiline ? "textarea" : "input");
  const hints = {
    autocomplete: "off", autocorrect: "off", autocapitalize: "sentences", spellcheck: "false",
    writingsuggestions: "false", enterkeyhint: multiline ? "enter" : "done",
  };
  for (const [name, value] of Object.entries(hints)) field.setAttribute(name, value);
  return field;
}

/** Gives the element the node's name, value and states; `with_value` when the core owns the text. */
export function dress(entry: Entry, with_value: boolean): void {
  const { node, element } = entry;
  const state = node.state ?? "";
  const has = (letter: string) => state.includes(letter);
  const yes = (letter: string) => (has(letter) ? "true" : undefined);
  const either = (on: string, off: string, always: boolean) =>
    has(on) ? "true" : has(off) || always ? "false" : undefined;

  // What a field says of its list goes by the elements' own ids.
  if (node.role === "listbox" || node.role === "option") element.id = element_id(node.id);
  const searches = node.list !== undefined;
  const says_itself = Words.has(node.role) || node.role === "heading" || node.role === "textbox";
  const role = searches ? "combobox" : says_itself ? undefined : node.role;
  const by_content = Content.has(node.role) && node.value === undefined;
  set(element, "role", role === "button" ? undefined : role);
  const name = Cells.has(node.role) && node.name && node.value ? `${node.name}: ${node.value}` : node.name;
  set(element, "aria-label", by_content || !name ? undefined : name);
  set(element, "aria-hidden", node.role === "caption" ? "true" : undefined);
  set(element, "aria-description", node.desc || undefined);
  set(element, "aria-keyshortcuts", node.keys || undefined);
  set(element, "aria-rowcount", node.rows);
  set(element, "aria-colcount", node.cols);
  set(element, "aria-rowindex", node.row);
  set(element, "aria-colindex", node.col);
  set(element, "aria-level", node.role === "treeitem" ? node.level : undefined);
  set(element, "aria-setsize", node.setsize);
  set(element, "aria-posinset", node.posinset);
  set(element, "aria-disabled", yes("d"));
  set(element, "aria-checked", has("m") ? "mixed" : either("c", "C", Checkable.has(node.role)));
  set(element, "aria-selected", either("s", "S", Selectable.has(node.role)));
  set(element, "aria-expanded", searches ? "true" : either("e", "p", false));
  set(element, "aria-pressed", either("x", "X", false));
  set(element, "aria-current", yes("u"));
  set(element, "aria-invalid", yes("i"));
  set(element, "aria-required", yes("r"));
  set(element, "aria-haspopup", has("h") ? (node.role === "combobox" ? "listbox" : "true") : undefined);
  set(element, "aria-live", has("q") ? "off" : undefined);
  set(element, "aria-autocomplete", searches ? "list" : undefined);
  // A list that drops down from a button is called after it (ui/widgets_menu.cpp).
  const list = node.list ?? (role === "combobox" && has("e") ? `${node.id}/list` : undefined);
  set(element, "aria-controls", list && element_id(list));
  set(element, "aria-activedescendant", node.active && element_id(node.active));
  set(element, "aria-modal", yes("M"));
  set(element, "aria-busy", yes("t"));
  if (node.role === "progressbar") set(element, "aria-valuetext", node.value);
  // A browser would let Tab stop at these by itself; a dialog takes the focus when it opens.
  const needs_one = element instanceof HTMLButtonElement || is_field(element) || has("M");
  set(element, "tabindex", node.tab ?? (needs_one ? -1 : undefined));
  if (is_field(element)) {
    element.readOnly = has("o") || has("d") || node.gesture?.kind !== "edit";
    // The picture has it, the field itself only while it is edited; where there is no picture it is there always.
    const pictured = !document.documentElement.classList.contains("plain");
    if (!pictured && node.gesture?.kind === "edit") element.placeholder = node.gesture.placeholder ?? "";
    const value = node.value ?? "";
    if (with_value && element.value !== value) element.value = value;
    return;
  }
  set(element, "aria-readonly", yes("o"));
  const shown = by_content ? node.name : node.role === "progressbar" ? "" : node.value;
  set_text(entry, shown ?? "");
}

function element_id(id: string): string {
  return `node-${id}`;
}

function set(element: Element, name: string, value: string | number | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}

/** The text stands before the children; it is kept so that a change is one write. */
function set_text(entry: Entry, text: string): void {
  if (entry.text) {
    if (entry.text.data !== text) entry.text.data = text;
  } else if (text) {
    entry.text = document.createTextNode(text);
    entry.element.prepend(entry.text);
  }
}
