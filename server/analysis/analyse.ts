import type { Coded, Design } from "../../stats/design.ts";
import type { Estimate } from "../../stats/estimate.ts";
import { quantile } from "../../stats/estimators/quantile.ts";
import { intervalOfShare } from "../../stats/intervals/intervalOfShare.ts";
import { periodSums, windowTotals } from "../../stats/trends/periodSums.ts";
import { createTimeAxis, type TimeAxis } from "../../stats/trends/timeAxis.ts";
import { windowEstimate } from "../../stats/trends/windowEstimate.ts";
import { isBroken, type Break, type Window } from "../../stats/trends/windows.ts";
import type { Codebook } from "../../surveys/codebook/codebook.ts";
import { domainOf } from "../estimates/conditions.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { AnalysisGroup, AnalysisRequest, AnalysisResult } from "./analysisApi.ts";
import { breakdownNamed, groupsOf } from "./breakdowns.ts";
import { calendarOf, type Calendar } from "./calendar.ts";
import { checkCondition } from "./checkCondition.ts";
import { indicatorItem, itemsOf, usualStatistic, type MeasuredItem } from "./items.ts";
import { refusal } from "./refusal.ts";
import { subjectNamed } from "./subject.ts";

/** What an analysis is made from. */
export interface AnalysisSource {
  readonly columns: StudyColumns;
  readonly codebook: Codebook;
  readonly design: Design;
  /** First days of questionnaire versions that broke with those before. */
  readonly brokenOn: readonly string[];
}

type Analysis = Omit<AnalysisResult, "study" | "asOf" | "questionnaireVersions" | "weight">;

const mostEstimates = 10_000;
/** Each puts the rows of its group in order. */
const mostQuantiles = 500;

/**
 * Works a request out: each item is summed up in one pass over the rows for all groups and windows together.
 *
 * @throws {Problem} `invalid-parameter` naming the part of the request that cannot be met.
 */
export function analyse(request: AnalysisRequest, source: AnalysisSource): Analysis {
  const { columns, codebook } = source;
  const { subject, items, statistic } = subjectOf(request, source);
  const breakdowns = request.by.map((name, place) => breakdownNamed(name, { codebook, columns, path: `by.${place}` }));
  const { groups, coded } = groupsOf(breakdowns, columns.rows);
  const calendar = calendarIn(request, columns);
  const many = items.length * groups.length * calendar.windows.length;
  const most = statistic === "quantile" ? mostQuantiles : mostEstimates;
  if (many > most)
    throw refusal(request.by.length > 0 ? "by" : "every", "too-many-estimates", {
      "zh-CN": `将得到 ${many} 个估计值，最多 ${most} 个`,
      en: `This makes ${many} estimates; the most is ${most}`,
    });
  const domain = domainIn(request, columns);
  const { responses, isEmpty } = counted(domain, calendar);
  if (request.filter !== undefined && isEmpty)
    throw refusal("filter", "matches-nobody", {
      "zh-CN": "没有符合筛选条件的回答",
      en: "No response matches the filter",
    });
  const breaks = breaksIn(calendar, source.brokenOn);
  const laidOut = layOut({ groups: coded, calendar }, request, source.design);
  const all = [...groups, ...laidOut.together];
  return {
    request: { ...request, statistic },
    title: subject?.title ?? "",
    askedIf: subject?.askedIf ?? null,
    responses,
    breakdowns: breakdowns.map(({ name, title, values }) => ({ name, title, values })),
    items: items.map(({ variable, value }) => ({ variable, value })),
    groups: all,
    windows: calendar.windows.map(({ from, to }) => ({
      from: calendar.days[from] ?? "",
      to: calendar.days[to] ?? "",
    })),
    breaks: breaks.map(({ at }) => ({ day: calendar.days[at] ?? "", reason: "wording" })),
    estimates: items.map((item) =>
      estimatesOf(item, { request, source, domain, calendar, breaks, laidOut, groups: all }),
    ),
  };
}

function subjectOf(request: AnalysisRequest, { columns, codebook }: AnalysisSource) {
  const { question, indicator } = request;
  if ((question === undefined) === (indicator === undefined))
    throw refusal("question", "question-or-indicator", {
      "zh-CN": "question 与 indicator 必须且只能有一个",
      en: "A request has either a question or an indicator",
    });
  if (indicator !== undefined) {
    const { statistic = "share" } = request;
    if (statistic !== "share")
      throw refusal("statistic", "needs-share", {
        "zh-CN": "指标只能估计占比",
        en: "Of an indicator there is only the share",
      });
    checkCondition(indicator, columns, "indicator");
    return { subject: null, statistic, items: [indicatorItem(indicator, columns)] };
  }
  const subject = subjectNamed(question ?? "", codebook);
  const statistic = request.statistic ?? usualStatistic(subject);
  if (statistic === "quantile" && request.probability === undefined)
    throw refusal("probability", "required", {
      "zh-CN": "说明哪个分位数，如 0.5",
      en: "Say which quantile: 0.5 for the median",
    });
  return { subject, statistic, items: itemsOf(subject, { ...request, statistic }, columns) };
}

