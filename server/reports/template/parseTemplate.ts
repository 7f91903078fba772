import MarkdownIt, { type Token } from "markdown-it";
import { isFigureName } from "../../figures/figureNames.ts";
import { partNames } from "../reportsApi.ts";
import { describedFigure } from "./describedFigure.ts";
import { nothingCalled } from "./nothingCalled.ts";
import { createPlaces } from "./places.ts";
import { addPlaceholders, placeholderIn } from "./placeholders.ts";
import {
  figureShapes,
  invalidTemplate,
  type FigureShape,
  type Place,
  type TemplateBlock,
  type TemplateFault,
  type TemplateText,
} from "./template.ts";
import { standsAlone, templateText, type TextReading } from "./templateText.ts";

const markdown = new MarkdownIt({ html: false, linkify: false }).disable(["image", "reference"]);
addPlaceholders(markdown);

/** More could not be drawn while somebody waits. */
const mostFigures = 60;

/**
 * Reads a template: Markdown without HTML or images, in which `{{…}}` and fenced figures stand for what a study knows.
 *
 * @throws {Problem} `invalid-template` naming each fault with its line and column.
 */
export function parseTemplate(text: string): TemplateBlock[] {
  const reading: Reading = { places: createPlaces(text), faults: [], blocks: [], lists: [], quotes: 0 };
  const tokens = markdown.parse(text.replaceAll("\0", "\ufffd"), {});
  for (let at = 0; at < tokens.length;) at = readBlock(tokens, at, reading);
  const figures = reading.blocks.flatMap((block) => (block.kind === "figure" ? [block.place] : []));
  if (figures.length > mostFigures) reading.faults.push(tooMany(figures[mostFigures] ?? { line: 1, column: 1 }));
  if (reading.faults.length > 0) throw invalidTemplate(reading.faults);
  return reading.blocks;
}

interface Reading extends TextReading {
  readonly blocks: TemplateBlock[];
  /** The lists that are open: the number of the next point, `null` where points are not numbered. */
  readonly lists: (number | null)[];
  quotes: number;
}

/** Reads the block that begins at a token and gives the place of the next. */
function readBlock(tokens: readonly Token[], at: number, reading: Reading): number {
  const token = tokens[at];
  const { blocks, lists } = reading;
  switch (token?.type) {
    case "heading_open": {
      const level = Math.min(3, Number(token.tag.slice(1))) as 1 | 2 | 3;
      blocks.push({ kind: "heading", level, text: templateText(tokens[at + 1], reading) });
      return at + 3;
    }
    case "inline":
      readParagraph(token, reading);
      return at + 1;
    case "bullet_list_open":
      lists.push(null);
      return at + 1;
    case "ordered_list_open":
      lists.push(Number(token.attrGet("start") ?? 1));
      return at + 1;
    case "bullet_list_close":
    case "ordered_list_close":
      lists.pop();
      return at + 1;
    case "blockquote_open":
      reading.quotes += 1;
      return at + 1;
    case "blockquote_close":
      reading.quotes -= 1;
      return at + 1;
    case "hr":
      blocks.push({ kind: "rule" });
      return at + 1;
    case "fence":
    case "code_block":
      readFence(token, reading);
      return at + 1;
    case "table_open":
      return readTable(tokens, at, reading);
    default:
      return at + 1;
  }
}

function readParagraph(token: Token, reading: Reading): void {
  const [only, ...others] = (token.children ?? []).filter(
    ({ type, content }) => type !== "text" || content.trim() !== "",
  );
  if (only?.type === "placeholder" && others.length === 0 && standsAlone(placeholderIn(only.content).name)) {
    readStanding(only, token, reading);
    return;
  }
  const text = templateText(token, reading);
  const { lists } = reading;
  const numbered = lists.at(-1);
  if (numbered === undefined) {
    reading.blocks.push({ kind: "paragraph", text, isQuote: reading.quotes > 0 });
    return;
  }
  if (numbered !== null) lists[lists.length - 1] = numbered + 1;
  const mark = numbered === null ? "•" : `${numbered}.`;
  reading.blocks.push({ kind: "item", text, mark, depth: Math.min(3, lists.length - 1) });
}

/** A figure or a part: it takes the place of a paragraph. */
function readStanding(token: Token, around: Token, { places, faults, blocks }: Reading): void {
  const { name, argument } = placeholderIn(token.content);
  const place = places.of(token.content, around.map);
  if (name === "part") {
    const isOfWeek = /\sweek$/.test(argument);
    const part = partNames.find((each) => each === argument.replace(/\s+week$/, ""));
    if (part === undefined) faults.push(nothingCalled(argument, { place, code: "unknown-part", known: partNames }));
    else blocks.push({ kind: "part", part, isOfWeek, place });
    return;
  }
  const shape = shapeNamed(name);
  const [figure = "", number] = argument.split("@");
  const isFrozen = number !== undefined;
  if (shape === undefined || !isFigureName(figure) || (isFrozen && !/^[1-9]\d{0,8}$/.test(number)))
    faults.push(nothingCalled(argument, { place, code: "unknown-figure" }));
  else
    blocks.push({
      kind: "figure",
      shape,
      place,
      wanted: { kind: "saved", figure, number: isFrozen ? Number(number) : null },
    });
}

function shapeNamed(name: string): FigureShape | undefined {
  return figureShapes.find((each) => each === name);
}

/** A fence called `figure`, `picture` or `table` describes a figure; any other is what it says. */
function readFence(token: Token, { places, faults, blocks }: Reading): void {
  const shape = shapeNamed(token.info.trim());
  if (shape === undefined) {
    blocks.push({ kind: "code", text: token.content.replace(/\n$/, "") });
    return;
  }
  const place = places.of("`", token.map);
  const found = describedFigure(token.content);
  if ("content" in found) {
    blocks.push({ kind: "figure", shape, place, wanted: { kind: "described", content: found.content } });
    return;
  }
  for (const { field, code, message } of found.faults)
    faults.push({
      place,
      code,
      message: { "zh-CN": `${field}：${message["zh-CN"]}`, en: `${field}: ${message.en}` },
    });
}

function readTable(tokens: readonly Token[], at: number, reading: Reading): number {
  const columns: { text: TemplateText; isNumber: boolean }[] = [];
  const rows: TemplateText[][] = [];
  for (let place = at + 1; ; place += 1) {
    const token = tokens[place];
    if (token === undefined || token.type === "table_close") {
      reading.blocks.push({ kind: "table", columns, rows });
      return place + 1;
    }
    if (token.type === "tr_open") rows.push([]);
    if (token.type === "th_open")
      columns.push({
        text: templateText(tokens[place + 1], reading),
        isNumber: String(token.attrGet("style") ?? "").includes("right"),
      });
    if (token.type === "td_open") rows.at(-1)?.push(templateText(tokens[place + 1], reading));
    // The row of the header holds columns and no cells.
    if (token.type === "thead_close") rows.length = 0;
  }
}

function tooMany(place: Place): TemplateFault {
  return {
    place,
    code: "too-many-figures",
    message: { "zh-CN": `一份报告最多 ${mostFigures} 个图表`, en: `a report has at most ${mostFigures} figures` },
  };
}
