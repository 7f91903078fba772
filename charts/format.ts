import type { Interval, WhyNoInterval } from "../stats/estimate.ts";
import type { Language } from "../surveys/language.ts";
import { whyNoIntervalIs } from "./words.ts";

/** How a number is written: the reader's language, and how many answers stand behind it. */
export interface Style {
  readonly language: Language;
  readonly n: number;
}

/**
 * A share as a percentage: whole percents below a hundred answers, one decimal from there on.
 *
 * What is not nothing is not written as nothing, nor what is not everything as everything: `<0.1%`, `>99.9%`.
 */
export function formatShare(share: number, { language, n }: Style): string {
  const decimals = n < 100 ? 0 : 1;
  const percent = (value: number): string => fixed(value * 100, decimals, language) + "%";
  const least = 10 ** -decimals / 100;
  if (share > 0 && share < least / 2) return `<${percent(least)}`;
  if (share < 1 && share > 1 - least / 2) return `>${percent(1 - least)}`;
  return percent(share);
}

/** A mean with two decimals. */
export function formatMean(mean: number, language: Language): string {
  return fixed(mean, 2, language);
}

/** A coefficient near 1 or a correlation, with three decimals. */
export function formatCoefficient(value: number, language: Language): string {
  return fixed(value, 3, language);
}

/** A share less another, -1 to 1, in percentage points with its sign: `+12.3`, `−4`. */
export function formatNet(net: number, { language, n }: Style): string {
  const points = fixed(Math.abs(net) * 100, n < 100 ? 0 : 1, language);
  if (Number(points) === 0) return points;
  return `${net < 0 ? "−" : "+"}${points}`;
}

/** How a number is written: as a share, as a net of two shares, or as a mean. */
export type Unit = "share" | "net" | "mean";

/** An estimate's value in its unit. */
export function formatValue(value: number, unit: Unit, style: Style): string {
  switch (unit) {
    case "share":
      return formatShare(value, style);
    case "net":
      return formatNet(value, style);
    case "mean":
      return formatMean(value, style.language);
  }
}

/** The two ends of an interval. */
type Ends = Pick<Interval, "lower" | "upper">;

/** Both ends of an interval. */
export function formatInterval({ lower, upper }: Ends, unit: Unit, style: Style): string {
  // A dash between two signs would be taken for a third.
  const between = unit !== "net" ? "–" : style.language === "zh-CN" ? " 至 " : " to ";
  return formatValue(lower, unit, style) + between + formatValue(upper, unit, style);
}

/** Both ends of the interval of what was estimated, or why it has none; a count has neither, and its words are empty. */
export function formatUncertainty(
  { interval, whyNoInterval }: { interval: Ends | null; whyNoInterval: WhyNoInterval | null },
  unit: Unit,
  style: Style,
): string {
  if (interval !== null) return formatInterval(interval, unit, style);
  return whyNoInterval === null ? "" : whyNoIntervalIs(whyNoInterval, style.language);
}

/** A difference of shares in percentage points, or of means, without a unit: `12.3`, `−0.42`, with `+` where asked. */
export function formatDifference(
  value: number,
  statistic: "share" | "mean",
  { language, plus = "" }: { language: Language; plus?: "+" | "" },
): string {
  const written = fixed(
    statistic === "share" ? Math.abs(value) * 100 : Math.abs(value),
    statistic === "share" ? 1 : 2,
    language,
  );
  // What is written as nothing has no sign.
  if (!/[1-9]/.test(written)) return written;
  return `${value < 0 ? "−" : plus}${written}`;
}

/** A p value with its sign of equality: `p < 0.001`, `p = 0.032`. */
export function formatPValue(pValue: number, language: Language): string {
  if (pValue < 0.001) return "p < 0.001";
  if (pValue > 0.99) return "p > 0.99";
  return `p = ${numbersIn(language, { maximumSignificantDigits: 2 }).format(pValue)}`;
}

/** A count with its thousands grouped: `28,540`. */
export function formatCount(count: number, language: Language): string {
  return fixed(count, 0, language);
}

/** A stretch of time in minutes and seconds, the same in both languages: `4:35`. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A number as short as it can be: `2.5`, `60`. */
export function formatNumber(value: number, language: Language): string {
  return numbersIn(language, { maximumSignificantDigits: 6 }).format(value);
}

/** A calendar day in full: `2020年1月30日`, `30 January 2020`. */
export function formatDay(day: string, language: Language): string {
  return dayIn(day, language, { year: "numeric", month: "long", day: "numeric" });
}

/** A calendar day without its year, for a sentence: `1月30日`, `30 January`. */
export function formatDayOfYear(day: string, language: Language): string {
  return dayIn(day, language, { month: "long", day: "numeric" });
}

/** A calendar day without its year, for an axis: `1月30日`, `30 Jan`. */
export function formatShortDay(day: string, language: Language): string {
  return dayIn(day, language, { month: "short", day: "numeric" });
}

function dayIn(day: string, language: Language, parts: Intl.DateTimeFormatOptions): string {
  const locale = language === "en" ? "en-GB" : language;
  // A calendar day has no time zone: it is read and written in the same one.
  return datesIn(locale, { ...parts, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

function fixed(value: number, decimals: number, language: Language): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return numbersIn(language, { ...digits, useGrouping: "always" }).format(value);
}

/** A form of writing is made once: making it takes a thousand times as long as writing by it, and a page writes thousands. */
const numbersIn = once((locale, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));

/** The same for days and moments. */
export const datesIn = once((locale, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options));

function once<Options, Form>(make: (locale: string, options: Options) => Form): typeof make {
  const made = new Map<string, Form>();
  return (locale, options) => {
    const key = locale + JSON.stringify(options);
    const form = made.get(key) ?? make(locale, options);
    made.set(key, form);
    return form;
  };
}
