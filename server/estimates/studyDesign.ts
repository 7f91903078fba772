import { createDesign, type Design } from "../../stats/design.ts";
import { Problem } from "../problem.ts";
import type { ScreenedRows, ScreenedRowsOf } from "../quality/screenedRows.ts";
import type { SchemeWeights } from "../weighting/schemeWeights.ts";
import type { UsualWeightsOf } from "../weighting/usualWeights.ts";
import type { WeightUsed, WeightWanted } from "../weighting/weightingApi.ts";
import type { StudyColumns } from "./studyColumns.ts";

/** How a study's respondents count, and by which weights. */
export interface StudyDesign {
  readonly design: Design;
  readonly weight: WeightUsed;
  /** Whether the responses came with weights at all. */
  readonly weightsExist: boolean;
  /** Whose weight is 0 for what screening found; `null` where nobody's is, as it was not wanted or not screened. */
  readonly screening: ScreenedRows | null;
}

/** By which weights respondents are to count, and whether those count whom screening excludes: by default they do not. */
export interface DesignWanted {
  readonly weight?: WeightWanted | undefined;
  readonly exclusions?: "applied" | "none" | undefined;
}

/**
 * The design of a study's respondents: by the weights that are wanted; when none are named, by those of the scheme that
 * the study uses usually, else by their given weights where there are any. Whom screening excludes has weight 0.
 *
 * @throws {Problem} `invalid-parameter` when the weights that are asked for do not exist, or were themselves made
 *   without those who are to count.
 */
export type DesignOf = (columns: StudyColumns, wanted: DesignWanted) => Promise<StudyDesign>;

/** Makes the one place where an estimate's weights are chosen, and those left out whom screening excludes. */
export function createStudyDesign({
  schemeWeights,
  usualWeights,
  screenedRowsOf,
}: {
  schemeWeights: SchemeWeights;
  usualWeights: Pick<UsualWeightsOf, "named">;
  screenedRowsOf: ScreenedRowsOf;
}): DesignOf {
  // Columns are made anew with each change of content, and their designs go with them.
  const made = new WeakMap<StudyColumns, Map<string, StudyDesign>>();

  return async (columns, { weight, exclusions = "applied" }) => {
    const chooseWeights = async (): Promise<ChosenWeights> => {
      const wanted = weight ?? (await usualWeights.named(columns.study));
      return weightsWanted(columns, wanted, { schemeWeights, exclusions });
    };
    const [chosen, screening] = await Promise.all([
      chooseWeights(),
      exclusions === "applied" ? screenedRowsOf(columns) : null,
    ]);
    const known = made.get(columns) ?? new Map<string, StudyDesign>();
    made.set(columns, known);
    const key = `${chosen.weight} ${screening?.version ?? "none"}`;
    const design = known.get(key) ?? {
      design: createDesign({ rows: columns.rows, weights: withoutExcluded(chosen.weights, screening) }),
      weight: chosen.weight,
      weightsExist: haveWeights(columns),
      screening,
    };
    known.set(key, design);
    return design;
  };
}

/** Weights, one entry a row and not a number for none; `null`: every row counts once. */
interface ChosenWeights {
  readonly weight: WeightUsed;
  readonly weights: Float64Array | null;
}

async function weightsWanted(
  columns: StudyColumns,
  wanted: WeightWanted | undefined,
  { schemeWeights, exclusions }: { schemeWeights: SchemeWeights; exclusions: "applied" | "none" },
): Promise<ChosenWeights> {
  if (wanted !== undefined && wanted !== "none" && wanted !== "given") {
    const { name, weights, leavesOut } = await schemeWeights.weightsOf(columns, wanted);
    if (exclusions === "none" && leavesOut > 0) throw madeWithoutThem(leavesOut);
    return { weight: name, weights };
  }
  const weightsExist = haveWeights(columns);
  if (wanted === "given" && !weightsExist) throw noWeights();
  return wanted !== "none" && weightsExist
    ? { weight: "given", weights: columns.weight }
    : { weight: "none", weights: null };
}

/** A response without a weight does not count where the others have one. */
function withoutExcluded(weights: Float64Array | null, screening: ScreenedRows | null): Float64Array | null {
  if (weights === null && screening === null) return null;
  const { length } = weights ?? screening?.isExcluded ?? [];
  const counting = new Float64Array(length);
  for (let row = 0; row < length; row++) {
    const weight = weights === null ? 1 : (weights[row] ?? Number.NaN);
    if (!Number.isNaN(weight) && screening?.isExcluded[row] !== 1) counting[row] = weight;
  }
  return counting;
}

/** Whether the responses came with weights. */
export function haveWeights(columns: StudyColumns): boolean {
  const before = known.get(columns);
  if (before !== undefined) return before;
  const found = columns.weight.some((value) => !Number.isNaN(value));
  known.set(columns, found);
  return found;
}

/** Found once for the same responses: where there are none it takes a look at each. */
const known = new WeakMap<StudyColumns, boolean>();

function madeWithoutThem(leavesOut: number): Problem {
  return new Problem("invalid-parameter", [
    {
      field: "exclusions",
      code: "weights-leave-out",
      message: {
        "zh-CN": `这套权重是剔除之后计算的，${leavesOut} 份被剔除的回答没有权重；请用不剔除的加权方案，或不加权`,
        en: `These weights were made after exclusion, and ${leavesOut} excluded responses have none: use a scheme that excludes nobody, or no weights`,
      },
    },
  ]);
}

function noWeights(): Problem {
  return new Problem("invalid-parameter", [
    {
      field: "weight",
      code: "no-weights",
      message: { "zh-CN": "这项调查没有权重", en: "The responses of this study carry no weights" },
    },
  ]);
}
