import type { AnswerPath, Codebook } from "../codebook/codebook.ts";
import { valueAt } from "../codebook/valueAt.ts";
import type { Instrument, Score } from "./instrument.ts";
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
 * @throws {RangeError} if an answer is none of the scale's codes.
 */
export function score(instrument: Instrument, answers: readonly unknown[]): Score {
  const points = answers.filter((answer) => answer !== undefined).map((answer) => pointsFor(instrument, answer));
  const { id, version, itemCount, itemsNeeded, multiplier, bands } = instrument;
  const itemsAnswered = points.length;
  if (itemsAnswered < itemsNeeded) return { instrument: id, version, score: null, itemsAnswered, band: null };
  const sum = points.reduce((total, point) => total + point, 0);
  const total = Math.floor((itemCount * multiplier * sum) / itemsAnswered + 0.5);
  const band = bands.find(({ from, to }) => total >= from && total <= to)?.name ?? null;
  return { instrument: id, version, score: total, itemsAnswered, band };
}

function pointsFor({ id, options }: Instrument, answer: unknown): number {
  const option = options.find(({ code }) => code === answer);
  if (option === undefined) throw new RangeError(`Cannot score ${id}: an item is outside its options`);
  return option.points;
}
