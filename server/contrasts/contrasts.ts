import { differenceOfMeans } from "../../stats/association/differenceOfMeans.ts";
import { oddsRatio } from "../../stats/association/oddsRatio.ts";
import { standardisedDifference } from "../../stats/association/standardisedDifference.ts";
import type { TwoGroups } from "../../stats/association/twoGroups.ts";
import type { Coded, Design } from "../../stats/design.ts";
import { mean } from "../../stats/estimators/mean.ts";
import { share } from "../../stats/estimators/share.ts";
import { adjustments, type Adjustment } from "../../stats/multiplicity/adjustments.ts";
import { alikeIn, reading, type Alike, type FindAlike } from "../analysis/alike.ts";
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
  const among = { ...source, domain: within };
  const apart = alikeIn([], among);
  const held = alikeIn(
    fixed.map(({ coded }) => coded),
    among,
  );
  const found = request.contrasts.map((condition) => contrastOf(condition, { outcome, fixed, columns, apart, held }));
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
  /** Who is alike, and who in what is held fixed as well: of the latter there are many more kinds. */
  readonly apart: FindAlike;
  readonly held: FindAlike;
}

type Untested = Omit<Contrast, "pValues">;

function contrastOf(condition: Condition, { outcome, fixed, columns, apart, held }: Around): Untested {
  const group = groupsBy(condition, outcome, columns);
  const yes = outcome.yes === null ? null : { codes: truthOf(outcome.yes, columns), categories: 2 };
  const scores = withScores(outcome, group, apart);
  const holds = yes === null ? null : withYes(yes, group, apart);
  const adjusted = fixed.length === 0 ? null : withFixed(withScores(outcome, group, held), fixed);
  const adjustedHolds = fixed.length === 0 || yes === null ? null : withFixed(withYes(yes, group, held), fixed);
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

function withScores({ variable }: Outcome, group: Coded, find: FindAlike): Grouped {
  const { columns, coded, ...alike } = find(reading([variable]), [group]);
  return grouped(numbersIn(variable, columns), coded.at(-1), { ...alike, coded });
}

function withYes(yes: Coded, group: Coded, find: FindAlike): Grouped {
  const { coded, ...alike } = find(reading([]), [yes, group]);
  const holds = coded.at(-2)?.codes ?? new Int32Array(0);
  return grouped(numbersOf(holds), coded.at(-1), { ...alike, coded });
}

function grouped(
  outcome: Float64Array,
  groups: Coded | undefined,
  { design, domain, coded }: Pick<Alike, "design" | "domain" | "coded">,
): Grouped {
  const group = numbersOf(groups?.codes ?? new Int32Array(0));
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
