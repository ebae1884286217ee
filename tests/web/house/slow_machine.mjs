// A slow machine: a quota of processor time on the whole browser (DevTools' own throttling does not slow workers). Needs the
// control groups of Linux and root; elsewhere it is said that there was none.
import { mkdir, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { processes_of } from "./processes.mjs";

const PeriodUs = 100_000;
const Group = `so06-${process.pid}`;

/** Version 1 has a tree for each resource, version 2 one for all. */
async function make_group(cores) {
  for (const [root, files] of [
    ["/sys/fs/cgroup/cpu", { "cpu.cfs_period_us": PeriodUs, "cpu.cfs_quota_us": PeriodUs * cores }],
    ["/sys/fs/cgroup", { "cpu.max": `${PeriodUs * cores} ${PeriodUs}` }],
  ]) {
    const folder = join(root, Group);
    try {
      await mkdir(folder);
      for (const [name, value] of Object.entries(files)) await writeFile(join(folder, name), String(value));
      return folder;
    } catch {
      await rmdir(folder).catch(() => undefined);
    }
  }
  return undefined;
}

/** Runs `work` while the browser has so many cores; false when this machine knows no quotas. */
export async function on_slow_machine(profile, cores, work) {
  const folder = await make_group(cores);
  if (!folder) return false;
  const pids = await processes_of(profile);
  const move = async (to) => {
    for (const pid of pids) await writeFile(join(to, "cgroup.procs"), String(pid)).catch(() => undefined);
  };
  try {
    await move(folder);
    await work();
  } finally {
    await move(join(folder, ".."));
    await rmdir(folder).catch(() => undefined);
  }
  return true;
}

/** How long a fixed piece of work takes in the page's worker, ms. */
export async function calibration(page) {
  return page.workers()[0].evaluate(() => {
    const from = performance.now();
    let sum = 0;
    for (let i = 0; i < 50_000_000; i += 1) sum = (sum + i * i) % 1_000_003;
    return performance.now() - from + (sum < 0 ? 1 : 0);
  });
}
