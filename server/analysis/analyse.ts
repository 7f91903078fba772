import type { Estimate } from "../../stats/estimate.ts";
import { quantile } from "../../stats/estimators/quantile.ts";
import { intervalOfShare } from "../../stats/intervals/intervalOfShare.ts";
import type { Domain } from "../../stats/linearised/linearised.ts";
import { periodSums, windowTotals, type PeriodSums } from "../../stats/trends/periodSums.ts";
import type { TimeAxis } from "../../stats/trends/timeAxis.ts";
import { windowEstimate } from "../../stats/trends/windowEstimate.ts";
import { isBroken, type Window } from "../../stats/trends/windows.ts";
import { lately } from "../estimates/lately.ts";
import type { Reading } from "./alike.ts";
import type { AnalysisGroup, AnalysisOrigin, AnalysisRequest, AnalysisResult } from "./analysisApi.ts";
import type { AnalysisSource } from "./analysisSource.ts";
import { breakdownNamed, groupsOf } from "./breakdowns.ts";
import { breaksIn, namesRead, placedBreaks, toldBreaks, type Read } from "./breaks.ts";
import { dated, type Calendar } from "./calendar.ts";
import { checkCondition } from "./checkCondition.ts";
import { indicatorItem, itemsOf, usualStatistic, type MeasuredItem } from "./items.ts";
import { layOut, stretchOf, type LaidOut } from "./layout.ts";
import { changesOf, trendsOf } from "./movement.ts";
import { readRequest, type OnAxis } from "./onAxis.ts";
import { refusal } from "./refusal.ts";
import { respondentsOf } from "./respondents.ts";
import { subjectNamed } from "./subject.ts";
import { testsOf } from "./tableTests.ts";

type Analysis = Omit<AnalysisResult, keyof AnalysisOrigin>;

const mostEstimates = 10_000;
/** Each puts the values of its group in order. */
const mostQuantiles = 500;
/** Each fits regressions. */
const mostTrends = 60;

/**
 * Works a request out: the items of a variable are summed up together, for all groups and windows.
 *
 * @throws {Problem} `invalid-parameter` naming the part of the request that cannot be met.
 */
export function analyse(request: AnalysisRequest, source: AnalysisSource): Analysis {
  const { columns, codebook } = source;
  const { subject, items, statistic } = subjectOf(request, source);
  const breakdowns = request.by.map((name, place) => breakdownNamed(name, { codebook, columns, path: `by.${place}` }));
  const { groups, coded } = lately(columns, ["groups", request.by], () => groupsOf(breakdowns, columns.rows));
  const { calendar, within, responses } = respondentsOf(request, columns);
  const many = items.length * groups.length * calendar.windows.length;
  const most = statistic === "quantile" ? mostQuantiles : mostEstimates;
  if (many > most)
    throw refusal(request.by.length > 0 ? "by" : "every", "too-many-estimates", {
      "zh-CN": `将得到 ${many} 个估计值，最多 ${most} 个`,
      en: `This makes ${many} estimates; the most is ${most}`,
    });
  if (request.also.includes("trend") && items.length * groups.length > mostTrends)
    throw refusal("also", "too-many-trends", {
      "zh-CN": `趋势检验最多 ${mostTrends} 个`,
      en: `The most trends at once is ${mostTrends}`,
    });
  const breaks = placedBreaks(calendar, breaksIn(readBy(request), source));
  const laidOut = layOut({ groups: coded, calendar, breaks }, request, columns);
  const onAxis = readRequest(request, source, { places: laidOut.places, calendar, within });
  const all = [...groups, ...laidOut.together];
  return {
    request: { ...request, statistic },
    title: subject?.title ?? "",
    askedIf: subject?.askedIf ?? null,
    responses,
    breakdowns: breakdowns.map(({ name, title, values }) => ({ name, title, values })),
    items: items.map(({ variable, value }) => ({ variable, value })),
    groups: all,
    windows: calendar.windows.map((window) => dated(window, calendar)),
    breaks: toldBreaks(breaks, { days: calendar.days, codebook }),
    tests: subject === null ? null : testsOf({ subject, items, breakdowns }, request, onAxis),
    ...foundFor(items, { request, onAxis, calendar, laidOut, groups: all }),
  };
}

