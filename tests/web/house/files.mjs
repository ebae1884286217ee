// Files in and out of the page, as the browser hands them to a person.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { settled } from "./browser.mjs";

/** What the browser downloads after `act`. */
export async function save_file(page, act) {
  const coming = page.waitForEvent("download");
  await act();
  const download = await coming;
  const bytes = await readFile(await download.path());
  await settled(page);
  return { name: download.suggestedFilename(), bytes };
}

/** Chooses `file` ({name, bytes}) in the picker that `act` opens. */
export async function open_file(page, file, act) {
  const coming = page.waitForEvent("filechooser");
  await act();
  const chooser = await coming;
  const folder = await mkdtemp(join(tmpdir(), "so06-file-"));
  const path = join(folder, file.name);
  await writeFile(path, file.bytes);
  await chooser.setFiles(path);
  await settled(page);
  await rm(folder, { recursive: true });
}
