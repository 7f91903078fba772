import {
  formatCount,
  formatDayOfYear,
  formatDifference,
  formatNet,
  formatShare,
  formatUncertainty,
} from "../../../charts/format.ts";
import { judge } from "../../../charts/judgement.ts";
import { textOf as estimateText } from "../../../charts/mark.ts";
import { changeInWords } from "../../../charts/movement.ts";
import { normalQuantile } from "../../../stats/distributions/normal.ts";
import { roundedToBase } from "../../../stats/disclosure/publication.ts";
import type { AnalysisChange } from "../../analysis/analysisApi.ts";
import type { DayState } from "../../warnings/warningsApi.ts";
import { item, paragraph, type Block, type Cell } from "../document.ts";
import { listed, sayTo, type ReportContext } from "../reportContext.ts";
import { indicatorReadings, type IndicatorReading, type SeriesReading } from "./indicatorReadings.ts";

/** What a p value must be below for a movement to be told. */
export const significant = 0.05;

/** The headline indicators: the last seven days, the change in a week, the detector; and what of it needs words. */
export async function indicators(context: ReportContext): Promise<Block[]> {
  const readings = await indicatorReadings(context);
  if (readings.length === 0) return [];
  const { reader } = context;
  const say = sayTo(reader);
  const isNumber = true;
  return [
    {
      kind: "table",
      caption: say(
        "最近七天的估计，与之前七天相比的变化，以及当天的预警状态",
        "Estimates of the last seven days, the change from the seven before, and the day’s state of the detector",
      ),
      columns: [
        { title: say("指标", "Indicator"), isNumber: false },
        { title: say("最近七天", "Last 7 days"), isNumber },
        { title: say("95% 区间", "95% interval"), isNumber },
        { title: "n", isNumber },
        { title: say("一周变化（百分点）", "In a week (points)"), isNumber },
        { title: say("预警", "Detector"), isNumber: false },
      ],
      rows: readings.map((reading) => rowOf(reading, context)),
    },
    ...movedItems(readings, context),
    ...warnedItems(readings, context),
    ...untoldItems(readings, context),
  ];
}

function rowOf({ indicator, latest, change, whole }: IndicatorReading, { reader }: ReportContext): Cell[] {
  const { language } = reader;
  const judgement = judge(latest);
  const isShown = judgement.kind === "shown";
  return [
    { text: indicator.title[language] },
    { text: estimateText(latest, language) },
    { text: isShown ? formatUncertainty(judgement.estimate, "share", { language, n: latest.n }) : "" },
    { text: isShown ? formatCount(latest.n, language) : "" },
    { text: change === null ? "" : changeInShort(change, reader) },
    { text: stateWord(whole.state, reader), isFlagged: isAmiss(whole.state) },
  ];
}

function changeInShort(change: AnalysisChange, { language }: ReportContext["reader"]): string {
  if (change.kind === "not-estimable") return "–";
  const { value, interval } = change.estimate;
  const written = (height: number): string => formatDifference(height, "share", { language, plus: "+" });
  if (interval === null) return written(value);
  const between = language === "zh-CN" ? " 至 " : " to ";
  return `${written(value)} (${written(interval.lower)}${between}${written(interval.upper)})`;
}

/** Signs tell states apart where colours do not. */
const stateWords = {
  red: ["▲▲ 红色", "▲▲ Red"],
  amber: ["▲ 黄色", "▲ Amber"],
  quiet: ["● 平稳", "● Quiet"],
  cannotTell: ["○ 无法判断", "○ Cannot tell"],
} as const;

/** What the detector says of a day in a word. */
export function stateWord(state: DayState, reader: ReportContext["reader"]): string {
  const [chinese, english] = stateWords[isTold(state) ? state : "cannotTell"];
  return sayTo(reader)(chinese, english);
}

function isTold(state: DayState): state is "red" | "amber" | "quiet" {
  return state === "red" || state === "amber" || state === "quiet";
}

/** Whether a state is a warning. */
function isAmiss(state: DayState): boolean {
  return state === "red" || state === "amber";
}

/** Whether a change can be told. */
export function hasMoved({ change }: IndicatorReading): boolean {
  return change?.kind === "change" && change.pValue < significant;
}

function movedItems(readings: readonly IndicatorReading[], { reader }: ReportContext): Block[] {
  const { language } = reader;
  const say = sayTo(reader);
  const moved = readings.filter(hasMoved);
  const still = readings.filter(({ change }) => change?.kind === "change" && change.pValue >= significant);
  const items = moved.map(({ indicator, change }) =>
    item(
      `${say("：", ": ")}${change === null ? "" : changeInWords(change, { unit: "share", language })}${say("。", ".")}`,
      indicator.title[language],
    ),
  );
  if (still.length === 0) return items;
  const names = listed(
    still.map(({ indicator }) => say(`“${indicator.title[language]}”`, `“${indicator.title[language]}”`)),
    reader,
  );
  return [
    ...items,
    item(
      say(
        `${names}：与之前七天相比看不出变化（差异的 95% 区间包含零）。`,
        `${names}: no change from the seven days before can be told (the 95% interval of the difference holds zero).`,
      ),
    ),
  ];
}

function warnedItems(readings: readonly IndicatorReading[], context: ReportContext): Block[] {
  return warnedIn(readings).map(({ reading, series }) =>
    item(
      `${sayTo(context.reader)("：", ": ")}${standingInWords(series, context)}`,
      seriesName(reading, series, context),
    ),
  );
}

