import type { AnswerPath, Codebook } from "../codebook/codebook.ts";
import { valueAt } from "../codebook/valueAt.ts";
import type { Instrument, Score } from "./instrument.ts";
import { proratedScore } from "./proratedScore.ts";
import { bandOf, roundedScore } from "./readScore.ts";
import { instruments } from "./registry.ts";

/** What scoring needs to know of a questionnaire: its scales, and where their items stand in an answers object. */
export type ScoringPlan = readonly { readonly instrument: Instrument; readonly items: readonly AnswerPath[] }[];

/** Works out, once for a questionnaire, where each scale's items stand. */
export function scoringPlan({ questions, scores }: Codebook): ScoringPlan {
  const paths = new Map(questions.flatMap(({ variables }) => variables.map(({ name, path }) => [name, path] as const)));
  return scores.flatMap(({ instrument: id, items }) => {
    const instrument = instruments[id];
    return instrument === undefined ? [] : [{ instrument, items: items.map((name) => paths.get(name) ?? []) }];
  });
}

/** Scores every scale of a questionnaire from one person's answers, in the order of the codebook. */
export function scoreInstruments(plan: ScoringPlan, answers: Readonly<Record<string, unknown>>): Score[] {
  return plan.map(({ instrument, items }) =>
    score(
      instrument,
      items.map((path) => valueAt(answers, path)),
    ),
  );
}

/**
 * Scores one scale.
 *
 * Items without an answer are made up for by the mean of the others while at least `itemsNeeded` are answered; a
 * broken score is rounded half up.
 *
 * @param answers one code an item, in order; `undefined` for no answer.
 * @throws {RangeError} if an answer is none of the scale's codes; see `proratedScore` for answers that were not checked.
 */
export function score(instrument: Instrument, answers: readonly unknown[]): Score {
  const { id, version } = instrument;
  const prorated = proratedScore(instrument, answers);
  if (prorated.kind === "item-out-of-range")
    throw new RangeError(`Cannot score ${id}: item ${prorated.item} is outside its options`);
  const { itemsAnswered } = prorated;
  if (prorated.kind === "too-few-answered") return { instrument: id, version, score: null, itemsAnswered, band: null };
  const whole = roundedScore(prorated.exact);
  return { instrument: id, version, score: whole, itemsAnswered, band: bandOf(instrument, whole)?.name ?? null };
}
