import { Problem } from "../problem.ts";
import type { WeightingReport, WeightVersionSummary } from "./weightingApi.ts";
import type { BlockOfVersion, WeightingStore, WeightVersion } from "./weightingStore.ts";

/** Finds what was said of weights. */
export type WeightReports = ReturnType<typeof createWeightReports>;

/** Makes the look-up of kept versions of weights. */
export function createWeightReports(store: WeightingStore) {
  const blocksOf = async ({ study, blocks }: WeightVersion): Promise<BlockOfVersion[]> => {
    const ids = blocks.map(({ id }) => id);
    const reports = await store.blockReports(study, ids);
    return blocks.flatMap((block) => {
      const report = reports.get(block.id);
      return report === undefined ? [] : [{ ...block, report }];
    });
  };

  return {
    /** The blocks of a version whose weights are frozen. */
    async frozenBlocks(version: WeightVersion | null): Promise<BlockOfVersion[]> {
      return version === null ? [] : (await blocksOf(version)).filter(({ frozenIn }) => frozenIn !== null);
    },

    /** The current version of a scheme's weights; `null` before the first. */
    async current(study: string, scheme: string): Promise<WeightVersionSummary | null> {
      const found = await store.version(study, scheme, null);
      return found === null ? null : summaryOf(found);
    },

    /** Versions of a scheme's weights, newest first, at most `limit`. */
    async versions(study: string, scheme: string, limit: number): Promise<WeightVersionSummary[]> {
      return (await store.versions(study, scheme, limit)).map(summaryOf);
    },

    /**
     * The report of a version.
     *
     * @throws {Problem} `not-found`.
     */
    async report(study: string, scheme: string, version: number): Promise<WeightingReport> {
      const found = await store.version(study, scheme, version);
      if (found === null) throw new Problem("not-found", [unknownVersion]);
      return { ...found, blocks: (await blocksOf(found)).map(reported) };
    },
  };
}

/** A block as a report shows it. */
export function reported({ report, frozenIn }: Omit<BlockOfVersion, "id">): WeightingReport["blocks"][number] {
  return { ...report, frozenIn };
}

function summaryOf({ blocks: _blocks, margins: _margins, ...summary }: WeightVersion): WeightVersionSummary {
  return summary;
}

const unknownVersion = {
  field: "version",
  code: "unknown-version",
  message: { "zh-CN": "没有这个版本的权重", en: "There is no such version of weights" },
};
