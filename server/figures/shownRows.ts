import type { ChoiceCode } from "../../surveys/definition.ts";
import type { Estimate } from "../../stats/estimate.ts";
import { analysisRequest, type AnalysisRequest, type AnalysisResult } from "../analysis/analysisApi.ts";
import { cellName, windowName, type PeopleAsked } from "../analysis/peopleAsked.ts";
import { variablesOf, type Condition } from "../estimates/conditions.ts";
import type { ContrastFound, DifferenceFound } from "./asking.ts";
import type { ShownApart, ShownNeeds, ShownResult } from "./inSteps.ts";

/** A number that the public is shown, or is not. */
export interface ShownCell {
  /** What its group is called among those that are crossed. */
  readonly name: string;
  /** Places in the answer: of the group and the window. */
  readonly group: number;
  readonly window: number;
  /** Of how many people it exactly is. */
  readonly size: number;
  readonly estimate: Estimate;
}

/** Numbers of an item that are of different people each, so that they can be summed up. */
export interface ShownRow {
  readonly item: number;
  /** The same while the answer is to the same request. */
  readonly name: string;
  readonly people: PeopleAsked;
  /** The days of whose answers it is at most; an end that is left out is open. */
  readonly days: { readonly from?: string | undefined; readonly to?: string | undefined };
  /** The variables by which people answered: what two rows have in common. */
  readonly reads: readonly string[];
  /** By which weights, whatever their version: those of a day stay the same once it is over. */
  readonly weighting: string;
  /** Half the step to which its numbers are printed. */
  readonly halfStep: number;
  /** How far apart two people can be in what they said; `null` as far as those who answered are. */
  readonly span: number | null;
  readonly cells: readonly ShownCell[];
  /** The number of all groups together; `null` where there is none. */
  readonly together: ShownCell | null;
}

/** The rows of an answer. A quantile is no sum of what people said, and cannot be taken from another. */
export function rowsOfResult({ result, sizes }: ShownResult): ShownRow[] {
  const { request, items, groups, windows, estimates, weight } = result;
  const { statistic, every } = request;
  if (statistic === "quantile") return [];
  const together = groups.length === 1 ? -1 : groups.findIndex(({ codes }) => codes.length === 0);
  return items.flatMap(({ variable, value }, item) => {
    const cellAt = (group: number, window: number): ShownCell => ({
      name: cellName(nameOf(windows[window], every), groups[group]?.codes ?? []),
      group,
      window,
      size: sizes[item]?.[group]?.[window] ?? 0,
      estimate: estimates[item]?.[group]?.[window] ?? nobody,
    });
    const cellsIn = (places: readonly number[]): ShownCell[] =>
      places.flatMap((window) =>
        [...groups.keys()].flatMap((group) => (group === together ? [] : cellAt(group, window))),
      );
    // Who gave one answer to a question could have given any: its items are of the same people.
    const first = items.find((each) => each.variable?.name === variable?.name);
    const row = (places: readonly number[], only: string | null, days: ShownRow["days"]): ShownRow => ({
      item,
      days,
      name: JSON.stringify([variable?.name, value?.code, only]),
      people: peopleOf(request, { variable: variable?.name ?? null, code: first?.value?.code ?? null }, only),
      reads: readBy(request, variable?.name),
      weighting: weightingOf(weight),
      halfStep: halfStepOf(statistic),
      span: spanOf(statistic),
      cells: cellsIn(places),
      together: together < 0 ? null : cellAt(together, 0),
    });
    // Days that are pooled share people, and are rows of their own.
    if (every !== "7-days") return [row([...windows.keys()], null, request)];
    return windows.map((window, place) => row([place], nameOf(window, every), window));
  });
}

/** The rows of needs: for each topic those who said whether they need it, and those of them who rated it. */
export function rowsOfNeeds({ result, sizes }: ShownNeeds): ShownRow[] {
  const { request, topics, weight } = result;
  const { topics: asked, satisfiedIf, without, ...whom } = request;
  return topics.flatMap(({ variable, need, satisfied }, topic) => {
    const condition = asked[topic]?.need;
    if (condition === undefined) return [];
    const [needSize, satisfiedSize] = sizes[topic] ?? [0, 0];
    const filter = both(condition, whom.filter);
    const rated = { ...whom, filter, question: variable, statistic: "share" as const, codes: satisfiedIf, without };
    return [
      single({ ...whom, indicator: condition }, { item: topic, size: needSize, estimate: need, weight }),
      single(rated, { item: topic, variable, size: satisfiedSize, estimate: satisfied, weight }),
    ];
  });
}

