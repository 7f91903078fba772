import type { Coded } from "../../stats/design.ts";
import { changeBetween } from "../../stats/trends/change.ts";
import type { PeriodSums, Tracked } from "../../stats/trends/periodSums.ts";
import { createTimeAxis } from "../../stats/trends/timeAxis.ts";
import { trends } from "../../stats/trends/trends.ts";
import type { Window } from "../../stats/trends/windows.ts";
import type { AnalysisChange, AnalysisGroup, AnalysisRequest, AnalysisTrend } from "./analysisApi.ts";
import { dated, type Calendar } from "./calendar.ts";
import { stretchOf, type LaidOut } from "./layout.ts";

interface Around {
  readonly request: AnalysisRequest;
  readonly calendar: Calendar;
  readonly laidOut: LaidOut;
  readonly groups: readonly AnalysisGroup[];
}

/** For each group how the last point differs from the one a week before it. */
export function changesOf(sums: PeriodSums, around: Around): AnalysisChange[] {
  const { request, calendar, laidOut, groups } = around;
  const { windows } = calendar;
  const last = windows.at(-1);
  const before = windows.at(request.every === "week" ? -2 : -8);
  return groups.map((group, place): AnalysisChange => {
    if (last === undefined || before === undefined) return { kind: "not-estimable", reason: "no-week-before", n: 0 };
    const on = (window: Window): Window =>
      stretchOf(group, place, { window, length: laidOut.length, groups: groups.length });
    const found = changeBetween(sums, { from: on(before), to: on(last) }, { level: request.level });
    if (found.kind === "not-estimable") return { kind: "not-estimable", reason: found.reason, n: found.n };
    const { estimate, z, pValue, smallestDetectable } = found;
    return {
      kind: "change",
      from: dated(before, calendar),
      to: dated(last, calendar),
      estimate,
      z,
      pValue,
      smallestDetectable,
    };
  });
}

/** For each group whether there is a trend over days, apart on each side of a break. */
export function trendsOf({ tracked, axis: { time, design } }: PeriodSums, around: Around): AnalysisTrend[][] {
  const { request, calendar, laidOut, groups } = around;
  const { values, statistic, domain } = tracked;
  const dayOf = time.codes.map((code) => (code < 0 ? -1 : code % laidOut.length));
  const axis = createTimeAxis({ codes: dayOf, categories: calendar.days.length }, design);
  const breaks = laidOut.breaks.filter(({ at }) => at < laidOut.length);
  return groups.map((_, place) => {
    const within = inGroup(place, { codes: time.codes, domain, length: laidOut.length });
    const found = trends({ values, statistic, domain: within, breaks }, axis, request.level);
    return found.map((trend): AnalysisTrend => {
      const period = dated(trend.within, calendar);
      if (trend.kind === "not-estimable")
        return { kind: "not-estimable", reason: trend.reason, n: trend.n, within: period };
      const { model, regression, perPeriod, overall, curved } = trend;
      const slope = regression.coefficients[1];
      return {
        kind: "trend",
        within: period,
        model,
        pValue: slope?.test?.pValue ?? null,
        perDay: perPeriod,
        overall: {
          ...dated(overall, calendar),
          value: overall.value,
          standardError: overall.standardError,
          interval: overall.interval,
        },
        bendPValue: curved.kind === "curved" && curved.test.kind === "wald" ? curved.test.pValue : null,
        n: regression.n,
      };
    });
  });
}

function inGroup(
  group: number,
  { codes, domain, length }: { codes: Coded["codes"]; domain: Tracked["domain"]; length: number },
): Uint8Array {
  const within = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? -1;
    const isIn = code >= group * length && code < (group + 1) * length;
    if (isIn && (domain === null || domain[row] === 1)) within[row] = 1;
  }
  return within;
}
