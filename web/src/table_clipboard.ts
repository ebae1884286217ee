// The table's part of the clipboard: rows that the core offers are copied while the key is down, and a block of cells from
// Excel, Word or a page is read into rows of texts. What they mean is the core's.

import type { FromCore, ToCore } from "./messages";
import { in_cell, is_field } from "./node_element";

const Blocks = new Set(["P", "DIV", "LI", "H1", "H2", "H3", "H4"]);

type Told = {
  post(message: ToCore): void;
  /** The core was told something, an arrow key perhaps, and what it offers may be about to change. */
  asking(): boolean;
  at_rest(): Promise<void>;
  /** What is being typed in a cell is done with before something is pasted over it. */
  leave_cell(): void;
};

/** Where the core has rows to copy, or takes a block (aria-keyshortcuts). */
const keyed = (letter: string): string => `[aria-keyshortcuts~="Control+${letter}"]`;

export class TableClipboard {
  #offered: FromCore & { k: "mirror" } = { k: "mirror", text: "", html: "", rows: 0 };

  constructor(told: Told) {
    window.addEventListener("copy", (event) => {
      const here = document.activeElement;
      if (is_field(here) || !event.clipboardData) return;
      if (told.asking() && here?.closest(keyed("C")) && "ClipboardItem" in window) {
        event.preventDefault();
        return void this.#copy_once_offered(told);
      }
      if (!this.#offered.text) return;
      event.preventDefault();
      event.clipboardData.setData("text/plain", this.#offered.text);
      event.clipboardData.setData("text/html", this.#offered.html);
      told.post({ k: "rowsCopied", rows: this.#offered.rows });
    });
    window.addEventListener("paste", (event) => {
      const data = event.clipboardData;
      const here = document.activeElement;
      const in_grid = is_field(here) ? in_cell(here) : here?.closest(keyed("V")) !== null;
      if (!data || !here || !(in_grid || (is_field(here) && here.closest("[role=form]")))) return;
      const text = data.getData("text/plain");
      const table = html_rows(data.getData("text/html"));
      // In a form text is text: an indented paragraph and a numbered list have tabs and are no table, and Ctrl+Shift+V
      // asks for text. Every program that has tables puts them on the clipboard as HTML too.
      if (!table && !in_grid) return;
      const rows = table ?? text_rows(text);
      const columns = in_grid ? Math.max(0, ...rows.map((row) => row.length)) : filled_columns(rows);
      // A single text belongs to the field that is open, if one is; so do lines of text in a form.
      const for_field = in_grid ? rows.length < 2 && columns < 2 : columns < 2;
      if (rows.length === 0 || (for_field && is_field(here))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      // Keys that came before lead to where it goes.
      const led = told.asking() ? told.at_rest() : undefined;
      const id = here.closest<HTMLElement>("[data-id]")?.dataset["id"] ?? "";
      const hand_over = () => {
        told.leave_cell();
        told.post({ k: "block", rows, id, text });
      };
      if (led) void led.then(hand_over);
      else hand_over();
    }, { capture: true });
  }

  /** The clipboard waits for the words: the rows of where the keys led, not of where they were. */
  async #copy_once_offered(told: Told): Promise<void> {
    const offered = told.at_rest().then(() => {
      if (!this.#offered.text) throw new Error("nothing to copy"); // what is on the clipboard stays
      return this.#offered;
    });
    const part = (type: string, words: (of: { text: string; html: string }) => string) =>
      offered.then((of) => new Blob([words(of)], { type }));
    try {
      await navigator.clipboard.write([new ClipboardItem({
        "text/plain": part("text/plain", ({ text }) => text),
        "text/html": part("text/html", ({ html }) => html),
      })]);
      told.post({ k: "rowsCopied", rows: this.#offered.rows });
    } catch {
      // The browser does not allow it (any more: it waits some seconds only): the text is shown to be copied by hand.
      await offered.then(({ text }) => told.post({ k: "copied", ok: false, text }), () => undefined);
    }
  }

  offer(message: FromCore & { k: "mirror" }): void {
    this.#offered = message;
  }
}

/** The cells of all tables, one below the other; nothing where there is none. */
function html_rows(html: string): string[][] | undefined {
  const tables = html.includes("<t") ? [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("table")] : [];
  const outer = tables.filter((table) => !table.parentElement?.closest("table"));
  return outer.length > 0 ? outer.flatMap(rows_of) : undefined;
}

/** Cells that span more are repeated empty. */
function rows_of(table: HTMLTableElement): string[][] {
  const rows: string[][] = [...table.rows].map(() => []);
  [...table.rows].forEach((row, at) => {
    let column = 0;
    for (const cell of row.cells) {
      while (rows[at]![column] !== undefined) column += 1;
      for (let down = 0; down < Math.max(cell.rowSpan, 1) && at + down < rows.length; down += 1) {
        for (let along = 0; along < cell.colSpan; along += 1) rows[at + down]![column + along] = "";
      }
      rows[at]![column] = words_of(cell).trim();
    }
  });
  return rows.map((row) => Array.from(row, (text) => text ?? ""));
}

/** How many columns have something in them. */
function filled_columns(rows: string[][]): number {
  const filled = new Set<number>();
  for (const row of rows) row.forEach((words, column) => { if (words.trim()) filled.add(column); });
  return filled.size;
}

/** As it is read: white space of the source is one space, breaks and paragraphs are lines. */
function words_of(node: Node): string {
  let text = "";
  for (const child of node.childNodes) {
    if (child.nodeName === "BR") text += "\n";
    else if (child.nodeType === Node.TEXT_NODE) text += (child.textContent ?? "").replace(/[ \t\r\n]+/g, " ");
    else if (Blocks.has(child.nodeName)) text += `${text && !text.endsWith("\n") ? "\n" : ""}${words_of(child).trim()}\n`;
    else text += words_of(child);
  }
  return text;
}

/** Tab-separated text as Excel writes it: what holds a tab, a line end or a quote stands in quotes. */
function text_rows(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const [, quoted, plain = "", end] = found;
    rows.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "" || cell.lastIndex >= text.length) break;
    if (end !== "\t") rows.push([]);
  }
  return rows.filter((row) => row.some((words) => words !== ""));
}
