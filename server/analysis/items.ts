import type { CodedValue } from "../../surveys/codebook/codebook.ts";
import type { ChoiceCode } from "../../surveys/definition.ts";
import { instruments } from "../../surveys/instruments/registry.ts";
import { numbersOf, truthOf, type Condition, type ReadColumns } from "../estimates/conditions.ts";
import { reading, readingOf, type Reading } from "./alike.ts";
import type { AnalysisItem, AnalysisRequest, statistics } from "./analysisApi.ts";
import { checkCodes } from "./checkCondition.ts";
import { refusal } from "./refusal.ts";
import type { Subject } from "./subject.ts";

/** What can be estimated of an item. */
export type Statistic = (typeof statistics)[number];

/** An item with its column of numbers. */
export interface MeasuredItem extends AnalysisItem {
  readonly statistic: "share" | "net" | "mean" | "quantile";
  readonly reads: Reading;
  /** One entry a row: 1 or 0 for a share, 1, 0 or -1 for a net; not a number means no answer. */
  readonly values: (columns: ReadColumns) => Float64Array;
}

type Wanted = Pick<AnalysisRequest, "codes" | "against" | "without"> & { readonly statistic: Statistic };

/** The statistic a subject has when none is named. */
export function usualStatistic({ variables, score }: Subject): Statistic {
  return score !== null || variables[0]?.kind === "number" ? "mean" : "shares";
}

/** The share of people of whom a condition is true. */
export function indicatorItem(condition: Condition): MeasuredItem {
  const values = (columns: ReadColumns): Float64Array => numbersOf(truthOf(condition, columns));
  return { variable: null, value: null, statistic: "share", reads: readingOf([condition]), values };
}

/**
 * The items of a subject.
 *
 * @throws {Problem} `invalid-parameter` where the statistic does not suit the subject, or a code is not there.
 */
export function itemsOf(subject: Subject, wanted: Wanted): MeasuredItem[] {
  const { statistic, codes, against } = wanted;
  if ((statistic === "share" || statistic === "net") && codes === undefined)
    throw missing("codes", "说明要合计哪些编码", "Say whose codes are counted together");
  if (statistic === "net" && against === undefined)
    throw missing("against", "说明减去哪些编码", "Say which codes are taken off");
  if (subject.score !== null) return scoreItems(subject.score, wanted);
  if (subject.variables[0]?.kind === "tick" && statistic === "share") return [anyTicked(subject, wanted)];
  return subject.variables.flatMap((variable) => {
    switch (variable.kind) {
      case "category":
        return categoryItems(variable, wanted);
      case "tick":
        return [tickItem(variable, wanted)];
      case "number":
        return [numberItem(variable, wanted)];
    }
  });
}

type OfKind<Kind> = Extract<Subject["variables"][number], { kind: Kind }>;

function categoryItems(
  { name, label, values, ordered }: OfKind<"category">,
  { statistic, codes = [], against = [], without = [] }: Wanted,
): MeasuredItem[] {
  const known = values.map(({ code }) => code);
  for (const [list, path] of [
    [codes, "codes"],
    [against, "against"],
    [without, "without"],
  ] as const)
    checkCodes(list, known, path);
  const variable = { name, label };
  const counted = values.filter(({ code }) => !without.includes(code));
  const valued = (of: (code: ChoiceCode) => number): Pick<MeasuredItem, "reads" | "values"> => {
    const worth = new Map(counted.map(({ code }) => [code, of(code)]));
    return { reads: reading([name]), values: (columns) => codedValues(name, worth, columns) };
  };
  switch (statistic) {
    case "shares":
      return counted.map((value) => ({
        variable,
        value,
        statistic: "share",
        ...valued((code) => Number(code === value.code)),
      }));
    case "share":
      return [{ variable, value: null, statistic, ...valued((code) => Number(codes.includes(code))) }];
    case "net":
      return [
        {
          variable,
          value: null,
          statistic,
          ...valued((code) => Number(codes.includes(code)) - Number(against.includes(code))),
        },
      ];
    case "mean": {
      const points = pointsOf(counted, ordered);
      return [{ variable, value: null, statistic, ...valued((code) => points.get(code) ?? Number.NaN) }];
    }
    case "quantile":
      throw needsNumbers();
  }
}

/**
 * What a category counts for in a mean: its code where all are numbers, else its place on the scale, from 1.
 *
 * @throws {Problem} `invalid-parameter` for categories without an order.
 */
