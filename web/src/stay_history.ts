// Where the browser's own undo stands within one stay in a field. Chromium's history of an element outlives
// a text that was set by script: undone past the beginning of the stay and done again, it writes what was
// typed long ago into the text of now (tried). So undo ends where the stay began.

/** What tells two texts of a stay apart; a long text is not kept once for each key. */
function mark_of(text: string): number {
  let mark = text.length;
  for (let i = 0; i < text.length; i += 1) mark = (Math.imul(mark, 31) + text.charCodeAt(i)) | 0;
  return mark;
}

export class StayHistory {
  #marks: number[];
  #at = 0;

  constructor(began_with: string) {
    this.#marks = [mark_of(began_with)];
  }

  /** Nothing of this stay is left to be taken back. */
  get at_start(): boolean {
    return this.#at === 0;
  }

  /** Nothing of this stay is left to be done again. */
  get at_end(): boolean {
    return this.#at === this.#marks.length - 1;
  }

  /**
   * The text changed, by whatever `inputType` says. A step of the browser's may be many changes of ours. False: it
   * was done again from another stay, and this one never had that text.
   */
  changed(input_type: string, text: string): boolean {
    const mark = mark_of(text);
    if (input_type === "historyUndo") {
      this.#at = Math.max(this.#marks.lastIndexOf(mark, this.#at - 1), 0);
    } else if (input_type === "historyRedo") {
      const next = this.#marks.indexOf(mark, this.#at + 1);
      if (next < 0) return false;
      this.#at = next;
    } else {
      this.#at += 1;
      this.#marks.splice(this.#at, Infinity, mark);
    }
    return true;
  }
}
