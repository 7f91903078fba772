import { formatCount, formatDay } from "../../charts/format.ts";
import { isResolved, problemInWords, problemWords } from "../../charts/problemsInWords.ts";
import type { Language } from "../../surveys/language.ts";
import { calendarDay } from "../fielding/calendarDay.ts";
import { Problem } from "../problem.ts";
import { figureWords } from "../figures/figureWords.ts";
import {
  paragraph,
  textOf,
  type Block,
  type PictureBlock,
  type ReportDocument,
  type Run,
  type TableBlock,
  type Text,
} from "./document.ts";
import { pictureBlock } from "./parts/described.ts";
import { wordings } from "./parts/methods.ts";
import { partBlocks } from "./parts/partBlocks.ts";
import { sayTo, type ReportContext, type ShownFigure } from "./reportContext.ts";
import { tableBlock } from "./shownTable.ts";
import {
  invalidTemplate,
  type DataWord,
  type FigureShape,
  type Place,
  type TemplateBlock,
  type TemplateFault,
  type TemplateText,
} from "./template/template.ts";

/** A number in a sentence, as it stands in the study's own words, with all that belongs to it. */
export interface SaidClaim {
  /** The number alone. */
  readonly value: string;
  readonly words: string;
  /** `null` where the address of the service is not known. */
  readonly address: string | null;
}

/** What is looked up for a template beside what its study answers. */
export interface Lookup {
  /** A saved figure; throws `not-found`. */
  readonly figure: (figure: string, number: number | null) => Promise<ShownFigure>;
  /** A claim in words; throws `not-found`. */
  readonly claim: (claim: string) => Promise<SaidClaim>;
  readonly n: number;
  readonly asOf: string;
  readonly liveAddress: string | null;
}

/** Hears how far the work is. */
export type Step = (done: number, of: number) => Promise<void>;

/**
 * Makes a report of a template: asks what it asks for, in its order.
 *
 * Headings with nothing below them are left out: a study that asks for no needs has no chapter on them.
 *
 * @throws {Problem} `invalid-template` naming each figure and claim there is not, or that its study cannot answer.
 */
export async function compose(
  template: readonly TemplateBlock[],
  { context, lookup, step }: { context: ReportContext; lookup: Lookup; step: Step },
): Promise<ReportDocument> {
  const work: Work = { context, ofWeek: { ...context, period: context.week }, lookup, faults: [] };
  const blocks: (Block | "wordings")[] = [];
  for (const [done, block] of template.entries()) {
    await step(done, template.length);
    blocks.push(...(await composed(block, work)));
  }
  if (work.faults.length > 0) throw invalidTemplate(work.faults);
  const pictures = blocks.filter((block): block is PictureBlock => block !== "wordings" && block.kind === "picture");
  const whole = blocks.flatMap((block) => (block === "wordings" ? wordings(pictures, context) : [block]));
  const has = whole.some(({ kind }) => kind === "methods");
  const complete = [...whole, ...(has ? [] : await partBlocks("methods", context))];
  return finished(withoutEmptyChapters(complete), { context, lookup });
}

interface Work {
  readonly context: ReportContext;
  readonly ofWeek: ReportContext;
  readonly lookup: Lookup;
  readonly faults: TemplateFault[];
}

async function composed(block: TemplateBlock, work: Work): Promise<(Block | "wordings")[]> {
  switch (block.kind) {
    case "heading":
      return [{ ...block, text: await textFor(block.text, work) }];
    case "paragraph":
      return [{ kind: "paragraph", text: await textFor(block.text, work), tone: block.isQuote ? "quote" : "plain" }];
    case "item":
      return [{ ...block, text: await textFor(block.text, work) }];
    case "table":
      return [await tableFor(block, work)];
    case "figure":
      return figureFor(block, work);
    case "part":
      if (block.part === "wordings") return ["wordings"];
      return partBlocks(block.part, block.isOfWeek ? work.ofWeek : work.context);
    default:
      return [block];
  }
}

async function textFor(text: TemplateText, work: Work): Promise<Text> {
  const runs: Run[] = [];
  for (const run of text) {
    switch (run.kind) {
      case "text": {
        const { kind: _kind, ...plain } = run;
        runs.push(plain);
        break;
      }
      case "word":
        runs.push({ text: wordFor(run.word, work), isStrong: run.isStrong });
        break;
      case "claim": {
        const said = await found(work, run.place, () => work.lookup.claim(run.claim));
        if (said === null) break;
        runs.push({ text: said[run.wants], ...(said.address !== null && { address: said.address }) });
        break;
      }
    }
  }
  return runs;
}

