import type { Model } from "../regression/modelMatrix.ts";
import type { NotFitted } from "../regression/regression.ts";

/** What is compared between two groups, such as anxiety between those who believe a rumour and those who do not. */
export interface TwoGroups {
  /** One entry a row; not a number means no answer. */
  readonly outcome: Float64Array;
  /** One entry a row: 1 in the one group, 0 in the other; not a number is in neither. */
  readonly group: Float64Array;
}

/** The name of the group among the terms of its model. */
export const groupTerm = "group";

/** The model whose only term is the group, so that its coefficient is the difference between the two. */
export function groupModel({ outcome, group }: TwoGroups): Model {
  return { outcome, terms: [{ name: groupTerm, values: group }] };
}

/** Why two groups cannot be compared: with the group as only term, a constant term is a group with nobody in it. */
export function groupProblem(problem: NotFitted): NotFitted {
  return problem.reason === "collinear" ? { kind: "not-estimable", reason: "no-data", n: problem.n } : problem;
}
