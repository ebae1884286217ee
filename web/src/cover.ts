// What the page says before the module runs and after it died: its sentences stand in index.html,
// here is only which of them is shown.

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

/** The fault sheet: what was typed and is not stored can be copied from it. */
export function show_fault(detail: string, unsaved: string[], in_memory: boolean): void {
  const text = part("unsaved") as HTMLTextAreaElement;
  text.value = unsaved.join("\n\n");
  part("on-disk").hidden = in_memory;
  part("in-memory").hidden = !in_memory;
  part("kept").hidden = unsaved.length === 0;
  part("fault-detail").textContent = detail;
  part("fault").hidden = false;
  part("reload").focus();
}
