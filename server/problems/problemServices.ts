import type { Codebook } from "../../surveys/codebook/codebook.ts";
import type { Clock } from "../clock.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { marginsOf } from "../weighting/marginsOf.ts";
import type { UsualWeightsOf } from "../weighting/usualWeights.ts";
import type { Weighting } from "../weighting/weighting.ts";
import type { WeightWanted } from "../weighting/weightingApi.ts";
import { createProblemLedger } from "./problemLedger.ts";
import { createProblems } from "./problems.ts";
import type { ProblemStore } from "./problemStore.ts";

/** Makes the ledger of problems, by which every number says what is wrong with its data, and what researchers do with it. */
export function createProblemServices(
  store: ProblemStore,
  {
    weighting,
    usualWeights,
    ...known
  }: {
    weighting: Pick<Weighting, "schemes">;
    usualWeights: Pick<UsualWeightsOf, "named">;
    columns: ColumnsReadModel;
    codebookOf: (study: string) => Promise<Codebook>;
    clock: Clock;
  },
) {
  const weightedBy = async (study: string, wanted: WeightWanted | undefined): Promise<string[]> => {
    const weight = wanted ?? (await usualWeights.named(study)) ?? "none";
    const margins = await marginsOf(weighting.schemes, study, weight);
    return margins.flatMap(({ variables }) => variables.map(({ variable }) => variable));
  };
  const problemLedger = createProblemLedger({ store, codebookOf: known.codebookOf, weightedBy });
  return { problemLedger, problems: createProblems({ ...known, store, ledger: problemLedger }) };
}
