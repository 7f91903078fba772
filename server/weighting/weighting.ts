import { isDeepStrictEqual } from "node:util";
import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import type { Clock } from "../clock.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { calendarDay } from "../fielding/calendarDay.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import type { Study } from "../fielding/study.ts";
import { Problem } from "../problem.ts";
import { checkScheme } from "./checkScheme.ts";
import { joinWeights } from "./schemeWeights.ts";
import { weighStudy, type WeighedStudy } from "./weighStudy.ts";
import type {
  RunWanted,
  Scheme,
  SchemeContent,
  SchemeWithVersions,
  WeightingReport,
  WeightVersionSummary,
} from "./weightingApi.ts";
import type { BlockOfVersion, WeightingStore, WeightVersion } from "./weightingStore.ts";

/** Keeps schemes and weights studies by them. */
export type Weighting = ReturnType<typeof createWeighting>;

/** What weighting needs. */
export interface WeightingParts {
  readonly store: WeightingStore;
  readonly columns: ColumnsReadModel;
  readonly questionnaires: QuestionnaireStore;
  readonly clock: Clock;
}

/** How often a run begins anew when another has taken its number. */
const mostAttempts = 5;

/** Makes the procedure of weighting. */
export function createWeighting({ store, columns, questionnaires, clock }: WeightingParts) {
  const codebooks = async (study: string) =>
    (await questionnaires.versions(study)).map(({ definition }) => deriveCodebook(definition));

  const schemeNamed = async (study: string, scheme: string): Promise<Scheme> => {
    const found = await store.newestScheme(study, scheme);
    if (found === null) throw new Problem("not-found", [unknownScheme]);
    return found;
  };

  /** The frozen blocks that a run leaves as they are. */
  const keptBlocks = async (
    current: WeightVersion | null,
    { schemeVersion }: Scheme,
    wanted: RunWanted["blocks"],
  ): Promise<BlockOfVersion[]> => {
    if (current === null) return [];
    const blocks = await blocksOf(current);
    return blocks.filter(
      ({ frozenIn, report }) => frozenIn !== null && (wanted === "open" || report.schemeVersion === schemeVersion),
    );
  };

  const blocksOf = async ({ study, blocks }: WeightVersion): Promise<BlockOfVersion[]> => {
    const reports = await store.blockReports(
      study,
      blocks.map(({ id }) => id),
    );
    return blocks.flatMap((block) => {
      const report = reports.get(block.id);
      return report === undefined ? [] : [{ ...block, report }];
    });
  };

  /** Weights a study as it is now, and keeps nothing. */
  const weigh = async (study: Study, scheme: Scheme, wanted: RunWanted["blocks"]): Promise<Weighed> => {
    checkScheme(scheme, await codebooks(study.study));
    const today = calendarDay(clock(), study.timeZone);
    const current = await store.version(study.study, scheme.scheme, null);
    const kept = await keptBlocks(current, scheme, wanted);
    const found = await columns.columnsOf(study.study);
    const weights = store.weights(
      study.study,
      kept.map(({ id }) => id),
    );
    const weighed = weighStudy({
      columns: found,
      scheme,
      frozen: kept.map(({ report }) => report),
      frozenWeights: (await joinWeights(found, weights)).weights,
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
        ...said,
      },
    };
  };

  /** Keeps what was weighted as the next version; `null` when another run has taken its number. */
  const keep = async (
    { kept, weighed, version, said }: Weighed,
    cause: WeightVersion["cause"],
  ): Promise<WeightingReport | null> => {
    const added: BlockOfVersion[] = [];
    for (const { report, ids, weights } of weighed.blocks) {
      const id = await store.addBlock(said.study, report, { ids, weights });
      added.push({ id, report, frozenIn: report.isClosed && report.weights !== null ? version : null });
    }
    const blocks = inOrder([...kept, ...added]);
    const isKept = await store.addVersion({
      ...said,
      version,
      cause,
      blocks: blocks.map(({ id, frozenIn }) => ({ id, frozenIn })),
    });
    if (isKept) return { ...said, version, cause, blocks: blocks.map(reported) };
    await store.dropBlocks(
      said.study,
      added.map(({ id }) => id),
    );
    return null;
  };

  return {
    /**
     * Keeps a scheme; a change makes a new version of it, the same content again does not.
     *
     * @throws {Problem} `invalid-scheme` naming each part that does not fit the study.
     */
    async putScheme(
      study: string,
      scheme: string,
      content: SchemeContent,
    ): Promise<{ scheme: Scheme; isNew: boolean }> {
      checkScheme(content, await codebooks(study));
      for (;;) {
        const before = await store.newestScheme(study, scheme);
        if (before !== null && isDeepStrictEqual({ ...before, ...content }, before))
          return { scheme: before, isNew: false };
        const next: Scheme = { study, scheme, schemeVersion: (before?.schemeVersion ?? 0) + 1, ...content };
        if (await store.addScheme(next)) return { scheme: next, isNew: true };
      }
    },

    /** A study's schemes, in order of name, each with its current weights. */
    async schemes(study: string): Promise<{ scheme: Scheme; current: WeightVersionSummary | null }[]> {
      const found = await store.newestSchemes(study);
      return Promise.all(
        found.map(async (scheme) => {
          const current = await store.version(study, scheme.scheme, null);
          return { scheme, current: current === null ? null : summaryOf(current) };
        }),
      );
    },

    /**
     * A scheme and its newest versions of weights.
     *
     * @throws {Problem} `not-found`.
     */
    async scheme(study: string, scheme: string, limit: number): Promise<SchemeWithVersions> {
      const versions = await store.versions(study, scheme, limit);
      return { scheme: await schemeNamed(study, scheme), versions: versions.map(summaryOf) };
    },

    /**
     * What was said of a version of weights.
     *
     * @throws {Problem} `not-found`.
     */
    async report(study: string, scheme: string, version: number): Promise<WeightingReport> {
      const found = await store.version(study, scheme, version);
      if (found === null) throw new Problem("not-found", [unknownVersion]);
      return { ...found, blocks: (await blocksOf(found)).map(reported) };
    },

    /**
     * Says what a scheme would give now, and keeps nothing. The scheme need not be kept either.
     *
     * @throws {Problem} `invalid-scheme` when the scheme does not fit the study.
     */
    async preview(study: Study, scheme: Scheme, wanted: RunWanted["blocks"] = "open"): Promise<WeightingReport> {
      const { kept, weighed, said } = await weigh(study, scheme, wanted);
      const fresh = weighed.blocks.map(({ report }) => ({ id: "", report, frozenIn: null }));
      return { ...said, version: null, cause: "preview", blocks: inOrder([...kept, ...fresh]).map(reported) };
    },

    /**
     * Weights a study by a scheme's newest version and keeps the weights as a new version.
     *
     * @throws {Problem} `not-found`, `invalid-scheme`; `weights-not-possible` naming the margins when nobody has a weight.
     */
    async run(study: Study, name: string, wanted: RunWanted["blocks"] = "open"): Promise<WeightingReport> {
      for (let attempt = 0; attempt < mostAttempts; attempt++) {
        const found = await weigh(study, await schemeNamed(study.study, name), wanted);
        if (found.weighed.weighted === 0) throw notPossible(found.weighed);
        const report = await keep(found, "asked-for");
        if (report !== null) return report;
      }
      throw new Problem("store-unavailable", [], 1);
    },

    /** Whether all of these days belong to blocks whose weights are frozen. */
    async areFrozen(study: string, scheme: string, days: readonly string[]): Promise<boolean> {
      const current = await store.version(study, scheme, null);
      const frozen = current === null ? [] : (await blocksOf(current)).filter(({ frozenIn }) => frozenIn !== null);
      return days.every((day) => frozen.some(({ report }) => report.days === null || report.days.includes(day)));
    },

    /**
     * Freezes the weights of a scheme's blocks that are over. Doing it twice, or in two processes at once, freezes them
     * once.
     *
     * @returns the version that froze them; `null` when there was nothing to freeze.
     */
    async freezeClosed(study: Study, name: string): Promise<WeightingReport | null> {
      const scheme = await schemeNamed(study.study, name);
      const found = await weigh(study, scheme, "open");
      const isDue = found.weighed.blocks.some(({ report }) => report.isClosed && report.weights !== null);
      return isDue ? keep(found, "days-closed") : null;
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

function inOrder(blocks: readonly BlockOfVersion[]): BlockOfVersion[] {
  const first = ({ report }: BlockOfVersion): string => report.days?.[0] ?? "";
  return [...blocks].sort((one, other) => (first(one) < first(other) ? -1 : 1));
}

function reported({ report, frozenIn }: BlockOfVersion): WeightingReport["blocks"][number] {
  return { ...report, frozenIn };
}

function summaryOf({ blocks: _blocks, margins: _margins, ...summary }: WeightVersion): WeightVersionSummary {
  return summary;
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

const unknownScheme = {
  field: "scheme",
  code: "unknown-scheme",
  message: { "zh-CN": "没有这个加权方案", en: "There is no such weighting scheme" },
};

const unknownVersion = {
  field: "version",
  code: "unknown-version",
  message: { "zh-CN": "没有这个版本的权重", en: "There is no such version of weights" },
};