/** What a request's numbers are made from: what is estimated, and what says of whom. */
function readBy({ question, indicator, by, filter }: AnalysisRequest): Read {
  return { names: [question, ...by], conditions: [indicator, filter] };
}

/** The names of what a request's numbers are made from. */
export function madeOf(request: AnalysisRequest): { names: string[] } {
  return { names: namesRead(readBy(request)) };
}

/**
 * What a request estimates: its items, of a subject or of none for an indicator.
 *
 * @throws {Problem} `invalid-parameter` naming the part of the request that does not suit.
 */
export function subjectOf(request: AnalysisRequest, { columns, codebook }: AnalysisSource) {
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
    return { subject: null, statistic, items: [indicatorItem(indicator)] };
  }
  const subject = subjectNamed(question ?? "", codebook);
  const statistic = request.statistic ?? usualStatistic(subject);
  if (statistic === "quantile" && request.probability === undefined)
    throw refusal("probability", "required", {
      "zh-CN": "说明哪个分位数，如 0.5",
      en: "Say which quantile: 0.5 for the median",
    });
  return { subject, statistic, items: itemsOf(subject, { ...request, statistic }) };
}

/** What the estimates of every item are made with. */
interface Around {
  readonly request: AnalysisRequest;
  readonly onAxis: (reads: Reading) => OnAxis;
  readonly calendar: Calendar;
  readonly laidOut: LaidOut;
  readonly groups: readonly AnalysisGroup[];
}

type Found = Pick<Analysis, "estimates" | "trends" | "changes">;

function foundFor(items: readonly MeasuredItem[], around: Around): Found {
  const { request, laidOut, onAxis } = around;
  const wants = (what: "trend" | "change"): boolean => request.every !== undefined && request.also.includes(what);
  const found = items.map(({ values, statistic, reads }) => {
    const { axis, domain, columns } = onAxis(reads);
    const numbers = values(columns);
    if (statistic === "quantile")
      return { estimates: placed(quantilesOf({ numbers, domain }, axis, around), around), trends: [], changes: [] };
    const sums = periodSums({ values: numbers, statistic, domain, breaks: laidOut.breaks }, axis);
    return {
      estimates: placed(sumsOf(sums, around), around),
      trends: wants("trend") ? trendsOf(sums, around) : [],
      changes: wants("change") ? changesOf(sums, around) : [],
    };
  });
  return {
    estimates: found.map(({ estimates }) => estimates),
    trends: wants("trend") ? found.map(({ trends }) => trends) : null,
    changes: wants("change") ? found.map(({ changes }) => changes) : null,
  };
}

/** For each group an estimate of each window. */
function placed(
  estimated: (stretch: Window) => Estimate,
  { groups, calendar, laidOut: { length } }: Around,
): Estimate[][] {
  return groups.map((group, place) =>
    calendar.windows.map((window) => estimated(stretchOf(group, place, { window, length, groups: groups.length }))),
  );
}

function sumsOf(sums: PeriodSums, { request: { level, interval }, laidOut }: Around): (stretch: Window) => Estimate {
  return (stretch) => {
    const totals = windowTotals(stretch, sums);
    if (isBroken(stretch, laidOut.breaks)) return { kind: "not-estimable", reason: "crosses-break", n: totals.n };
    const found = windowEstimate(totals, sums, level);
    if (found.kind === "not-estimable" || found.statistic !== "share" || interval === "korn-graubard") return found;
    const other = intervalOfShare(found, interval, level);
    return other === null ? found : { ...found, interval: other, whyNoInterval: null };
  };
}

function quantilesOf(
  { numbers, domain }: { numbers: Float64Array; domain: Domain },
  { time: { codes }, design }: TimeAxis,
  { request: { probability = 0.5, level }, laidOut }: Around,
): (stretch: Window) => Estimate {
  return (stretch) => {
    const within = new Uint8Array(codes.length);
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] ?? -1;
      if (code >= stretch.from && code <= stretch.to && (domain === null || domain[row] === 1)) within[row] = 1;
    }
    const found = quantile(numbers, design, within, { probability, level });
    return isBroken(stretch, laidOut.breaks) ? { kind: "not-estimable", reason: "crosses-break", n: found.n } : found;
  };
}
