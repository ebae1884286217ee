// Pointer, finger, pen and wheel. The core gets them all as messages; the page itself does what must happen
// inside the person's gesture: moving the focus, opening an editor, a file picker, the clipboard.
// A mouse meets the text fields themselves (editors.hover); a finger does after its tap, so that a pan
// may begin on a field.

import type { Editors } from "./editors";
import type { ToCore } from "./messages";
import { is_field, type Entry } from "./node_element";
import type { Nodes } from "./nodes";
import { Pan } from "./pan";
import { Pinch } from "./pinch";

/** What a wheel that counts in lines moves for one. */
const LinePx = 20;

/** A pen on the glass does what a finger does. */
function is_on_glass(event: MouseEvent): boolean {
  const { pointerType: type } = event as PointerEvent;
  return type === "touch" || type === "pen";
}

/** What the page is told of in one go: each part has its own time. */
function parts_of(event: PointerEvent): PointerEvent[] {
  const parts = event.getCoalescedEvents?.() ?? [];
  return parts.length > 0 ? parts : [event];
}

type Told = { post(message: ToCore): void; activated(entry: Entry): void };

export class Input {
  readonly #nodes: Nodes;
  readonly #editors: Editors;
  readonly #told: Told;
  readonly #pan: Pan;
  readonly #pinch: Pinch;
  #pressed: Entry | undefined;
  #held = false; // the core was told of a button that is down
  #tapped: Entry | undefined;
  #menu_of: Entry | undefined; // what the finger that is down was long on
  #pen_button = false; // the one on its side, which asks for the menu
  #mouse: { x: number; y: number } | undefined;

