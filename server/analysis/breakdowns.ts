import type { Coded } from "../../stats/design.ts";
import type { Codebook, CodedValue } from "../../surveys/codebook/codebook.ts";
import type { ChoiceCode, LocalisedText } from "../../surveys/definition.ts";
import type { Translated } from "../../surveys/language.ts";
import { instruments } from "../../surveys/instruments/registry.ts";
import { lately } from "../estimates/lately.ts";
import type { ReadColumns } from "../estimates/conditions.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { AnalysisGroup } from "./analysisApi.ts";
import { refusal } from "./refusal.ts";

/** A way to divide respondents into groups: each is in one, or in none where nothing is known. */
export interface Breakdown {
  readonly name: string;
  readonly title: LocalisedText;
  readonly values: readonly CodedValue[];
  /** In the order of `values`. */
  readonly coded: Coded;
}

/** What every response carries beside its answers and can be divided by. */
const carried: Readonly<Record<string, { of: "language" | "collector" | "gridUnit"; title: Translated }>> = {
  language: { of: "language", title: { "zh-CN": "答题语言", en: "Language" } },
  collector: { of: "collector", title: { "zh-CN": "收集渠道", en: "Collector" } },
  grid_unit: { of: "gridUnit", title: { "zh-CN": "网格单元", en: "Grid unit" } },
};

const chosen: Translated = { "zh-CN": "选择", en: "Chosen" };
const notChosen: Translated = { "zh-CN": "未选择", en: "Not chosen" };

/**
 * The breakdown of a name: a choice of one, an option of several, the bands of a scale, or `language`, `collector`,
 * `grid_unit`.
 *
 * @param path where the name stands in the request.
 * @throws {Problem} `invalid-parameter` for a name that is not there or divides nobody, such as open text or a number.
 */
export function breakdownNamed(
  name: string,
  parts: { codebook: Codebook; columns: StudyColumns; path: string },
): Breakdown {
  const { codebook, columns, path } = parts;
  const score = codebook.scores.find((candidate) => candidate.name === name);
  if (score !== undefined) return bandsBreakdown(name, score.instrument, columns);
  const question = codebook.questions.find((candidate) => candidate.name === name);
  const variables = codebook.questions.flatMap((each) => each.variables);
  const closed = question?.variables.filter(({ kind }) => kind !== "text") ?? [];
  const variable = closed.length === 1 ? closed[0] : variables.find((candidate) => candidate.name === name);
  if (variable !== undefined && (variable.kind === "category" || variable.kind === "tick"))
    return variableBreakdown(variable, question?.title ?? variable.label, columns);
  const known = carried[name];
  if (variable === undefined && question === undefined && known !== undefined)
    return carriedBreakdown(name, known, columns);
  if (variable === undefined && question === undefined)
    throw refusal(path, "unknown-variable", { "zh-CN": "本调查没有这个变量", en: "The study has no such variable" });
  throw refusal(path, "no-breakdown", {
    "zh-CN": "只能按单选题、多选题的一个选项或量表分段来分组",
    en: "Only a choice of one, an option of several or the bands of a scale divide respondents into groups",
  });
}

/** A variable that divides respondents: a choice of one, or an option of several. */
type CodedVariable = Extract<Codebook["questions"][number]["variables"][number], { kind: "category" | "tick" }>;

/** The breakdown of a variable; an option of several divides those who were asked into those who chose it and the rest. */
export function variableBreakdown(variable: CodedVariable, title: LocalisedText, columns: ReadColumns): Breakdown {
  const { name } = variable;
  if (variable.kind === "tick") {
    const codes = lately(columns, ["options chosen", name], () => chosenOrNot(name, columns));
    const values = [
      { code: true, label: chosen },
      { code: false, label: notChosen },
    ];
    return { name, title: variable.label, values, coded: { codes, categories: 2 } };
  }
  const { values } = variable;
  const wanted = values.map(({ code }) => code);
  const codes = lately(columns, ["choices", name, wanted], () => placesAmong(wanted, name, columns));
  return { name, title, values, coded: { codes, categories: values.length } };
}

function chosenOrNot(name: string, { column, rows }: ReadColumns): Int16Array {
  const codes = new Int16Array(rows).fill(-1);
  const found = column(name);
  if (found?.kind !== "tick") return codes;
  for (let row = 0; row < rows; row++) {
    const tick = found.values[row] ?? -1;
    codes[row] = tick < 0 ? -1 : 1 - tick;
  }
  return codes;
}

/** For each respondent the place of their choice among the wanted ones. */
function placesAmong(wanted: readonly ChoiceCode[], name: string, { column, rows }: ReadColumns): Int16Array {
  const places = new Int16Array(rows).fill(-1);
  const found = column(name);
  if (found?.kind !== "category") return places;
  // The first is of no answer, whose code is -1: reading before an array begins takes many times as long.
  const placeOf = Int16Array.from([-1, ...found.codes.map((code) => wanted.indexOf(code))]);
  for (let row = 0; row < rows; row++) places[row] = placeOf[(found.values[row] ?? -1) + 1] ?? -1;
  return places;
}

/** The breakdown by the bands of a scale's score. */
export function bandsBreakdown(name: string, id: string, { column, rows }: ReadColumns): Breakdown {
  const instrument = instruments[id];
  const bands = instrument?.bands ?? [];
  const found = column(name);
  const codes = new Int16Array(rows).fill(-1);
  if (found?.kind === "number")
    for (let row = 0; row < rows; row++) {
      const score = found.values[row] ?? Number.NaN;
      codes[row] = bands.findIndex(({ from, to }) => score >= from && score <= to);
    }
  const values = bands.map(({ name: code, label }) => ({ code, label }));
  return { name, title: instrument?.name ?? name, values, coded: { codes, categories: bands.length } };
}

function carriedBreakdown(
  name: string,
  { of, title }: (typeof carried)[string],
  { words, rows, collectorTitles, ...columns }: StudyColumns,
): Breakdown {
  const labelOf = (word: string): string => (of === "collector" ? collectorTitles.get(word) : undefined) ?? word;
  const places = columns[of];
  const found = [...new Set(places)].filter((place) => typeof words[place] === "string");
  const values = found.map((place) => words[place] ?? "").sort();
  const placeOf = words.map((word) => (word === null ? -1 : values.indexOf(word)));
  const codes = new Int16Array(rows);
  for (let row = 0; row < rows; row++) codes[row] = placeOf[places[row] ?? 0] ?? -1;
  return {
    name,
    title,
    values: values.map((word) => ({ code: word, label: labelOf(word) })),
    coded: { codes, categories: values.length },
  };
}

/** The groups that breakdowns make together, the last varying fastest, and each respondent's; one group without any. */
export function groupsOf(breakdowns: readonly Breakdown[], rows: number): { groups: AnalysisGroup[]; coded: Coded } {
  let groups: AnalysisGroup[] = [{ codes: [], labels: [] }];
  const codes = new Int32Array(rows);
  for (const { values, coded } of breakdowns) {
    groups = groups.flatMap((group) =>
      values.map(({ code, label }) => ({ codes: [...group.codes, code], labels: [...group.labels, label] })),
    );
    for (let row = 0; row < rows; row++) {
      const before = codes[row] ?? -1;
      const own = coded.codes[row] ?? -1;
      codes[row] = before < 0 || own < 0 ? -1 : before * values.length + own;
    }
  }
  return { groups, coded: { codes, categories: groups.length } };
}
