import { linesAround, typeSize, widthOf, wrapped } from "./type.ts";
import type { Shape } from "./shapes.ts";

/** A row of a drawing: its name in lines, and where the name's and the mark's middle are. */
export interface Row {
  readonly lines: readonly string[];
  readonly nameMiddle: number;
  readonly middle: number;
}

/** Rows under each other with their names beside the plot, or above each mark where a phone has no room for both. */
export interface Rows {
  readonly rows: readonly Row[];
  /** Where the plot begins: behind the names, or at the left. */
  readonly from: number;
  readonly isAbove: boolean;
  readonly heightPx: number;
}

const leadingPx = typeSize.body * 1.25;
const mostLines = 3;

/** Where a plot would be narrower than this part of the drawing, names go above. */
const leastPlot = 0.42;

/**
 * Gives every row the height that its name needs.
 *
 * @param beside is what stands at the right of the plot, in pixels, and `nameShare` the most that names may take at the left.
 * @param besideNames is what stands at the right of names that are above.
 */
export function rowsFor(
  labels: readonly string[],
  {
    widthPx,
    rowPx,
    beside,
    besideNames = 0,
    nameShare,
  }: { widthPx: number; rowPx: number; beside: number; besideNames?: number; nameShare: number },
): Rows {
  const size = typeSize.body;
  const besidePlot = labels.map((label) => wrapped(label, { widthPx: widthPx * nameShare, size, mostLines }));
  const nameWidth = Math.max(0, ...besidePlot.flat().map((line) => widthOf(line, { size }) * 1.03)) + 12;
  const isCut = besidePlot.some((lines) => lines.at(-1)?.endsWith("…") === true);
  const isAbove = widthPx < 520 && (isCut || widthPx - nameWidth - beside < widthPx * leastPlot);
  const above = (label: string): string[] => wrapped(label, { widthPx: widthPx - besideNames, size, mostLines });
  let y = 0;
  const rows = labels.map((label, place): Row => {
    const lines = isAbove ? above(label) : (besidePlot[place] ?? []);
    const namePx = lines.length * leadingPx;
    const top = y;
    y += isAbove ? namePx + rowPx - 4 : Math.max(rowPx, namePx + 6);
    const middle = (top + y) / 2;
    return isAbove
      ? { lines, nameMiddle: top + 2 + namePx / 2, middle: y - rowPx / 2 + 1 }
      : { lines, nameMiddle: middle, middle };
  });
  return { rows, from: isAbove ? 12 : nameWidth, isAbove, heightPx: y };
}

/** A row's name. */
export function nameOf({ lines, nameMiddle }: Row, fill: string): Shape[] {
  return linesAround(lines, [0, nameMiddle], { size: typeSize.body, fill });
}
