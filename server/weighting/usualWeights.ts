import type { Clock } from "../clock.ts";
import { Problem } from "../problem.ts";
import type { UsualSchemeStore } from "./usualSchemeStore.ts";
import type { UsualWeights, WeightWanted } from "./weightingApi.ts";
import type { WeightReports } from "./weightReports.ts";

/** Which weights a study uses where none are named. */
export type UsualWeightsOf = ReturnType<typeof createUsualWeights>;

/** Makes the choice of the weights that are used where none are named. */
export function createUsualWeights({
  store,
  reports,
  clock,
}: {
  store: UsualSchemeStore;
  reports: Pick<WeightReports, "current">;
  clock: Clock;
}) {
  return {
    /** What a study's researchers chose last; `null` before the first choice. */
    of: (study: string): Promise<UsualWeights | null> => store.of(study),

    /** The weights themselves; undefined where no scheme is chosen. */
    async named(study: string): Promise<WeightWanted | undefined> {
      const scheme = (await store.of(study))?.scheme ?? null;
      return scheme === null ? undefined : `scheme:${scheme}`;
    },

    /**
     * Has a study use a scheme's newest weights where none are named, or no scheme's.
     *
     * @throws {Problem} `weights-not-possible` when the scheme has no weights yet, or does not exist.
     */
    async choose(study: string, scheme: string | null, by: string): Promise<UsualWeights> {
      if (scheme !== null && (await reports.current(study, scheme)) === null)
        throw new Problem("weights-not-possible", [noWeightsYet]);
      const chosen = { scheme, by, since: clock().toISOString() };
      await store.choose(study, chosen);
      return chosen;
    },
  };
}

const noWeightsYet = {
  field: "usualScheme",
  code: "no-such-weights",
  message: {
    "zh-CN": "这个方案还没有权重，请先运行",
    en: "This scheme has no weights yet: run it first",
  },
};
