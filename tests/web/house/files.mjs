// Files in and out of the page, as the browser hands them to a person.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { settled } from "./browser.mjs";

/**
 * What the browser downloads after `act`: the way of every browser that has no picker for saving, and of ours
 * when it is too late for one. The picker itself is the system's window, which no page and no test reaches.
 */
export async function save_file(page, act) {
  await page.evaluate(() => { window.showSaveFilePicker = undefined; });
  const coming = page.waitForEvent("download");
  await act();
  const download = await coming;
  const bytes = await readFile(await download.path());
  await settled(page);
  return { name: download.suggestedFilename(), bytes };
}

/**
 * From now on the picker answers `answer`: the name of a file, which is a real one of the browser's own files
 * and is written as a chosen one would be, or the name of the error the browser reports.
 */
export const answer_picker = (page, answer) => page.evaluate((said) => {
  window.asked_to_save = [];
  window.showSaveFilePicker = async (options) => {
    window.asked_to_save.push(options);
    if (said.error) throw new DOMException("", said.error);
    const folder = await navigator.storage.getDirectory();
    return folder.getFileHandle(said.file, { create: true });
  };
}, answer);

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

/** As a drag from the file manager ends. */
export async function drop_file(page, name, text) {
  await page.evaluate(([called, words]) => {
    const data = new DataTransfer();
    data.items.add(new File([words], called));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [name, text]);
  await settled(page);
}