/** The rows of a difference: its two groups, each of which can be found from it and the other. */
export function rowsOfDifference({ result, sizes }: ShownApart<DifferenceFound>): ShownRow[] {
  const { request, item, first, second, difference, weight } = result;
  const { first: inFirst, second: inSecond, filter, adjustment: _adjustment, ...whom } = request;
  const { variable, value, question } = item;
  const code = value?.code ?? null;
  const isNumber = first.kind === "estimate" ? first.statistic === "mean" : value === null;
  // That a score is beyond its cut-off is known of those who have one.
  const isScore = variable !== null && code === "screens-positive";
  const asked = { ...whom, question: variable?.name ?? question.name };
  return [inFirst, inSecond].map((group, place) =>
    single(
      {
        ...asked,
        filter: both(group, filter),
        statistic: isNumber || isScore ? ("mean" as const) : ("shares" as const),
      },
      {
        item: place,
        variable: variable?.name,
        code: isScore ? null : code,
        size: sizes[place] ?? 0,
        estimate: difference.kind === "estimate" ? ([first, second][place] ?? nobody) : nobody,
        weight,
        statistic: isNumber ? "mean" : "share",
      },
    ),
  );
}

/** The rows of a contrast: those of whom its condition is true and those of whom it is not. */
export function rowsOfContrast({ result, sizes }: ShownApart<ContrastFound>): ShownRow[] {
  const { request, positive, first, second, difference, weight } = result;
  const { outcome, contrasts, filter, positive: _positive, adjustedFor: _fixed, adjustment: _tests, ...whom } = request;
  return contrasts.flatMap((condition) =>
    [condition, { kind: "not", of: condition } as const].map((group, place) => {
      const of = { ...whom, filter: both(group, filter) };
      const found = {
        item: place,
        size: sizes[place] ?? 0,
        estimate: difference.kind === "estimate" ? ([first, second][place] ?? nobody) : nobody,
        weight,
      };
      return positive === null
        ? single({ ...of, question: outcome, statistic: "mean" }, { ...found, variable: outcome, statistic: "mean" })
        : single({ ...of, indicator: positive }, found);
    }),
  );
}

interface Single {
  readonly item: number;
  readonly size: number;
  readonly estimate: Estimate;
  readonly weight: string;
  readonly variable?: string | undefined;
  readonly code?: ChoiceCode | null;
  readonly statistic?: "share" | "mean";
}

function single(
  asked: object,
  { item, size, estimate, weight, variable, code = null, statistic = "share" }: Single,
): ShownRow {
  const request = analysisRequest.parse(withoutUndefined(asked));
  return {
    item,
    days: request,
    name: JSON.stringify([item, request.indicator === undefined]),
    people: peopleOf(request, { variable: variable ?? null, code }, null),
    reads: readBy(request, variable),
    weighting: weightingOf(weight),
    halfStep: halfStepOf(statistic),
    span: spanOf(statistic),
    cells: [{ name: cellName("", []), group: 0, window: 0, size, estimate }],
    together: null,
  };
}

const nobody: Estimate = { kind: "not-estimable", reason: "no-data", n: 0 };

/** What says who is meant, without what says how their number is shown. */
function peopleOf(request: AnalysisRequest, item: PeopleAsked["item"], only: string | null): PeopleAsked {
  const { from, to, every, by, filter, weight, exclusions, question, indicator, statistic, codes, against, without } =
    request;
  const asked = {
    from,
    to,
    every,
    by,
    filter,
    weight,
    exclusions,
    question,
    indicator,
    statistic,
    codes,
    against,
    without,
  };
  return { ...analysisRequest.parse(withoutUndefined(asked)), item, only };
}

function readBy({ indicator }: AnalysisRequest, variable: string | undefined): string[] {
  return indicator === undefined || variable !== undefined ? [variable ?? ""] : variablesOf(indicator);
}

function weightingOf(weight: string): string {
  return weight.replace(/@\d+$/, "");
}

function halfStepOf(statistic: AnalysisResult["request"]["statistic"]): number {
  return statistic === "mean" ? 0.005 : 0.0005;
}

function spanOf(statistic: AnalysisResult["request"]["statistic"]): number | null {
  if (statistic === "mean") return null;
  return statistic === "net" ? 2 : 1;
}

function nameOf(window: AnalysisResult["windows"][number] | undefined, every: AnalysisRequest["every"]): string {
  return window === undefined ? "" : windowName(window, every);
}

function both(one: Condition, other: Condition | undefined): Condition {
  return other === undefined ? one : { kind: "all", of: [one, other] };
}

function withoutUndefined(whole: object): object {
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined));
}

/** The rows of an answer of any kind, as it was kept. */
export function rowsIn(content: string): ShownRow[] {
  // Written by this program as one of the four.
  const kept = JSON.parse(content) as
    ShownResult | ShownNeeds | ShownApart<DifferenceFound> | ShownApart<ContrastFound> | null;
  if (kept === null) return [];
  if ("topics" in kept.result) return rowsOfNeeds(kept as ShownNeeds);
  if ("adjustedFor" in kept.result) return rowsOfContrast(kept as ShownApart<ContrastFound>);
  return "difference" in kept.result
    ? rowsOfDifference(kept as ShownApart<DifferenceFound>)
    : rowsOfResult(kept as ShownResult);
}
