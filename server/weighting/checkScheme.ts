import type { Codebook, Variable } from "../../surveys/codebook/codebook.ts";
import type { Translated } from "../../surveys/language.ts";
import { mostSumMayBeOff } from "../../stats/weights/settleMargins.ts";
import { Problem, type FieldFault } from "../problem.ts";
import { categoryOf, crossMark } from "./codedMargin.ts";
import { sharesNamed, wantedShares } from "./wantedMargin.ts";
import type { SchemeContent, SchemeMargin } from "./weightingApi.ts";

type Matched = SchemeMargin["variables"][number];

/**
 * Holds a scheme against the populations and against every version of the study's questionnaire: each code of a
 * variable must be a category with a target or knowingly none, and each category must be some code's.
 *
 * @throws {Problem} `invalid-scheme` naming each part at fault.
 */
export function checkScheme({ margins }: SchemeContent, codebooks: readonly Codebook[]): void {
  const variables = codebooks.flatMap(({ questions }) => questions.flatMap((question) => question.variables));
  const scores = codebooks.flatMap((codebook) => codebook.scores.map(({ name }) => name));
  const faults = margins.flatMap((margin, place) => {
    const at = `margins.${place}`;
    const isRepeated = margins.findIndex(({ name }) => name === margin.name) < place;
    return [
      ...(isRepeated ? [fault(`${at}.name`, "repeated", margin.name)] : []),
      ...faultsOfTarget(margin, at),
      ...margin.variables.flatMap((matched, index) =>
        faultsOfVariable(matched, `${at}.variables.${index}`, { variables, scores }),
      ),
    ];
  });
  if (faults.length > 0) throw new Problem("invalid-scheme", faults);
  const mismatches = margins.flatMap((margin, place) => faultsOfMatch(margin, `margins.${place}`, variables));
  if (mismatches.length > 0) throw new Problem("invalid-scheme", mismatches);
}

const messages = {
  repeated: { "zh-CN": "此名称已用于另一个边际分布", en: "another margin has this name" },
  "unknown-population": { "zh-CN": "没有这个总体或边际分布", en: "there is no such population or margin" },
  "shares-do-not-sum": { "zh-CN": "各类比例之和不是 1", en: "the shares do not sum to 1" },
  "unknown-category": { "zh-CN": "目标分布中没有这一类", en: "the target has no such category" },
  "unknown-variable": { "zh-CN": "问卷中没有这个变量", en: "the questionnaire has no such variable" },
  "not-to-weight-by": { "zh-CN": "不能按文字或日期加权", en: "a text or a date cannot be weighted by" },
  "bands-needed": { "zh-CN": "数值变量需要分段 bands", en: "a number needs bands" },
  "bands-not-wanted": { "zh-CN": "只有数值变量才有分段 bands", en: "only a number has bands" },
  "bands-overlap": { "zh-CN": "分段重叠或起止颠倒", en: "bands overlap, or end before they begin" },
  "unknown-code": { "zh-CN": "变量没有这个代码", en: "the variable has no such code" },
  "code-without-category": {
    "zh-CN": "这个代码没有对应的类；没有回答请写 null",
    en: "this code is no category of the target; write null if it is no answer",
  },
  "category-without-code": {
    "zh-CN": "没有代码对应这一类；不涉及的类请在 categories 中写 null",
    en: "no code is this category; if nobody can be in it, leave it out with null in categories",
  },
} as const satisfies Record<string, Translated>;

function fault(field: string, code: keyof typeof messages, shown = ""): FieldFault {
  const said = (language: keyof Translated): string =>
    shown === "" ? messages[code][language] : `“${shown}”: ${messages[code][language]}`;
  return { field, code, message: { "zh-CN": said("zh-CN"), en: said("en") } };
}

function faultsOfTarget(margin: SchemeMargin, at: string): FieldFault[] {
  const named = sharesNamed(margin);
  if (named === null) return [fault(`${at}.target`, "unknown-population")];
  const sum = Object.values(named).reduce((all, share) => all + share, 0);
  if (Math.abs(sum - 1) > mostSumMayBeOff) return [fault(`${at}.target.shares`, "shares-do-not-sum", String(sum))];
  const wanted = wantedShares(margin);
  const neighbours = Object.entries(margin.neighbours).flat();
  return [
    ...Object.keys(margin.categories)
      .filter((category) => !Object.hasOwn(named, category))
      .map((category) => fault(`${at}.categories`, "unknown-category", category)),
    ...neighbours
      .filter((category) => !wanted.has(category))
      .map((category) => fault(`${at}.neighbours`, "unknown-category", category)),
  ];
}