function wordFor(word: DataWord, { context: { study, day, reader }, lookup: { n, asOf } }: Work): string {
  const { language } = reader;
  switch (word) {
    case "study.title":
      return study.title[language];
    case "day":
      return formatDay(day, language);
    case "n":
      return formatCount(n, language);
    case "asOf":
      return momentInWords(asOf, study.timeZone, language);
  }
}

/** A moment on the study's clock, to the minute. */
function momentInWords(moment: string, timeZone: string, language: Language): string {
  const at = new Date(moment);
  const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone }).format(at);
  const day = formatDay(calendarDay(at, timeZone), language);
  return language === "zh-CN" ? `${day} ${time}` : `${time} on ${day}`;
}

async function tableFor({ columns, rows }: Extract<TemplateBlock, { kind: "table" }>, work: Work): Promise<TableBlock> {
  const inWords = async (text: TemplateText): Promise<string> => textOf(await textFor(text, work));
  const titles: TableBlock["columns"][number][] = [];
  for (const { text, isNumber } of columns) titles.push({ title: await inWords(text), isNumber });
  const cells: { text: string }[][] = [];
  for (const row of rows) {
    const written: { text: string }[] = [];
    for (const cell of row) written.push({ text: await inWords(cell) });
    cells.push(written);
  }
  return { kind: "table", caption: "", columns: titles, rows: cells };
}

async function figureFor(
  { wanted, shape, place }: Extract<TemplateBlock, { kind: "figure" }>,
  work: Work,
): Promise<Block[]> {
  const { context, lookup } = work;
  const { asking, study, reader } = context;
  const picture = await found(work, place, async () => {
    if (wanted.kind === "described")
      return pictureBlock(await asking.described(study, wanted.content, reader.language));
    return pictureBlock(await lookup.figure(wanted.figure, wanted.number));
  });
  return picture === null ? [] : shaped(picture, shape, reader.language);
}

function shaped(picture: PictureBlock, shape: FigureShape, language: Language): Block[] {
  const table = tableBlock(picture.table, language);
  if (shape === "picture") return [picture];
  if (shape === "figure") return [picture, { ...table, caption: "" }];
  const warning: Block[] = picture.warning === "" ? [] : [paragraph(picture.warning, "warning")];
  return [...warning, table, paragraph(picture.sourceLine, "small")];
}

/** What is looked up, or nothing and a fault at its place. */
async function found<What>({ faults }: Work, place: Place, look: () => Promise<What>): Promise<What | null> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const [fault = unanswerable] = error.faults;
    faults.push({ place, code: fault.code, message: fault.message });
    return null;
  }
}

const unanswerable = {
  code: "cannot-be-answered",
  message: { "zh-CN": "本调查答不了", en: "the study cannot answer this" },
};

function withoutEmptyChapters(blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  for (const block of [...blocks].reverse()) {
    const [next] = kept;
    const isEmpty =
      block.kind === "heading" &&
      block.level > 1 &&
      (next === undefined || (next.kind === "heading" && next.level <= block.level));
    if (!isEmpty) kept.unshift(block);
  }
  return kept;
}

function finished(
  blocks: readonly Block[],
  { context: { study, reader, problemsMet }, lookup }: { context: ReportContext; lookup: Lookup },
): ReportDocument {
  const { language } = reader;
  const say = sayTo(reader);
  const first = blocks.findIndex((block) => block.kind === "heading" && block.level === 1);
  const heading = blocks[first];
  const title = heading?.kind === "heading" ? textOf(heading.text) : study.title[language];
  const warned = [
    ...(study.simulated ? [paragraph(figureWords.simulated[language], "warning")] : []),
    ...problemsMet().map((problem) =>
      paragraph(
        `${problemWords.problem[language]}${say("：", ": ")}${problemInWords(problem, language, null)}`,
        isResolved(problem, null) ? "small" : "warning",
      ),
    ),
  ];
  const lead = blocks[first + 1];
  const rest = lead?.kind === "paragraph" && lead.tone === "plain" ? [{ ...lead, tone: "lead" as const }] : [];
  const asOf = momentInWords(lookup.asOf, study.timeZone, language);
  return {
    language,
    title,
    asOf: lookup.asOf,
    foot: say(`${study.title[language]} · 数据截至${asOf}`, `${study.title[language]} · as of ${asOf}`),
    liveAddress: lookup.liveAddress,
    blocks: [...blocks.slice(0, first + 1), ...rest, ...warned, ...blocks.slice(first + 1 + rest.length)],
  };
}
