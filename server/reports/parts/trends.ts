import { estimateInWords } from "../../../charts/estimateInWords.ts";
import { bendInWords, trendInWords } from "../../../charts/movement.ts";
import type { Estimate } from "../../../stats/estimate.ts";
import type { AnalysisRequest, AnalysisTrend } from "../../analysis/analysisApi.ts";
import { disclosedResult } from "../../figures/disclosed.ts";
import type { Indicator } from "../../indicators/indicatorsApi.ts";
import { paragraph, plain, type Block } from "../document.ts";
import { analyse, requestOf, onlyEstimate, sayTo, type ReportContext } from "../reportContext.ts";
import { described } from "./described.ts";

/** How each indicator went over all days: in words, and day by day as a picture. */
export async function trends(context: ReportContext): Promise<Block[]> {
  const { asking, study } = context;
  const blocks: Block[] = [];
  for (const indicator of await asking.indicators(study.study)) blocks.push(...(await blocksOf(indicator, context)));
  return blocks;
}

/** An indicator's trends over all days, one for each stretch between breaks; none where it may not be shown. */
export interface IndicatorTrend {
  readonly indicator: Indicator;
  readonly all: Estimate;
  readonly trends: readonly AnalysisTrend[];
}

/** How an indicator went over all days. */
export async function trendOf(indicator: Indicator, context: ReportContext): Promise<IndicatorTrend> {
  const asked = askedOf(indicator, context);
  const all = onlyEstimate(disclosedResult(await analyse(context, asked)));
  const series = await analyse(context, { ...asked, every: "7-days", also: ["trend"] });
  return { indicator, all, trends: all.kind === "estimate" ? (series.trends?.[0]?.[0] ?? []) : [] };
}

function askedOf({ of, among }: Indicator, { allDays }: ReportContext): Partial<AnalysisRequest> {
  return { indicator: of, ...allDays, ...(among !== null && { filter: among }) };
}

async function blocksOf(indicator: Indicator, context: ReportContext): Promise<Block[]> {
  const { reader } = context;
  const { language } = reader;
  const { title } = indicator;
  const say = sayTo(reader);
  const { all, trends: told } = await trendOf(indicator, context);
  const stop = say("。", ".");
  const sentences = told.flatMap((trend) => [
    `${trendInWords(trend, { unit: "share", language })}${stop}`,
    ...[bendInWords(trend, { unit: "share", language }) ?? []].flat(),
  ]);
  const summed = say(
    `全部日期合计 ${estimateInWords(all, language)}。`,
    `Over all days: ${estimateInWords(all, language)}.`,
  );
  const picture = await described(
    {
      title,
      headline: { "zh-CN": "", en: "" },
      note: { "zh-CN": "", en: "" },
      look: { kind: "trend", request: requestOf(context, { ...askedOf(indicator, context), every: "7-days" }) },
    },
    context,
  );
  return [
    { kind: "heading", level: 3, text: plain(title[language]) },
    paragraph([summed, ...sentences].join(say("", " "))),
    ...picture.map((block) => (block.kind === "picture" ? { ...block, isUnderItsTitle: true } : block)),
  ];
}
