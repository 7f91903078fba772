import type { Translated } from "../../../surveys/language.ts";
import { Problem } from "../../problem.ts";
import type { FigureContent } from "../../figures/figuresApi.ts";
import type { Run } from "../document.ts";
import type { PartName } from "../reportsApi.ts";

/** Where something stands in a template; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** What a report knows of its study: `{{n}}`. */
export const dataWords = ["study.title", "day", "asOf", "n"] as const;

/** One of them. */
export type DataWord = (typeof dataWords)[number];

/** Type of a template: its own, or what takes its place in a report. */
export type TemplateRun =
  | ({ readonly kind: "text" } & Run)
  | { readonly kind: "word"; readonly word: DataWord; readonly isStrong: boolean }
  | {
      readonly kind: "claim";
      readonly claim: string;
      /** Whether it is to be said with all that belongs to it, or the number alone. */
      readonly wants: "words" | "value";
      readonly place: Place;
    };

/** Type of a template in a line or several. */
export type TemplateText = readonly TemplateRun[];

/** How a figure is put into a report: as a picture with its table, or as one of both. */
export const figureShapes = ["figure", "picture", "table"] as const;

/** One of them. */
export type FigureShape = (typeof figureShapes)[number];

/** A figure of the study's by its name, live or frozen, or one that the template itself describes. */
export type FigureWanted =
  | { readonly kind: "saved"; readonly figure: string; readonly number: number | null }
  | { readonly kind: "described"; readonly content: FigureContent };

/** A part of a template. */
export type TemplateBlock =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: TemplateText }
  | { readonly kind: "paragraph"; readonly text: TemplateText; readonly isQuote: boolean }
  | { readonly kind: "item"; readonly text: TemplateText; readonly mark: string; readonly depth: number }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "rule" }
  | {
      readonly kind: "table";
      readonly columns: readonly { readonly text: TemplateText; readonly isNumber: boolean }[];
      readonly rows: readonly (readonly TemplateText[])[];
    }
  | { readonly kind: "figure"; readonly shape: FigureShape; readonly wanted: FigureWanted; readonly place: Place }
  | {
      readonly kind: "part";
      readonly part: PartName;
      /** Whether it is of the seven days to the report's, and not of all. */
      readonly isOfWeek: boolean;
      readonly place: Place;
    };

/** What is wrong in a template, and where. */
export interface TemplateFault {
  readonly place: Place;
  /** A stable word for programs. */
  readonly code: string;
  readonly message: Translated;
}

/** The refusal of a template; the field of each fault is its place: `line 3, column 14`. */
export function invalidTemplate(faults: readonly TemplateFault[]): Problem {
  return new Problem(
    "invalid-template",
    faults.map(({ place: { line, column }, code, message }) => ({
      field: `line ${line}, column ${column}`,
      code,
      message,
    })),
  );
}
