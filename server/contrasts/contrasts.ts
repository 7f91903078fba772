import { differenceOfMeans } from "../../stats/association/differenceOfMeans.ts";
import { oddsRatio } from "../../stats/association/oddsRatio.ts";
import { standardisedDifference } from "../../stats/association/standardisedDifference.ts";
import type { TwoGroups } from "../../stats/association/twoGroups.ts";
import type { Design } from "../../stats/design.ts";
import { mean } from "../../stats/estimators/mean.ts";
import { share } from "../../stats/estimators/share.ts";
import { adjustments, type Adjustment } from "../../stats/multiplicity/adjustments.ts";
import { alikeIn, readingOf } from "../analysis/alike.ts";
import type { AnalysisOrigin } from "../analysis/analysisApi.ts";
import type { AnalysisSource } from "../analysis/analysisSource.ts";
import { breakdownNamed, type Breakdown } from "../analysis/breakdowns.ts";
import { checkCondition } from "../analysis/checkCondition.ts";
import { respondentsOf } from "../analysis/respondents.ts";
import { numbersOf, truthOf, type Condition } from "../estimates/conditions.ts";
import { adjustedDifference, adjustedOddsRatio } from "./adjusted.ts";
import type { Contrast, ContrastGroup, ContrastsRequest, ContrastsResult, ContrastTest } from "./contrastsApi.ts";
import { heldFixed } from "./heldFixed.ts";
import { numbersIn, outcomeOf, type Outcome } from "./outcome.ts";

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
  const { within, responses } = respondentsOf(request, columns);
  const alike = alikeIn(
    fixed.map(({ coded }) => coded),
    { ...source, domain: within },
  );
  const found = request.contrasts.map((condition) => contrastOf(condition, { outcome, fixed, alike }));
  return {
    request,
    responses,
    title: outcome.title,
    positive: outcome.yes,
    adjustedFor: fixed.map(({ name, title }) => ({ name, title })),
    contrasts: withPValues(found, request.adjustment),
  };
}

interface Around {
  readonly outcome: Outcome;
  readonly fixed: readonly Breakdown[];
  readonly alike: ReturnType<typeof alikeIn>;
}

type Untested = Omit<Contrast, "pValues">;

function contrastOf(condition: Condition, { outcome: { variable, yes }, fixed, alike }: Around): Untested {
  const read = readingOf(yes === null ? [condition] : [yes, condition]);
  const { columns, design, domain, coded } = alike({ ...read, variables: [variable, ...read.variables] });
  const outcome = numbersIn(variable, columns);
  const group = numbersOf(truthOf(condition, columns));
  const isUsed = new Uint8Array(columns.rows);
  for (let row = 0; row < isUsed.length; row++) {
    const isIn = domain === null || domain[row] === 1;
    if (isIn && !Number.isNaN(group[row]) && !Number.isNaN(outcome[row])) isUsed[row] = 1;
  }
  const held = fixed.map(({ name, values }, place) =>
    heldFixed({ name, values, coded: coded[place] ?? noCodes }, isUsed, design),
  );
  const terms = held.map(({ term }) => term);
  const scores = { outcome, group };
  const holds = yes === null ? null : { outcome: numbersOf(truthOf(yes, columns)), group };
  return {
    condition,
    one: groupOf(1, { ...scores, yes: holds, isUsed, design }),
    other: groupOf(0, { ...scores, yes: holds, isUsed, design }),
    difference: differenceOfMeans(scores, design, isUsed),
    standardised: standardisedDifference(scores, design, isUsed),
    oddsRatio: holds === null ? null : oddsRatio(holds, design, isUsed),
    adjustedDifference: terms.length === 0 ? null : adjustedDifference({ ...scores, terms }, design, isUsed),
    adjustedOddsRatio:
      terms.length === 0 || holds === null ? null : adjustedOddsRatio({ ...holds, terms }, design, isUsed),
    countedTogether: fixed.flatMap(({ name }, place) => {
      const codes = held[place]?.together ?? [];
      return codes.length === 0 ? [] : [{ variable: name, codes }];
    }),
  };
}

const noCodes = { codes: new Int32Array(0), categories: 0 };

function groupOf(
  which: 0 | 1,
  { outcome, group, yes, isUsed, design }: TwoGroups & { yes: TwoGroups | null; isUsed: Uint8Array; design: Design },
): ContrastGroup {
  const isIn = isUsed.map((used, row) => Number(used === 1 && group[row] === which));
  const average = mean(outcome, design, isIn);
  return {
    n: average.n,
    mean: average,
    positive: yes === null ? null : share(yes.outcome, design, isIn),
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
