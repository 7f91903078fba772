import { shares } from "../../../stats/estimators/shares.ts";
import { gad2 } from "../../../surveys/instruments/gad2.ts";
import { gad7 } from "../../../surveys/instruments/gad7.ts";
import type { Instrument } from "../../../surveys/instruments/instrument.ts";
import { proratedScore } from "../../../surveys/instruments/proratedScore.ts";
import { bandOf, isScreenPositive, roundedScore } from "../../../surveys/instruments/readScore.ts";
import { codeOf, takes, type Adapter } from "../adapter.ts";
import type { ReferenceCase } from "../referenceCase.ts";

const screeners: readonly Instrument[] = [gad7, gad2];

/** Anxiety screeners as the product itself scores them: of one person, and of a file. */
export const screenerCases: readonly Adapter[] = [
  {
    accepts: (reference) => isScreener(reference) && takes("items")(reference) && reference.design === undefined,
    run: (reference) => scored(screenerOf(reference), reference.input["items"] as (number | null)[]),
  },
  {
    accepts: (reference) => isScreener(reference) && takes("items")(reference),
    run(reference, { data, design }) {
      const screener = screenerOf(reference);
      const items = (reference.input["items"] as string[]).map((name) => data.numbers(name));
      const people = Array.from({ length: data.rows }, (_, row) =>
        scored(
          screener,
          items.map((item) => item[row] ?? Number.NaN),
        ),
      );
      const bands = Int8Array.from(people, ({ band }) => screener.bands.findIndex(({ name }) => name === band));
      const found = shares({ codes: bands, categories: screener.bands.length }, design, null);
      const byBand = <Value>(value: (band: number) => Value): Record<string, Value> =>
        Object.fromEntries(screener.bands.map(({ name }, band) => [name, value(band)]));
      return {
        n_scored: people.filter(({ score }) => typeof score === "number").length,
        score: people.map(({ score }) => score),
        [caseKey(screener)]: people.map((person) => person[caseKey(screener)]),
        band_counts: byBand((band) => bands.reduce((count, each) => count + Number(each === band), 0)),
        band_share_weighted: byBand((band) => {
          const estimate = found[band];
          return estimate?.kind === "estimate" ? estimate.value : null;
        }),
      };
    },
  },
];

function screenerOf({ id }: ReferenceCase): Instrument {
  return screeners.find((screener) => id.startsWith(`${screener.id}/`)) ?? gad7;
}

/** Told by the beginning of the id, which is the scale's own. */
function isScreener({ id }: ReferenceCase): boolean {
  return screeners.some((screener) => id.startsWith(`${screener.id}/`));
}

/** `case10`: whether the score is at or above the cut-off. */
function caseKey({ cutOff }: Instrument): string {
  return `case${cutOff}`;
}

function scored(screener: Instrument, items: readonly (number | null)[]): Record<string, unknown> {
  const codes = items.map((item) => (item === null || Number.isNaN(item) ? undefined : String(item)));
  const found = proratedScore(screener, codes);
  if (found.kind === "item-out-of-range")
    return { error: codeOf(found.kind), item: found.item, value: Number(found.value) };
  const answered = found.itemsAnswered;
  if (found.kind === "too-few-answered")
    return { answered, score: null, score_rounded: null, band: null, [caseKey(screener)]: null };
  const whole = roundedScore(found.exact);
  return {
    answered,
    score: found.exact,
    score_rounded: whole,
    band: bandOf(screener, whole)?.name ?? null,
    [caseKey(screener)]: Number(isScreenPositive(screener, whole)),
  };
}
