import { differenceOfMeans } from "../../stats/association/differenceOfMeans.ts";
import { oddsRatio } from "../../stats/association/oddsRatio.ts";
import { standardisedDifference } from "../../stats/association/standardisedDifference.ts";
import type { TwoGroups } from "../../stats/association/twoGroups.ts";
import type { Coded, Design } from "../../stats/design.ts";
import { mean } from "../../stats/estimators/mean.ts";
import { share } from "../../stats/estimators/share.ts";
import { adjustments, type Adjustment } from "../../stats/multiplicity/adjustments.ts";
import { alikeIn, both, reading, readingOf, type Alike, type FindAlike } from "../analysis/alike.ts";
import type { AnalysisOrigin } from "../analysis/analysisApi.ts";
import type { AnalysisSource } from "../analysis/analysisSource.ts";
import { breakdownNamed, type Breakdown } from "../analysis/breakdowns.ts";
import { checkCondition } from "../analysis/checkCondition.ts";
import { respondentsOf } from "../analysis/respondents.ts";
import { numbersOf, truthOf, type Condition } from "../estimates/conditions.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import { adjustedDifference, adjustedOddsRatio } from "./adjusted.ts";
import {
  contrastTests,
  type Contrast,
  type ContrastGroup,
  type ContrastsRequest,
  type ContrastsResult,
  type ContrastTest,
} from "./contrastsApi.ts";
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
  const truth = outcome.yes === null ? null : { codes: truthOf(outcome.yes, columns), categories: 2 };
  const numbers = numbersIn(outcome.variable, columns);
  const among = { ...source, domain: withOutcome(within, numbers) };
  const around: Around = {
    outcome,
    numbers,
    truth,
    fixed,
    columns,
    alike: alikeIn([], among),
    held: alikeIn([...fixed.map(({ coded }) => coded), ...(truth === null ? [] : [truth])], among),
  };
  const found = request.contrasts.map((condition) => contrastOf(condition, around));
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
  /** The outcome of each respondent, and whether it is a yes; `null` where nothing counts as one. */
  readonly numbers: Float64Array;
  readonly truth: Coded | null;
  readonly fixed: readonly Breakdown[];
  readonly columns: StudyColumns;
  readonly alike: FindAlike;
  /** Finds who is alike in what is held fixed and in that truth as well. */
  readonly held: FindAlike;
}

type Untested = Omit<Contrast, "pValues">;

function contrastOf(condition: Condition, around: Around): Untested {
  const { outcome, alike } = around;
  const groups = { codes: truthOf(condition, around.columns), categories: 2 };
  const { yes, variable } = outcome;
  const people = alike(both(reading([variable]), readingOf(yes === null ? [] : [yes])), [groups]);
  const scores = grouped(numbersIn(variable, people.columns), people);
  const holds = yes === null ? null : grouped(numbersOf(truthOf(yes, people.columns)), people);
  return {
    condition,
    one: groupOf(1, scores, holds),
    other: groupOf(0, scores, holds),
    difference: differenceOfMeans(scores, scores.design, scores.isUsed),
    standardised: standardisedDifference(scores, scores.design, scores.isUsed),
    oddsRatio: holds === null ? null : oddsRatio(holds, holds.design, holds.isUsed),
    ...adjustedOf(groups, around),
  };
}

/** The comparison with others held fixed; of people alike in these the scores are summed up, or there were too many kinds. */
function adjustedOf(
  groups: Coded,
  { numbers, truth, fixed, held }: Pick<Around, "numbers" | "truth" | "fixed" | "held">,
): Pick<Contrast, "adjustedDifference" | "adjustedOddsRatio" | "countedTogether"> {
  if (fixed.length === 0) return { adjustedDifference: null, adjustedOddsRatio: null, countedTogether: [] };
  const people = held(reading([]), [groups], numbers);
  const scores = withFixed(grouped(people.summed?.means ?? numbers, people), fixed);
  const holds = truth === null ? null : { ...scores, outcome: numbersOf(people.coded[fixed.length]?.codes ?? noCodes) };
  const difference = adjustedDifference(
    { ...scores, within: people.summed ?? undefined },
    scores.design,
    scores.isUsed,
  );
  return {
    adjustedDifference: difference,
    adjustedOddsRatio: holds === null ? null : adjustedOddsRatio(holds, holds.design, holds.isUsed),
    countedTogether: scores.together,
  };
}

const noCodes = new Int32Array(0);

/** Those of the domain who have the outcome: only they are compared. */
function withOutcome(within: Uint8Array, numbers: Float64Array): Uint8Array {
  const domain = new Uint8Array(within.length);
  for (let row = 0; row < domain.length; row++)
    domain[row] = (within[row] ?? 0) & Number(!Number.isNaN(numbers[row] ?? Number.NaN));
  return domain;
}

/** Two groups among people alike, and which of these have both a group and an outcome. */
interface Grouped extends TwoGroups {
  readonly design: Design;
  readonly isUsed: Uint8Array;
  /** What they are alike in beside. */
  readonly coded: readonly Coded[];
}

/** People with an outcome; their groups are the last that they are told apart by. */
function grouped(outcome: Float64Array, { design, domain, coded }: Alike): Grouped {
  const group = numbersOf(coded.at(-1)?.codes ?? noCodes);
  const isUsed = new Uint8Array(group.length);
  for (let row = 0; row < group.length; row++)
    if (!Number.isNaN(group[row]) && (domain === null || domain[row] === 1)) isUsed[row] = 1;
  return { outcome, group, design, isUsed, coded };
}

function withFixed(people: Grouped, fixed: readonly Breakdown[]) {
  const held = fixed.map(({ name, values, coded: { categories } }, place) => {
    const { codes } = people.coded[place] ?? { codes: noCodes };
    return heldFixed({ name, values, coded: { codes, categories } }, people.isUsed, people.design);
  });
  return {
    ...people,
    terms: held.map(({ term }) => term),
    together: fixed.flatMap(({ name }, place) => {
      const codes = held[place]?.together ?? [];
      return codes.length === 0 ? [] : [{ variable: name, codes }];
    }),
  };
}

function groupOf(which: 0 | 1, scores: Grouped, holds: Grouped | null): ContrastGroup {
  const average = mean(scores.outcome, scores.design, inGroup(which, scores));
  return {
    n: average.n,
    mean: average,
    positive: holds === null ? null : share(holds.outcome, holds.design, inGroup(which, holds)),
  };
}

function inGroup(which: 0 | 1, { group, isUsed }: Grouped): Uint8Array {
  return isUsed.map((used, row) => Number(used === 1 && group[row] === which));
}

/** The p values of each kind of test are one family. */
function withPValues(found: readonly Untested[], adjustment: Adjustment): Contrast[] {
  const families = contrastTests.map((name) => {
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
