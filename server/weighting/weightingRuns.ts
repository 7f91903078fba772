import { setImmediate } from "node:timers/promises";
import type { Clock } from "../clock.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { calendarDay } from "../fielding/calendarDay.ts";
import type { Study } from "../fielding/study.ts";
import type { ScreenedRowsOf } from "../quality/screenedRows.ts";
import { Problem } from "../problem.ts";
import type { Schemes } from "./schemes.ts";
import { joinWeights } from "./schemeWeights.ts";
import { weighStudy, type Pace, type WeighedStudy } from "./weighStudy.ts";
import type { RunWanted, Scheme, WeightingReport } from "./weightingApi.ts";
import type { BlockOfVersion, WeightingStore, WeightVersion } from "./weightingStore.ts";
import { reported, type WeightReports } from "./weightReports.ts";

/** Weights studies by their schemes. */
export type WeightingRuns = ReturnType<typeof createWeightingRuns>;

/** What weighting needs. */
export interface WeightingParts {
  readonly store: WeightingStore;
  readonly schemes: Schemes;
  readonly reports: WeightReports;
  readonly columns: ColumnsReadModel;
  readonly screenedRowsOf: ScreenedRowsOf;
  readonly clock: Clock;
}

/** How a run is to be done. */
export interface RunOf {
  /** `open` when left out. */
  readonly blocks?: RunWanted["blocks"];
  /** The account that asks for it; `null` when left out, for a command. */
  readonly by?: string | null;
  /** Steps are blocks weighted, and in a run blocks kept. What it throws stops the run, of which nothing is kept then. */
  readonly pace?: Pace;
}

/** A run shares the processor with those who answer and look. */
const considerately: Pace = async () => setImmediate();

/** How often a run begins anew when another has taken its number. */
const mostAttempts = 5;

/** Makes the procedure of weighting. */
export function createWeightingRuns(parts: WeightingParts) {
  const { schemes, reports, store } = parts;
  return {
    /**
     * Says what a scheme would give now, and keeps nothing. The scheme need not be kept either.
     *
     * @throws {Problem} `invalid-scheme` when the scheme does not fit the study.
     */
    async preview(study: Study, scheme: Scheme, wanted: RunOf = {}): Promise<WeightingReport> {
      const { kept, weighed, said } = await weigh(study, scheme, { ...parts, ...wanted });
      const fresh = weighed.blocks.map(({ report }) => ({ report, frozenIn: null }));
      return { ...said, version: null, cause: "preview", blocks: inOrder([...kept, ...fresh]).map(reported) };
    },

    /**
     * Weights a study by a scheme's newest version and keeps the weights as a new version.
     *
     * @throws {Problem} `not-found`, `invalid-scheme`; `weights-not-possible` naming the margins when nobody has a weight.
     */
    async run(study: Study, name: string, { pace = considerately, ...wanted }: RunOf = {}): Promise<WeightingReport> {
      for (let attempt = 0; attempt < mostAttempts; attempt++) {
        const weighing: Pace = (done, of) => pace(done, 2 * of);
        const scheme = await schemes.named(study.study, name);
        const found = await weigh(study, scheme, { ...parts, ...wanted, pace: weighing });
        if (found.weighed.weighted === 0) throw notPossible(found.weighed);
        const of = found.weighed.blocks.length;
        const report = await keep(found, "asked-for", { store, pace: (done) => pace(of + done, 2 * of) });
        if (report !== null) return report;
      }
      throw new Problem("store-unavailable", [], 1);
    },

    /**
     * Freezes the weights of a scheme's blocks that are over. Doing it twice, or in two processes at once, freezes them
     * once.
     *
     * @param isUsed whether estimates use the scheme where no weights are named: then responses of blocks that are not
     *   over are given weights too, so that the newest days are seen.
     * @returns the version that was made; `null` when there was nothing to do, or another process did it just now.
     */
    async freezeClosed(study: Study, name: string, { isUsed }: { isUsed: boolean }): Promise<WeightingReport | null> {
      const found = await weigh(study, await schemes.named(study.study, name), parts);
      const isDue =
        found.weighed.blocks.some(({ report }) => report.isClosed && report.weights !== null) ||
        (isUsed && found.weighed.weighted > found.weightedBefore);
      return isDue ? keep(found, "days-closed", { store, pace: considerately }) : null;
    },

    /** Whether all of these days belong to blocks whose weights are frozen. */
    async areFrozen(study: string, scheme: string, days: readonly string[]): Promise<boolean> {
      const frozen = await reports.frozenBlocks(await store.version(study, scheme, null));
      return days.every((day) => frozen.some(({ report }) => report.days === null || report.days.includes(day)));
    },
  };
}

