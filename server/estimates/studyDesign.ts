import { createDesign, type Design } from "../../stats/design.ts";
import { Problem } from "../problem.ts";
import type { WeightUsed, WeightWanted } from "../weighting/weightingApi.ts";
import type { StudyColumns } from "./studyColumns.ts";

/** How a study's respondents count, and by which weights. */
export interface StudyDesign {
  readonly design: Design;
  readonly weight: WeightUsed;
  /** Whether the responses came with weights at all. */
  readonly weightsExist: boolean;
}

/**
 * The design of a study's respondents: by the weights that are wanted; when none are named, by their given weights
 * where there are any.
 *
 * @throws {Problem} `invalid-parameter` when the weights that are asked for do not exist.
 */
export type DesignOf = (columns: StudyColumns, wanted: WeightWanted | undefined) => Promise<StudyDesign>;

/** Makes the one place where an estimate's weights are chosen. */
export function createStudyDesign(): DesignOf {
  // Columns are made anew with each change of content, and their designs go with them.
  const made = new WeakMap<StudyColumns, Map<WeightWanted | undefined, StudyDesign>>();
  return (columns, wanted) => {
    const known = made.get(columns) ?? new Map<WeightWanted | undefined, StudyDesign>();
    made.set(columns, known);
    const design = known.get(wanted) ?? givenDesign(columns, wanted);
    known.set(wanted, design);
    return Promise.resolve(design);
  };
}

function givenDesign({ rows, weight }: StudyColumns, wanted: WeightWanted | undefined): StudyDesign {
  const weightsExist = weight.some((value) => !Number.isNaN(value));
  if (wanted === "given" && !weightsExist) throw noWeights();
  const weights = wanted !== "none" && weightsExist ? countingWeights(weight) : null;
  return { design: createDesign({ rows, weights }), weight: weights === null ? "none" : "given", weightsExist };
}

/** A response without a weight does not count where the others have one. */
function countingWeights(weight: Float64Array): Float64Array {
  return weight.map((value) => (Number.isNaN(value) ? 0 : value));
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
