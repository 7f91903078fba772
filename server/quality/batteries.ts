import type { Codebook, CodebookQuestion } from "../../surveys/codebook/codebook.ts";
import type { LocalisedText } from "../../surveys/definition.ts";
import { instruments } from "../../surveys/instruments/registry.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import { scaleColumns } from "../scales/scaleColumns.ts";

/** Items that are answered on one scale. */
export interface Battery {
  /** The score of a standard scale, else the question's name. */
  readonly name: string;
  readonly title: LocalisedText;
  /** For each item one entry a row; not a number for no answer. */
  readonly items: readonly Float64Array[];
}

/** What can be a battery: the questionnaire's standard scales, and matrices of three ordered rows and more. */
export function batteriesOf(codebook: Codebook): { name: string; title: LocalisedText; items: number }[] {
  const scales = codebook.scores.map(({ name, instrument, items }) => ({
    name,
    title: instruments[instrument]?.name ?? name,
    items: items.length,
  }));
  const scored = new Set(codebook.scores.flatMap(({ items }) => items));
  const matrices = codebook.questions
    .filter((question) => isOrderedMatrix(question) && question.variables.some(({ name }) => !scored.has(name)))
    .map(({ name, title, variables }) => ({ name, title, items: variables.length }));
  return [...scales, ...matrices];
}

/** The answers to a battery; `null` where the study has none of that name. */
export function batteryNamed(
  name: string,
  { codebook, columns }: { codebook: Codebook; columns: StudyColumns },
): Battery | null {
  const score = codebook.scores.find((each) => each.name === name);
  if (score !== undefined) {
    const items = scaleColumns(score, { codebook, columns }).map(({ points }) => points);
    return { name, title: instruments[score.instrument]?.name ?? name, items };
  }
  const question = codebook.questions.find((each) => each.name === name);
  if (question === undefined || !isOrderedMatrix(question)) return null;
  return { name, title: question.title, items: question.variables.map((item) => placesOf(item.name, columns)) };
}

function isOrderedMatrix({ variables }: CodebookQuestion): boolean {
  return variables.length >= 3 && variables.every((variable) => variable.kind === "category" && variable.ordered);
}

function placesOf(name: string, { column, rows }: StudyColumns): Float64Array {
  const found = column(name);
  const places = new Float64Array(rows).fill(Number.NaN);
  if (found?.kind !== "category") return places;
  for (let row = 0; row < rows; row++) {
    const place = found.values[row] ?? -1;
    if (place >= 0) places[row] = place;
  }
  return places;
}
