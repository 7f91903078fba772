import type { Drawing } from "./drawing.ts";
import type { LineFigure, TimeMark } from "./figure.ts";
import { lookOf, nameColumns } from "./lineLook.ts";
import type { Theme } from "./theme.ts";
import { wrapLabel } from "./wrapLabel.ts";

/** What is drawn of lines beside what Chart.js draws: what happened, the lines' names, and intervals that no band holds. */
export interface BesideLines {
  readonly marks: readonly TimeMark[];
  /** At the last point of each line, broken into lines of type; none for a single line, whose name is the title. */
  readonly names: readonly {
    readonly text: readonly string[];
    readonly place: number;
    readonly value: number;
    readonly colour: string;
  }[];
  /** Of points without a neighbour. */
  readonly intervals: readonly {
    readonly place: number;
    readonly lower: number;
    readonly upper: number;
    readonly colour: string;
  }[];
  readonly theme: Pick<Theme, "ground" | "ink" | "soft" | "fontFamily">;
}

/** What is drawn beside the lines of a figure. */
export function besideLines(figure: LineFigure, drawing: Drawing): BesideLines {
  const { ground, ink, soft, fontFamily } = drawing.theme;
  return {
    marks: figure.times,
    names: figure.series.length > 1 ? namesOf(figure, drawing) : [],
    intervals: loneIntervalsOf(figure, drawing),
    theme: { ground, ink, soft, fontFamily },
  };
}

function namesOf(figure: LineFigure, drawing: Drawing): BesideLines["names"] {
  return figure.series.flatMap(({ label, points }, number) => {
    const place = points.findLastIndex((point) => point !== null);
    const point = points[place] ?? null;
    if (point === null) return [];
    const text = wrapLabel(label, { width: nameColumns(drawing), mostLines: 2 });
    return [{ text, place, value: point.value, colour: lookOf(number, figure, drawing).colour }];
  });
}

function loneIntervalsOf(figure: LineFigure, drawing: Drawing): BesideLines["intervals"] {
  return figure.series.flatMap(({ points }, number) =>
    points.flatMap((point, place) => {
      const isLone = (points[place - 1] ?? null) === null && (points[place + 1] ?? null) === null;
      if (!isLone || point === null || point.interval === null) return [];
      const { lower, upper } = point.interval;
      return [{ place, lower, upper, colour: lookOf(number, figure, drawing).colour }];
    }),
  );
}
