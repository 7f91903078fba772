import type { Shape } from "../../../charts/picture/shapes.ts";
import type { Theme } from "../../../charts/theme.ts";

/** How a report is set: the width of its lines and the size of its type, in pixels. */
export interface Sheet {
  readonly widthPx: number;
  readonly theme: Theme;
  readonly sizes: {
    readonly body: number;
    readonly lead: number;
    readonly small: number;
    readonly table: number;
    readonly headings: readonly [number, number, number];
  };
  /** Tables of more columns than these are set as a list, row by row. */
  readonly mostColumns: number;
}

/** Something that leads elsewhere, in pixels from the upper left of its strip. */
export interface Lead {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly address: string;
}

/** A piece of a set report that no page end divides: a line, a row, a drawing. */
export interface Strip {
  readonly shapes: readonly Shape[];
  readonly heightPx: number;
  /** Space before it, in pixels; none at the head of a page. */
  readonly before: number;
  /** Whether it may not be the last on a page. */
  readonly keepsNext: boolean;
  readonly leads: readonly Lead[];
  /** Its place in the list of contents; `null` for none. */
  readonly heading: { readonly level: 1 | 2 | 3; readonly title: string } | null;
  /** What is set again at the head of a page that it begins: the header of its table. */
  readonly header: Strip | null;
}

/** A strip of shapes alone. */
export function strip(shapes: readonly Shape[], heightPx: number, rest: Partial<Strip> = {}): Strip {
  return { shapes, heightPx, before: 0, keepsNext: false, leads: [], heading: null, header: null, ...rest };
}
