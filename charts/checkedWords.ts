import type { CheckedNumber, Verdict } from "../server/claims/check/checkApi.ts";
import type { Language, Translated } from "../surveys/language.ts";

/** What is said of the numbers of an article that was checked, on the page for everyone and in the workbench. */
export const checkedWords = {
  holds: { "zh-CN": "成立", en: "Holds" },
  drifted: { "zh-CN": "已有变化", en: "Drifted" },
  withdrawn: { "zh-CN": "已撤回", en: "Withdrawn" },
  "not-found": { "zh-CN": "未找到", en: "Not found" },
  "no-number": { "zh-CN": "无从比较", en: "Nothing to compare" },
  unclear: { "zh-CN": "不知是哪一组", en: "Cannot tell which group" },
  nothing: { "zh-CN": "文中没有可核对的数字。", en: "There is no number in the text that could be checked." },
  left: { "zh-CN": "另有 {count} 个百分数没有比对。", en: "Percentages that were compared with nothing: {count}." },
  line: { "zh-CN": "第 {line} 行", en: "Line {line}" },
  claim: { "zh-CN": "可核数字：{about}", en: "Claim: {about}" },
  mayBe: {
    "zh-CN": "可能指：{about}（{whom}；{weighting}）",
    en: "May refer to: {about} ({whom}; {weighting})",
  },
  now: { "zh-CN": "现在：{words}", en: "Now: {words}" },
  frozen: { "zh-CN": "固定时：{words}", en: "As frozen: {words}" },
  difference: { "zh-CN": "文中数字减现在：{difference}", en: "Said less now: {difference}" },
  tallied: {
    "zh-CN": "{holds} 个成立，{drifted} 个已有变化，{withdrawn} 个已撤回，{other} 个未找到或无从比较",
    en: "{holds} hold, {drifted} drifted, {withdrawn} withdrawn, {other} not found or not comparable",
  },
  careful: {
    "zh-CN": "“可能指”只是按措辞的猜测：请自己看题目和基数再下结论。",
    en: "“May refer to” is a guess by words: read the question and its base before you conclude anything.",
  },
} as const satisfies Record<string, Translated>;

/** A sign before each verdict, which colour alone would not tell everyone. */
export const verdictSigns: Readonly<Record<Verdict, string>> = {
  holds: "✓",
  drifted: "≠",
  withdrawn: "✕",
  "not-found": "?",
  "no-number": "–",
  unclear: "?",
};

/** How many numbers of an article hold, drifted, and so on. */
export function talliedInWords(numbers: readonly Pick<CheckedNumber, "verdict">[], language: Language): string {
  if (numbers.length === 0) return checkedWords.nothing[language];
  const count = (...verdicts: readonly Verdict[]): string =>
    String(numbers.filter(({ verdict }) => verdicts.includes(verdict)).length);
  return checkedWords.tallied[language]
    .replace("{holds}", count("holds"))
    .replace("{drifted}", count("drifted"))
    .replace("{withdrawn}", count("withdrawn"))
    .replace("{other}", count("not-found", "no-number", "unclear"));
}

/** What a number may refer to, of whom, and by which weights. */
export function mayBeInWords(
  { about, whom, weighting }: { about: string; whom: string; weighting: string },
  language: Language,
): string {
  return checkedWords.mayBe[language]
    .replace("{about}", () => about)
    .replace("{whom}", () => whom)
    .replace("{weighting}", () => weighting);
}