  constructor(root: HTMLElement, nodes: Nodes, editors: Editors, told: Told) {
    this.#nodes = nodes;
    this.#editors = editors;
    this.#told = told;
    this.#pan = new Pan({
      moved: (at, dx, dy) => told.post({ k: "wheel", x: at.x, y: at.y, dx, dy }),
      long_pressed: ({ x, y }) => {
        const entry = nodes.hit(x, y);
        // In the field that is being edited it is the browser's, which selects a word.
        if (entry && editors.owned(entry.node.id)) return true;
        // A slow hand, or a slow machine that hears late of a quick one, presses what has no menu all the same.
        if (!entry?.node.state?.includes("n")) return false;
        this.#menu_of = entry;
        told.post({ k: "menu", id: entry.node.id, x, y });
        return true;
      },
      taken_back: () => { if (this.#menu_of) told.post({ k: "menuBack" }); },
    });
    this.#pinch = new Pinch((steps) => told.post({ k: "pinch", steps }));
    root.addEventListener("pointermove", (event) => this.#moved(event));
    root.addEventListener("pointerdown", (event) => this.#went_down(event, root));
    root.addEventListener("pointerup", (event) => this.#went_up(event));
    root.addEventListener("pointercancel", (event) => this.#cancelled(event));
    root.addEventListener("pointerleave", (event) => this.#left(event));
    root.addEventListener("wheel", (event) => this.#rolled(event), { passive: false });
    // The browser would move the focus to what it finds: the picture. The focus was moved already.
    root.addEventListener("mousedown", (event) => { if (!is_field(event.target)) event.preventDefault(); });
    root.addEventListener("contextmenu", (event) => this.#menu_wanted(event));
    // A keyboard on glass may open only in the click that follows a tap.
    root.addEventListener("click", (event) => {
      const entry = event.detail > 0 ? this.#tapped : undefined; // not by a key
      this.#tapped = undefined;
      if (entry?.node.gesture?.kind !== "edit" || nodes.get(entry.node.id) !== entry) return;
      if (this.#nodes.focused !== entry) this.#editors.edit(entry, "end");
      else entry.element.focus({ preventScroll: true });
    });
    window.addEventListener("blur", () => this.#pan.stop());
    // The ring is for who moves the focus with keys. The browser's own rule goes by the last key, which
    // may have been a letter in the field before.
    const by_pointer = (pointer: boolean) => () => root.classList.toggle("by-pointer", pointer);
    window.addEventListener("pointerdown", by_pointer(true), { capture: true });
    window.addEventListener("keydown", by_pointer(false), { capture: true });
  }

  /** Resolves when nothing rolls any more. */
  still(): Promise<void> {
    return this.#pan.still();
  }

  /** After the nodes moved: a mouse that stands still is over something else. */
  refresh(): void {
    if (this.#mouse) this.#editors.hover(this.#nodes.hit(this.#mouse.x, this.#mouse.y));
  }

  #moved(event: PointerEvent): void {
    const { clientX: x, clientY: y } = event;
    if (is_on_glass(event)) {
      if (event.buttons === 0) return this.#tell("move", event); // a pen above the glass
      this.#pinch.move(event.pointerId, { x, y });
      if (this.#pinch.fingers !== 1) return;
      for (const part of parts_of(event)) this.#pan.move(part.clientX, part.clientY, part.timeStamp);
      return;
    }
    this.#mouse = { x, y };
    if (event.buttons === 0) {
      // A selection in a field ended outside of the window, where nobody heard it.
      if (this.#held) this.#cancelled(event);
      this.refresh();
    }
    this.#tell("move", event);
  }

  #went_down(event: PointerEvent, root: HTMLElement): void {
    const { clientX: x, clientY: y } = event;
    this.#tapped = undefined;
    if (is_on_glass(event)) {
      this.#pen_button = event.button === 2;
      if (event.button !== 0) return;
      // As a finger's are by themselves: the release is heard wherever it is.
      if (event.pointerType === "pen" && !is_field(event.target)) root.setPointerCapture(event.pointerId);
      if (event.isPrimary) this.#pinch.forget();
      this.#pinch.down(event.pointerId, { x, y });
      if (this.#pinch.fingers !== 1) return this.#pan.stop(event.timeStamp);
      this.#menu_of = undefined;
      this.#pan.down(x, y, event.timeStamp);
      return;
    }
    this.#pan.stop();
    this.#mouse = { x, y };
    this.#pressed = this.#nodes.hit(x, y);
    if (!is_field(event.target)) {
      root.setPointerCapture(event.pointerId); // so that the release is heard outside the window too
      this.#move_focus(this.#pressed, x, y);
    }
    this.#tell("move", event);
    this.#tell("down", event);
    this.#held = true;
  }

  #went_up(event: PointerEvent): void {
    const { clientX: x, clientY: y } = event;
    if (is_on_glass(event)) {
      this.#pinch.up(event.pointerId);
      if (this.#pan.up(event.timeStamp)) this.#tap(event);
      return;
    }
    this.#tell("up", event);
    this.#held = event.buttons !== 0;
    const pressed = this.#pressed;
    this.#pressed = undefined;
    if (event.button === 0 && pressed && pressed === this.#nodes.hit(x, y)) this.#act(pressed, event);
    this.refresh();
  }

  /** The right button, or the keys for it; a finger's or pen's long press is told by pan.ts, and only once. */
  #menu_wanted(event: MouseEvent): void {
    if (is_field(event.target)) return;
    event.preventDefault();
    if (is_on_glass(event) && !this.#pen_button) return;
    const { clientX: x, clientY: y } = event;
    const by_key = event.button !== 2;
    const entry = by_key ? this.#nodes.focused : this.#nodes.hit(x, y);
    if (entry) this.#told.post({ k: "menu", id: entry.node.id, ...(by_key ? {} : { x, y }) });
  }

  #tap(event: PointerEvent): void {
    const meant = this.#menu_of; // a menu that was taken back lies over it still
    if (meant && this.#nodes.get(meant.node.id) !== meant) return;
    const entry = meant ?? this.#nodes.hit(event.clientX, event.clientY);
    this.#tapped = entry;
    if (entry && this.#editors.go_on(entry)) return;
    if (!is_field(event.target)) this.#move_focus(entry, event.clientX, event.clientY);
    for (const type of ["move", "down", "up", "leave"] as const) this.#tell(type, event);
    if (entry) this.#act(entry, event);
  }

  #act(entry: Entry, event: PointerEvent): void {
    if (entry.node.state?.includes("d")) return;
    const kind = entry.node.gesture?.kind;
    if (kind === "edit") {
      if (is_field(event.target)) return;
      this.#editors.end_composition(); // a finger elsewhere ends no word, as a mouse would
      this.#editors.edit(entry, "end");
    } else if (kind) this.#told.activated(entry);
  }

  /**
   * Where a press falls the focus goes, also to what Tab passes by and arrows lead to. Beside everything it is taken away, which
   * ends an edit, and Tab goes on from there.
   */
  #move_focus(entry: Entry | undefined, x: number, y: number): void {
    const active = document.activeElement;
    if (entry?.node.gesture?.kind === "edit" && is_field(entry.element)) return; // its editor takes it
    const element = entry?.element;
    if (element?.hasAttribute("tabindex") && !entry?.node.state?.includes("d")) {
      if (!element.contains(active)) element.focus({ preventScroll: true });
      return;
    }
    if (active instanceof HTMLElement && active !== document.body) active.blur();
    this.#nodes.begin_tab_at(x, y);
  }

  #cancelled(event: PointerEvent): void {
    this.#pinch.forget();
    this.#pan.stop(event.timeStamp);
    this.#pressed = undefined;
    this.#held = false;
    if (!is_on_glass(event)) this.#tell("cancel", event);
  }

  #left(event: PointerEvent): void {
    if (event.pointerType === "touch") return;
    this.#mouse = undefined;
    this.#editors.hover(undefined);
    this.#tell("leave", event);
  }

  #rolled(event: WheelEvent): void {
    if (event.ctrlKey) return; // the browser's zoom
    const field = event.target;
    if (is_field(field) && field.classList.contains("editing") && field.scrollHeight > field.clientHeight + 1) return;
    event.preventDefault();
    const unit = event.deltaMode === 1 ? LinePx : event.deltaMode === 2 ? window.innerHeight : 1;
    const { clientX: x, clientY: y, deltaX, deltaY } = event;
    this.#told.post({ k: "wheel", x, y, dx: deltaX * unit, dy: deltaY * unit });
  }

  #tell(type: (ToCore & { k: "ptr" })["type"], event: PointerEvent): void {
    const source = is_on_glass(event) ? "touch" : "mouse";
    const { clientX: x, clientY: y } = event;
    this.#told.post({ k: "ptr", type, x, y, button: Math.max(event.button, 0), source, shift: event.shiftKey });
  }
}