function calendarIn(request: AnalysisRequest, columns: StudyColumns): Calendar {
  const { from, to } = request;
  if (from !== undefined && to !== undefined && from > to)
    throw refusal("to", "before-from", { "zh-CN": "结束日期早于开始日期", en: "The period ends before it begins" });
  return calendarOf(columns, request);
}

function domainIn({ filter }: AnalysisRequest, columns: StudyColumns): Uint8Array | null {
  if (filter === undefined) return null;
  checkCondition(filter, columns, "filter");
  return domainOf(filter, columns);
}

function counted(domain: Uint8Array | null, { dayOf }: Calendar): { responses: number; isEmpty: boolean } {
  let responses = 0;
  for (let row = 0; row < dayOf.length; row++)
    if ((dayOf[row] ?? -1) >= 0 && (domain === null || domain[row] === 1)) responses += 1;
  return { responses, isEmpty: responses === 0 };
}

function breaksIn({ days }: Calendar, brokenOn: readonly string[]): Break[] {
  return brokenOn.flatMap((day) => {
    const at = days.findIndex((each) => each >= day);
    return at <= 0 ? [] : [{ at, reason: "wording" as const }];
  });
}

/** Groups and days on one axis, the days of a group beside each other. */
interface LaidOut {
  readonly axis: TimeAxis;
  /** The days, or 1 where they are all together. */
  readonly length: number;
  /** All groups as one, beside which each can be seen; only where the days are together. */
  readonly together: readonly AnalysisGroup[];
}

function layOut(
  { groups, calendar: { dayOf, days } }: { groups: Coded; calendar: Calendar },
  { by, every }: AnalysisRequest,
  design: Design,
): LaidOut {
  const length = every === undefined ? 1 : days.length;
  const codes = new Int32Array(dayOf.length);
  for (let row = 0; row < codes.length; row++) {
    const group = groups.codes[row] ?? -1;
    const day = dayOf[row] ?? -1;
    codes[row] = group < 0 || day < 0 ? -1 : length === 1 ? group : group * length + day;
  }
  const together = length === 1 && by.length > 0 ? [{ codes: [], labels: [] }] : [];
  const axis = createTimeAxis({ codes, categories: groups.categories * length }, design);
  return { axis, length, together };
}

/** The stretch of the axis that a window of a group is. */
function stretchOf(
  group: AnalysisGroup,
  place: number,
  { window, length, groups }: { window: Window; length: number; groups: number },
): Window {
  const isTogether = group.codes.length === 0 && groups > 1;
  if (isTogether) return { from: 0, to: groups - 2 };
  return length === 1
    ? { from: place, to: place }
    : { from: place * length + window.from, to: place * length + window.to };
}

interface Around {
  readonly request: AnalysisRequest;
  readonly source: AnalysisSource;
  readonly domain: Uint8Array | null;
  readonly calendar: Calendar;
  readonly breaks: readonly Break[];
  readonly laidOut: LaidOut;
  readonly groups: readonly AnalysisGroup[];
}

function estimatesOf(item: MeasuredItem, around: Around): Estimate[][] {
  const { groups, calendar, breaks, laidOut } = around;
  const estimated =
    item.statistic === "quantile" ? quantilesOf(item, around) : sumsOf({ ...item, statistic: item.statistic }, around);
  return groups.map((group, place) =>
    calendar.windows.map((window) => {
      const found = estimated(stretchOf(group, place, { window, length: laidOut.length, groups: groups.length }));
      const isAcross = around.request.every !== undefined && isBroken(window, breaks);
      return isAcross ? { kind: "not-estimable", reason: "crosses-break", n: found.n } : found;
    }),
  );
}

function sumsOf(
  { values, statistic }: MeasuredItem & { statistic: "share" | "net" | "mean" },
  { request: { level, interval }, domain, laidOut }: Around,
): (stretch: Window) => Estimate {
  const sums = periodSums({ values: values(), statistic, domain, breaks: [] }, laidOut.axis);
  return (stretch) => {
    const found = windowEstimate(windowTotals(stretch, sums), sums, level);
    if (found.kind === "not-estimable" || statistic !== "share" || interval === "korn-graubard") return found;
    const other = intervalOfShare(found, interval, level);
    return other === null ? found : { ...found, interval: other, whyNoInterval: null };
  };
}

function quantilesOf(
  { values }: MeasuredItem,
  { request: { probability = 0.5, level }, source: { design }, domain, laidOut }: Around,
): (stretch: Window) => Estimate {
  const numbers = values();
  const { codes } = laidOut.axis.time;
  return ({ from, to }) => {
    const within = new Uint8Array(codes.length);
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] ?? -1;
      if (code >= from && code <= to && (domain === null || domain[row] === 1)) within[row] = 1;
    }
    return quantile(numbers, design, within, { probability, level });
  };
}
