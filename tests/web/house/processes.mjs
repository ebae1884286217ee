// The processes of a browser, as Linux tells of them: to give it less of the machine, and to see what it takes.
import { readFile, readdir } from "node:fs/promises";

const TickMs = 10; // USER_HZ is 100 on every Linux we meet

/** Every process whose command line names the profile: the browser and all it started. */
export async function processes_of(profile) {
  const found = [];
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const line = await readFile(`/proc/${name}/cmdline`, "utf8").catch(() => "");
    const parent = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "");
    found.push({ pid: Number(name), own: line.includes(profile.path), parent: Number(parent.split(") ")[1]?.split(" ")[1]) });
  }
  const tree = new Set(found.filter((one) => one.own).map((one) => one.pid));
  for (let grew = true; grew;) {
    grew = false;
    for (const { pid, parent } of found) {
      if (tree.has(parent) && !tree.has(pid)) grew = Boolean(tree.add(pid));
    }
  }
  return [...tree];
}

/** How long the processes that run pages have worked since they began, their workers and all other threads included, ms. */
export async function worked_ms(profile) {
  let ticks = 0;
  for (const pid of await processes_of(profile)) {
    const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (!line.includes("--type=renderer")) continue;
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
    const [user, system] = stat.slice(stat.lastIndexOf(") ")).split(" ").slice(12, 14);
    ticks += Number(user ?? 0) + Number(system ?? 0);
  }
  return ticks * TickMs;
}