function faultsOfVariable(
  { variable, codes, bands }: Matched,
  at: string,
  known: { variables: readonly Variable[]; scores: readonly string[] },
): FieldFault[] {
  const kinds = new Set(known.variables.filter(({ name }) => name === variable).map(({ kind }) => kind));
  const isNumber = kinds.has("number") || known.scores.includes(variable);
  if (kinds.size === 0 && !isNumber) return [fault(`${at}.variable`, "unknown-variable", variable)];
  if (isNumber) return bands === undefined ? [fault(at, "bands-needed", variable)] : overlaps(bands, at);
  if (!kinds.has("category") && !kinds.has("tick")) return [fault(`${at}.variable`, "not-to-weight-by", variable)];
  if (bands !== undefined) return [fault(`${at}.bands`, "bands-not-wanted", variable)];
  const possible = codesOf(variable, known.variables);
  return Object.keys(codes)
    .filter((code) => !possible.includes(code))
    .map((code) => fault(`${at}.codes`, "unknown-code", code));
}

function overlaps(bands: NonNullable<Matched["bands"]>, at: string): FieldFault[] {
  const sorted = [...bands].sort((one, other) => one.from - other.from);
  const isWrong = sorted.some(({ from, to }, place) => to < from || from <= (sorted[place - 1]?.to ?? -Infinity));
  return isWrong ? [fault(`${at}.bands`, "bands-overlap")] : [];
}

/**
 * The codes that variables had only in versions before the newest, by variable: a scheme must say what they are as well.
 *
 * @param codebooks of all versions, oldest first.
 */
export function earlierCodes(codebooks: readonly Codebook[]): Record<string, string[]> {
  const variablesOf = ({ questions }: Codebook): Variable[] => questions.flatMap(({ variables }) => variables);
  const newest = codebooks.slice(-1).flatMap(variablesOf);
  const all = codebooks.flatMap(variablesOf);
  const names = [...new Set(newest.map(({ name }) => name))];
  const found = names.map((name): [string, string[]] => {
    const known = codesOf(name, newest);
    return [name, [...new Set(codesOf(name, all))].filter((code) => !known.includes(code))];
  });
  return Object.fromEntries(found.filter(([, codes]) => codes.length > 0));
}

/** The codes of a variable in any version of the questionnaire, as texts. */
function codesOf(variable: string, variables: readonly Variable[]): string[] {
  return variables
    .filter(({ name }) => name === variable)
    .flatMap((found) => {
      if (found.kind === "tick") return ["0", "1"];
      return found.kind === "category" ? found.values.map(({ code }) => String(code)) : [];
    });
}

/** Whether codes and categories answer each other, once each is known by itself. */
function faultsOfMatch(margin: SchemeMargin, at: string, variables: readonly Variable[]): FieldFault[] {
  const wanted = wantedShares(margin);
  const sides = margin.variables.map((matched) => categoriesOf(matched, variables));
  const [first = [], second] = sides;
  const reached = new Map<string, string>();
  for (const one of first)
    for (const other of second ?? [{ code: "", category: "" }]) {
      const category = second === undefined ? one.category : `${one.category}${crossMark}${other.category}`;
      reached.set(category, second === undefined ? one.code : `${one.code}${crossMark}${other.code}`);
    }
  const unreached = Array.from(wanted.keys()).filter((category) => !reached.has(category));
  const without = [...reached].filter(([category]) => !wanted.has(category));
  return [
    ...without.map(([, code]) => fault(`${at}.variables`, "code-without-category", code)),
    ...unreached.map((category) => fault(`${at}.target`, "category-without-code", category)),
  ];
}

function categoriesOf(matched: Matched, variables: readonly Variable[]): { code: string; category: string }[] {
  const { variable, codes, bands } = matched;
  if (bands !== undefined) return bands.map(({ category, from, to }) => ({ code: `${from}–${to}`, category }));
  return codesOf(variable, variables).flatMap((code) => {
    const category = categoryOf(codes, code);
    return category === null ? [] : [{ code, category }];
  });
}
