import type { LineFigure } from "../figure.ts";
import type { PanelFigure } from "../publishedFigure.ts";

/** The lines of a figure each in a panel of its own, on the same axes. */
export function trendPanels({ kind: _kind, series, ...axes }: LineFigure): PanelFigure {
  return { ...axes, kind: "panels", panels: series };
}
