import type { Column, Columns } from "../../stats/columns.ts";
import type { Codebook } from "../../surveys/codebook/codebook.ts";
import type { Response } from "../fielding/response.ts";
import { columnBuilder, type ColumnBuilder } from "./columnBuilder.ts";
import { growing } from "./growing.ts";

/** A study's columns with what a data file needs beside the answers: one entry a response each. */
export interface StudyColumns extends Columns {
  readonly id: readonly string[];
  readonly questionnaireVersion: Int16Array;
  readonly seconds: Float64Array;
  /** Texts that few responses share, as a place in `words`. */
  readonly language: Int16Array;
  readonly collector: Int16Array;
  readonly gridUnit: Int16Array;
  readonly flags: Int16Array;
  readonly words: readonly (string | null)[];
  /** Responses of each day, and how many carry a flag. */
  readonly countsByDay: ReadonlyMap<string, { readonly responses: number; readonly flagged: number }>;
}

/** Columns that grow by a response at a time. */
export type StudyColumnsBuilder = ReturnType<typeof createStudyColumns>;

/** Begins the columns of a study; variables come with the codebooks that are added. */
export function createStudyColumns() {
  const variables = new Map<string, ColumnBuilder>();
  const scores = new Map<string, ReturnType<typeof growing<Float64Array>>>();
  const words: (string | null)[] = [null];
  const wordPlaces = new Map<string | null, number>([[null, 0]]);
  const days: string[] = [];
  const dayPlaces = new Map<string, number>();
  const counts = new Map<string, { responses: number; flagged: number }>();
  const id: string[] = [];
  const numbers = {
    weight: growing(Float64Array),
    seconds: growing(Float64Array),
    day: growing(Int32Array),
    version: growing(Int16Array),
  };
  const shared = {
    language: growing(Int16Array),
    collector: growing(Int16Array),
    gridUnit: growing(Int16Array),
    flags: growing(Int16Array),
  };

  const placeOf = (word: string | null): number => {
    const known = wordPlaces.get(word);
    if (known !== undefined) return known;
    wordPlaces.set(word, words.length);
    return words.push(word) - 1;
  };
  const placeOfDay = (day: string): number => {
    const known = dayPlaces.get(day);
    if (known !== undefined) return known;
    dayPlaces.set(day, days.length);
    return days.push(day) - 1;
  };

  return {
    /** Makes room for the variables of a questionnaire version. */
    addCodebook({ questions, scores: scored }: Codebook): void {
      for (const variable of questions.flatMap((question) => question.variables)) {
        if (!variables.has(variable.name)) variables.set(variable.name, columnBuilder(variable, id.length));
      }
      for (const { name } of scored) {
        if (!scores.has(name)) scores.set(name, growing(Float64Array, { rows: id.length, value: Number.NaN }));
      }
    },

    push(response: Response): void {
      const { day, flags, answers, weight, seconds } = response;
      for (const variable of variables.values()) variable.push(answers);
      for (const [name, values] of scores) {
        const score = response.scores.find(({ instrument }) => `${instrument}_score` === name)?.score;
        values.push(score ?? Number.NaN);
      }
      id.push(response.id);
      numbers.day.push(placeOfDay(day));
      numbers.weight.push(weight ?? Number.NaN);
      numbers.seconds.push(seconds ?? Number.NaN);
      numbers.version.push(response.questionnaireVersion);
      shared.language.push(placeOf(response.language));
      shared.collector.push(placeOf(response.collector));
      shared.gridUnit.push(placeOf(response.gridUnit));
      shared.flags.push(placeOf(flags.length === 0 ? null : flags.join(" ")));
      const soFar = counts.get(day) ?? { responses: 0, flagged: 0 };
      counts.set(day, { responses: soFar.responses + 1, flagged: soFar.flagged + Number(flags.length > 0) });
    },

    counts: (): ReadonlyMap<string, { responses: number; flagged: number }> => counts,

    /** The columns as they are now. Views on the same memory: what is pushed later is not in them. */
    columns(revision: number): StudyColumns {
      const made = new Map<string, Column>();
      for (const [name, variable] of variables) made.set(name, variable.column());
      for (const [name, values] of scores) made.set(name, { kind: "number", values: values.view() });
      return {
        rows: id.length,
        revision,
        days,
        day: numbers.day.view(),
        weight: numbers.weight.view(),
        column: (variable) => made.get(variable),
        id,
        questionnaireVersion: numbers.version.view(),
        seconds: numbers.seconds.view(),
        language: shared.language.view(),
        collector: shared.collector.view(),
        gridUnit: shared.gridUnit.view(),
        flags: shared.flags.view(),
        words,
        countsByDay: new Map(counts),
      };
    },
  };
}
