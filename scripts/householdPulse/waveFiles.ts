import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** The week is the number a file's name ends in: `hps_w01.csv.gz`, `pulse2020_puf_01.csv`. */
const waveFile = /(\d+)\.csv(?:\.gz)?$/;

/**
 * The files of waves in a directory or in its folder `waves`, by week.
 *
 * @throws {Error} when there are none, or two of one week.
 */
export async function findWaveFiles(directory: string): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  const inside = (await readdir(directory)).includes("waves") ? join(directory, "waves") : directory;
  for (const name of await readdir(inside)) {
    const [, week] = waveFile.exec(name) ?? [];
    if (week === undefined) continue;
    if (found.has(Number(week))) throw new Error(`${inside} has two files of week ${Number(week)}`);
    found.set(Number(week), join(inside, name));
  }
  if (found.size === 0) throw new Error(`${inside} has no files named like hps_w01.csv.gz`);
  return found;
}
