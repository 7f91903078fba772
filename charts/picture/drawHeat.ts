import type { Drawing } from "../drawing.ts";
import type { HeatCell, HeatFigure } from "../publishedFigure.ts";
import { intervalStrip, scaleOf, type StripScale } from "./intervalStrip.ts";
import { shadeOf } from "./shade.ts";
import { stacked, type Block, type Shape, type Spot } from "./shapes.ts";
import { balanced, inkOn, linesAround, paragraph, textAt, typeSize, widthOf, wrapped } from "./type.ts";

const rowPx = 38;

/** A cell that is narrower has no room for its number. */
const leastCellPx = 37;

/** What is left free at both sides of a number. */
const cellPaddingPx = 3;

/**
 * A table whose cells are darker the larger their number; the interval stands below it where there is room. Columns that
 * have no room beside the others follow below.
 */
export function drawHeat({ rows, columns }: HeatFigure, drawing: Drawing): Block {
  const { theme, widthPx } = drawing;
  const names = rows.map(({ label }) => wrapped(label, { widthPx: widthPx * 0.3, size: typeSize.body, mostLines: 2 }));
  const nameWidth = Math.max(0, ...names.flat().map((line) => widthOf(line, { size: typeSize.body }) * 1.03)) + 10;
  const fitting = Math.max(1, Math.floor((widthPx - nameWidth) / leastCellPx));
  const tables = Math.max(1, Math.ceil(columns.length / fitting));
  const perTable = Math.ceil(columns.length / tables);
  const marks = rows.flatMap(({ cells }) => cells.flatMap(({ mark }) => mark ?? []));
  const cellWidth = (widthPx - nameWidth) / Math.max(1, perTable);
  const texts = rows.flatMap(({ cells }) => cells.flatMap(({ mark, text }) => (mark === null ? [] : [text])));
  const fits = (size: number): boolean =>
    texts.every((text) => widthOf(text, { size, weight: 700 }) < cellWidth - 2 * cellPaddingPx);
  const numberSize = [12, 11, 10, 9].find(fits) ?? 8;
  const intervals = rows.flatMap(({ cells }) => cells.map(({ interval }) => interval));
  const isSaid = intervals.every((said) => widthOf(said, { size: 9.5 }) < cellWidth - 4);
  const scale = scaleOf(marks);
  const whole: Whole = { names, nameWidth, cellWidth, numberSize, isSaid, shade: shadeOf(marks, theme), scale };
  const blocks = Array.from({ length: tables }, (_, table) => {
    const [first, behind] = [table * perTable, (table + 1) * perTable];
    const part = {
      columns: columns.slice(first, behind),
      rows: rows.map(({ label, cells }) => ({ label, cells: cells.slice(first, behind) })),
    };
    return tableOf(part, drawing, whole);
  });
  const why = rows.flatMap(({ cells }) => cells).find(({ mark }) => mark === null)?.text ?? "";
  const key = why === "" ? "" : `– ${why}`;
  return stacked([...blocks, paragraph(key, widthPx, { size: typeSize.small, fill: theme.soft })]);
}

/** What all tables of a figure share. */
interface Whole {
  readonly names: readonly (readonly string[])[];
  readonly nameWidth: number;
  readonly cellWidth: number;
  /** Size of the type of numbers: the same in all cells. */
  readonly numberSize: number;
  /** Whether intervals stand in the cells as numbers, all of them; strips are as well compared. */
  readonly isSaid: boolean;
  readonly shade: (value: number) => string;
  readonly scale: StripScale;
}

function tableOf({ rows, columns }: Pick<HeatFigure, "rows" | "columns">, drawing: Drawing, whole: Whole): Block {
  const { theme } = drawing;
  const { names, nameWidth, cellWidth } = whole;
  const heads = columns.map((column) =>
    balanced(column, { widthPx: cellWidth - 4, size: typeSize.small, mostLines: 3 }),
  );
  const headPx = Math.max(1, ...heads.map((lines) => lines.length)) * 14 + 8;
  const soft = { size: typeSize.small, fill: theme.soft, anchor: "middle" as const };
  const shapes: Shape[] = heads.flatMap((lines, column) =>
    linesAround(lines, [nameWidth + (column + 0.5) * cellWidth, headPx / 2], soft),
  );
  for (const [row, { label, cells }] of rows.entries()) {
    const y = headPx + row * rowPx;
    shapes.push(...linesAround(names[row] ?? [], [0, y + rowPx / 2], { size: typeSize.body, fill: theme.ink }));
    for (const [column, cell] of cells.entries()) {
      const says = `${label} · ${columns[column] ?? ""} ${cell.text} ${cell.interval}`;
      shapes.push(...cellOf(cell, drawing, { at: [nameWidth + column * cellWidth, y], says, whole }));
    }
  }
  return { shapes, heightPx: headPx + rows.length * rowPx + 6 };
}

function cellOf(
  cell: HeatCell,
  { theme }: Drawing,
  { at: [x, y], says, whole }: { at: Spot; says: string; whole: Whole },
): Shape[] {
  const { cellWidth, shade } = whole;
  const fill = cell.mark === null ? theme.ground : shade(cell.mark.value);
  const ink = cell.mark === null ? theme.soft : inkOn(fill, theme);
  const width = Math.max(1, cellWidth - 2);
  return [
    { shape: "rect", x: x + 1, y: y + 1, width, height: rowPx - 2, fill, radius: 2, says },
    ...inCell(cell, whole, { x: x + cellWidth / 2, y: y + rowPx / 2, ink }),
  ];
}

function inCell(
  { mark, text, interval }: HeatCell,
  { cellWidth, numberSize: size, isSaid, scale }: Whole,
  { x, y, ink }: { x: number; y: number; ink: string },
): Shape[] {
  const middle = { fill: ink, anchor: "middle" as const };
  if (mark === null) return [textAt("–", [x, y + 4], { size: typeSize.small, ...middle })];
  const hasWords = isSaid && interval !== "";
  const stripPx = cellWidth - 8;
  return [
    textAt(text, [x, y + (hasWords ? -1 : size * 0.2)], { size, weight: 700, ...middle }),
    ...(hasWords
      ? [textAt(interval, [x, y + 12], { size: 9.5, ...middle })]
      : intervalStrip(mark, { x: x - stripPx / 2, y: y + 12, width: stripPx, ink, scale })),
  ];
}
