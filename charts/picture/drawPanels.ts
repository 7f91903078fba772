import type { Drawing } from "../drawing.ts";
import type { PanelFigure } from "../publishedFigure.ts";
import { gapsAre } from "../words.ts";
import { tickText } from "./axis.ts";
import { acrossAt, lineOf, valuesOf, type PlotFrame } from "./drawLines.ts";
import { moved, stacked, type Block, type Shape } from "./shapes.ts";
import { linesOfSigns, timesTold } from "./timeMarks.ts";
import { paragraph, textAt, typeSize, wrapped } from "./type.ts";

const panelPx = 138;
const gapPx = 16;

/** A panel for every group, all on the same axes. */
export function drawPanels({ panels, ...axes }: PanelFigure, drawing: Drawing): Block {
  const { widthPx } = drawing;
  const most = Math.max(2, Math.floor(widthPx / 190));
  const rows = Math.max(1, Math.ceil(panels.length / most));
  // As many in each row as can be.
  const across = Math.max(1, Math.ceil(panels.length / rows));
  const width = (widthPx - 34 - (across - 1) * gapPx) / across;
  const lines = { ...axes, series: panels };
  const frame: PlotFrame = {
    from: 0,
    to: width,
    top: 32,
    bottom: panelPx - 20,
    axis: valuesOf(lines, { from: panelPx - 20, to: 32, ticks: 3 }),
  };
  const shapes = panels.flatMap((_, place): Shape[] => {
    const [column, row] = [place % across, Math.floor(place / across)];
    return moved(panelOf(lines, drawing, { place, frame, isFirst: column === 0 }), [
      34 + column * (width + gapPx),
      row * (panelPx + 8),
    ]);
  });
  const hasGaps = panels.some(({ points }) => points.every((point) => point === null));
  const gaps = paragraph(hasGaps ? gapsAre(drawing.language) : "", widthPx, {
    size: typeSize.small,
    fill: drawing.theme.soft,
  });
  return stacked([
    { shapes, heightPx: rows * (panelPx + 8) },
    gaps,
    { shapes: [], heightPx: gaps.heightPx > 0 ? 4 : 0 },
    timesTold(lines, drawing),
  ]);
}

function panelOf(
  lines: Parameters<typeof lineOf>[0],
  drawing: Drawing,
  { place, frame, isFirst }: { place: number; frame: PlotFrame; isFirst: boolean },
): Shape[] {
  const { theme, language } = drawing;
  const { places, series, unit } = lines;
  const [name = ""] = wrapped(series[place]?.label ?? "", {
    widthPx: frame.to,
    size: typeSize.small,
    weight: 700,
    mostLines: 1,
  });
  const small = { size: 10.5, fill: theme.soft };
  const days = [places[0]?.label ?? "", places.at(-1)?.label ?? ""];
  return [
    textAt(name, [0, 14], { size: typeSize.small, fill: theme.ink, weight: 700 }),
    ...frame.axis.ticks.flatMap((tick): Shape[] => [
      {
        shape: "line",
        from: [0, frame.axis.at(tick)],
        to: [frame.to, frame.axis.at(tick)],
        stroke: theme.line,
        width: 1,
      },
      ...(isFirst
        ? [textAt(tickText(tick, unit, language), [-5, frame.axis.at(tick) + 3.5], { ...small, anchor: "end" })]
        : []),
    ]),
    ...marksOf(lines, drawing, frame),
    textAt(days[0] ?? "", [0, frame.bottom + 15], small),
    textAt(days[1] ?? "", [frame.to, frame.bottom + 15], { ...small, anchor: "end" }),
    ...lineOf(lines, drawing, { place, frame, colour: theme.single }),
  ];
}

/** Where something happened, with its sign above the line where there is room for it. */
function marksOf({ times, places }: Parameters<typeof lineOf>[0], { theme }: Drawing, frame: PlotFrame): Shape[] {
  const xs = times.map(({ at }) => acrossAt(at, places.length, frame));
  const isClear = linesOfSigns(xs, 12).map((line) => line === 0);
  return times.flatMap(({ sign, kind }, place): Shape[] => {
    const x = xs[place] ?? 0;
    const line = { from: [x, frame.top - 2], to: [x, frame.bottom], dash: kind === "break" ? [2, 2] : [5, 4] } as const;
    return [
      { shape: "line", ...line, stroke: theme.soft, width: 0.8 },
      ...(isClear[place] === true
        ? [textAt(sign, [x, frame.top - 5], { size: 9, fill: theme.soft, anchor: "middle" })]
        : []),
    ];
  });
}
