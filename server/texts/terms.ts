import { risenShares } from "../../stats/association/risenShares.ts";
import { normalQuantile } from "../../stats/distributions/normal.ts";
import { wilsonOfSize } from "../../stats/intervals/wilson.ts";
import { daysAsked, lengthOf, shifted, textsIn, type CountedColumns, type PeriodTexts } from "./periods.ts";
import type { SegmentedTexts } from "./segmentedTexts.ts";
import { stopWords } from "./stopWords.ts";
import type { TermFound, TermsFound, TextPeriod } from "./textsApi.ts";

/** What fewer people wrote is not listed: it would be somebody's own words. */
const fewestPeople = 3;
const mostFrequent = 200;
const mostRisen = 100;
const daysOfUsualPeriod = 7;
const level = 0.95;
const quantile = normalQuantile(1 - (1 - level) / 2);

/** What is asked of a question's terms. */
export interface TermsWanted {
  readonly question: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Terms that are not counted, beside the stop words. */
  readonly ignored: readonly string[];
}

/**
 * The terms most people wrote in a period, without those whom screening excludes, and those that more wrote than in as many days before it.
 *
 * @throws {Problem} `invalid-parameter` when the period ends before it begins.
 */
export function termsOf(
  { rowsOf }: SegmentedTexts,
  columns: CountedColumns,
  { question, from, to, ignored }: TermsWanted,
): Omit<TermsFound, "study" | "question"> {
  const asked = daysAsked(columns, { from, to });
  if (asked === null) return { period: null, frequent: [], risen: null };
  const left = new Set(ignored);
  const counted = [...rowsOf].filter(([term]) => !stopWords.has(term) && !left.has(term));
  const period = textsIn(columns, question, asked);
  const present = from === undefined && to === undefined ? lastDays(columns, question, asked.to) : period;
  const days = lengthOf(present);
  const before = textsIn(columns, question, { from: shifted(present.from, -days), to: shifted(present.from, -1) });
  const frequent = counted
    .map(([term, rows]) => ({ term, people: peopleIn(rows, period) }))
    .filter(({ people }) => people >= fewestPeople)
    .sort(mostFirst)
    .slice(0, mostFrequent)
    .map(({ term, people }) => ({ term, ...shareOf(people, period) }));
  return {
    period: period.writers === 0 ? null : spanOf(period),
    frequent,
    risen: present.writers === 0 || before.writers === 0 ? null : risenIn(counted, { present, before }),
  };
}

function lastDays(columns: CountedColumns, question: string, last: string): PeriodTexts {
  return textsIn(columns, question, { from: shifted(last, 1 - daysOfUsualPeriod), to: last });
}

function risenIn(
  counted: readonly (readonly [string, readonly number[]])[],
  { present, before }: { present: PeriodTexts; before: PeriodTexts },
): NonNullable<TermsFound["risen"]> {
  // Chosen by both periods together: to choose by the present would find what is frequent now to have risen.
  const tested = counted
    .map(([term, rows]) => ({ term, people: peopleIn(rows, present), peopleBefore: peopleIn(rows, before) }))
    .filter(({ people, peopleBefore }) => people + peopleBefore >= fewestPeople);
  const { pValues, qValues } = risenShares({
    now: tested.map(({ people }) => people),
    before: tested.map(({ peopleBefore }) => peopleBefore),
    peopleNow: present.writers,
    peopleBefore: before.writers,
  });
  const terms = tested
    .map(({ term, people, peopleBefore }, place) => ({
      term,
      ...shareOf(people, present),
      before: peopleBefore < fewestPeople ? null : shareOf(peopleBefore, before),
      pValue: pValues[place] ?? 1,
      qValue: qValues[place] ?? 1,
    }))
    .filter(({ people, qValue }) => qValue <= 1 - level && people >= fewestPeople)
    .sort((one, other) => one.pValue - other.pValue || mostFirst(one, other))
    .slice(0, mostRisen);
  return { period: spanOf(present), before: spanOf(before), tested: tested.length, terms };
}

function peopleIn(rows: readonly number[], { isIn }: PeriodTexts): number {
  let people = 0;
  for (const row of rows) people += isIn[row] ?? 0;
  return people;
}

function shareOf(people: number, { writers }: PeriodTexts): Omit<TermFound, "term"> {
  const share = people / writers;
  return { people, share, interval: wilsonOfSize({ share, size: writers, quantile, level }) };
}

function spanOf({ from, to, writers }: PeriodTexts): TextPeriod {
  return { from, to, writers };
}

type Counted = Pick<TermFound, "term" | "people">;

function mostFirst(one: Counted, other: Counted): number {
  return other.people - one.people || (one.term < other.term ? -1 : 1);
}
