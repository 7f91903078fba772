import type { WhyNoInterval } from "../stats/estimate.ts";
import type { LocalisedText } from "../surveys/definition.ts";
import type { Language } from "../surveys/language.ts";
import type { Unit } from "./format.ts";

/** Who a figure is for. `read` puts a definition's text in their language. */
export interface Reader {
  readonly language: Language;
  readonly read: (text: LocalisedText) => string;
}

/** A length to draw, with the interval around it where there is one; a count needs none. */
export interface Mark {
  readonly value: number;
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  /** Why an estimate has no interval; `null` where it has one, and for a count. */
  readonly whyNoInterval: WhyNoInterval | null;
}

/** What is drawn in one colour. A place where nothing may be shown holds `null`, which is not a mark of length 0. */
export interface Series {
  readonly label: string;
  readonly colour: "single" | "flagged" | { readonly place: number; readonly of: number };
  readonly marks: readonly (Mark | null)[];
}

/** A drawing, said without any renderer's words. */
export type Figure = BarFigure | DotFigure | LineFigure | ScatterFigure;

/**
 * Lengths beside each other.
 *
 * - `bars`: lengths from left to right, a place under the other, each with its number at the right.
 * - `stack`: the same, but the series of a place follow each other and make a whole.
 * - `groups`: bars again, and at each place one for every series: groups of respondents beside each other.
 * - `columns`: heights beside each other.
 */
export interface BarFigure {
  readonly kind: "bars" | "stack" | "groups" | "columns";
  readonly title: string;
  readonly unit: Unit | "count";
  /** Answers behind the figure. */
  readonly n: number;
  /** Where marks stand: what is there, and its number (or why there is none) in words. */
  readonly places: readonly { readonly label: string; readonly text: string }[];
  readonly series: readonly Series[];
}

/** A point of a line, with the answers behind it. */
export interface Point extends Mark {
  readonly n: number;
}

/** A line with its name. A place where nothing may be shown holds `null`: the line has a gap there. */
export interface Line {
  readonly label: string;
  readonly points: readonly (Point | null)[];
}

/**
 * Something on the axis of time: an event, or a break that no line crosses.
 *
 * `at` counts places from 0; 2.5 is between the third and the fourth.
 */
export interface TimeMark {
  readonly kind: "event" | "break";
  readonly at: number;
  /** What stands beside it also where there is no room for its label. */
  readonly sign: string;
  readonly label: string;
}

/** How something went over time: a line for each series, with a band that holds its intervals. */
export interface LineFigure {
  readonly kind: "lines";
  readonly title: string;
  readonly unit: "share" | "mean";
  /** Responses behind the figure. */
  readonly n: number;
  /** Points of time in order: as the axis says it, and in full. */
  readonly places: readonly { readonly label: string; readonly text: string }[];
  readonly series: readonly Line[];
  /** Whether the upright axis begins at 0: far above it, lines need its height for their movement. */
  readonly fromZero: boolean;
  /** In order of time. */
  readonly times: readonly TimeMark[];
}

/** Numbers with their intervals on an axis that need not begin at 0: places under each other, at each a dot a series. */
export interface DotFigure {
  readonly kind: "dots";
  readonly title: string;
  readonly unit: Unit;
  /** Answers behind the figure. */
  readonly n: number;
  readonly places: readonly { readonly label: string }[];
  /** At most three, told apart by the shape of their dots too. */
  readonly series: readonly { readonly label: string; readonly marks: readonly (Mark | null)[] }[];
  /** A value that all are held against, such as no difference; `null` for none. */
  readonly reference: number | null;
}

/** Things in a plane of two shares, with both their intervals, and a line across each axis that makes four quarters. */
export interface ScatterFigure {
  readonly kind: "scatter";
  readonly title: string;
  /** Responses behind the figure. */
  readonly n: number;
  readonly across: ScatterAxis;
  readonly up: ScatterAxis;
  /** Names of the quarters: upper left, upper right, lower left, lower right. */
  readonly quarters: readonly [string, string, string, string];
  readonly points: readonly ScatterPoint[];
  /** What an open dot means. */
  readonly openMeans: string;
}

/** An axis of shares, and where its line is. */
export interface ScatterAxis {
  readonly label: string;
  readonly line: number;
}

/** A thing in the plane. */
export interface ScatterPoint {
  readonly label: string;
  /** A letter or number in the dot, by which the table beside it has it too. */
  readonly sign: string;
  readonly across: Mark;
  readonly up: Mark;
  /** Drawn open, where it cannot be said which quarter it is in. */
  readonly isOpen: boolean;
}
