import { cutShort, piecesOf, signsOf } from "./linePieces.ts";

/**
 * Breaks a label into lines of at most `width` half-width columns (a Chinese character is two), between words where there
 * are any; what does not fit into `mostLines` ends with an ellipsis. No sign is cut, however many characters make it.
 */
export function wrapLabel(label: string, { width, mostLines }: { width: number; mostLines: number }): string[] {
  const lines: string[] = [""];
  for (const piece of piecesOf(label, (each) => columnsOf(each.trimEnd()) <= width)) {
    const line = lines.at(-1) ?? "";
    if (columnsOf(line + piece.trimEnd()) <= width || line === "") lines[lines.length - 1] = line + piece;
    else lines.push(piece);
  }
  if (lines.length <= mostLines) return lines.map((line) => line.trim());
  const last = lines
    .slice(mostLines - 1)
    .join("")
    .trim();
  const rest = columnsOf(last) <= width ? last : cutShort(last, (cut) => columnsOf(cut) <= width);
  return [...lines.slice(0, mostLines - 1).map((line) => line.trim()), rest];
}

/** How wide a text is in half-width columns. */
export function columnsOf(text: string): number {
  return signsOf(text).reduce((columns, sign) => columns + (isWide.test(sign) ? 2 : 1), 0);
}

/** Chinese, Japanese and Korean type and emoji, which take a square. */
const isWide = /^[\u2e80-\uffef]|^(?=\P{Letter})[\u{1f000}-\u{1ffff}]|^[\u{20000}-\u{3ffff}]|[\ufe0f\u20e3]/u;
