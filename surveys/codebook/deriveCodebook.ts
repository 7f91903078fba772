import type { CellColumn, Definition, LocalisedText, Question } from "../definition.ts";
import { codedValue, questionsOf, ratingPoints, specialItems } from "../questions.ts";
import { instruments } from "../instruments/registry.ts";
import type { AnswerPath, Codebook, CodebookScore, CodedValue, Variable } from "./codebook.ts";

type PlacedVariable = Variable & { readonly path: AnswerPath };

/** A place in an answers object: the name its variable has, its wording and the path to it. */
interface Place {
  readonly name: string;
  readonly label: LocalisedText;
  readonly path: AnswerPath;
}

/**
 * The variables of a questionnaire, in the order of its questions.
 *
 * Several choices become a variable each (`rumours.r1`), matrix rows too (`sources.tv`), rows and panels a person adds
 * one for each that may be added (`contacts.1.who`). A comment beside "other" is `rumours.comment`.
 */
export function deriveCodebook(definition: Definition): Codebook {
  const questions = questionsOf(definition).map(({ question, page, conditions }) => ({
    name: question.name,
    type: question.type,
    page,
    title: question.title ?? question.name,
    askedIf: conditions.length === 0 ? null : conditions.map((condition) => `(${condition})`).join(" and "),
    variables: variablesOf(question, {
      name: question.name,
      label: question.title ?? question.name,
      path: [question.name],
    }),
  }));
  return { questions, scores: scoresOf(definition) };
}

function scoresOf({ instruments: used = {} }: Definition): CodebookScore[] {
  return Object.entries(used).flatMap(([id, items]) => {
    const instrument = instruments[id];
    if (instrument === undefined) return [];
    const { name: title, version, range } = instrument;
    return [{ name: `${id}_score`, title, instrument: id, instrumentVersion: version, items, range }];
  });
}

function variablesOf(question: Question, place: Place): PlacedVariable[] {
  switch (question.type) {
    case "matrix": {
      const values = question.columns.map(codedValue);
      return question.rows.map((row) => ({
        ...below(place, codedValue(row)),
        kind: "category",
        values,
        ordered: true,
      }));
    }
    case "multipletext":
      return question.items.map((item) =>
        textVariable(item, below(place, { code: item.name, label: item.title ?? item.name })),
      );
    case "matrixdropdown":
      return (question.rows ?? []).flatMap((row) => cells(question.columns, below(place, codedValue(row)), question));
    case "matrixdynamic":
      return numbered(place, question.maxRowCount ?? 0, (row) => cells(question.columns, row, question));
    case "paneldynamic":
      return numbered(place, question.maxPanelCount ?? 0, (panel) =>
        question.templateElements.flatMap((element) =>
          element.type === "html" || element.type === "panel"
            ? []
            : variablesOf(element, below(panel, { code: element.name, label: element.title ?? element.name })),
        ),
      );
    default:
      return simpleVariables(question, place);
  }
}

type SimpleQuestion = Exclude<
  Question,
  { type: "matrix" | "multipletext" | "matrixdropdown" | "matrixdynamic" | "paneldynamic" }
>;

function simpleVariables(question: SimpleQuestion, place: Place): PlacedVariable[] {
  switch (question.type) {
    case "checkbox":
    case "tagbox":
      return ticks([...question.choices.map(codedValue), ...specialItems(question)], place);
    case "ranking":
      return question.choices.map((choice) => {
        const { name, label } = below(place, codedValue(choice));
        return { name, label, path: place.path, kind: "number", minimum: 1, maximum: question.choices.length };
      });
    case "radiogroup":
    case "dropdown":
    case "buttongroup":
      return picked([...question.choices.map(codedValue), ...specialItems(question)], place);
    case "rating":
      return [{ ...place, kind: "category", values: describedPoints(question), ordered: true }];
    case "boolean":
      return [{ ...place, kind: "category", values: yesAndNo(question), ordered: false }];
    case "text":
      return [textVariable(question, place)];
    case "comment":
      return [{ ...place, kind: "text" }];
    case "expression":
      return [{ ...place, kind: "number", minimum: null, maximum: null }];
  }
}

function cells(
  columns: readonly CellColumn[],
  row: Place,
  matrix: { choices?: readonly unknown[]; cellType?: CellColumn["cellType"] },
): PlacedVariable[] {
  return columns.flatMap((column) => {
    const type = column.cellType ?? matrix.cellType ?? "dropdown";
    const choices = column.choices ?? (matrix.choices as CellColumn["choices"]) ?? [];
    // A cell is a question of its type with the column's members: the shapes agree by SurveyJS's own rule.
    const cell = { ...column, type, choices } as unknown as SimpleQuestion;
    return simpleVariables(cell, below(row, { code: column.name, label: column.title ?? column.name }));
  });
}

function numbered(place: Place, most: number, each: (row: Place) => PlacedVariable[]): PlacedVariable[] {
  return Array.from({ length: most }, (_, row) =>
    each({ name: `${place.name}.${row + 1}`, label: place.label, path: [...place.path, row] }),
  ).flat();
}

function below({ name, path }: Place, { code, label }: CodedValue): Place {
  return { name: `${name}.${String(code)}`, label, path: [...path, String(code)] };
}

function ticks(values: readonly CodedValue[], place: Place): PlacedVariable[] {
  const options = values.map((option): PlacedVariable => {
    const { name, label } = below(place, option);
    return { name, label, path: place.path, kind: "tick", option };
  });
  return [...options, ...comment(values, place)];
}

function picked(values: readonly CodedValue[], place: Place): PlacedVariable[] {
  return [{ ...place, kind: "category", values, ordered: false }, ...comment(values, place)];
}

/** The words beside "other": SurveyJS keeps them next to the answer, under its name with `-Comment`. */
function comment(values: readonly CodedValue[], { name, label, path }: Place): PlacedVariable[] {
  if (!values.some(({ code }) => code === "other")) return [];
  const last = path.at(-1);
  return [{ name: `${name}.comment`, label, path: [...path.slice(0, -1), `${String(last)}-Comment`], kind: "text" }];
}

function textVariable(
  {
    inputType,
    min,
    max,
  }: { inputType?: string | undefined; min?: number | string | undefined; max?: number | string | undefined },
  place: Place,
): PlacedVariable {
  if (inputType === "date") return { ...place, kind: "date" };
  if (inputType !== "number") return { ...place, kind: "text" };
  const limit = (value: number | string | undefined): number | null => (value === undefined ? null : Number(value));
  return { ...place, kind: "number", minimum: limit(min), maximum: limit(max) };
}

function yesAndNo(question: Extract<Question, { type: "boolean" }>): CodedValue[] {
  return [
    { code: question.valueTrue ?? true, label: question.labelTrue ?? { default: "是", en: "Yes" } },
    { code: question.valueFalse ?? false, label: question.labelFalse ?? { default: "否", en: "No" } },
  ];
}

/** The points of a rating; the words that stand at the ends of its scale belong to the labels of the end points. */
function describedPoints(question: Extract<Question, { type: "rating" }>): CodedValue[] {
  const points = ratingPoints(question);
  return points.map(({ code, label }, place) => {
    const [first, last] = [question.minRateDescription, question.maxRateDescription];
    const words = place === 0 ? first : place === points.length - 1 ? last : undefined;
    return { code, label: words === undefined || typeof label !== "string" ? label : withWords(label, words) };
  });
}

function withWords(label: string, words: LocalisedText): LocalisedText {
  if (typeof words === "string") return `${label} ${words}`;
  return Object.fromEntries(Object.entries(words).map(([locale, text]) => [locale, `${label} ${text}`]));
}
