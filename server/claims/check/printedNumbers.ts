import type { SaidNumber } from "../standing.ts";

/** A number as it stands in a text. */
export interface PrintedNumber extends SaidNumber {
  readonly text: string;
  /** Where it begins in the text that was read. */
  readonly index: number;
}

const sign = "[+\\-−＋－]?";
const digits = "\\d{1,9}(?:,\\d{3})*(?:\\.\\d{1,6})?";
const percentSign = "\\s?(?:[%％]|per ?cent\\b)";

const percentage = new RegExp(
  `(?<![\\d.,])(${sign}${digits})${percentSign}(?!\\s*(?:的?\\s*(?:置信|可信)?\\s*区间|(?:confidence |credible )?(?:interval|CI\\b)|置信))|百分之([零〇一二两三四五六七八九十点]{1,9}|${digits})`,
  "gi",
);

/** The percentages of a text in their order; levels of intervals and percentage points are none. */
export function percentagesIn(text: string): PrintedNumber[] {
  return [...text.matchAll(percentage)].flatMap(({ 0: whole, 1: arabic, 2: chinese = "", index }) => {
    const number = printed(arabic ?? arabicOf(chinese));
    return number === null ? [] : [{ text: whole, index, value: number.value / 100, step: number.step / 100 }];
  });
}

const points = new RegExp(`(?<![\\d.,])(${sign}${digits})\\s?(?:个百分点|(?:percentage )?points?\\b)`, "gi");

/** Differences in percentage points, in their order. */
export function pointsIn(text: string): PrintedNumber[] {
  return [...text.matchAll(points)].flatMap(({ 0: whole, 1: given = "", index }) => {
    const number = printed(given);
    return number === null ? [] : [{ text: whole, index, value: number.value / 100, step: number.step / 100 }];
  });
}

const plain = new RegExp(`(?<![\\d.,/:\\-])(${sign}\\d{1,9}\\.\\d{1,6})(?![\\d.%％])`, "g");

/** Numbers with decimals that are no percentages, in their order. */
export function decimalsIn(text: string): PrintedNumber[] {
  return [...text.matchAll(plain)].flatMap(({ 0: whole, 1: given = "", index }) => {
    const number = printed(given);
    return number === null ? [] : [{ text: whole, index, ...number }];
  });
}

function printed(text: string): SaidNumber | null {
  const plainText = text.replaceAll(",", "").replace(/[−－]/, "-").replace("＋", "+");
  const value = Number(plainText);
  if (plainText === "" || !Number.isFinite(value)) return null;
  return { value, step: 10 ** -(plainText.split(".")[1]?.length ?? 0) };
}

const numerals = "零一二三四五六七八九";

/** 二十七点五 as 27.5; what is written in digits stays as it is. */
function arabicOf(chinese: string): string {
  const [whole = "", ...decimals] = chinese.replaceAll("〇", "零").replaceAll("两", "二").split("点");
  const inDigits = (text: string): string =>
    text.replaceAll(/[零一二三四五六七八九]/g, (one) => String(numerals.indexOf(one)));
  // 二十 is 20, 十二 is 12, 二十二 is 22.
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(whole);
  const integer =
    tens === null ? whole : `${tens[1] === "" ? "一" : (tens[1] ?? "")}${tens[2] === "" ? "零" : (tens[2] ?? "")}`;
  return [integer, ...decimals].map(inDigits).join(".").replace("百", "100");
}
