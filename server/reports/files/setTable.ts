import { moved, type Shape } from "../../../charts/picture/shapes.ts";
import { pageWords } from "../../figures/page/pageWords.ts";
import { plain, type Cell, type TableBlock, type Text } from "../document.ts";
import { columnWidths } from "./columnWidths.ts";
import { setLines, widthInOneLine } from "./setText.ts";
import { strip, type Sheet, type Strip } from "./sheet.ts";

const gapPx = 12;
const padPx = 3;

/** A table as strips: its caption, its header, which every page of it begins with, and its rows. */
export function setTable(table: TableBlock, sheet: Sheet): Strip[] {
  const { caption, columns } = table;
  const captioned =
    caption === ""
      ? []
      : linesOf(plain(caption), sheet, sheet.widthPx).map((line, place) => ({
          ...line,
          before: place === 0 ? 6 : 0,
          keepsNext: true,
        }));
  if (columns.length > sheet.mostColumns) return [...captioned, ...asList(table, sheet)];
  const widths = columnWidths(table, { size: sheet.sizes.table, padding: gapPx, lineWidth: sheet.widthPx + gapPx });
  const header = rowStrip(
    columns.map(({ title }) => ({ text: title })),
    { table, widths, isHeader: true },
    sheet,
  );
  const rows = table.rows.map((row) => ({ ...rowStrip(row, { table, widths, isHeader: false }, sheet), header }));
  return [...captioned, { ...header, keepsNext: true }, ...rows];
}

function linesOf(text: Text, { theme, sizes }: Sheet, widthPx: number): Strip[] {
  return setLines(text, { widthPx, size: sizes.small, fill: theme.soft, accent: theme.ink, leading: 1.4 });
}

function rowStrip(
  cells: readonly Cell[],
  { table: { columns }, widths, isHeader }: { table: TableBlock; widths: readonly number[]; isHeader: boolean },
  sheet: Sheet,
): Strip {
  const { theme, sizes, widthPx } = sheet;
  let x = 0;
  const shapes: Shape[] = [];
  let height = 0;
  for (const [place, { text, isFlagged = false }] of cells.entries()) {
    const width = (widths[place] ?? 0) - gapPx;
    const lines = setLines([{ text, isStrong: isFlagged }], {
      widthPx: width,
      size: sizes.table,
      fill: isFlagged ? theme.warning : isHeader ? theme.soft : theme.ink,
      accent: theme.ink,
      isRight: columns[place]?.isNumber === true,
      leading: 1.35,
    });
    let y = padPx;
    for (const line of lines) {
      shapes.push(...moved(line.shapes, [x, y]));
      y += line.heightPx;
    }
    height = Math.max(height, y + padPx);
    x += width + gapPx;
  }
  const rule: Shape = {
    shape: "line",
    from: [0, height],
    to: [Math.min(widthPx, x - gapPx), height],
    stroke: isHeader ? theme.soft : theme.line,
    width: isHeader ? 1 : 0.8,
  };
  return strip([...shapes, rule], height);
}

/** Titles of columns whose numbers belong to the column before. */
const intervals: readonly string[] = [...Object.values(pageWords.interval), "95% 区间", "95% interval"];

/** Each row under its name: what stands in which column, interval and n behind the number that they are of. */
function asList({ columns, rows }: TableBlock, sheet: Sheet): Strip[] {
  const { theme, sizes, widthPx } = sheet;
  return rows.flatMap((row) => {
    const [name, ...cells] = row;
    const pairs: { title: string; text: string; isFlagged: boolean }[] = [];
    for (const [place, { text, isFlagged = false }] of cells.entries()) {
      const title = columns[place + 1]?.title ?? "";
      const last = pairs.at(-1);
      if (text === "") continue;
      if (title === "n" && last !== undefined) last.text += ` · n = ${text}`;
      else if (intervals.includes(title) && last !== undefined) last.text += ` (${text})`;
      else pairs.push({ title, text, isFlagged });
    }
    const set = (text: string, fill: string, isStrong: boolean): Strip[] =>
      setLines([{ text, isStrong }], { widthPx, size: sizes.table, fill, accent: theme.ink, leading: 1.45 });
    const lines = [
      ...set(name?.text ?? "", theme.ink, true),
      ...pairs.flatMap(({ title, text, isFlagged }) =>
        setPair([title, text], { ink: isFlagged ? theme.warning : theme.ink, isStrong: isFlagged }, sheet),
      ),
    ];
    const rule: Shape = { shape: "line", from: [0, 5], to: [widthPx, 5], stroke: theme.line, width: 0.8 };
    return [
      ...lines.map((line, place) => ({ ...line, before: place === 0 ? 4 : 0, keepsNext: true })),
      strip([rule], 6),
    ];
  });
}

/** A title at the left and what stands in its column at the right; below each other where both do not fit. */
function setPair(
  [title, text]: readonly [string, string],
  { ink, isStrong }: { ink: string; isStrong: boolean },
  { theme, sizes, widthPx }: Sheet,
): Strip[] {
  const setting = { size: sizes.table, accent: theme.ink, leading: 1.45, widthPx };
  const [left, right] = [title, text].map((each) => widthInOneLine(each, { size: sizes.table }));
  const at = setLines([{ text, isStrong }], { ...setting, fill: ink, isRight: true });
  const named = setLines(plain(title), { ...setting, fill: theme.soft });
  const [firstLeft] = named;
  const [firstRight] = at;
  if ((left ?? 0) + (right ?? 0) + 12 > widthPx || firstLeft === undefined || firstRight === undefined)
    return [...named, ...at];
  return [strip([...firstLeft.shapes, ...firstRight.shapes], firstLeft.heightPx)];
}
