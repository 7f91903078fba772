import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Tab,
  TabStopType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type IBorderOptions,
  type IRunOptions,
  type ParagraphChild,
} from "docx";
import { lightTheme } from "../../../charts/theme.ts";
import type { Language } from "../../../surveys/language.ts";
import type { MethodsLine } from "../../figures/figuresApi.ts";
import { toPng } from "../../figures/files/toPng.ts";
import type { Block, PictureBlock, ReportDocument, TableBlock, Text, Tone } from "../document.ts";
import { drawnAlone } from "./typeset.ts";
import { columnWidths } from "./columnWidths.ts";

/** A4 in twentieths of a point; its margins and the line are in the same. */
const page = { width: 11906, height: 16838, side: 1077, top: 850, foot: 907 } as const;
const lineWidth = page.width - 2 * page.side;

/** Typefaces that Windows, WPS and macOS have; others take the next of their own. None is embedded. */
const font = { ascii: "Arial", hAnsi: "Arial", cs: "Arial", eastAsia: "Microsoft YaHei" };

const colours = { accent: "0B6B68", ink: "1B2526", soft: "586667", line: "D5DEDD", box: "F3F7F6", warning: "8F3800" };
const warningGround = "FDF1E6";

/** A report as a Word file: real headings and tables, pictures with their text alternatives, numbered pages. */
export async function toDocx(report: ReportDocument): Promise<Buffer> {
  const { language, title, foot, blocks } = report;
  const children: (Paragraph | Table)[] = [];
  for (const block of blocks) children.push(...(await written(block, language)));
  const file = new Document({
    title,
    subject: foot,
    creator: "Dingxin",
    styles: styles(language),
    numbering: { config: [bullets] },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.top, bottom: page.foot, left: page.side, right: page.side, footer: 567 },
          },
        },
        footers: { default: footer(foot) },
        children,
      },
    ],
  });
  return Packer.toBuffer(file);
}

function styles(language: Language): object {
  const heading = (size: number, color: string, before: number): object => ({
    run: { font, size, color, bold: true },
    paragraph: { spacing: { before, after: 100, line: 264, lineRule: "auto" }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: {
          font,
          size: 20,
          color: colours.ink,
          language:
            language === "zh-CN" ? { value: "zh-CN", eastAsia: "zh-CN" } : { value: "en-GB", eastAsia: "zh-CN" },
        },
        paragraph: { spacing: { after: 80, line: 271, lineRule: "auto" } },
      },
      heading1: heading(40, colours.ink, 0),
      heading2: heading(27, colours.accent, 240),
      heading3: heading(23, colours.ink, 220),
    },
  };
}

const bullets = {
  reference: "points",
  levels: [0, 1, 2, 3].map((level) => ({
    level,
    format: "bullet" as const,
    text: "•",
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 340 * (level + 1), hanging: 280 } } },
  })),
};

function footer(foot: string): Footer {
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: lineWidth }],
        border: { top: { style: BorderStyle.SINGLE, size: 4, space: 6, color: colours.line } },
        spacing: { after: 0 },
        children: [
          run(foot, { size: 16, color: colours.soft }),
          ...[new Tab(), PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES].map(
            (part) => new TextRun({ font, size: 16, color: colours.soft, children: [part] }),
          ),
        ],
      }),
    ],
  });
}

async function written(block: Block, language: Language): Promise<(Paragraph | Table)[]> {
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ heading: headings[block.level], children: runs(block.text) })];
    case "paragraph":
      return [said(block.text, block.tone)];
    case "item":
      return [point(block)];
    case "code":
      return block.text.split("\n").map(
        (line) =>
          new Paragraph({
            shading: { type: ShadingType.CLEAR, fill: colours.box },
            spacing: { after: 0 },
            children: [run(line, { size: 18 })],
          }),
      );
    case "rule":
      return [
        new Paragraph({ border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 1, color: colours.line } } }),
      ];
    case "table":
      return tableWith(block);
    case "picture":
      return picture(block, language);
    case "methods":
      return methodsBox(block.lines);
  }
}

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

function said(text: Text, tone: Tone): Paragraph {
  switch (tone) {
    case "warning":
      return new Paragraph({
        shading: { type: ShadingType.CLEAR, fill: warningGround },
        border: { left: { style: BorderStyle.SINGLE, size: 24, space: 6, color: "D55E00" } },
        spacing: { before: 120, after: 160 },
        indent: { left: 120 },
        children: runs(text, { bold: true, color: colours.warning }),
      });
    case "quote":
      return new Paragraph({
        border: { left: { style: BorderStyle.SINGLE, size: 24, space: 8, color: colours.line } },
        indent: { left: 160 },
        children: runs(text, { color: colours.soft }),
      });
    case "lead":
      return new Paragraph({ children: runs(text, { color: colours.soft }) });
    case "small":
      return new Paragraph({
        spacing: { line: 264, lineRule: "auto", after: 120 },
        children: runs(text, { size: 17, color: colours.soft }),
      });
    case "plain":
      return new Paragraph({ children: runs(text) });
  }
}

