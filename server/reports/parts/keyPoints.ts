import { estimateInWords } from "../../../charts/estimateInWords.ts";
import { judge } from "../../../charts/judgement.ts";
import { bendInWords, changeInWords, trendInWords } from "../../../charts/movement.ts";
import type { AnalysisTrend } from "../../analysis/analysisApi.ts";
import { item, type Block } from "../document.ts";
import { listed, sayTo, type ReportContext } from "../reportContext.ts";
import { arrivalsInShort } from "./arrivals.ts";
import { hasMoved, significant, seriesName, stateWord, warnedIn } from "./indicators.ts";
import { indicatorReadings, type IndicatorReading } from "./indicatorReadings.ts";
import { byGap, quoted, studiedNeeds } from "./needs.ts";
import { studiedClaims, worrying } from "./rumours.ts";
import { trendOf } from "./trends.ts";

/** What whoever has half a minute should know: a line each on what came in, warnings, movement, needs and claims. */
export async function keyPoints(context: ReportContext): Promise<Block[]> {
  const readings = await indicatorReadings(context);
  const say = sayTo(context.reader);
  const lines = [
    [say("回答", "Responses"), await arrivalsInShort(context)],
    [say("预警", "Detector"), readings.length === 0 ? "" : warningLine(readings, context)],
    [say("变化", "Movement"), readings.length === 0 ? "" : await movementLine(readings, context)],
    [say("需求", "Needs"), await needLine(context)],
    [say("说法", "Claims"), await claimLine(context)],
  ] as const;
  return lines.flatMap(([about, line]) => (line === "" ? [] : [item(`${say("：", ": ")}${line}`, about)]));
}

const mostWarned = 4;

function warningLine(readings: readonly IndicatorReading[], context: ReportContext): string {
  const { reader } = context;
  const say = sayTo(reader);
  const warned = warnedIn(readings);
  if (warned.length > 0) {
    const named = warned
      .slice(0, mostWarned)
      .map(({ reading, series }) =>
        say(
          `${seriesName(reading, series, context)}（${stateWord(series.state, reader)}）`,
          `${seriesName(reading, series, context)} (${stateWord(series.state, reader)})`,
        ),
      );
    const rest = warned.length - named.length;
    const more = rest > 0 ? say(`，另有 ${rest} 项`, ` and ${rest} more`) : "";
    return say(`${named.join("；")}${more}。`, `${named.join("; ")}${more}.`);
  }
  const untold = readings.filter(({ whole }) => whole.state !== "quiet");
  if (untold.length === 0)
    return say(
      `${readings.length} 项指标在整体上都与各自的基线相符。`,
      `All ${readings.length} indicators are in line with their baselines in the study as a whole.`,
    );
  const names = listed(
    untold.map(({ indicator }) => `“${indicator.title[reader.language]}”`),
    reader,
  );
  return say(`没有预警；${names}无法判断。`, `No warning; ${names} cannot be told.`);
}

async function movementLine(readings: readonly IndicatorReading[], context: ReportContext): Promise<string> {
  return context.period === context.week ? weeklyLine(readings, context) : trendLine(readings, context);
}

/** Of the indicators with a trend over all days, the one that has moved most. */
async function trendLine(readings: readonly IndicatorReading[], context: ReportContext): Promise<string> {
  const { reader } = context;
  const { language } = reader;
  const say = sayTo(reader);
  let most: { readonly title: string; readonly trend: AnalysisTrend; readonly size: number } | null = null;
  for (const { indicator } of readings)
    for (const trend of (await trendOf(indicator, context)).trends) {
      if (trend.kind !== "trend" || trend.pValue === null || trend.pValue >= significant) continue;
      const size = Math.abs(trend.overall.value);
      if (size > (most?.size ?? 0)) most = { title: indicator.title[language], trend, size };
    }
  if (most === null) return say("各项指标都看不出趋势。", "No indicator has a trend that can be told.");
  const told = trendInWords(most.trend, { unit: "share", language });
  const bend = bendInWords(most.trend, { unit: "share", language });
  return say(`${most.title}：${told}。${bend ?? ""}`, `${most.title}: ${told}.${bend === null ? "" : ` ${bend}`}`);
}

function weeklyLine(readings: readonly IndicatorReading[], { reader }: ReportContext): string {
  const { language } = reader;
  const say = sayTo(reader);
  const size = ({ change }: IndicatorReading): number => (change?.kind === "change" ? Math.abs(change.z) : 0);
  const [largest] = readings.filter(hasMoved).sort((one, other) => size(other) - size(one));
  if (largest?.change == null)
    return say("与之前七天相比，各项指标都看不出变化。", "No indicator has told a change from the seven days before.");
  const { indicator, change, latest } = largest;
  return say(
    `${indicator.title[language]}为 ${estimateInWords(latest, language)}，${changeInWords(change, { unit: "share", language })}。`,
    `${indicator.title[language]}: ${estimateInWords(latest, language)}, ${changeInWords(change, { unit: "share", language })}.`,
  );
}

async function needLine(context: ReportContext): Promise<string> {
  const found = await studiedNeeds(context);
  const [widest] = found === null ? [] : byGap(found.result);
  if (widest === undefined) return "";
  const { language } = context.reader;
  const gap = estimateInWords(widest.gap, language);
  return sayTo(context.reader)(
    `缺口最大的是${quoted(widest.label, context)}，全体中 ${gap}需要而不满意。`,
    `the widest gap is ${quoted(widest.label, context)}: of all, ${gap} need it and are not satisfied.`,
  );
}

async function claimLine(context: ReportContext): Promise<string> {
  const claims = worrying(await studiedClaims(context));
  const [most] = claims.filter(({ believed }) => judge(believed).kind === "shown");
  if (most === undefined) return "";
  const believed = estimateInWords(most.believed, context.reader.language);
  return sayTo(context.reader)(
    `${most.isWatched ? "作为谣言监测的说法中，" : ""}听说者相信最多的是${quoted(most.label, context)}，${believed}。`,
    `${most.isWatched ? "of those watched as rumours, the one " : ""}most believed by those who heard it is ${quoted(most.label, context)}, by ${believed}.`,
  );
}
