import { piecesOf, widthOf } from "../../../charts/picture/type.ts";
import type { TableBlock } from "../document.ts";

/**
 * Widths of a table's columns that together fill a line: as wide as the longest cell where there is room, the first column
 * with what is left; else each as narrow as its longest word, with its part of what is left.
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
  if (spare >= 0) return wishes.map(({ whole }, place) => Math.floor(place === 0 ? whole + spare : whole));
  const left = lineWidth - sum("least");
  if (left < 0) return wishes.map(({ least }) => Math.floor((least * lineWidth) / sum("least")));
  const over = sum("whole") - sum("least");
  return wishes.map(({ whole, least }) => Math.floor(least + (over === 0 ? 0 : (left * (whole - least)) / over)));
}
