/**
 * Breaks a label into lines of at most `width` half-width columns (a Chinese character is two), between words where there
 * are any; what does not fit into `mostLines` ends with an ellipsis.
 */
export function wrapLabel(label: string, { width, mostLines }: { width: number; mostLines: number }): string[] {
  const lines: string[] = [""];
  for (const piece of piecesOf(label)) {
    const line = lines.at(-1) ?? "";
    if (columnsOf(line + piece.trimEnd()) <= width || line === "") lines[lines.length - 1] = line + piece;
    else lines.push(piece);
  }
  if (lines.length <= mostLines) return lines.map((line) => line.trim());
  const last = lines.slice(mostLines - 1).join("");
  return [...lines.slice(0, mostLines - 1).map((line) => line.trim()), cutShort(last, width)];
}

/** Words with the space behind them; every character beyond Latin is a piece of its own, save what closes a phrase. */
function piecesOf(label: string): string[] {
  return (
    label.match(/[\u0000-\u2bff]+?(?:\s+|$|(?=[^\u0000-\u2bff]))|[^\u0000-\u2bff][，。、；：？！）”》]*/gu) ?? [label]
  );
}

function cutShort(text: string, width: number): string {
  let kept = text.trim();
  if (columnsOf(kept) <= width) return kept;
  while (kept !== "" && columnsOf(kept) > width - 1) kept = kept.replace(/.$/su, "");
  return `${kept.trimEnd()}…`;
}

/** How wide a text is in half-width columns. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += /[\u2e80-\uffef]/u.test(character) ? 2 : 1;
  return columns;
}
