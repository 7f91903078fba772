import type { Column, Columns } from "../../stats/columns.ts";
import type { Codebook, CodebookQuestion } from "../../surveys/codebook/codebook.ts";
import type { Response } from "../fielding/response.ts";
import { columnBuilder, type CodebookVariable, type ColumnBuilder } from "./columnBuilder.ts";
import { growing, type Growing } from "./growing.ts";

/** A study's columns with what a data file needs beside the answers: one entry a response each. */
export interface StudyColumns extends Columns {
  readonly study: string;
  readonly id: readonly string[];
  readonly questionnaireVersion: Int16Array;
  readonly seconds: Float64Array;
  /** For each page the seconds spent on it, and not a number where it was not shown or nothing is known. */
  readonly pageSeconds: readonly Float64Array[];
  /** Texts that few responses share, as a place in `words`. */
  readonly language: Int16Array;
  readonly collector: Int16Array;
  readonly gridUnit: Int16Array;
  readonly flags: Int16Array;
  readonly words: readonly (string | null)[];
  /** What researchers call collectors, by their codes. */
  readonly collectorTitles: ReadonlyMap<string, string>;
  /** Questions that nobody was asked: their variables were made of answers, and have columns too. */
  readonly derivedQuestions: readonly CodebookQuestion[];
  /** Responses of each day, and how many carry a flag. */
  readonly countsByDay: ReadonlyMap<string, { readonly responses: number; readonly flagged: number }>;
}

/** Columns that grow by a response at a time. */
export type StudyColumnsBuilder = ReturnType<typeof createStudyColumns>;

/** Begins the columns of a study; variables come with the codebooks that are added. */
export function createStudyColumns(study: string) {
  const variables = new Map<string, ColumnBuilder>();
  /** The same, by the question under which their values are found. */
  const byQuestion = new Map<string, ColumnBuilder[]>();
  const scores = new Map<string, Growing<Float64Array>>();
  const words = numbered<string | null>(null);
  const days = numbered<string>();
  const counts = new Map<string, { responses: number; flagged: number }>();
  const id: string[] = [];
  const numbers = {
    weight: growing(Float64Array, Number.NaN),
    seconds: growing(Float64Array, Number.NaN),
    day: growing(Int32Array, 0),
    version: growing(Int16Array, 0),
  };
  const pageSeconds: Growing<Float64Array>[] = [];
  const shared = {
    language: growing(Int16Array, 0),
    collector: growing(Int16Array, 0),
    gridUnit: growing(Int16Array, 0),
    flags: growing(Int16Array, 0),
  };

  const addVariable = (variable: CodebookVariable): void => {
    if (variables.has(variable.name)) return;
    const builder = columnBuilder(variable);
    const question = String(variable.path[0]);
    variables.set(variable.name, builder);
    byQuestion.set(question, [...(byQuestion.get(question) ?? []), builder]);
  };

  const count = (day: string, isFlagged: boolean): void => {
    const soFar = counts.get(day) ?? { responses: 0, flagged: 0 };
    counts.set(day, { responses: soFar.responses + 1, flagged: soFar.flagged + Number(isFlagged) });
  };

  return {
    /** Makes room for the variables of a questionnaire version. */
    addCodebook({ questions, scores: scored }: Codebook): void {
      for (const { variables: asked } of questions) asked.forEach(addVariable);
      for (const { name } of scored) if (!scores.has(name)) scores.set(name, growing(Float64Array, Number.NaN));
    },

    push(response: Response): void {
      const { day, flags, answers, weight, seconds } = response;
      const row = id.push(response.id) - 1;
      for (const [question, answer] of Object.entries(answers)) {
        for (const builder of byQuestion.get(question) ?? []) builder.set(row, answer);
      }
      for (const { instrument, score } of response.scores) {
        if (score !== null) scores.get(`${instrument}_score`)?.set(row, score);
      }
      numbers.day.set(row, days.placeOf(day));
      if (weight !== null) numbers.weight.set(row, weight);
      if (seconds !== null) numbers.seconds.set(row, seconds);
      for (const [page, spent] of response.pageSeconds.entries()) {
        const column = (pageSeconds[page] ??= growing(Float64Array, Number.NaN));
        // A page that was passed by has 0 in the list.
        if (spent > 0) column.set(row, spent);
      }
      numbers.version.set(row, response.questionnaireVersion);
      shared.language.set(row, words.placeOf(response.language));
      shared.collector.set(row, words.placeOf(response.collector));
      shared.gridUnit.set(row, words.placeOf(response.gridUnit));
      shared.flags.set(row, words.placeOf(flags.length === 0 ? null : flags.join(" ")));
      count(day, flags.length > 0);
    },

    counts: (): ReadonlyMap<string, { responses: number; flagged: number }> => counts,

    /** The columns as they are now. Views on the same memory: what is pushed later is not in them. */
    columns(revision: number): StudyColumns {
      const rows = id.length;
      const made = new Map<string, Column>();
      for (const [name, variable] of variables) made.set(name, variable.column(rows));
      for (const [name, values] of scores) made.set(name, { kind: "number", values: values.view(rows) });
      return {
        study,
        rows,
        revision,
        ...inOrder(days.values, numbers.day.view(rows)),
        weight: numbers.weight.view(rows),
        column: (variable) => made.get(variable),
        id,
        questionnaireVersion: numbers.version.view(rows),
        seconds: numbers.seconds.view(rows),
        pageSeconds: pageSeconds.map((column) => column.view(rows)),
        language: shared.language.view(rows),
        collector: shared.collector.view(rows),
        gridUnit: shared.gridUnit.view(rows),
        flags: shared.flags.view(rows),
        words: words.values,
        collectorTitles: new Map(),
        derivedQuestions: [],
        countsByDay: new Map(counts),
      };
    },
  };
}

/** Days in order: they were numbered as they first came, and a store gives responses in any order. */
function inOrder(named: readonly string[], day: Int32Array): Pick<Columns, "days" | "day"> {
  const days = [...named].sort();
  if (days.every((each, place) => each === named[place])) return { days, day };
  const placeOf = named.map((each) => days.indexOf(each));
  return { days, day: day.map((place) => placeOf[place] ?? 0) };
}

/** Values that few rows share, each by the number it got when it first came. */
function numbered<Value>(...first: readonly Value[]): { values: Value[]; placeOf: (value: Value) => number } {
  const values: Value[] = [...first];
  const places = new Map<Value, number>(values.map((value, place) => [value, place]));
  return {
    values,
    placeOf(value) {
      const known = places.get(value);
      if (known !== undefined) return known;
      places.set(value, values.length);
      return values.push(value) - 1;
    },
  };
}
