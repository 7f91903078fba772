/** Whole numbers from one to another, both of them in it; with no upper end, `Infinity`. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** A range as it stands in a text. */
export interface PrintedRange extends NumberRange {
  readonly index: number;
  readonly text: string;
  /** Whether the text says that it is of years of age. */
  readonly isOfAge: boolean;
}

const age = "\\s?(?:岁|周岁|years?\\b(?:\\s(?:of age|old))?|[-\\s]?year[-\\s]olds?\\b)";
const before = "(?:\\bage[ds]?\\s(?:between\\s|from\\s)?|\\bbetween\\s|年龄在?|年龄为)?";
const between = "\\s?(?:[-–—~～]|to\\b|and\\b|至|到)\\s?";
const andOver = "\\s?(?:及以上|以上|\\+|(?:and|or)\\s(?:over|older|above|more)\\b)";
const andUnder = "\\s?(?:及以下|以下|(?:and|or)\\s(?:under|younger|below|less)\\b)";
// What belongs to a number with decimals, or to a percentage, is no end of a range.
const start = "(?<![\\d.,])";
const end = "(?![\\d]|[.,]\\d|\\s?[%％])";

const closed = new RegExp(`(${before})${start}(\\d{1,3})(?:岁)?${between}(\\d{1,3})${end}(${age})?`, "gi");
const over = new RegExp(`(${before})${start}(\\d{1,3})(${age})?${andOver}${end}`, "gi");
const under = new RegExp(`(${before})${start}(\\d{1,3})(${age})?${andUnder}${end}`, "gi");
const older = new RegExp(`\\b(?:aged|people|those)\\s(over|under)\\s(\\d{1,3})${end}`, "gi");

/** The ranges of a text: `18–29 岁`, `aged 18 to 29`, `70 or older`, `70岁及以上`. */
export function rangesIn(text: string): PrintedRange[] {
  const isSaid = (...parts: readonly (string | undefined)[]): boolean => parts.some((part) => (part ?? "") !== "");
  return [
    ...[...text.matchAll(closed)].map(({ 0: whole, 1: lead, 2: from, 3: to, 4: years, index }) => ({
      ...placed(whole, index),
      from: Number(from),
      to: Number(to),
      isOfAge: isSaid(lead, years) || whole.includes("岁"),
    })),
    ...[...text.matchAll(over)].map(({ 0: whole, 1: lead, 2: from, 3: years, index }) => ({
      ...placed(whole, index),
      from: Number(from),
      to: Infinity,
      isOfAge: isSaid(lead, years) || /older|岁/.test(whole),
    })),
    ...[...text.matchAll(under)].map(({ 0: whole, 1: lead, 2: to, 3: years, index }) => ({
      ...placed(whole, index),
      from: 0,
      to: Number(to),
      isOfAge: isSaid(lead, years) || /younger|岁/.test(whole),
    })),
    ...[...text.matchAll(older)].map(({ 0: whole, 1: way = "", 2: limit, index }) => ({
      ...placed(whole, index),
      ...(way.toLowerCase() === "over" ? { from: Number(limit), to: Infinity } : { from: 0, to: Number(limit) }),
      isOfAge: true,
    })),
  ];
}

/** The range that a category's label is; `null` where it is none. */
export function rangeOfLabel(label: string): NumberRange | null {
  const [range, ...others] = rangesIn(label);
  return range === undefined || others.length > 0 ? null : { from: range.from, to: range.to };
}

function placed(text: string, index: number): { text: string; index: number } {
  return { text, index };
}
