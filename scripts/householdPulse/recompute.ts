import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "../../server/config.ts";
import { createLog, createServices, type Services } from "../../server/services.ts";
import type { Estimate } from "../../stats/estimate.ts";
import { readExpectedCells, type ExpectedCell } from "./expectedCells.ts";
import { importWave, waveOf, type Wave } from "./importWave.ts";
import { indicatorsOf, subgroupOf } from "./populations.ts";
import { findWaveFiles } from "./waveFiles.ts";

/** A published figure and ours. */
export interface ComparedCell extends ExpectedCell {
  /** `null` where the files cannot tell the subgroup or indicator. */
  readonly estimate: Estimate | null;
  readonly isEqual: boolean;
}

/** Where waves and figures are. `keep` is a data directory that stays; without it each wave's is removed. */
export interface RecomputeWanted {
  readonly waves: string;
  readonly expected: string;
  readonly keep: string | null;
  /** Hears of each wave once it is compared. */
  readonly onWave: (week: number, responses: number, cells: readonly ComparedCell[]) => void;
}

/**
 * Recomputes published figures through the product's own store, admission, columns and estimators, one wave after the
 * other: no more than one is in memory.
 *
 * @throws {Error} when a wave that figures are expected of is not there or cannot be read.
 */
export async function recomputePublished({ waves, expected, keep, onWave }: RecomputeWanted): Promise<ComparedCell[]> {
  const files = await findWaveFiles(waves);
  const cells = await readExpectedCells(expected);
  const weeks = [...new Set(cells.map(({ week }) => week))].sort((one, other) => one - other);
  const missing = weeks.filter((week) => !files.has(week));
  if (missing.length > 0) throw new Error(`${waves} has no file of week ${missing.join(", ")}`);
  const compared: ComparedCell[] = [];
  for (const week of weeks) {
    const ofWeek = cells.filter((cell) => cell.week === week);
    const wave = await waveOf(week);
    await inStore(keep, async (services) => {
      const { study, report } = await importWave(services, wave, files.get(week) ?? "");
      const found: ComparedCell[] = [];
      for (const cell of ofWeek) found.push(await compare(services, { study, wave }, cell));
      onWave(week, report.kept + report.keptBefore, found);
      compared.push(...found);
    });
  }
  return compared;
}

/** Works in a store of its own, whatever the environment says: an installation's is never touched. */
async function inStore(keep: string | null, work: (services: Services) => Promise<void>): Promise<void> {
  const directory = keep ?? (await mkdtemp(join(tmpdir(), "dingxin-published-")));
  const config = readConfig({ DATA_DIRECTORY: directory, LOG_LEVEL: "warn" });
  try {
    const services = await createServices(config, { clock: () => new Date(), log: createLog(config) });
    try {
      await work(services);
    } finally {
      await services.close();
    }
  } finally {
    if (keep === null) await rm(directory, { recursive: true, force: true });
  }
}

async function compare(
  { estimates }: Services,
  { study, wave }: { study: string; wave: Wave },
  cell: ExpectedCell,
): Promise<ComparedCell> {
  const of = indicatorsOf(wave.week)[cell.indicator];
  const among = subgroupOf(cell, Number(wave.day.slice(0, 4)));
  if (of === undefined || among === undefined) return { ...cell, estimate: null, isEqual: false };
  const estimate = await estimates.share(study, { of, among, weight: "given" });
  const decimals = cell.published.split(".")[1]?.length ?? 0;
  const isEqual =
    estimate.kind === "estimate" && Number((100 * estimate.value).toFixed(decimals)) === Number(cell.published);
  return { ...cell, estimate, isEqual };
}
