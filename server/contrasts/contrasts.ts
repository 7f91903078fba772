import { differenceOfMeans } from "../../stats/association/differenceOfMeans.ts";
import { oddsRatio } from "../../stats/association/oddsRatio.ts";
import { standardisedDifference } from "../../stats/association/standardisedDifference.ts";
import type { Design } from "../../stats/design.ts";
import { mean } from "../../stats/estimators/mean.ts";
import { share } from "../../stats/estimators/share.ts";
import { adjustments, type Adjustment } from "../../stats/multiplicity/adjustments.ts";
import type { AnalysisOrigin } from "../analysis/analysisApi.ts";
import type { AnalysisSource } from "../analysis/analysisSource.ts";
import { breakdownNamed, type Breakdown } from "../analysis/breakdowns.ts";
import { checkCondition } from "../analysis/checkCondition.ts";
import { respondentsOf, rowsWithin } from "../analysis/respondents.ts";
import { numbersOf, truthOf, type Condition } from "../estimates/conditions.ts";
import { adjustedDifference, adjustedOddsRatio } from "./adjusted.ts";
import type { Contrast, ContrastGroup, ContrastsRequest, ContrastsResult, ContrastTest } from "./contrastsApi.ts";
import { heldFixed } from "./heldFixed.ts";
import { outcomeOf, type Outcome } from "./outcome.ts";

/**
 * Compares an outcome between the two groups that each condition makes, as it is and with other things held fixed.
 *
 * @throws {Problem} `invalid-parameter` naming the part of the request that cannot be met.
 */
export function contrasts(
  request: ContrastsRequest,
  source: AnalysisSource,
): Omit<ContrastsResult, keyof AnalysisOrigin> {
  const { columns, codebook } = source;
  const outcome = outcomeOf(request, source);
  for (const [place, each] of request.contrasts.entries()) checkCondition(each, columns, `contrasts.${place}`);
  const fixed = request.adjustedFor.map((name, place) =>
    breakdownNamed(name, { codebook, columns, path: `adjustedFor.${place}` }),
  );
  const { calendar, domain, responses } = respondentsOf(request, columns);
  const within = rowsWithin(calendar, domain);
  const found = request.contrasts.map((condition) => contrastOf(condition, { outcome, fixed, within, source }));
  return {
    request,
    responses,
    title: outcome.title,
    positive: outcome.yes?.condition ?? null,
    adjustedFor: fixed.map(({ name, title }) => ({ name, title })),
    contrasts: withPValues(found, request.adjustment),
  };
}

interface Around {
  readonly outcome: Outcome;
  readonly fixed: readonly Breakdown[];
  readonly within: Uint8Array;
  readonly source: AnalysisSource;
}

type Untested = Omit<Contrast, "pValues">;

function contrastOf(condition: Condition, { outcome, fixed, within, source }: Around): Untested {
  const { columns, design } = source;
  const group = numbersOf(truthOf(condition, columns));
  const isUsed = within.map((isIn, row) =>
    Number(isIn === 1 && !Number.isNaN(group[row]) && !Number.isNaN(outcome.values[row])),
  );
  const held = fixed.map((breakdown) => heldFixed(breakdown, isUsed));
  const terms = held.map(({ term }) => term);
  const scores = { outcome: outcome.values, group };
  const yes = outcome.yes === null ? null : { outcome: outcome.yes.values, group };
  return {
    condition,
    one: groupOf(1, { group, isUsed, outcome, design }),
    other: groupOf(0, { group, isUsed, outcome, design }),
    difference: differenceOfMeans(scores, design, isUsed),
    standardised: standardisedDifference(scores, design, isUsed),
    oddsRatio: yes === null ? null : oddsRatio(yes, design, isUsed),
    adjustedDifference: terms.length === 0 ? null : adjustedDifference({ ...scores, terms }, design, isUsed),
    adjustedOddsRatio: terms.length === 0 || yes === null ? null : adjustedOddsRatio({ ...yes, terms }, design, isUsed),
    countedTogether: fixed.flatMap(({ name }, place) => {
      const codes = held[place]?.together ?? [];
      return codes.length === 0 ? [] : [{ variable: name, codes }];
    }),
  };
}

function groupOf(
  which: 0 | 1,
  { group, isUsed, outcome, design }: { group: Float64Array; isUsed: Uint8Array; outcome: Outcome; design: Design },
): ContrastGroup {
  const isIn = isUsed.map((used, row) => Number(used === 1 && group[row] === which));
  const average = mean(outcome.values, design, isIn);
  return {
    n: average.n,
    mean: average,
    positive: outcome.yes === null ? null : share(outcome.yes.values, design, isIn),
  };
}

const tested = ["difference", "oddsRatio", "adjustedDifference", "adjustedOddsRatio"] as const;

/** The p values of each kind of test are one family. */
function withPValues(found: readonly Untested[], adjustment: Adjustment): Contrast[] {
  const families = tested.map((name) => {
    const own = found.map((contrast) => pValueOf(contrast[name]));
    const adjusted = [...adjustments[adjustment](Float64Array.from(own.flatMap((each) => each ?? [])))];
    return own.map((each) => (each === null ? null : (adjusted.shift() ?? null)));
  });
  return found.map((contrast, place) => ({
    ...contrast,
    pValues: {
      difference: families[0]?.[place] ?? null,
      oddsRatio: families[1]?.[place] ?? null,
      adjustedDifference: families[2]?.[place] ?? null,
      adjustedOddsRatio: families[3]?.[place] ?? null,
    },
  }));
}

function pValueOf(result: Untested[ContrastTest]): number | null {
  return result === null || result.kind === "not-estimable" ? null : (result.test?.pValue ?? null);
}
