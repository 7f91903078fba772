import type { BarFigure, DotFigure, Line, LineFigure, Mark, ScatterFigure, Series } from "./figure.ts";
import type { Unit } from "./format.ts";
import type { Spot } from "./picture/shapes.ts";

/** A drawing that can be published: some of the workbench's, and the kinds that only files and embeds draw. */
export type PublishedFigure =
  | PlainBars
  | DotFigure
  | LineFigure
  | ScatterFigure
  | LikertFigure
  | HeatFigure
  | SlopeFigure
  | PanelFigure
  | TileFigure;

/** A bar with its interval at each place. */
export type PlainBars = BarFigure & { readonly kind: "bars"; readonly unit: Unit };

/** Bars of 100%, and beside each what sums it up, with its interval: a net, or the share beyond a cut-off. */
export interface LikertFigure {
  readonly kind: "likert";
  readonly title: string;
  /** Answers behind the figure. */
  readonly n: number;
  /** What stands beside the bars; `null` where nothing sums them up. */
  readonly beside: { readonly label: string; readonly unit: "net" | "share" } | null;
  readonly places: readonly { readonly label: string; readonly text: string; readonly beside: Mark | null }[];
  readonly series: readonly Series[];
}

/** A table whose cells are coloured by their number. */
export interface HeatFigure {
  readonly kind: "heat";
  readonly title: string;
  readonly unit: Unit;
  readonly n: number;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly HeatCell[] }[];
}

/** A cell's number, and in words: the number or why there is none, and the interval. */
export interface HeatCell {
  readonly mark: Mark | null;
  readonly text: string;
  readonly interval: string;
}

/** How things moved between two periods: a line each, with the intervals at its ends. */
export interface SlopeFigure {
  readonly kind: "slope";
  readonly title: string;
  readonly unit: "share" | "mean";
  readonly n: number;
  readonly sides: readonly [string, string];
  readonly lines: readonly { readonly label: string; readonly from: Mark | null; readonly to: Mark | null }[];
}

/** Small multiples: the same axes again for every group. */
export interface PanelFigure extends Omit<LineFigure, "kind" | "series"> {
  readonly kind: "panels";
  readonly panels: readonly Line[];
}

/** Regions as tiles of one size, each about where it is: no borders are drawn. */
export interface TileFigure {
  readonly kind: "tiles";
  readonly title: string;
  readonly unit: Unit;
  readonly n: number;
  readonly tiles: readonly RegionTile[];
  /** Where tiles stand in blocks, of a county's towns say: each with its name, and its place among the others. */
  readonly outline?: Outline;
  readonly blocks?: readonly { readonly label: string; readonly column: number; readonly row: number }[];
}

/** An outline that an authority has approved, drawn in place of tiles, with the number of the approval (审图号). */
export interface Outline {
  readonly approval: string;
  /** Where it is 1000 wide. */
  readonly heightPx: number;
  /** Closed lines of each region, the largest region first. */
  readonly regions: readonly { readonly code: string; readonly rings: readonly (readonly Spot[])[] }[];
}

/** A region: where its tile stands, counted from the upper left, and its number. */
export interface RegionTile {
  readonly label: string;
  /** Which block it is in, where there are blocks: there tiles follow each other in their order. */
  readonly block?: number;
  /** Its code in the outline, where there is one. */
  readonly region?: string;
  readonly column: number;
  readonly row: number;
  readonly mark: Mark | null;
  readonly text: string;
  readonly interval: string;
}
