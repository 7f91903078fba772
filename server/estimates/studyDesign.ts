import { createDesign, type Design } from "../../stats/design.ts";
import { Problem } from "../problem.ts";
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
}

/**
 * The design of a study's respondents: by the weights that are wanted; when none are named, by those of the scheme that
 * the study uses usually, else by their given weights where there are any.
 *
 * @throws {Problem} `invalid-parameter` when the weights that are asked for do not exist.
 */
export type DesignOf = (columns: StudyColumns, wanted: WeightWanted | undefined) => Promise<StudyDesign>;

/** Makes the one place where an estimate's weights are chosen. */
export function createStudyDesign({
  schemeWeights,
  usualWeights,
}: {
  schemeWeights: SchemeWeights;
  usualWeights: Pick<UsualWeightsOf, "named">;
}): DesignOf {
  // Columns are made anew with each change of content, and their designs go with them.
  const made = new WeakMap<StudyColumns, Map<WeightUsed | undefined, StudyDesign>>();

  const schemeDesign = async (
    columns: StudyColumns,
    wanted: WeightWanted,
    known: Map<WeightUsed | undefined, StudyDesign>,
  ): Promise<StudyDesign> => {
    const { name, weights } = await schemeWeights.weightsOf(columns, wanted);
    const design = known.get(name) ?? {
      design: createDesign({ rows: columns.rows, weights: countingWeights(weights) }),
      weight: name,
      weightsExist: haveWeights(columns),
    };
    known.set(name, design);
    return design;
  };

  return async (columns, asked) => {
    const wanted = asked ?? (await usualWeights.named(columns.study));
    const known = made.get(columns) ?? new Map<WeightUsed | undefined, StudyDesign>();
    made.set(columns, known);
    if (wanted !== undefined && wanted !== "none" && wanted !== "given") return schemeDesign(columns, wanted, known);
    const design = known.get(wanted) ?? givenDesign(columns, wanted);
    known.set(wanted, design);
    return design;
  };
}

function givenDesign(columns: StudyColumns, wanted: "none" | "given" | undefined): StudyDesign {
  const { rows, weight } = columns;
  const weightsExist = haveWeights(columns);
  if (wanted === "given" && !weightsExist) throw noWeights();
  const weights = wanted !== "none" && weightsExist ? countingWeights(weight) : null;
  return { design: createDesign({ rows, weights }), weight: weights === null ? "none" : "given", weightsExist };
}

/** Whether the responses came with weights. */
export function haveWeights({ weight }: StudyColumns): boolean {
  return weight.some((value) => !Number.isNaN(value));
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