interface Weighed {
  readonly kept: readonly BlockOfVersion[];
  readonly weighed: WeighedStudy;
  /** The number of the version that it would be, and how many had a weight by the one before. */
  readonly version: number;
  readonly weightedBefore: number;
  readonly said: Omit<WeightVersion, "version" | "cause" | "blocks">;
}

/** Weights a study as it is now, and keeps nothing. */
async function weigh(
  study: Study,
  scheme: Scheme,
  {
    store,
    schemes,
    reports,
    columns,
    screenedRowsOf,
    clock,
    blocks: wanted = "open",
    by = null,
    pace = considerately,
  }: WeightingParts & RunOf,
): Promise<Weighed> {
  await schemes.check(study.study, scheme);
  const current = await store.version(study.study, scheme.scheme, null);
  const kept = (await reports.frozenBlocks(current)).filter(
    ({ report }) => wanted === "open" || report.schemeVersion === scheme.schemeVersion,
  );
  const found = await columns.columnsOf(study.study);
  const ids = kept.map(({ id }) => id);
  const today = calendarDay(clock(), study.timeZone);
  const { weights: frozenWeights } = await joinWeights(found, store.weights(study.study, ids));
  const frozen = kept.map(({ report }) => report);
  const screening = scheme.exclusions === "applied" ? await screenedRowsOf(found) : null;
  const isExcluded = screening?.isExcluded ?? null;
  const toWeigh = { columns: found, scheme, isExcluded, frozen, frozenWeights, today, lastDay: study.lastDay };
  const weighed = await weighStudy(toWeigh, pace);
  const { blocks: _blocks, ...said } = weighed;
  return {
    kept,
    weighed,
    version: (current?.version ?? 0) + 1,
    weightedBefore: current?.weighted ?? 0,
    said: {
      study: study.study,
      scheme: scheme.scheme,
      schemeVersion: scheme.schemeVersion,
      by,
      asOf: clock().toISOString(),
      today,
      columnsRevision: found.revision,
      responses: found.rows,
      screening: screening?.version ?? null,
      ...said,
    },
  };
}

/** Keeps what was weighted as the next version; `null` when another run has taken its number. */
async function keep(
  { kept, weighed, version, said }: Weighed,
  cause: WeightVersion["cause"],
  { store, pace }: { store: WeightingStore; pace: Pace },
): Promise<WeightingReport | null> {
  const added: BlockOfVersion[] = [];
  let isKept = false;
  try {
    for (const { report, ids, weights } of weighed.blocks) {
      const id = await store.addBlock(said.study, report, { ids, weights });
      added.push({ id, report, frozenIn: report.isClosed && report.weights !== null ? version : null });
      await pace(added.length, weighed.blocks.length);
    }
    const blocks = inOrder([...kept, ...added]);
    const numbered = blocks.map(({ id, frozenIn }) => ({ id, frozenIn }));
    isKept = await store.addVersion({ ...said, version, cause, blocks: numbered });
    return isKept ? { ...said, version, cause, blocks: blocks.map(reported) } : null;
  } finally {
    const ids = added.map(({ id }) => id);
    if (!isKept) await store.dropBlocks(said.study, ids);
  }
}

function inOrder<Some extends Omit<BlockOfVersion, "id">>(blocks: readonly Some[]): Some[] {
  const first = ({ report }: Some): string => report.days?.[0] ?? "";
  return [...blocks].sort((one, other) => (first(one) < first(other) ? -1 : 1));
}

function notPossible({ blocks }: WeighedStudy): Problem {
  const faults = blocks.flatMap(({ report }) =>
    report.notMet.map(({ code, margin, category, message }) => ({
      field: [report.block, margin, category].filter((part) => part !== null).join(", "),
      code,
      message,
    })),
  );
  return new Problem("weights-not-possible", faults.length > 0 ? faults : [nobody]);
}

const nobody = {
  field: "study",
  code: "no-data",
  message: { "zh-CN": "没有可加权的回答", en: "There is no response to weight" },
};
