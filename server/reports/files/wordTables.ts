import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  VerticalAlign,
  WidthType,
  type IBorderOptions,
} from "docx";
import type { MethodsLine } from "../../figures/figuresApi.ts";
import type { Cell, TableBlock } from "../document.ts";
import { columnWidths } from "./columnWidths.ts";
import { colours, lineWidth } from "./wordPage.ts";
import { run } from "./wordText.ts";

const noLine: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: "auto" };
const noLines = { top: noLine, bottom: noLine, left: noLine, right: noLine };

/** A table with its caption; its header stands again on every page. */
export function wordTable(table: TableBlock): (Paragraph | Table)[] {
  const { caption, columns, rows } = table;
  const widths = columnWidths(table, { size: 9 * 20, padding: 200, lineWidth });
  const header = columns.map(({ title }, place) => cellOf({ text: title }, place, { table, widths, isHeader: true }));
  const set = tableOf(widths, [
    new TableRow({ tableHeader: true, cantSplit: true, children: header }),
    ...rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map((cell, place) => cellOf(cell, place, { table, widths, isHeader: false })),
        }),
    ),
  ]);
  return [...captionOf(caption), set, new Paragraph({ spacing: { after: 0, line: 140, lineRule: "exact" } })];
}

function captionOf(caption: string): Paragraph[] {
  if (caption === "") return [];
  return [
    new Paragraph({
      keepNext: true,
      spacing: { before: 140, after: 60 },
      children: [run(caption, { size: 18, color: colours.soft })],
    }),
  ];
}

function tableOf(widths: readonly number[], rows: readonly TableRow[]): Table {
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: "fixed",
    borders: { ...noLines, insideHorizontal: noLine, insideVertical: noLine },
    rows,
  });
}

function cellOf(
  { text, isFlagged = false }: Cell,
  place: number,
  { table: { columns }, widths, isHeader }: { table: TableBlock; widths: readonly number[]; isHeader: boolean },
): TableCell {
  const look = {
    size: 18,
    ...(isHeader && { color: colours.soft }),
    ...(isFlagged && { bold: true, color: colours.warning }),
  };
  return new TableCell({
    width: { size: widths[place] ?? 0, type: WidthType.DXA },
    margins: { top: 36, bottom: 36, left: place === 0 ? 0 : 90, right: place === columns.length - 1 ? 0 : 90 },
    verticalAlign: isHeader ? VerticalAlign.BOTTOM : VerticalAlign.TOP,
    borders: {
      ...noLines,
      bottom: { style: BorderStyle.SINGLE, size: isHeader ? 6 : 4, color: isHeader ? colours.soft : colours.line },
    },
    children: [
      new Paragraph({
        alignment: columns[place]?.isNumber === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
        spacing: { after: 0, line: 240, lineRule: "auto" },
        keepNext: isHeader,
        children: [run(text, look)],
      }),
    ],
  });
}

/** The methods box: a table of names and what is said of each, on a ground of its own. */
export function methodsBox(lines: readonly MethodsLine[]): (Paragraph | Table)[] {
  const widths = [1900, lineWidth - 1900];
  const cell = (text: string, place: 0 | 1): TableCell =>
    new TableCell({
      width: { size: widths[place] ?? 0, type: WidthType.DXA },
      margins: { top: 24, bottom: 24, left: 140, right: 140 },
      shading: { type: ShadingType.CLEAR, fill: colours.box },
      borders: noLines,
      children: [
        new Paragraph({
          spacing: { after: 0, line: 252, lineRule: "auto" },
          children: [run(text, { size: 17, ...(place === 0 && { bold: true, color: colours.soft }) })],
        }),
      ],
    });
  const rows = lines.map(
    ({ label, text }) => new TableRow({ cantSplit: true, children: [cell(label, 0), cell(text, 1)] }),
  );
  return [tableOf(widths, rows), new Paragraph({ spacing: { after: 0 } })];
}
