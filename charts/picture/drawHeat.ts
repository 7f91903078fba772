import type { Drawing } from "../drawing.ts";
import type { HeatCell, HeatFigure } from "../publishedFigure.ts";
import { intervalStrip, scaleOf, type StripScale } from "./intervalStrip.ts";
import { shadeOf } from "./shade.ts";
import type { Block, Shape } from "./shapes.ts";
import { inkOn, linesAround, textAt, typeSize, widthOf, wrapped } from "./type.ts";

const rowPx = 38;

/** A table whose cells are darker the larger their number; the interval stands below it where there is room. */
export function drawHeat({ rows, columns }: HeatFigure, { theme, widthPx }: Drawing): Block {
  const names = rows.map(({ label }) => wrapped(label, { widthPx: widthPx * 0.3, size: typeSize.body, mostLines: 2 }));
  const nameWidth = Math.max(0, ...names.flat().map((line) => widthOf(line, { size: typeSize.body }) * 1.03)) + 10;
  const cellWidth = (widthPx - nameWidth) / Math.max(1, columns.length);
  const heads = columns.map((column) =>
    wrapped(column, { widthPx: cellWidth - 4, size: typeSize.small, mostLines: 3 }),
  );
  const headPx = Math.max(1, ...heads.map((lines) => lines.length)) * 14 + 8;
  const marks = rows.flatMap(({ cells }) => cells.flatMap(({ mark }) => mark ?? []));
  const shade = shadeOf(marks, theme);
  const scale = scaleOf(marks);
  const soft = { size: typeSize.small, fill: theme.soft, anchor: "middle" as const };
  const shapes: Shape[] = heads.flatMap((lines, column) =>
    linesAround(lines, [nameWidth + (column + 0.5) * cellWidth, headPx / 2], soft),
  );
  for (const [row, { label, cells }] of rows.entries()) {
    const y = headPx + row * rowPx;
    shapes.push(...linesAround(names[row] ?? [], [0, y + rowPx / 2], { size: typeSize.body, fill: theme.ink }));
    for (const [column, cell] of cells.entries()) {
      const fill = cell.mark === null ? theme.ground : shade(cell.mark.value);
      const x = nameWidth + column * cellWidth;
      const says = `${label} · ${columns[column] ?? ""} ${cell.text} ${cell.interval}`;
      shapes.push(
        {
          shape: "rect",
          x: x + 1,
          y: y + 1,
          width: Math.max(1, cellWidth - 2),
          height: rowPx - 2,
          fill,
          radius: 2,
          says,
        },
        ...inCell(cell, {
          x: x + cellWidth / 2,
          y: y + rowPx / 2,
          width: cellWidth - 4,
          scale,
          ink: cell.mark === null ? theme.soft : inkOn(fill, theme),
        }),
      );
    }
  }
  return { shapes, heightPx: headPx + rows.length * rowPx + 4 };
}

function inCell(
  { mark, text, interval }: HeatCell,
  { x, y, width, ink, scale }: { x: number; y: number; width: number; ink: string; scale: StripScale },
): Shape[] {
  const middle = { fill: ink, anchor: "middle" as const };
  if (mark === null)
    return linesAround(wrapped(text, { widthPx: width, size: 9.5, mostLines: 2 }), [x, y], { size: 9.5, ...middle });
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
