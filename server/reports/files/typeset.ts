import { drawPicture } from "../../../charts/picture/drawPicture.ts";
import { moved, type Picture, type Shape } from "../../../charts/picture/shapes.ts";
import type { Language } from "../../../surveys/language.ts";
import {
  plain,
  staysWith,
  textOf,
  type Block,
  type PictureBlock,
  type ReportDocument,
  type Text,
  type Tone,
} from "../document.ts";
import { setTable } from "./setTable.ts";
import { setLines } from "./setText.ts";
import { strip, type Sheet, type Strip } from "./sheet.ts";

/** The colour of what belongs to the house, and the ground of what stands apart. */
export const accent = "#0b6b68";
const boxGround = "#f3f7f6";
const warningGround = "#fdf1e6";
const warningInk = "#8f3800";

/** A report as strips from its head to its end, for a page or an endless one. */
export function typeset(report: ReportDocument, sheet: Sheet): Strip[] {
  return typesetBlocks(report, sheet).flat();
}

/** A report as the strips of each of its blocks. */
export function typesetBlocks(report: ReportDocument, sheet: Sheet): Strip[][] {
  const { blocks, language } = report.language === "en" ? withNarrowQuotes(report) : report;
  return blocks.map((block, place) => {
    const strips = setBlock(block, { sheet, language });
    return staysWith(block, blocks[place + 1]) ? strips.map((each) => ({ ...each, keepsNext: true })) : strips;
  });
}

/** The typeface has quotation marks and apostrophes of Chinese width only. */
function withNarrowQuotes(report: ReportDocument): ReportDocument {
  const narrow = (_member: string, value: unknown): unknown =>
    typeof value === "string" ? value.replaceAll(/[“”]/g, '"').replaceAll(/[‘’]/g, "'") : value;
  return JSON.parse(JSON.stringify(report), narrow) as ReportDocument;
}

interface Setting {
  readonly sheet: Sheet;
  readonly language: Language;
}

function setBlock(block: Block, setting: Setting): Strip[] {
  const { sheet } = setting;
  const { theme, widthPx } = sheet;
  switch (block.kind) {
    case "heading":
      return setHeading(block, sheet);
    case "paragraph":
      return setParagraph(block.text, block.tone, sheet);
    case "item":
      return setItem(block, sheet);
    case "code":
      return boxed(
        block.text
          .split("\n")
          .flatMap((line) => body(plain(line === "" ? " " : line), { ...sheet, widthPx: widthPx - 24 })),
        { ground: boxGround, bar: null },
        sheet,
      );
    case "rule":
      return [strip([{ shape: "line", from: [0, 8], to: [widthPx, 8], stroke: theme.line, width: 1 }], 16)];
    case "table":
      return setTable(block, sheet);
    case "picture":
      return setPicture(block, setting);
    case "methods":
      return setMethods(block.lines, sheet);
  }
}

function setHeading({ level, text }: Extract<Block, { kind: "heading" }>, sheet: Sheet): Strip[] {
  const { theme, widthPx, sizes } = sheet;
  const size = sizes.headings[level - 1] ?? sizes.body;
  const lines = setLines(text, {
    widthPx,
    size,
    weight: 700,
    fill: level === 2 ? accent : theme.ink,
    accent: theme.ink,
    leading: 1.3,
  });
  return lines.map((line, place) => ({
    ...line,
    before: place === 0 ? ([0, size, size * 0.85][level - 1] ?? 0) : 0,
    keepsNext: true,
    heading: place === 0 ? { level, title: textOf(text) } : null,
  }));
}

function setParagraph(text: Text, tone: Tone, sheet: Sheet): Strip[] {
  const { theme, widthPx, sizes } = sheet;
  switch (tone) {
    case "lead":
      return spaced(setLines(text, { widthPx, size: sizes.lead, fill: theme.soft, accent, leading: 1.5 }), 6);
    case "small":
      return spaced(setLines(text, { widthPx, size: sizes.small, fill: theme.soft, accent, leading: 1.45 }), 4);
    case "warning":
      return boxed(
        setLines(text, {
          widthPx: widthPx - 24,
          size: sizes.body,
          weight: 700,
          fill: warningInk,
          accent,
          leading: 1.45,
        }),
        { ground: warningGround, bar: theme.flagged },
        sheet,
      );
    case "quote":
      return boxed(
        setLines(text, { widthPx: widthPx - 24, size: sizes.body, fill: theme.soft, accent }),
        { ground: theme.ground, bar: theme.line },
        sheet,
      );
    case "plain":
      return spaced(body(text, sheet), 6);
  }
}

function body(text: Text, { widthPx, sizes, theme }: Sheet): Strip[] {
  return setLines(text, { widthPx, size: sizes.body, fill: theme.ink, accent });
}

