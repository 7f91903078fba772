import { piecesOf } from "../../../charts/linePieces.ts";
import { widthOf } from "../../../charts/picture/type.ts";
import type { TableBlock } from "../document.ts";

/**
 * Widths of a table's columns that are at most a line together: as wide as the longest cell where there is room, the first column
 * with more where there is; else words are broken first, and numbers only where that is not enough.
 *
 * @param type.size of the type, and `padding` of each column, in the unit of `lineWidth`.
 */
export function columnWidths(
  { columns, rows }: TableBlock,
  { size, padding, lineWidth }: { size: number; padding: number; lineWidth: number },
): number[] {
  const wide = (text: string): number => widthOf(text, { size }) * 1.03 + padding;
  const longestWord = (text: string): number =>
    Math.max(padding, ...piecesOf(text, () => true).map((piece) => wide(piece.trim())));
  const wishes = columns.map(({ title }, place) => {
    const cells = rows.map((row) => row[place]?.text ?? "");
    const least = Math.max(longestWord(title), ...cells.map(longestWord));
    // A long header may take two lines, a number not.
    const header = Math.max(wide(title) / 1.8, Math.min(wide(title), 7 * size + padding));
    return { least, whole: Math.max(least, header, ...cells.map(wide)) };
  });
  const sum = (of: "least" | "whole"): number => wishes.reduce((total, wish) => total + wish[of], 0);
  const spare = lineWidth - sum("whole");
  if (spare >= 0) {
    // No further: the eye must find its way from a name to its numbers.
    const [first] = wishes;
    const widest = Math.max(first?.whole ?? 0, lineWidth * 0.4);
    return wishes.map(({ whole }, place) => Math.floor(place === 0 ? Math.min(whole + spare, widest) : whole));
  }
  if (sum("least") > lineWidth) return wishes.map(({ least }) => Math.floor((least * lineWidth) / sum("least")));
  // Words give way before numbers.
  const order = [...wishes.keys()].sort(
    (one, other) => Number(columns[one]?.isNumber) - Number(columns[other]?.isNumber),
  );
  const widths = wishes.map(({ whole }) => Math.floor(whole));
  let lacking = -spare;
  for (const place of order) {
    const given = Math.min(lacking, (widths[place] ?? 0) - (wishes[place]?.least ?? 0));
    widths[place] = Math.floor((widths[place] ?? 0) - given);
    lacking -= given;
  }
  return widths;
}
