import type { Drawing } from "../drawing.ts";
import type { HeatCell, HeatFigure } from "../publishedFigure.ts";
import { intervalStrip, scaleOf, type StripScale } from "./intervalStrip.ts";
import { shadeOf } from "./shade.ts";
import { stacked, type Block, type Shape, type Spot } from "./shapes.ts";
import { inkOn, linesAround, paragraph, textAt, typeSize, widthOf, wrapped } from "./type.ts";

const rowPx = 38;

/** A cell that is narrower has no room for its number. */
const leastCellPx = 37;

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
  const whole: Whole = { names, nameWidth, cellWidth, shade: shadeOf(marks, theme), scale: scaleOf(marks) };
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
  readonly shade: (value: number) => string;
  readonly scale: StripScale;
}

function tableOf({ rows, columns }: Pick<HeatFigure, "rows" | "columns">, drawing: Drawing, whole: Whole): Block {
  const { theme } = drawing;
  const { names, nameWidth, cellWidth } = whole;
  const heads = columns.map((column) =>
    wrapped(column, { widthPx: cellWidth - 4, size: typeSize.small, mostLines: 3 }),
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
  { at: [x, y], says, whole: { cellWidth, shade, scale } }: { at: Spot; says: string; whole: Whole },
): Shape[] {
  const fill = cell.mark === null ? theme.ground : shade(cell.mark.value);
  const ink = cell.mark === null ? theme.soft : inkOn(fill, theme);
  const width = Math.max(1, cellWidth - 2);
  return [
    { shape: "rect", x: x + 1, y: y + 1, width, height: rowPx - 2, fill, radius: 2, says },
    ...inCell(cell, { x: x + cellWidth / 2, y: y + rowPx / 2, width: cellWidth - 4, scale, ink }),
  ];
}

function inCell(
  { mark, text, interval }: HeatCell,
  { x, y, width, ink, scale }: { x: number; y: number; width: number; ink: string; scale: StripScale },
): Shape[] {
  const middle = { fill: ink, anchor: "middle" as const };
  if (mark === null) return [textAt("–", [x, y + 4], { size: typeSize.small, ...middle })];
  const fits = (said: string, size: number): boolean => widthOf(said, { size }) < width;
  const isSaid = interval !== "" && fits(interval, 9.5);
  const size = [12, 10.5, 9].find((each) => fits(text, each)) ?? 8;
  return [
    textAt(text, [x, y + (isSaid ? -1 : size * 0.2)], { size, weight: 700, ...middle }),
    ...(isSaid
      ? [textAt(interval, [x, y + 12], { size: 9.5, ...middle })]
      : intervalStrip(mark, { x: x - width / 2 + 2, y: y + 12, width: width - 4, ink, scale })),
  ];
}
