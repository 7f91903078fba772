import { estimateInWords } from "../../../charts/estimateInWords.ts";
import { bendInWords, trendInWords } from "../../../charts/movement.ts";
import { disclosedResult } from "../../figures/disclosed.ts";
import type { Indicator } from "../../indicators/indicatorsApi.ts";
import { paragraph, plain, type Block } from "../document.ts";
import { analyse, requestOf, onlyEstimate, sayTo, type ReportContext } from "../reportContext.ts";
import { described } from "./described.ts";

/** How each indicator went over all days: in words, and day by day as a picture. */
export async function trends(context: ReportContext): Promise<Block[]> {
  const { asking, study } = context;
  const blocks: Block[] = [];
  for (const indicator of await asking.indicators(study.study)) blocks.push(...(await trendOf(indicator, context)));
  return blocks;
}

async function trendOf({ title, of, among }: Indicator, context: ReportContext): Promise<Block[]> {
  const { reader, allDays } = context;
  const { language } = reader;
  const say = sayTo(reader);
  const asked = { indicator: of, ...allDays, ...(among !== null && { filter: among }) };
  const all = onlyEstimate(disclosedResult(await analyse(context, asked)));
  const series = await analyse(context, { ...asked, every: "7-days", also: ["trend"] });
  const told = all.kind === "estimate" ? (series.trends?.[0]?.[0] ?? []) : [];
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
      look: { kind: "trend", request: requestOf(context, { ...asked, every: "7-days" }) },
    },
    context,
  );
  return [
    { kind: "heading", level: 3, text: plain(title[language]) },
    paragraph([summed, ...sentences].join(say("", " "))),
    ...picture,
  ];
}
