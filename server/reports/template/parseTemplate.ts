import MarkdownIt, { type Token } from "markdown-it";
import { readJson } from "../../fielding/json/readJson.ts";
import { isFigureName } from "../../figures/figureNames.ts";
import { figureContent, type FigureContent } from "../../figures/figuresApi.ts";
import { answerLimits } from "../../http/body.ts";
import { faultsOf } from "../../http/faults.ts";
import { Problem, type FieldFault } from "../../problem.ts";
import { partNames } from "../reportsApi.ts";
import { createPlaces, type Places } from "./places.ts";
import { addPlaceholders, placeholderIn } from "./placeholders.ts";
import {
  dataWords,
  figureShapes,
  invalidTemplate,
  type FigureShape,
  type Place,
  type TemplateBlock,
  type TemplateFault,
  type TemplateRun,
  type TemplateText,
} from "./template.ts";

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

interface Reading {
  readonly places: Places;
  readonly faults: TemplateFault[];
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
      blocks.push({ kind: "heading", level, text: textOf(tokens[at + 1], reading) });
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
  if (only?.type === "placeholder" && others.length === 0 && standsAlone(only)) {
    readStanding(only, token, reading);
    return;
  }
  const text = textOf(token, reading);
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
    if (part === undefined) faults.push(unknown(place, "unknown-part", argument, partNames));
    else blocks.push({ kind: "part", part, isOfWeek, place });
    return;
  }
  const shape = shapeNamed(name);
  const [figure = "", number] = argument.split("@");
  const isFrozen = number !== undefined;
  if (shape === undefined || !isFigureName(figure) || (isFrozen && !/^[1-9]\d{0,8}$/.test(number)))
    faults.push(unknown(place, "unknown-figure", argument, []));
  else
    blocks.push({
      kind: "figure",
      shape,
      place,
      wanted: { kind: "saved", figure, number: isFrozen ? Number(number) : null },
    });
}

function standsAlone({ content }: Token): boolean {
  const { name } = placeholderIn(content);
  return name === "part" || shapeNamed(name) !== undefined;
}

function shapeNamed(name: string): FigureShape | undefined {
  return figureShapes.find((each) => each === name);
}

function textOf(token: Token | undefined, reading: Reading): TemplateText {
  const runs: TemplateRun[] = [];
  const style = { strong: 0, emphasis: 0, address: "" };
  for (const child of token?.children ?? []) {
    switch (child.type) {
      case "strong_open":
      case "strong_close":
        style.strong += child.nesting;
        break;
      case "em_open":
      case "em_close":
        style.emphasis += child.nesting;
        break;
      case "link_open": {
        const address = String(child.attrGet("href") ?? "");
        style.address = /^https?:\/\//i.test(address) ? address : "";
        break;
      }
      case "link_close":
        style.address = "";
        break;
      case "placeholder":
        runs.push(...placeholderRuns(child, token?.map ?? null, { reading, isStrong: style.strong > 0 }));
        break;
      default: {
        const content = child.type === "softbreak" || child.type === "hardbreak" ? " " : child.content;
        if (content === "") break;
        runs.push({
          kind: "text",
          text: content,
          isStrong: style.strong > 0,
          isEmphasis: style.emphasis > 0,
          ...(style.address !== "" && { address: style.address }),
        });
      }
    }
  }
  return runs;
}

function placeholderRuns(
  token: Token,
  lines: Token["map"],
  { reading: { places, faults }, isStrong }: { reading: Reading; isStrong: boolean },
): TemplateRun[] {
  const { name, argument } = placeholderIn(token.content);
  const place = places.of(token.content, lines);
  if (name === "claim") {
    const [claim = "", wants = "words", ...more] = argument.split("|").map((part) => part.trim());
    if (isFigureName(claim) && (wants === "words" || wants === "value") && more.length === 0)
      return [{ kind: "claim", claim, wants, place }];
    faults.push(unknown(place, "unknown-claim", argument, []));
    return [];
  }
  const word = argument === "" ? dataWords.find((each) => each === name) : undefined;
  if (word !== undefined) return [{ kind: "word", word, isStrong }];
  if (standsAlone(token))
    faults.push({
      place,
      code: "stands-alone",
      message: {
        "zh-CN": `{{${name}:…}} 要单独成段`,
        en: `{{${name}:…}} stands in a paragraph of its own`,
      },
    });
  else
    faults.push(
      unknown(place, "unknown-word", name, [...dataWords, "figure:", "picture:", "table:", "claim:", "part:"]),
    );
  return [];
}

/** A fence called `figure`, `picture` or `table` describes a figure; any other is what it says. */
function readFence(token: Token, { places, faults, blocks }: Reading): void {
  const shape = shapeNamed(token.info.trim());
  if (shape === undefined) {
    blocks.push({ kind: "code", text: token.content.replace(/\n$/, "") });
    return;
  }
  const place = places.of("`", token.map);
  const found = figureIn(token.content);
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

/** The JSON of a figure, read as strictly as a body of the same content. */
function figureIn(text: string): { content: FigureContent } | { faults: readonly FieldFault[] } {
  try {
    const outcome = figureContent.safeParse(readJson(Buffer.from(text), answerLimits));
    return outcome.success ? { content: outcome.data } : { faults: faultsOf(outcome.error) };
  } catch (error) {
    if (error instanceof Problem) return { faults: error.faults.length > 0 ? error.faults : [tooLarge] };
    throw error;
  }
}

const tooLarge: FieldFault = {
  field: "JSON",
  code: "too-large",
  message: { "zh-CN": "内容太大", en: "This is too large" },
};

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
        text: textOf(tokens[place + 1], reading),
        isNumber: String(token.attrGet("style") ?? "").includes("right"),
      });
    if (token.type === "td_open") rows.at(-1)?.push(textOf(tokens[place + 1], reading));
    // The row of the header holds columns and no cells.
    if (token.type === "thead_close") rows.length = 0;
  }
}

function unknown(place: Place, code: string, given: string, known: readonly string[]): TemplateFault {
  const shown = given.length > 60 ? `${given.slice(0, 60)}…` : given;
  const there = known.length === 0 ? "" : known.join(", ");
  return {
    place,
    code,
    message: {
      "zh-CN": `没有“${shown}”${there === "" ? "" : `；可用：${there}`}`,
      en: `there is no “${shown}”${there === "" ? "" : `; there are ${there}`}`,
    },
  };
}

function tooMany(place: Place): TemplateFault {
  return {
    place,
    code: "too-many-figures",
    message: { "zh-CN": `一份报告最多 ${mostFigures} 个图表`, en: `a report has at most ${mostFigures} figures` },
  };
}
