import { groupModel, groupTerm, type TwoGroups } from "../../stats/association/twoGroups.ts";
import type { Design } from "../../stats/design.ts";
import { linearRegression } from "../../stats/regression/linearRegression.ts";
import { logisticRegression } from "../../stats/regression/logisticRegression.ts";
import type { Model, Term } from "../../stats/regression/modelMatrix.ts";
import { coefficientOf, type NotFitted } from "../../stats/regression/regression.ts";
import type { AdjustedDifference, AdjustedOddsRatio } from "./contrastsApi.ts";

/** Two groups, and what is held fixed between them. */
interface Adjusted extends TwoGroups, Pick<Model, "within"> {
  readonly terms: readonly Term[];
}

/** The difference of means between two groups of people alike in the terms. */
export function adjustedDifference(
  groups: Adjusted,
  design: Design,
  domain: Uint8Array,
): AdjustedDifference | NotFitted {
  const found = linearRegression(modelOf(groups), design, domain);
  if (found.kind === "not-estimable") return found;
  const { value, standardError, interval, test } = coefficientOf(found, groupTerm);
  const { degreesOfFreedom, n, weightedBase, lost } = found;
  return { kind: "adjusted-difference", value, standardError, interval, test, degreesOfFreedom, n, weightedBase, lost };
}

/** The odds ratio of two groups of people alike in the terms. */
export function adjustedOddsRatio(groups: Adjusted, design: Design, domain: Uint8Array): AdjustedOddsRatio | NotFitted {
  const found = logisticRegression(modelOf(groups), design, domain);
  if (found.kind === "not-estimable") return found;
  const { oddsRatio: value, standardError, oddsRatioInterval, test } = coefficientOf(found, groupTerm);
  const { degreesOfFreedom, n, weightedBase, lost, eventsPerCoefficient, flag } = found;
  return {
    kind: "adjusted-odds-ratio",
    value,
    standardErrorOfLog: standardError,
    interval: oddsRatioInterval,
    test,
    degreesOfFreedom,
    n,
    weightedBase,
    lost,
    eventsPerCoefficient,
    flag,
  };
}

function modelOf({ outcome, within, group, terms }: Adjusted): Model {
  return { ...groupModel({ outcome, group }), within, heldFixed: terms };
}
