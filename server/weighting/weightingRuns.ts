import type { Clock } from "../clock.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { calendarDay } from "../fielding/calendarDay.ts";
import type { Study } from "../fielding/study.ts";
import type { ScreenedRowsOf } from "../quality/screenedRows.ts";
import { Problem } from "../problem.ts";
import type { Schemes } from "./schemes.ts";
import { joinWeights } from "./schemeWeights.ts";
import { weighStudy, type WeighedStudy } from "./weighStudy.ts";
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
    async preview(study: Study, scheme: Scheme, wanted: RunWanted["blocks"] = "open"): Promise<WeightingReport> {
      const { kept, weighed, said } = await weigh(study, scheme, { ...parts, wanted });
      const fresh = weighed.blocks.map(({ report }) => ({ report, frozenIn: null }));
      return { ...said, version: null, cause: "preview", blocks: inOrder([...kept, ...fresh]).map(reported) };
    },

    /**
     * Weights a study by a scheme's newest version and keeps the weights as a new version.
     *
     * @throws {Problem} `not-found`, `invalid-scheme`; `weights-not-possible` naming the margins when nobody has a weight.
     */
    async run(study: Study, name: string, wanted: RunWanted["blocks"] = "open"): Promise<WeightingReport> {
      for (let attempt = 0; attempt < mostAttempts; attempt++) {
        const found = await weigh(study, await schemes.named(study.study, name), { ...parts, wanted });
        if (found.weighed.weighted === 0) throw notPossible(found.weighed);
        const report = await keep(found, "asked-for", store);
        if (report !== null) return report;
      }
      throw new Problem("store-unavailable", [], 1);
    },

    /**
     * Freezes the weights of a scheme's blocks that are over. Doing it twice, or in two processes at once, freezes them
     * once.
     *
     * @returns the version that froze them; `null` when there was nothing to freeze, or another process did it just now.
     */
    async freezeClosed(study: Study, name: string): Promise<WeightingReport | null> {
      const found = await weigh(study, await schemes.named(study.study, name), { ...parts, wanted: "open" });
      const isDue = found.weighed.blocks.some(({ report }) => report.isClosed && report.weights !== null);
      return isDue ? keep(found, "days-closed", store) : null;
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
  /** The number of the version that it would be. */
  readonly version: number;
  readonly said: Omit<WeightVersion, "version" | "cause" | "blocks">;
}

/** Weights a study as it is now, and keeps nothing. */
async function weigh(
  study: Study,
  scheme: Scheme,
  { store, schemes, reports, columns, screenedRowsOf, clock, wanted }: WeightingParts & { wanted: RunWanted["blocks"] },
): Promise<Weighed> {
  await schemes.check(study.study, scheme);
  const current = await store.version(study.study, scheme.scheme, null);
  const kept = (await reports.frozenBlocks(current)).filter(
    ({ report }) => wanted === "open" || report.schemeVersion === scheme.schemeVersion,
  );
  const found = await columns.columnsOf(study.study);
  const ids = kept.map(({ id }) => id);
  const today = calendarDay(clock(), study.timeZone);
  const screening = scheme.exclusions === "applied" ? await screenedRowsOf(found) : null;
  const weighed = weighStudy({
    columns: found,
    scheme,
    isExcluded: screening?.isExcluded ?? null,
    frozen: kept.map(({ report }) => report),
    frozenWeights: (await joinWeights(found, store.weights(study.study, ids))).weights,
    today,
    lastDay: study.lastDay,
  });
  const { blocks: _blocks, ...said } = weighed;
  return {
    kept,
    weighed,
    version: (current?.version ?? 0) + 1,
    said: {
      study: study.study,
      scheme: scheme.scheme,
      schemeVersion: scheme.schemeVersion,
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
  store: WeightingStore,
): Promise<WeightingReport | null> {
  const added: BlockOfVersion[] = [];
  for (const { report, ids, weights } of weighed.blocks) {
    const id = await store.addBlock(said.study, report, { ids, weights });
    added.push({ id, report, frozenIn: report.isClosed && report.weights !== null ? version : null });
  }
  const blocks = inOrder([...kept, ...added]);
  const numbered = blocks.map(({ id, frozenIn }) => ({ id, frozenIn }));
  if (await store.addVersion({ ...said, version, cause, blocks: numbered }))
    return { ...said, version, cause, blocks: blocks.map(reported) };
  await store.dropBlocks(
    said.study,
    added.map(({ id }) => id),
  );
  return null;
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
