// A workbook's files as they lie in the browser's storage, and the word on them of a SQLite that is not
// ours: the one in Python. The page must not be running; it alone may have the files open.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const Check = `
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
print(*(row[0] for row in db.execute("PRAGMA integrity_check")), sep="\\n")
for row in db.execute("PRAGMA foreign_key_check"): print(row)
if db.execute("SELECT count(*) FROM report").fetchone()[0] == 0: print("no report")
`;

/** Runs in a page of the site that is not the program: every file of every workbook, by folder and name. */
async function read_storage() {
  const found = {};
  for await (const [folder, inside] of await navigator.storage.getDirectory()) {
    found[folder] = {};
    for await (const [name, file] of inside) {
      const bytes = new Uint8Array(await (await file.getFile()).arrayBuffer());
      let text = "";
      for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
      found[folder][name] = btoa(text);
    }
  }
  return found;
}

/** What SQLite finds wrong with the workbook in `folder`; "ok" when nothing. */
export async function check_database(context, address, folder) {
  const page = await context.newPage();
  await page.goto(new URL("nothing-is-here", address).href); // the same origin, not the program
  const stored = (await page.evaluate(read_storage))[folder];
  await page.close();
  if (!stored) throw new Error(`there is no workbook ${folder}`);
  const copy = await mkdtemp(join(tmpdir(), "so06-database-"));
  for (const [name, bytes] of Object.entries(stored)) await writeFile(join(copy, name), Buffer.from(bytes, "base64"));
  const { stdout } = await promisify(execFile)("python3", ["-c", Check, join(copy, "a.db")]);
  await rm(copy, { recursive: true });
  return stdout.trim();
}
