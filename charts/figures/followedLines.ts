import type { AnalysisResult, AnalysisWindow } from "../../server/analysis/analysisApi.ts";
import type { Estimate } from "../../stats/estimate.ts";
import type { Language } from "../../surveys/language.ts";
import type { LineFigure, Point, TimeMark } from "../figure.ts";
import type { Followed } from "../followed.ts";
import { formatDay, formatShortDay } from "../format.ts";
import { markOf } from "../mark.ts";

/** Something that happened on a day, with the sign it has in figure and list. */
export interface Noted {
  readonly kind: TimeMark["kind"];
  readonly day: string;
  readonly sign: string;
  readonly label: string;
}

/** A line for each thing that is followed, over the windows of the answer, and what happened on the way. */
export function followedLines(
  { windows, request, responses }: Pick<AnalysisResult, "windows" | "request" | "responses">,
  {
    title,
    followed,
    noted,
    language,
  }: {
    title: string;
    followed: readonly Followed[];
    noted: readonly Noted[];
    language: Language;
  },
): LineFigure {
  const series = followed.map(({ label, estimates }) => ({ label, points: estimates.map(pointOf) }));
  return {
    kind: "lines",
    title,
    unit: followed.some(({ estimates }) => estimates.some(isMean)) ? "mean" : "share",
    n: responses,
    places: windows.map((window) => ({
      label: formatShortDay(request.every === "week" ? window.from : window.to, language),
      text: windowInWords(window, language),
    })),
    series,
    fromZero: isNearZero(series),
    times: noted.flatMap(({ kind, day, sign, label }) => {
      const at = placeOf({ kind, day }, { windows, every: request.every });
      return at === null ? [] : [{ kind, at, sign, label }];
    }),
  };
}

/** A window in full: one day, or its first and last. */
export function windowInWords({ from, to }: AnalysisWindow, language: Language): string {
  return from === to ? formatDay(to, language) : `${formatShortDay(from, language)} – ${formatDay(to, language)}`;
}

function isMean(estimate: Estimate): boolean {
  return estimate.kind === "estimate" && estimate.statistic === "mean";
}

function pointOf(estimate: Estimate): Point | null {
  const mark = markOf(estimate);
  return mark === null ? null : { ...mark, n: estimate.n };
}

/** Whether the lowest band is nearer to 0 than to the highest. */
function isNearZero(series: LineFigure["series"]): boolean {
  const points = series.flatMap((line) => line.points.filter((point) => point !== null));
  const lowest = Math.min(...points.map(({ value, interval }) => interval?.lower ?? value));
  const highest = Math.max(...points.map(({ value, interval }) => interval?.upper ?? value));
  return lowest >= 0 && lowest < highest / 2;
}

/** Where a day is on the axis; `null` beyond its ends. A break is before its day, where one window ends and another begins. */
function placeOf(
  { kind, day }: Pick<Noted, "kind" | "day">,
  { windows, every }: { windows: readonly AnalysisWindow[]; every: AnalysisResult["request"]["every"] },
): number | null {
  const place = windows.findIndex(({ from, to }) => (every === "7-days" ? to === day : from <= day && day <= to));
  const window = windows[place];
  if (window === undefined) return null;
  const isBetween = kind === "break" && (every === "7-days" || window.from === day);
  return isBetween ? place - 0.5 : place;
}
