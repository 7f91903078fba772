import { adjustments } from "../../stats/multiplicity/adjustments.ts";
import { periodSums, windowTotals } from "../../stats/trends/periodSums.ts";
import { windowDifference } from "../../stats/trends/windowDifference.ts";
import { windowEstimate } from "../../stats/trends/windowEstimate.ts";
import { domainOf, variablesOf, type Condition } from "../estimates/conditions.ts";
import type { AnalysisOrigin, AnalysisWindow } from "./analysisApi.ts";
import type { AnalysisSource } from "./analysisSource.ts";
import { breaksIn } from "./breaks.ts";
import { dated, type Calendar } from "./calendar.ts";
import { checkCondition } from "./checkCondition.ts";
import { comparableItems, type ItemToCompare } from "./comparedItems.ts";
import type { ComparedItem, ComparisonRequest, ComparisonResult } from "./comparisonApi.ts";
import { readOnAxis, type OnAxis } from "./onAxis.ts";
import { calendarIn, domainIn } from "./population.ts";
import { refusal } from "./refusal.ts";
import { rowsWithin } from "./respondents.ts";

type Comparison = Omit<ComparisonResult, keyof AnalysisOrigin>;

/** The groups as windows of an axis whose periods they are. */
const first = { from: 0, to: 0 };
const second = { from: 1, to: 1 };

/**
 * Compares two groups on every question, the items of a variable summed up together, and all p values adjusted together.
 *
 * @throws {Problem} `invalid-parameter` naming the part of the request that cannot be met.
 */
export function compare(request: ComparisonRequest, source: AnalysisSource): Comparison {
  const { columns, codebook, design } = source;
  const calendar = calendarIn(request, columns);
  const { codes, responses } = groupsIn(request, calendar, source);
  const groups = { codes, categories: 2 };
  const among = { columns, design, domain: inEither(codes) };
  const without = new Set([...variablesOf(request.first), ...variablesOf(request.second)]);
  const span = spanAcross(codes, calendar);
  const conditions = [request.first, request.second, request.filter];
  const isBroken = ({ variable, question }: ItemToCompare): boolean =>
    span !== null &&
    breaksIn({ names: [variable?.name ?? question.name], conditions }, source).some(
      ({ day }) => day > span.from && day <= span.to,
    );
  const onGroups = readOnAxis(groups, among);
  const found = comparableItems(codebook, without).map((item) =>
    comparedOn(item, { ...onGroups(item.reads), level: request.level, isBroken: isBroken(item) }),
  );
  const pValues = Float64Array.from(found, ({ difference }) =>
    difference.kind === "difference" ? difference.pValue : Number.NaN,
  );
  const adjusted = adjustments[request.adjustment](pValues);
  return {
    request,
    responses,
    items: found.map(({ difference, ...item }, place): ComparedItem => ({
      ...item,
      difference:
        difference.kind === "difference" ? { ...difference, adjustedPValue: adjusted[place] ?? 1 } : difference,
    })),
    tests: pValues.filter((pValue) => !Number.isNaN(pValue)).length,
  };
}

/** A comparison is made from everything that those of the two groups have answered. */
export function everythingWithin({ first, second, filter }: ComparisonRequest): { names: null; filter: Condition } {
  const either = { kind: "any", of: [first, second] } as const;
  return { names: null, filter: filter === undefined ? either : { kind: "all", of: [either, filter] } };
}

type Found = Omit<ComparedItem, "difference"> & { readonly difference: ReturnType<typeof windowDifference> };

function comparedOn(
  { variable, value, question, statistic, values }: ItemToCompare,
  { columns, domain, axis, level, isBroken }: OnAxis & { readonly level: number; readonly isBroken: boolean },
): Found {
  const sums = periodSums(
    { values: values(columns), statistic: statistic === "share" ? "share" : "mean", domain, breaks: [] },
    axis,
  );
  const [one, other] = [windowTotals(first, sums), windowTotals(second, sums)];
  return {
    question,
    variable,
    value,
    first: windowEstimate(one, sums, level),
    second: windowEstimate(other, sums, level),
    difference: isBroken
      ? { kind: "not-estimable", reason: "crosses-break", n: one.n + other.n }
      : windowDifference(sums, { of: first, from: second }, { level }),
  };
}

function groupsIn(request: ComparisonRequest, calendar: Calendar, { columns }: AnalysisSource) {
  for (const group of ["first", "second"] as const) checkCondition(request[group], columns, group);
  const domain = domainIn(request, columns);
  const [isFirst, isSecond] = [domainOf(request.first, columns), domainOf(request.second, columns)];
  const within = rowsWithin(calendar, domain);
  const codes = new Int8Array(columns.rows);
  const counts = new Int32Array(4);
  // Nobody, the first, the second, or both: without a branch, which over a million respondents in no order takes long.
  for (let row = 0; row < codes.length; row++) {
    const groups = (within[row] ?? 0) * ((isFirst[row] ?? 0) + 2 * (isSecond[row] ?? 0));
    codes[row] = groups - 1;
    counts[groups] = (counts[groups] ?? 0) + 1;
  }
  const [, first = 0, second = 0, both = 0] = counts;
  if (both > 0)
    throw refusal("second", "groups-overlap", {
      "zh-CN": "有人同时属于两组，不能与自己比较",
      en: "Somebody is in both groups and would be compared with themselves",
    });
  const responses = { first, second };
  for (const group of ["first", "second"] as const)
    if (responses[group] === 0)
      throw refusal(group, "matches-nobody", {
        "zh-CN": "这一组没有回答",
        en: "No response is in this group",
      });
  return { codes, responses };
}

function inEither(codes: Int8Array): Uint8Array {
  const domain = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length; row++) domain[row] = Number((codes[row] ?? -1) >= 0);
  return domain;
}

/** The days from the first of one group to the last of the other, where the one answered before the other. */
function spanAcross(codes: Int8Array, { dayOf, days }: Calendar): AnalysisWindow | null {
  // One entry a day for nobody's group and each of the two, the first of each for no day.
  const width = days.length + 1;
  const isSeen = new Uint8Array(3 * width);
  for (let row = 0; row < codes.length; row++) isSeen[((codes[row] ?? -1) + 1) * width + (dayOf[row] ?? -1) + 1] = 1;
  const spans = [1, 2].map((group) => {
    const seen = isSeen.subarray(group * width + 1, (group + 1) * width);
    return { from: seen.indexOf(1), to: seen.lastIndexOf(1) };
  });
  const [earlier, later] = spans.sort((one, other) => one.from - other.from);
  if (earlier === undefined || later === undefined || earlier.to >= later.from) return null;
  return dated({ from: earlier.from, to: later.to }, { days });
}
