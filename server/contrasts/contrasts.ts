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
  const held = alikeIn(
    fixed.map(({ coded }) => coded),
    { ...source, domain: within },
  );
  const found = request.contrasts.map((condition) => contrastOf(condition, { outcome, fixed, columns, held }));
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
  readonly columns: StudyColumns;
  /** Finds who is alike in what is held fixed as well. */
  readonly held: FindAlike;
}

type Untested = Omit<Contrast, "pValues">;

function contrastOf(condition: Condition, { outcome, fixed, columns, held }: Around): Untested {
  const read = both(reading([outcome.variable]), readingOf(outcome.yes === null ? [] : [outcome.yes]));
  const people = held(read, [groupsBy(condition, outcome, columns)]);
  const apart = people.coded.slice(fixed.length);
  // Of those alike in all that is held fixed there are many kinds, and few without it: what needs it not takes the few.
  const few = alikeIn([], people)(read, apart);
  const scores = grouped(numbersIn(outcome.variable, few.columns), few);
  const holds = outcome.yes === null ? null : grouped(numbersOf(truthOf(outcome.yes, few.columns)), few);
  const adjusted =
    fixed.length === 0 ? null : withFixed(grouped(numbersIn(outcome.variable, people.columns), people), fixed);
  const adjustedHolds =
    fixed.length === 0 || outcome.yes === null ? null : withFixed(yesOf(outcome.yes, people, fixed), fixed);
  return {
    condition,
    one: groupOf(1, scores, holds),
    other: groupOf(0, scores, holds),
    difference: differenceOfMeans(scores, scores.design, scores.isUsed),
    standardised: standardisedDifference(scores, scores.design, scores.isUsed),
    oddsRatio: holds === null ? null : oddsRatio(holds, holds.design, holds.isUsed),
    adjustedDifference: adjusted === null ? null : adjustedDifference(adjusted, adjusted.design, adjusted.isUsed),
    adjustedOddsRatio:
      adjustedHolds === null ? null : adjustedOddsRatio(adjustedHolds, adjustedHolds.design, adjustedHolds.isUsed),
    countedTogether: adjusted?.together ?? [],
  };
}

/** People alike but for how far an outcome goes that counts as a yes or not. */
function yesOf(yes: Condition, people: Alike, fixed: readonly Breakdown[]): Grouped {
  const truth = { codes: truthOf(yes, people.columns), categories: 2 };
  const alike = alikeIn(people.coded.slice(0, fixed.length), people)(reading([]), [
    truth,
    ...people.coded.slice(fixed.length),
  ]);
  return grouped(numbersOf(alike.coded[fixed.length]?.codes ?? new Int32Array(0)), alike);
}

/** For each respondent the group that the condition puts them in; -1 for neither, and without an outcome. */
function groupsBy(condition: Condition, { variable }: Outcome, columns: StudyColumns): Coded {
  const outcome = numbersIn(variable, columns);
  const codes = truthOf(condition, columns).slice();
  for (let row = 0; row < codes.length; row++) if (Number.isNaN(outcome[row])) codes[row] = -1;
  return { codes, categories: 2 };
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
  const group = numbersOf(coded.at(-1)?.codes ?? new Int32Array(0));
  const isUsed = new Uint8Array(group.length);
  for (let row = 0; row < group.length; row++)
    if (!Number.isNaN(group[row]) && (domain === null || domain[row] === 1)) isUsed[row] = 1;
  return { outcome, group, design, isUsed, coded };
}

function withFixed(people: Grouped, fixed: readonly Breakdown[]) {
  const held = fixed.map(({ name, values, coded: { categories } }, place) => {
    const { codes } = people.coded[place] ?? { codes: new Int32Array(0) };
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
