import type { Drawing } from "../drawing.ts";
import type { PublishedFigure } from "../publishedFigure.ts";
import { drawBars } from "./drawBars.ts";
import { drawDots } from "./drawDots.ts";
import { drawHeat } from "./drawHeat.ts";
import { drawLikert } from "./drawLikert.ts";
import { drawLines } from "./drawLines.ts";
import { drawPanels } from "./drawPanels.ts";
import { drawScatter } from "./drawScatter.ts";
import { drawSlope } from "./drawSlope.ts";
import { drawTiles } from "./drawTiles.ts";
import { moved, type Block, type Picture, type Shape } from "./shapes.ts";
import { paragraph, typeSize, type Setting } from "./type.ts";

/** A note on what is wrong with the data of a picture. */
export interface ProblemNote {
  readonly text: string;
  readonly isOpen: boolean;
}

/** What stands around a drawing. */
export interface PictureText {
  /** What readers must know first: that it was withdrawn, say; empty for nothing. */
  readonly warning: string;
  /** The finding; empty where the writer gave none, and the title takes its place. */
  readonly headline: string;
  readonly title: string;
  /** What is known to be wrong with the data, a note each; it stands out while nothing was done about it. */
  readonly problems: readonly ProblemNote[];
  readonly note: string;
  readonly sourceLine: string;
  /** Where it is found. */
  readonly address: string;
  readonly alternative: string;
}

const marginPx = 20;

/** A whole picture: headline, title, drawing, problems, note and source, as wide as asked for and as high as it must be. */
export function drawPicture(figure: PublishedFigure, text: PictureText, drawing: Drawing): Picture {
  const { theme, widthPx } = drawing;
  const inner = widthPx - 2 * marginPx;
  const shapes: Shape[] = [];
  let y = marginPx - 4;
  const add = (block: Block, gapPx: number): void => {
    if (block.heightPx === 0) return;
    shapes.push(...moved(block.shapes, [marginPx, y]));
    y += block.heightPx + gapPx;
  };
  const said = (content: string, setting: Setting): Block => paragraph(content, inner, setting);
  const hasHeadline = text.headline !== "";
  add(said(text.warning, { size: typeSize.body, weight: 700, fill: theme.flagged }), 8);
  add(said(text.headline, { size: widthPx < 520 ? 17 : typeSize.headline, weight: 700, fill: theme.ink }), 4);
  add(
    said(text.title, {
      size: typeSize.title,
      weight: hasHeadline ? 400 : 700,
      fill: hasHeadline ? theme.soft : theme.ink,
    }),
    12,
  );
  add(drawBody(figure, { ...drawing, widthPx: inner }), 12);
  for (const { text: problem, isOpen } of text.problems)
    add(
      said(problem, {
        size: typeSize.small,
        ...(isOpen ? { weight: 700, fill: theme.flagged } : { fill: theme.soft }),
      }),
      4,
    );
  add(said(text.note, { size: typeSize.small, fill: theme.ink }), 4);
  add(said(text.sourceLine, { size: typeSize.small, fill: theme.soft }), 2);
  add(said(text.address, { size: 10, fill: theme.soft }), 0);
  return {
    widthPx,
    heightPx: Math.ceil(y + marginPx - 6),
    ground: theme.ground,
    shapes,
    title: hasHeadline ? text.headline : text.title,
    description: text.alternative,
  };
}

function drawBody(figure: PublishedFigure, drawing: Drawing): Block {
  switch (figure.kind) {
    case "bars":
      return drawBars(figure, drawing);
    case "likert":
      return drawLikert(figure, drawing);
    case "dots":
      return drawDots(figure, drawing);
    case "lines":
      return drawLines(figure, drawing);
    case "panels":
      return drawPanels(figure, drawing);
    case "scatter":
      return drawScatter(figure, drawing);
    case "heat":
      return drawHeat(figure, drawing);
    case "slope":
      return drawSlope(figure, drawing);
    case "tiles":
      return drawTiles(figure, drawing);
  }
}
