import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Tab,
  TabStopType,
  TextRun,
  type Table,
} from "docx";
import { lightTheme } from "../../../charts/theme.ts";
import type { Language } from "../../../surveys/language.ts";
import { toPng } from "../../figures/files/toPng.ts";
import { staysWith, type Block, type PictureBlock, type ReportDocument } from "../document.ts";
import { drawnAlone } from "./typeset.ts";
import { colours, font, lineWidth, page } from "./wordPage.ts";
import { methodsBox, wordTable } from "./wordTables.ts";
import { inXml, point, run, runs, said } from "./wordText.ts";

/** A report as a Word file: real headings and tables, pictures with their text alternatives, numbered pages. */
export async function toDocx(report: ReportDocument): Promise<Buffer> {
  const { language, title, foot, blocks } = report;
  const children: (Paragraph | Table)[] = [];
  for (const [place, block] of blocks.entries())
    children.push(...(await written(block, { language, keepNext: staysWith(block, blocks[place + 1]) })));
  const file = new Document({
    title,
    subject: foot,
    creator: "Dingxin",
    styles: styles(),
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

function styles(): object {
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
          // What is written in Latin letters: were it said to be Chinese, numbers would be broken between their digits.
          language: { value: "en-GB", eastAsia: "zh-CN" },
        },
        paragraph: { spacing: { after: 80, line: 248, lineRule: "auto" } },
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

async function written(
  block: Block,
  { language, keepNext }: { language: Language; keepNext: boolean },
): Promise<(Paragraph | Table)[]> {
  switch (block.kind) {
    case "heading":
      return [new Paragraph({ heading: headings[block.level], children: runs(block.text) })];
    case "paragraph":
      return [said(block.text, block.tone, { keepNext })];
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
      return wordTable(block);
    case "picture":
      return picture(block, language);
    case "methods":
      return methodsBox(block.lines);
  }
}

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

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
