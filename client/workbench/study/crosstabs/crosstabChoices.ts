import type { Codebook, CodebookQuestion } from "../../../../surveys/codebook/codebook.ts";
import type { LocalisedText } from "../../../../surveys/definition.ts";
import { instruments } from "../../../../surveys/instruments/registry.ts";
import { closedVariables } from "../lens/closedVariables.ts";
import { crosstabsTexts } from "./crosstabsTexts.ts";

/** Something to choose: its name in requests, and the words for it and for its part. */
export interface Choosable {
  readonly name: string;
  readonly title: LocalisedText;
  readonly part: LocalisedText | null;
}

/** Choices that belong together. */
export interface ChoiceGroup {
  readonly heading: keyof typeof crosstabsTexts;
  readonly choices: readonly Choosable[];
}

/** What can be the rows of a table: scales, and every question that is not open. */
export function rowChoices(codebook: Codebook): ChoiceGroup[] {
  const questions = codebook.questions
    .filter(({ variables }) => variables.some(({ kind }) => kind !== "text" && kind !== "date"))
    .map(({ name, title }) => ({ name, title, part: null }));
  return [scalesOf(codebook), { heading: "questions", choices: questions }];
}

/** What divides people into columns: closed variables, the bands of scales, and what a response carries. */
export function columnChoices(codebook: Codebook): ChoiceGroup[] {
  const carried = (["language", "collector", "grid_unit"] as const).map((name) => ({
    name,
    title: crosstabsTexts[name],
    part: null,
  }));
  return [
    { heading: "questions", choices: closedVariables(codebook) },
    scalesOf(codebook),
    { heading: "responses", choices: carried },
  ];
}

function scalesOf({ scores }: Codebook): ChoiceGroup {
  const choices = scores.map(({ name, instrument }) => ({
    name,
    title: instruments[instrument]?.name ?? name,
    part: null,
  }));
  return { heading: "scales", choices };
}

/** Whether a name is among choices. */
export function isAmong(name: string, groups: readonly ChoiceGroup[]): boolean {
  return groups.some(({ choices }) => choices.some((choice) => choice.name === name));
}

/** What a row is an answer to: one code of a choice, an option of several, a number, or the band of a scale. */
export type RowKind = "category" | "tick" | "number" | "scale";

/** What kind of rows a question or scale has. */
export function rowKindOf(name: string, { questions, scores }: Codebook): RowKind {
  if (scores.some((score) => score.name === name)) return "scale";
  const closed = closedOf(questions.find((question) => question.name === name));
  const first = closed[0]?.kind;
  return first === "tick" || first === "number" ? first : "category";
}

/** Whether a question's answers are points of a numbered scale, so that their mean says something. */
export function isRating(name: string, { questions }: Codebook): boolean {
  const closed = closedOf(questions.find((question) => question.name === name));
  return (
    closed.length > 0 &&
    closed.every(
      (variable) =>
        variable.kind === "category" &&
        variable.ordered &&
        variable.values.every(({ code }) => typeof code === "number"),
    )
  );
}

function closedOf(question: CodebookQuestion | undefined): CodebookQuestion["variables"] {
  return question?.variables.filter(({ kind }) => kind !== "text" && kind !== "date") ?? [];
}