/** Every series that the detector warns of: the whole study's first, then areas. */
export function warnedIn(
  readings: readonly IndicatorReading[],
): { readonly reading: IndicatorReading; readonly series: SeriesReading }[] {
  return readings.flatMap((reading) =>
    [reading.whole, ...reading.areas].flatMap((series) => (isAmiss(series.state) ? [{ reading, series }] : [])),
  );
}

/** An indicator's name, with the area's where it is of one. */
export function seriesName(
  { indicator }: IndicatorReading,
  { area }: SeriesReading,
  { reader }: ReportContext,
): string {
  const title = indicator.title[reader.language];
  if (area === null) return title;
  return sayTo(reader)(`${reader.read(area.label)}，${title}`, `${reader.read(area.label)}, ${title}`);
}

/** Why there is a warning: how far off, since when, against what. */
function standingInWords({ state, standing, n, pooled }: SeriesReading, { reader }: ReportContext): string {
  const { language } = reader;
  const say = sayTo(reader);
  const twice =
    pooled === null
      ? say("，连续两天变差", ", worse on two days running")
      : say("，连续两次变差", ", worse twice running");
  const named = `${stateWord(state, reader)}${state === "red" ? twice : ""}`;
  if (standing === null) return `${named}${say("。", ".")}`;
  const { excess, standardError, since, baseline } = standing;
  const half = normalQuantile(0.975) * standardError;
  const points = (value: number): string => formatNet(value, { language, n: 100 });
  const ends = say(
    `${points(excess - half)} 至 ${points(excess + half)}`,
    `${points(excess - half)} to ${points(excess + half)}`,
  );
  const began =
    since === null
      ? ""
      : say(`，约自${formatDayOfYear(since, language)}开始`, `, since about ${formatDayOfYear(since, language)}`);
  const days = [baseline.from, baseline.to].map((each) => formatDayOfYear(each, language));
  const level = formatShare(baseline.level, { language, n: 100 });
  const count = nInWords({ n, pooled }, reader);
  const size = points(Math.abs(excess)).replace("+", "");
  return say(
    `${named}；比基线差 ${size} 个百分点（向坏的方向 95% 区间 ${ends}）${began}；基线 ${level}（${days.join("至")}）${count}。`,
    `${named}; ${size} points worse than its baseline (95% interval ${ends}, worse is positive)${began}; baseline ${level}, ${days.join(" to ")}${count}.`,
  );
}

/** Small counts of a day are not told exactly, as nowhere outside. */
function nInWords({ n, pooled }: Pick<SeriesReading, "n" | "pooled">, reader: ReportContext["reader"]): string {
  if (n === null) return "";
  const say = sayTo(reader);
  const count = n < 100 ? say("不足 100", "below 100") : formatCount(roundedToBase(n, 5), reader.language);
  const equals = n >= 100 ? "= " : "";
  if (pooled === null) return say(`；当天 n ${equals}${count}`, `; n on the day ${equals}${count}`);
  const [from = "", to = ""] = [pooled.from, pooled.to].map((day) => formatDayOfYear(day, reader.language));
  return say(`；${from}至${to}合并，n ${equals}${count}`, `; ${from} to ${to} pooled, n ${equals}${count}`);
}

/** What cannot be told is said as plainly as what can; indicators of which the same is said, together. */
function untoldItems(readings: readonly IndicatorReading[], context: ReportContext): Block[] {
  const { reader } = context;
  const say = sayTo(reader);
  const titles = new Map<string, string[]>();
  for (const reading of readings) {
    const said = untoldOf(reading, context);
    if (said !== "") titles.set(said, [...(titles.get(said) ?? []), reading.indicator.title[reader.language]]);
  }
  return [...titles].map(([said, named]) =>
    paragraph(`${named.join(say("、", "; "))}${say("：", ": ")}${said}${say("。", ".")}`, "small"),
  );
}

function untoldOf({ whole, areas, smallestN }: IndicatorReading, { reader }: ReportContext): string {
  const say = sayTo(reader);
  const untold = areas.filter(({ state }) => !isTold(state));
  const names = untold.slice(0, mostNamed).flatMap(({ area }) => (area === null ? [] : [reader.read(area.label)]));
  const rest = untold.length - names.length;
  const why = isTold(whole.state) ? "" : whyUntold(whole.state, smallestN, reader);
  if (untold.length === 0) return why;
  const named = rest > 0 ? say(names.join("、"), names.join(", ")) : listed(names, reader);
  const others = rest > 0 ? say(`等 ${untold.length} 个地区`, ` and ${rest} more areas`) : "";
  const places = say(`${named}${others}回答太少，无法判断`, `too few answers to tell in ${named}${others}`);
  return why === "" ? places : `${why}${say("；", "; ")}${places}`;
}

const mostNamed = 5;

function whyUntold(state: DayState, smallestN: number, reader: ReportContext["reader"]): string {
  const say = sayTo(reader);
  switch (state) {
    case "n-too-small":
      return say(
        `整体无法判断，当天回答少于 ${smallestN} 份`,
        `the whole cannot be told: fewer than ${smallestN} answers on the day`,
      );
    case "baseline-too-short":
      return say("整体无法判断，基线还不够长", "the whole cannot be told: the baseline is too short yet");
    case "no-variance":
      return say("整体无法判断，基线内没有变化", "the whole cannot be told: nothing varies in the baseline");
    default:
      return say("整体无法判断，当天没有回答", "the whole cannot be told: no answers on the day");
  }
}