function pointsOf(counted: readonly CodedValue[], ordered: boolean): Map<ChoiceCode, number> {
  const areNumbers = counted.every(({ code }) => typeof code === "number");
  if (!areNumbers && !ordered)
    throw refusal("statistic", "needs-order", {
      "zh-CN": "无序类别没有平均数",
      en: "Categories without an order have no mean",
    });
  return new Map(counted.map(({ code }, place) => [code, areNumbers ? Number(code) : place + 1]));
}

function codedValues(
  name: string,
  worth: ReadonlyMap<ChoiceCode, number>,
  { column, rows }: ReadColumns,
): Float64Array {
  const found = column(name);
  const values = new Float64Array(rows).fill(Number.NaN);
  if (found?.kind !== "category") return values;
  const worthOf = found.codes.map((code) => worth.get(code) ?? Number.NaN);
  for (let row = 0; row < rows; row++) {
    const place = found.values[row] ?? -1;
    if (place >= 0) values[row] = worthOf[place] ?? Number.NaN;
  }
  return values;
}

function tickItem({ name, label, option }: OfKind<"tick">, { statistic }: Wanted): MeasuredItem {
  if (statistic === "mean" || statistic === "quantile") throw needsNumbers();
  if (statistic === "net")
    throw refusal("statistic", "needs-scale", { "zh-CN": "多选题没有净值", en: "Several choices have no net" });
  return { variable: { name, label }, value: option, statistic: "share", ...ticked([name]) };
}

/** The share who chose any of the options, among those who were asked. */
function anyTicked({ variables, title }: Subject, { codes = [] }: Wanted): MeasuredItem {
  const ticks = variables.filter((variable) => variable.kind === "tick");
  checkCodes(
    codes,
    ticks.map(({ option }) => option.code),
    "codes",
  );
  const names = ticks.filter(({ option }) => codes.includes(option.code)).map(({ name }) => name);
  const [first] = ticks;
  const variable = { name: first?.path.join(".") ?? "", label: title };
  return { variable, value: null, statistic: "share", ...ticked(names) };
}

function ticked(names: readonly string[]): Pick<MeasuredItem, "reads" | "values"> {
  return { reads: reading(names), values: (columns) => tickedValues(names, columns) };
}

function tickedValues(names: readonly string[], { column, rows }: ReadColumns): Float64Array {
  const values = new Float64Array(rows).fill(Number.NaN);
  for (const name of names) {
    const found = column(name);
    if (found?.kind !== "tick") continue;
    for (let row = 0; row < rows; row++) {
      const tick = found.values[row] ?? -1;
      if (tick === 1 || (tick === 0 && values[row] !== 1)) values[row] = tick;
    }
  }
  return values;
}

function numberItem({ name, label }: OfKind<"number">, { statistic }: Wanted): MeasuredItem {
  return measured({ name, label }, statistic);
}

function measured(variable: NonNullable<AnalysisItem["variable"]>, statistic: Statistic): MeasuredItem {
  if (statistic !== "mean" && statistic !== "quantile")
    throw refusal("statistic", "needs-categories", {
      "zh-CN": "数值没有各选项占比；可用 indicator 说明数值范围",
      en: "Numbers have no shares of codes; name a range of them as an indicator",
    });
  const values = ({ column, rows }: ReadColumns): Float64Array => {
    const found = column(variable.name);
    return found?.kind === "number" ? found.values : new Float64Array(rows).fill(Number.NaN);
  };
  return { variable, value: null, statistic, reads: reading([variable.name]), values };
}

/** A scale's score as a number, or the shares of its bands. */
function scoreItems({ name, instrument: id }: NonNullable<Subject["score"]>, { statistic }: Wanted): MeasuredItem[] {
  const instrument = instruments[id];
  const variable = { name, label: instrument?.name ?? name };
  if (statistic !== "shares" || instrument === undefined) return [measured(variable, statistic)];
  return instrument.bands.map((band) => ({
    ...indicatorItem({ kind: "number", variable: name, from: band.from, to: band.to }),
    variable,
    value: { code: band.name, label: band.label },
  }));
}

function needsNumbers() {
  return refusal("statistic", "needs-numbers", {
    "zh-CN": "平均数和分位数只适用于数值",
    en: "A mean or a quantile needs numbers; these are categories",
  });
}

function missing(field: string, chinese: string, english: string) {
  return refusal(field, "required", { "zh-CN": chinese, en: english });
}
