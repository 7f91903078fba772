import type { StudyColumns } from "../estimates/studyColumns.ts";
import { Problem } from "../problem.ts";
import type { WeightVersionName, WeightWanted } from "./weightingApi.ts";
import type { WeightingStore } from "./weightingStore.ts";

/** Finds the weights of schemes for the rows of a study. */
export type SchemeWeights = ReturnType<typeof createSchemeWeights>;

/** Weights that were joined to rows, and to which: rows are only ever added behind. */
interface Joined {
  readonly ids: readonly string[];
  readonly weights: Float64Array;
  /** Whether every weight found its row, so that rows added since have none. */
  readonly isWhole: boolean;
}

/** A version's weights, and how many responses they were made without for what screening found. */
export interface NamedWeights {
  readonly name: WeightVersionName;
  readonly weights: Float64Array;
  readonly leavesOut: number;
}

const mostKept = 20;

/** Makes the procedure that joins kept weights to columns, which it does once for a version. */
export function createSchemeWeights(store: WeightingStore) {
  const joined = new Map<string, Joined>();

  const named = async (
    study: string,
    wanted: WeightWanted,
  ): Promise<{ name: WeightVersionName; blocks: string[]; leavesOut: number }> => {
    const [scheme = "", version] = wanted.slice("scheme:".length).split("@");
    const found = await store.version(study, scheme, version === undefined ? null : Number(version));
    if (found === null) throw noSuchWeights();
    return {
      name: `scheme:${scheme}@${found.version}`,
      blocks: found.blocks.map(({ id }) => id),
      leavesOut: found.excludedByScreening,
    };
  };

  return {
    /**
     * The version that a name such as `scheme:national` or `scheme:national@3` stands for now.
     *
     * @throws {Problem} `invalid-parameter` when there is none.
     */
    versionNamed: async (study: string, wanted: WeightWanted): Promise<WeightVersionName> =>
      (await named(study, wanted)).name,

    /**
     * A version's weights, one entry a row; not a number for a row that it has none for.
     *
     * @throws {Problem} `invalid-parameter` when there is none.
     */
    async weightsOf(columns: StudyColumns, wanted: WeightWanted): Promise<NamedWeights> {
      const { study, id, rows } = columns;
      const { name, blocks, leavesOut } = await named(study, wanted);
      const key = `${study}/${name}`;
      const known = joined.get(key);
      if (known?.ids === id && (known.isWhole || known.weights.length === rows)) {
        if (known.weights.length === rows) return { name, weights: known.weights, leavesOut };
        const weights = new Float64Array(rows).fill(Number.NaN);
        weights.set(known.weights.subarray(0, rows));
        joined.set(key, { ...known, weights });
        return { name, weights, leavesOut };
      }
      const { weights, isWhole } = await joinWeights(columns, store.weights(study, blocks));
      if (joined.size >= mostKept) joined.clear();
      joined.set(key, { ids: id, weights, isWhole });
      return { name, weights, leavesOut };
    },
  };
}

/** Joins weights to rows by the response's id. */
export async function joinWeights(
  { id, rows }: StudyColumns,
  chunks: ReturnType<WeightingStore["weights"]>,
): Promise<{ weights: Float64Array; isWhole: boolean }> {
  const rowOf = new Map<string, number>();
  for (let row = 0; row < rows; row++) rowOf.set(id[row] ?? "", row);
  const weights = new Float64Array(rows).fill(Number.NaN);
  let isWhole = true;
  for await (const { ids, weights: some } of chunks) {
    for (const [index, response] of ids.entries()) {
      const row = rowOf.get(response);
      if (row === undefined) isWhole = false;
      else weights[row] = some[index] ?? Number.NaN;
    }
  }
  return { weights, isWhole };
}

function noSuchWeights(): Problem {
  return new Problem("invalid-parameter", [
    {
      field: "weight",
      code: "no-such-weights",
      message: {
        "zh-CN": "没有这个加权方案的权重",
        en: "There are no weights of this scheme, or no such version of them",
      },
    },
  ]);
}
