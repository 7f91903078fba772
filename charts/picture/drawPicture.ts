import type { Drawing } from "../drawing.ts";
import type { PublishedFigure } from "../publishedFigure.ts";
import { nothingShown } from "../words.ts";
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
import { paragraph, textAt, typeSize, type Setting } from "./type.ts";

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
  add(said(text.warning, { size: typeSize.body, weight: 700, fill: theme.warning }), 8);
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
        ...(isOpen ? { weight: 700, fill: theme.warning } : { fill: theme.soft }),
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
  if (isEmpty(figure)) return drawNothing(drawing);
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

/** Whether a drawing has no mark; those of rows and cells say at each why. */
function isEmpty(figure: PublishedFigure): boolean {
  switch (figure.kind) {
    case "lines":
      return figure.series.every(({ points }) => points.every((point) => point === null));
    case "panels":
      return figure.panels.every(({ points }) => points.every((point) => point === null));
    case "dots":
      return figure.series.every(({ marks }) => marks.every((mark) => mark === null));
    case "slope":
      return figure.lines.every(({ from, to }) => from === null && to === null);
    case "scatter":
      return figure.points.length === 0;
    case "heat":
      return figure.rows.length === 0;
    case "tiles":
      return figure.tiles.length === 0;
    default:
      return figure.places.length === 0;
  }
}

function drawNothing({ theme, language, widthPx }: Drawing): Block {
  return {
    shapes: [
      { shape: "rect", x: 0, y: 0, width: widthPx, height: 72, fill: theme.line, radius: 6 },
      textAt(nothingShown(language), [widthPx / 2, 41], { size: typeSize.body, fill: theme.soft, anchor: "middle" }),
    ],
    heightPx: 76,
  };
}
