import type { ChoiceCode, LocalisedText } from "../definition.ts";

/** A code and its wording. */
export interface CodedValue {
  readonly code: ChoiceCode;
  readonly label: LocalisedText;
}

/**
 * One column of a study's data, keyed by `name` (unique in a codebook; the CSV header and the column store's key).
 *
 * - `category`: one code of `values`; `ordered` says whether their order means more or less.
 * - `tick`: one option of a multiple choice or a ranking's place; 1 ticked, 0 not ticked though asked, missing not asked.
 * - `number`: a number in `[minimum, maximum]`, `null` where there is no limit.
 * - `date`: an ISO calendar date.
 * - `text`: open text; never a category, never broken down by.
 */
export type Variable = {
  readonly name: string;
  readonly label: LocalisedText;
} & (
  | { readonly kind: "category"; readonly values: readonly CodedValue[]; readonly ordered: boolean }
  | { readonly kind: "tick"; readonly option: CodedValue }
  | { readonly kind: "number"; readonly minimum: number | null; readonly maximum: number | null }
  | { readonly kind: "date" }
  | { readonly kind: "text" }
);

/** Where in an answers object a variable's value is found; every step is a key, or a row number of a list. */
export type AnswerPath = readonly (string | number)[];

/** One question of a questionnaire and the variables its answers become. */
export interface CodebookQuestion {
  readonly name: string;
  readonly type: string;
  readonly page: number;
  readonly title: LocalisedText;
  /** The condition under which it is asked, as written; `null` when everyone is asked. */
  readonly askedIf: string | null;
  readonly variables: readonly (Variable & { readonly path: AnswerPath })[];
}

/** A standard scale scored from a questionnaire's items; its score is a numeric variable called `name`. */
export interface CodebookScore {
  readonly name: string;
  /** What its instrument is called: `GAD-7`. */
  readonly title: string;
  readonly instrument: string;
  readonly instrumentVersion: string;
  readonly items: readonly string[];
  readonly range: readonly [number, number];
}

/** The variables of one questionnaire version, derived from its definition and never kept by hand. */
export interface Codebook {
  readonly questions: readonly CodebookQuestion[];
  readonly scores: readonly CodebookScore[];
}
