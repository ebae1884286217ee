// What the page says before the module runs and after it died: its sentences stand in index.html in both
// languages (style.css shows that of the document), here is only which of them is shown.

type Why = "too-old" | "no-network" | "not-started";

const part = (id: string): HTMLElement => document.getElementById(id)!;

export function uncover(): void {
  part("cover").hidden = true;
}

export function cover(why: Why, detail = ""): void {
  part("cover").hidden = false;
  for (const id of ["loading", "slow", "too-old", "no-network", "not-started"]) part(id).hidden = id !== why;
  part("detail").textContent = detail;
  part("again").hidden = why === "too-old";
}

/** What a person can do from the fault sheet. */
export type FaultChoices = { save_copy(): void; go_on(): void };

/** The fault sheet: what was typed and is not stored can be copied from it. */
export function show_fault(detail: string, unsaved: string[], in_memory: boolean, choices: FaultChoices): void {
  const text = part("unsaved") as HTMLTextAreaElement;
  text.value = unsaved.join("\n\n");
  part("on-disk").hidden = in_memory;
  part("in-memory").hidden = !in_memory;
  part("kept").hidden = unsaved.length === 0;
  part("fault-detail").textContent = detail;
  say_copy("none");
  part("save-copy").onclick = () => {
    say_copy("making");
    choices.save_copy();
  };
  part("go-on").onclick = () => {
    part("fault").hidden = true;
    part("root").inert = false;
    choices.go_on();
  };
  part("root").inert = true;
  part("fault").hidden = false;
  part("save-copy").focus();
}

/** What became of the copy that was asked for. */
export function say_copy(how: "none" | "making" | "made" | "failed"): void {
  for (const one of ["making", "made", "failed"]) part(`copy-${one}`).hidden = one !== how;
}
