import type { Drawing } from "../drawing.ts";
import type { PanelFigure } from "../publishedFigure.ts";
import { tickText } from "./axis.ts";
import { acrossAt, lineOf, valuesOf, type PlotFrame } from "./drawLines.ts";
import { moved, type Block, type Shape } from "./shapes.ts";
import { textAt, typeSize, wrapped } from "./type.ts";

const panelPx = 132;
const gapPx = 16;

/** A panel for every group, all on the same axes. */
export function drawPanels({ panels, ...axes }: PanelFigure, drawing: Drawing): Block {
  const { widthPx } = drawing;
  const across = Math.max(2, Math.min(panels.length, Math.floor(widthPx / 190)));
  const width = (widthPx - 34 - (across - 1) * gapPx) / across;
  const lines = { ...axes, series: panels };
  const frame: PlotFrame = {
    from: 0,
    to: width,
    top: 26,
    bottom: panelPx - 20,
    axis: valuesOf(lines, { from: panelPx - 20, to: 26, ticks: 3 }),
  };
  const shapes = panels.flatMap((_, place): Shape[] => {
    const [column, row] = [place % across, Math.floor(place / across)];
    return moved(panelOf(lines, drawing, { place, frame, isFirst: column === 0 }), [
      34 + column * (width + gapPx),
      row * (panelPx + 8),
    ]);
  });
  return { shapes, heightPx: Math.ceil(panels.length / across) * (panelPx + 8) };
}

function panelOf(
  lines: Parameters<typeof lineOf>[0],
  drawing: Drawing,
  { place, frame, isFirst }: { place: number; frame: PlotFrame; isFirst: boolean },
): Shape[] {
  const { theme, language } = drawing;
  const { places, series, times, unit } = lines;
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
    ...times.map(({ at }): Shape => {
      const x = acrossAt(at, places.length, frame);
      return {
        shape: "line",
        from: [x, frame.top],
        to: [x, frame.bottom],
        stroke: theme.soft,
        width: 0.8,
        dash: [3, 3],
      };
    }),
    textAt(days[0] ?? "", [0, frame.bottom + 15], small),
    textAt(days[1] ?? "", [frame.to, frame.bottom + 15], { ...small, anchor: "end" }),
    ...lineOf(lines, drawing, { place, frame, colour: theme.single }),
  ];
}
