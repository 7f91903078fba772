/**
 * The part of SurveyJS's definition format that Dingxin fields, as data.
 *
 * These types describe a definition that has passed the check in `server/fielding/definition/`; they promise
 * nothing about one that has not.
 */

/** A text: one string for every language, or one per SurveyJS locale (`default`, `zh-cn`, `en`). */
export type LocalisedText = string | Readonly<Record<string, string>>;

/** The code that is stored for a choice; never its wording. */
export type ChoiceCode = string | number | boolean;

/** One answer a person can pick; a bare code is its own wording. */
export type Choice =
  ChoiceCode | { readonly value: ChoiceCode; readonly text?: LocalisedText; readonly visibleIf?: string };

/** What every element may carry. */
interface ElementBase {
  readonly name: string;
  readonly title?: LocalisedText;
  readonly description?: LocalisedText;
  readonly visibleIf?: string;
  readonly requiredIf?: string;
  readonly enableIf?: string;
  readonly isRequired?: boolean;
  readonly validators?: readonly Validator[];
}

/** A further condition on an answer. */
export interface Validator {
  readonly type: "regex" | "numeric" | "text" | "answercount" | "expression" | "email";
  readonly text?: LocalisedText;
  readonly regex?: string;
  readonly caseInsensitive?: boolean;
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minCount?: number;
  readonly maxCount?: number;
  readonly expression?: string;
}

/** Options that turn a list of choices into "…, other, none". */
interface SpecialItems {
  readonly showOtherItem?: boolean;
  readonly showNoneItem?: boolean;
  readonly showRefuseItem?: boolean;
  readonly showDontKnowItem?: boolean;
  readonly otherText?: LocalisedText;
  readonly noneText?: LocalisedText;
  readonly refuseText?: LocalisedText;
  readonly dontKnowText?: LocalisedText;
}

/** A list of choices of which one (radiogroup, dropdown) or several (checkbox, tagbox, ranking) are picked. */
export interface ChoiceQuestion extends ElementBase, SpecialItems {
  readonly type: "radiogroup" | "dropdown" | "checkbox" | "tagbox" | "ranking" | "buttongroup";
  readonly choices: readonly Choice[];
  readonly choicesOrder?: "none" | "asc" | "desc" | "random";
  readonly colCount?: number;
  readonly placeholder?: LocalisedText;
  readonly minSelectedChoices?: number;
  readonly maxSelectedChoices?: number;
}

/** A short text, number or date. */
export interface TextQuestion extends ElementBase {
  readonly type: "text";
  readonly inputType?: "text" | "number" | "date" | "month" | "time" | "email" | "tel" | "url";
  readonly min?: number | string;
  readonly max?: number | string;
  readonly step?: number;
  readonly maxLength?: number;
  readonly placeholder?: LocalisedText;
}

/** A long text. */
export interface CommentQuestion extends ElementBase {
  readonly type: "comment";
  readonly maxLength?: number;
  readonly rows?: number;
  readonly placeholder?: LocalisedText;
}

/** Points on a scale. */
export interface RatingQuestion extends ElementBase {
  readonly type: "rating";
  readonly rateMin?: number;
  readonly rateMax?: number;
  readonly rateStep?: number;
  readonly rateValues?: readonly Choice[];
  readonly minRateDescription?: LocalisedText;
  readonly maxRateDescription?: LocalisedText;
}

/** Yes or no. */
export interface BooleanQuestion extends ElementBase {
  readonly type: "boolean";
  readonly labelTrue?: LocalisedText;
  readonly labelFalse?: LocalisedText;
  readonly valueTrue?: ChoiceCode;
  readonly valueFalse?: ChoiceCode;
}

/** One choice a row: the rows share the columns as answers. */
export interface MatrixQuestion extends ElementBase {
  readonly type: "matrix";
  readonly rows: readonly Choice[];
  readonly columns: readonly Choice[];
  readonly isAllRowRequired?: boolean;
  readonly eachRowRequired?: boolean;
}

/** Several short texts under one title. */
export interface MultipleTextQuestion extends ElementBase {
  readonly type: "multipletext";
  readonly items: readonly (Omit<TextQuestion, "type" | "visibleIf" | "enableIf" | "requiredIf"> & {
    readonly name: string;
  })[];
}

/** A column of a table whose cells are questions. */
export interface CellColumn extends SpecialItems {
  readonly name: string;
  readonly title?: LocalisedText;
  readonly cellType?: "dropdown" | "radiogroup" | "checkbox" | "text" | "comment" | "boolean" | "rating";
  readonly choices?: readonly Choice[];
  readonly isRequired?: boolean;
  readonly inputType?: TextQuestion["inputType"];
  readonly min?: number | string;
  readonly max?: number | string;
  readonly maxLength?: number;
  readonly rateMin?: number;
  readonly rateMax?: number;
  readonly validators?: readonly Validator[];
}

/** A table of questions with given rows (`matrixdropdown`) or rows a person adds (`matrixdynamic`). */
export interface CellMatrixQuestion extends ElementBase {
  readonly type: "matrixdropdown" | "matrixdynamic";
  readonly columns: readonly CellColumn[];
  readonly choices?: readonly Choice[];
  readonly cellType?: CellColumn["cellType"];
  readonly rows?: readonly Choice[];
  readonly rowCount?: number;
  readonly minRowCount?: number;
  readonly maxRowCount?: number;
}

/** A block of questions a person answers as many times as needed. */
export interface PanelDynamicQuestion extends ElementBase {
  readonly type: "paneldynamic";
  readonly templateElements: readonly Element[];
  readonly panelCount?: number;
  readonly minPanelCount?: number;
  readonly maxPanelCount?: number;
}

/** A value worked out from other answers. */
export interface ExpressionQuestion extends ElementBase {
  readonly type: "expression";
  readonly expression: string;
}

/** Text for the reader; has no answer. */
export interface HtmlElement extends ElementBase {
  readonly type: "html";
  readonly html: LocalisedText;
}

/** A named group of elements. */
export interface PanelElement extends ElementBase {
  readonly type: "panel";
  readonly elements: readonly Element[];
}

/** An element that can hold an answer. */
export type Question =
  | ChoiceQuestion
  | TextQuestion
  | CommentQuestion
  | RatingQuestion
  | BooleanQuestion
  | MatrixQuestion
  | MultipleTextQuestion
  | CellMatrixQuestion
  | PanelDynamicQuestion
  | ExpressionQuestion;

/** Anything that can stand on a page. */
export type Element = Question | HtmlElement | PanelElement;

/** One screen of a questionnaire. */
export interface Page {
  readonly name?: string;
  readonly title?: LocalisedText;
  readonly description?: LocalisedText;
  readonly visibleIf?: string;
  readonly elements: readonly Element[];
}

/** A questionnaire: pages, or the elements of its only page. */
export interface Definition {
  readonly title?: LocalisedText;
  readonly description?: LocalisedText;
  readonly pages?: readonly Page[];
  readonly elements?: readonly Element[];
  readonly calculatedValues?: readonly { readonly name: string; readonly expression: string }[];
  readonly completedHtml?: LocalisedText;
  /** Takes the place of `completedHtml` for the first expression that holds. */
  readonly completedHtmlOnCondition?: readonly { readonly expression: string; readonly html: LocalisedText }[];
  /** Standard scales whose items are questions of this definition: instrument id to the names of its items, in order. */
  readonly instruments?: Readonly<Record<string, readonly string[]>>;
}