/** Numbers are written, as the template has them: a list may begin with any. */
function point({ text, mark, depth }: Extract<Block, { kind: "item" }>): Paragraph {
  if (mark === "•")
    return new Paragraph({
      numbering: { reference: "points", level: depth },
      spacing: { after: 50 },
      children: runs(text),
    });
  const left = 420 * (depth + 1);
  return new Paragraph({
    indent: { left, hanging: 420 },
    tabStops: [{ type: TabStopType.LEFT, position: left }],
    spacing: { after: 50 },
    children: [run(mark), new TextRun({ children: [new Tab()] }), ...runs(text)],
  });
}

function runs(text: Text, look: Partial<IRunOptions> = {}): ParagraphChild[] {
  return text.map(({ text: content, isStrong = false, isEmphasis = false, address }) => {
    const kind = { ...look, ...(isStrong && { bold: true }), ...(isEmphasis && { italics: true }) };
    if (address === undefined) return run(content, kind);
    return new ExternalHyperlink({ link: address, children: [run(content, { ...kind, color: colours.accent })] });
  });
}

function run(content: string, look: Partial<IRunOptions> = {}): TextRun {
  return new TextRun({ font, ...look, text: inXml(content) });
}

/** Characters that no XML file may hold are left out. */
function inXml(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is meant
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").toWellFormed();
}

const noLine: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: "auto" };
const noLines = { top: noLine, bottom: noLine, left: noLine, right: noLine };

function tableWith(table: TableBlock): (Paragraph | Table)[] {
  const { caption, columns, rows } = table;
  const widths = columnWidths(table, { size: 9 * 20, padding: 200, lineWidth });
  const cell = (
    content: string,
    place: number,
    { isHeader, isFlagged = false }: { isHeader: boolean; isFlagged?: boolean },
  ): TableCell =>
    new TableCell({
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
          children: [
            run(content, {
              size: 18,
              ...(isHeader && { color: colours.soft }),
              ...(isFlagged && { bold: true, color: colours.warning }),
            }),
          ],
        }),
      ],
    });
  const set = new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: "fixed",
    borders: { ...noLines, insideHorizontal: noLine, insideVertical: noLine },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }, place) => cell(title, place, { isHeader: true })),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map(({ text, isFlagged = false }, place) =>
              cell(text, place, { isHeader: false, isFlagged }),
            ),
          }),
      ),
    ],
  });
  const captioned =
    caption === ""
      ? []
      : [
          new Paragraph({
            keepNext: true,
            spacing: { before: 140, after: 60 },
            children: [run(caption, { size: 18, color: colours.soft })],
          }),
        ];
  return [...captioned, set, new Paragraph({ spacing: { after: 0, line: 140, lineRule: "exact" } })];
}

/** Width of a picture on the page, in pixels of 96 to the inch, and how many dots each has. */
const pictureWidth = Math.round((lineWidth / 1440) * 96);
const density = 2;
/** A picture that is higher than the page's lines is made as small as it must be. */
const mostHeight = 880;

async function picture(block: PictureBlock, language: Language): Promise<(Paragraph | Table)[]> {
  const { headline, title, note, warning, sourceLine, address, alternative, isUnderItsTitle } = block;
  const drawn = drawnAlone(block, { widthPx: pictureWidth + 40, theme: lightTheme, language });
  const shrink = Math.min(1, mostHeight / drawn.heightPx);
  const image = new ImageRun({
    type: "png",
    data: await toPng(drawn, density),
    transformation: {
      width: Math.round(pictureWidth * shrink),
      height: Math.round((drawn.heightPx * shrink * pictureWidth) / drawn.widthPx),
    },
    altText: { name: inXml(title), title: inXml(title), description: inXml(alternative) },
  });
  const source = address === null ? sourceLine : `${sourceLine} ${address}`;
  return [
    ...(warning === "" ? [] : [said([{ text: warning }], "warning")]),
    ...(isUnderItsTitle && headline === ""
      ? []
      : [
          new Paragraph({
            keepNext: true,
            spacing: { before: 200, after: 40 },
            children: [run(headline === "" ? title : headline, { bold: true, size: 22 })],
          }),
        ]),
    ...(headline === ""
      ? []
      : [new Paragraph({ keepNext: true, spacing: { after: 40 }, children: [run(title, { color: colours.soft })] })]),
    new Paragraph({ keepNext: true, spacing: { after: 40, line: 240, lineRule: "auto" }, children: [image] }),
    ...(note === "" ? [] : [said([{ text: note }], "small")]),
    said([{ text: source }], "small"),
  ];
}

function methodsBox(lines: readonly MethodsLine[]): (Paragraph | Table)[] {
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
  return [
    new Table({
      width: { size: lineWidth, type: WidthType.DXA },
      columnWidths: widths,
      layout: "fixed",
      borders: { ...noLines, insideHorizontal: noLine, insideVertical: noLine },
      rows: lines.map(
        ({ label, text }) => new TableRow({ cantSplit: true, children: [cell(label, 0), cell(text, 1)] }),
      ),
    }),
    new Paragraph({ spacing: { after: 0 } }),
  ];
}