function setItem({ text, mark, depth }: Extract<Block, { kind: "item" }>, sheet: Sheet): Strip[] {
  const indent = Math.round(sheet.sizes.body * (mark === "•" ? 1.1 : 1.7)) + depth * 18;
  const lines = body(text, { ...sheet, widthPx: sheet.widthPx - indent });
  const [marked] = body(plain(mark), sheet);
  return spaced(
    lines.map((line, place) => ({
      ...line,
      shapes: [
        ...(place === 0 && marked !== undefined ? moved(marked.shapes, [depth * 18, 0]) : []),
        ...moved(line.shapes, [indent, 0]),
      ],
      leads: line.leads.map((lead) => ({ ...lead, x: lead.x + indent })),
    })),
    4,
  );
}

/** Lines with space before the first; a page does not end with it, nor begin with the last. */
function spaced(lines: readonly Strip[], before: number): Strip[] {
  return lines.map((line, place) => ({
    ...line,
    before: place === 0 ? before : 0,
    keepsNext: lines.length > 1 && (place === 0 || place === lines.length - 2),
  }));
}

function boxed(
  lines: readonly Strip[],
  { ground, bar }: { ground: string; bar: string | null },
  { widthPx }: Sheet,
): Strip[] {
  const ends = 8;
  return lines.map((line, place) => {
    const top = place === 0 ? ends : 0;
    const height = line.heightPx + top + (place === lines.length - 1 ? ends : 0);
    const shapes: Shape[] = [
      // A little over, so that no line shows between two strips.
      { shape: "rect", x: 0, y: 0, width: widthPx, height: height + 0.5, fill: ground },
      ...(bar === null ? [] : [{ shape: "rect" as const, x: 0, y: 0, width: 4, height: height + 0.5, fill: bar }]),
      ...moved(line.shapes, [14, top]),
    ];
    return {
      ...line,
      shapes,
      heightPx: height,
      before: place === 0 ? 10 : 0,
      leads: line.leads.map((lead) => ({ ...lead, x: lead.x + 14, y: lead.y + top })),
    };
  });
}

/** Type around a drawing is the report's own, so that it is set and read as the rest. */
function setPicture(block: PictureBlock, { sheet, language }: Setting): Strip[] {
  const { theme, widthPx, sizes } = sheet;
  const { headline, title, note, warning, sourceLine, address, isUnderItsTitle } = block;
  const isHeaded = headline !== "";
  const first =
    isUnderItsTitle && !isHeaded
      ? []
      : setLines(plain(isHeaded ? headline : title), {
          widthPx,
          size: sizes.headings[2],
          weight: 700,
          fill: theme.ink,
          accent,
          leading: 1.35,
        });
  const second = isHeaded ? setLines(plain(title), { widthPx, size: sizes.body, fill: theme.soft, accent }) : [];
  const captions = [...first, ...second].map((line, place) => ({
    ...line,
    before: place === 0 ? 14 : 0,
    keepsNext: true,
  }));
  const { shapes, heightPx } = drawnAlone(block, { widthPx: widthPx + 2 * marginPx, theme, language });
  const source = address === null ? sourceLine : `${sourceLine}  ${address}`;
  return [
    ...(warning === "" ? [] : setParagraph(plain(warning), "warning", sheet)),
    ...captions,
    strip(moved(shapes, [-marginPx, -abovePx]), heightPx - abovePx - belowPx, { keepsNext: true }),
    ...(note === "" ? [] : setParagraph(plain(note), "small", sheet)),
    ...setParagraph(plain(source), "small", sheet),
  ];
}

/** Room that a picture leaves at its sides, and more than it needs among type above and below. */
const marginPx = 20;
const abovePx = 6;
const belowPx = 16;

/** A figure's drawing without the type around it, but for what is wrong with its data. */
export function drawnAlone(
  { drawing, alternative, title, headline, problems }: PictureBlock,
  as: Parameters<typeof drawPicture>[2],
): Picture {
  const nothing = { warning: "", headline: "", title: "", note: "", sourceLine: "", address: "" };
  return {
    ...drawPicture(drawing, { ...nothing, alternative, problems }, as),
    title: headline === "" ? title : headline,
  };
}

function setMethods(lines: Extract<Block, { kind: "methods" }>["lines"], sheet: Sheet): Strip[] {
  const { theme, sizes } = sheet;
  const inner = sheet.widthPx - 28;
  const small = { size: sizes.small, accent, leading: 1.45 };
  const isWide = sheet.widthPx > 500;
  const labelPx = isWide ? 120 : inner;
  const set = lines.flatMap(({ label, text }) => {
    const named = setLines(plain(label), { ...small, widthPx: labelPx, fill: theme.soft, weight: 700 });
    const said = setLines(plain(text), { ...small, widthPx: isWide ? inner - labelPx - 12 : inner, fill: theme.ink });
    if (!isWide) return [...named.map((line) => ({ ...line, keepsNext: true })), ...said, strip([], 5)];
    return Array.from({ length: Math.max(named.length, said.length) }, (_, place) => {
      const [left, right] = [named[place], said[place]];
      const shapes = [...(left?.shapes ?? []), ...moved(right?.shapes ?? [], [labelPx + 12, 0])];
      return strip(shapes, left?.heightPx ?? right?.heightPx ?? 0);
    });
  });
  return boxed(set, { ground: boxGround, bar: null }, sheet);
}
