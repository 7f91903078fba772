import { estimateInWords } from "../../../charts/estimateInWords.ts";
import { formatCount, formatUncertainty } from "../../../charts/format.ts";
import { judge } from "../../../charts/judgement.ts";
import { textOf as estimateText, unitOf } from "../../../charts/mark.ts";
import type { Estimate } from "../../../stats/estimate.ts";
import type { LocalisedText } from "../../../surveys/definition.ts";
import { likeliest, pairingsOf, type Pairing } from "../../../surveys/codebook/questionPairs.ts";
import { isOfNeeds, satisfiedCodes } from "../../../surveys/codebook/usualChoices.ts";
import { disclosedNeeds } from "../../figures/disclosed.ts";
import type { FigureContent } from "../../figures/figuresApi.ts";
import { needsRequest, type NeedsRequest, type NeedsResult, type StudiedTopic } from "../../needs/needsApi.ts";
import { paragraph, type Block, type Cell } from "../document.ts";
import { sayTo, type Days, type ReportContext } from "../reportContext.ts";
import { daysInWords } from "./daysInWords.ts";
import { described } from "./described.ts";

/** More rows than these are for a longer report than a day's. */
const mostTopics = { ofWeek: 5, ofAll: 12 };

/** What people need most and what is met worst; a brief has the widest gap among its points, and not twice. */
export async function needs(context: ReportContext): Promise<Block[]> {
  const found = await studiedNeeds(context);
  if (found === null) return [];
  const { result, days } = found;
  const gaps = byGap(result);
  const { reader } = context;
  const say = sayTo(reader);
  const [widest] = gaps;
  if (widest === undefined)
    return [
      paragraph(
        say(
          `${daysInWords(days, context)}回答太少，无法判断公众最需要什么。`,
          `${daysInWords(days, context)} had too few answers to tell what people need most.`,
        ),
      ),
    ];
  const mostNeeded = [...gaps].sort((one, other) => valueOf(other.need) - valueOf(one.need)).slice(0, 3);
  const named = mostNeeded.map(
    ({ label, need }) => `${quoted(label, context)}${say("", " ")}${estimateInWords(need, reader.language)}`,
  );
  return [
    paragraph(
      say(
        `${daysInWords(days, context)}，最多人想知道的是${named.join("、")}。`,
        `${daysInWords(days, context)}, what most people wanted to know about was ${named.join("; ")}.`,
      ) + (days === context.week ? "" : gapSentence(widest, context)),
    ),
    topicsTable(
      gaps.slice(0, days === context.week ? mostTopics.ofWeek : mostTopics.ofAll),
      { days, of: result.topics.length },
      context,
    ),
  ];
}

/** The widest gap in a sentence. */
function gapSentence({ label, gap, satisfied }: StudiedTopic, context: ReportContext): string {
  const { language } = context.reader;
  return sayTo(context.reader)(
    `缺口最大的是${quoted(label, context)}：全体中 ${estimateInWords(gap, language)}需要而不满意；需要者中满意的为 ${estimateInWords(satisfied, language)}。`,
    ` The widest gap is ${quoted(label, context)}: of all, ${estimateInWords(gap, language)} need it and are not satisfied; of those who need it, ${estimateInWords(satisfied, language)} are.`,
  );
}

function topicsTable(
  topics: readonly StudiedTopic[],
  { days, of }: { days: Days; of: number },
  context: ReportContext,
): Block {
  const { reader } = context;
  const say = sayTo(reader);
  const isNumber = true;
  const which =
    topics.length < of
      ? say(`缺口最大的 ${topics.length} 项（共 ${of} 项）`, `The ${topics.length} widest gaps of ${of} topics`)
      : say("按缺口排列", "By gap");
  return {
    kind: "table",
    caption: `${which}${say("，", ", ")}${daysInWords(days, context, "within")}`,
    columns: [
      { title: say("主题", "Topic"), isNumber: false },
      { title: say("需要（全体中）", "Need it, of all"), isNumber },
      { title: "n", isNumber },
      { title: say("满意（需要者中）", "Satisfied, of those who need it"), isNumber },
      { title: "n", isNumber },
      { title: say("缺口（全体中）", "Gap, of all"), isNumber },
    ],
    rows: topics.map(({ label, need, satisfied, gap }) => [
      { text: reader.read(label) },
      ...[need, satisfied].flatMap((estimate) => [withInterval(estimate, reader), nOf(estimate, reader)]),
      withInterval(gap, reader),
    ]),
  };
}

/** An estimate and its interval in one cell. */
export function withInterval(estimate: Estimate, { language }: ReportContext["reader"]): Cell {
  const judgement = judge(estimate);
  const text = estimateText(estimate, language);
  if (judgement.kind === "not-shown") return { text };
  const ends = formatUncertainty(judgement.estimate, unitOf(judgement.estimate), { language, n: estimate.n });
  return { text: `${text} (${ends})` };
}

/** The n of an estimate that is shown. */
export function nOf(estimate: Estimate, { language }: ReportContext["reader"]): Cell {
  return { text: judge(estimate).kind === "shown" ? formatCount(estimate.n, language) : "" };
}

/** Needs as a plane of need against satisfaction. */
export async function needsFigure(context: ReportContext): Promise<Block[]> {
  const asked = needsAsked(context, context.allDays);
  if (asked === null) return [];
  const content: FigureContent = {
    title: { "zh-CN": "信息需求与满足程度", en: "What people need to know, and how well it is met" },
    headline: nothing,
    note: nothing,
    look: { kind: "quadrant", request: asked },
  };
  return described(content, context);
}

const nothing = { "zh-CN": "", en: "" };

/** Needs over the report's last week, or over all days; `null` for a study that does not ask for them. */
export async function studiedNeeds(context: ReportContext): Promise<{ result: NeedsResult; days: Days } | null> {
  const days = context.period;
  const asked = needsAsked(context, days);
  if (asked === null) return null;
  return { result: disclosedNeeds(await context.asking.needs(context.study.study, asked)), days };
}

/** Topics that have a gap, the widest first. */
export function byGap({ topics, byGap: places }: NeedsResult): StudiedTopic[] {
  return places.flatMap((place) => {
    const topic = topics[place];
    return topic?.gap.kind === "estimate" && judge(topic.need).kind === "shown" ? [topic] : [];
  });
}

function needsAsked({ codebook, weighting }: ReportContext, days: Days): NeedsRequest | null {
  const pairing = likeliest(pairingsOf(codebook), isOfNeeds);
  if (pairing === null) return null;
  return needsRequest.parse({ ...days, ...weighting, ...topicsOf(pairing) });
}

function topicsOf({ pairs }: Pairing): object {
  return {
    topics: pairs.map(({ first, second }) => ({
      need: { kind: "ticked", variable: first.name },
      satisfaction: second.name,
    })),
    satisfiedIf: satisfiedCodes(pairs[0]?.second.values ?? []),
  };
}

function valueOf(estimate: Estimate): number {
  return estimate.kind === "estimate" ? estimate.value : 0;
}

/** The name of a topic or claim as a quotation. */
export function quoted(label: LocalisedText, { reader }: ReportContext): string {
  return `“${reader.read(label)}”`;
}
