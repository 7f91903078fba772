import type { AffectingProblem } from "../server/analysis/analysisApi.ts";
import type { Language, Translated } from "../surveys/language.ts";
import { formatDay } from "./format.ts";

/** What is said of what is wrong with data. */
export const problemWords = {
  problem: { "zh-CN": "数据问题", en: "Data problem" },
  more: { "zh-CN": "另有 {count} 个数据问题", en: "Data problems: {count} more" },
  mended: { "zh-CN": "已处理的数据问题：{count}", en: "Resolved data problems: {count}" },
  none: { "zh-CN": "没有记录", en: "none on record" },
  resolved: { "zh-CN": "已处理：", en: "Resolved: " },
  resolvedSince: { "zh-CN": "此版本固定之后已处理：", en: "Resolved after this state was frozen: " },
} as const satisfies Record<string, Translated>;

/** The days of a problem: one, or the first and the last. */
export function problemDays({ days: { from, to } }: Pick<AffectingProblem, "days">, language: Language): string {
  return from === to ? formatDay(from, language) : `${formatDay(from, language)} – ${formatDay(to, language)}`;
}

/**
 * Whether something was done about a problem before the numbers beside it were frozen.
 *
 * @param frozenAt as `problemInWords` has it.
 */
export function isResolved({ resolved }: AffectingProblem, frozenAt: string | null): boolean {
  return resolved !== null && (frozenAt === null || resolved.at <= frozenAt);
}

/**
 * A problem in a line: when, what happened, and what was done about it.
 *
 * @param frozenAt since when the numbers beside it stay as they are, ISO 8601 in UTC: what was done later did not mend them.
 *   `null` where they follow the data.
 */
export function problemInWords(problem: AffectingProblem, language: Language, frozenAt: string | null): string {
  const { what, resolved } = problem;
  const when = problemDays(problem, language);
  const said = language === "zh-CN" ? `${when}：${what[language]}` : `${when}: ${what[language]}`;
  if (resolved === null) return said;
  const words = problemWords[isResolved(problem, frozenAt) ? "resolved" : "resolvedSince"];
  return `${said} ${words[language]}${resolved.done[language]}`;
}

/** All of them, for a cell or a line that has room for nothing else, sentences and so parted by a dot; that there are none. */
export function problemsInWords(
  problems: readonly AffectingProblem[],
  language: Language,
  frozenAt: string | null = null,
): string {
  if (problems.length === 0) return problemWords.none[language];
  return problems.map((problem) => problemInWords(problem, language, frozenAt)).join(" · ");
}
