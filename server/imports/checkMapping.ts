import type { Codebook } from "../../surveys/codebook/codebook.ts";
import type { Translated } from "../../surveys/language.ts";
import { Problem, type FieldFault } from "../problem.ts";
import type { CodebookVariable, MappedAnswer } from "./answersReader.ts";
import type { Mapping } from "./mapping.ts";

const sentences = {
  "unknown-question": { "zh-CN": "问卷中没有这个变量", en: "the questionnaire has no such variable" },
  "unknown-code": { "zh-CN": "这道题没有这个代码", en: "the question has no such code" },
  "no-codes-here": { "zh-CN": "只有选择题可以换码", en: "only a choice has codes" },
  "no-ticks-here": { "zh-CN": "只有多选题的选项可以勾选", en: "only an option of a multiple choice is ticked" },
  "cannot-be-imported": {
    "zh-CN": "排序题和由答题人自行增加的行不能从表格导入",
    en: "rankings, and rows that a person adds, cannot be read from a table",
  },
} as const satisfies Record<string, Translated>;

/** A variable and how the mapping fills it. */
export interface MappedVariable {
  readonly variable: CodebookVariable;
  readonly answer: MappedAnswer;
}

/**
 * Finds the variables a mapping names.
 *
 * @throws {Problem} `invalid-mapping` naming each answer that the questionnaire does not have or cannot take.
 */
export function mappedVariables({ answers }: Mapping, { questions }: Codebook): MappedVariable[] {
  const variables = new Map(
    questions.flatMap((question) => question.variables).map((variable) => [variable.name, variable]),
  );
  const faults: FieldFault[] = [];
  const note = (field: string, code: keyof typeof sentences): void => {
    faults.push({ field: `answers.${field}`, code, message: sentences[code] });
  };
  const found = Object.entries(answers).flatMap(([name, answer]) => {
    const variable = variables.get(name);
    if (variable === undefined) {
      note(name, "unknown-question");
      return [];
    }
    checkAnswer({ variable, answer }, note);
    return [{ variable, answer }];
  });
  if (faults.length > 0) throw new Problem("invalid-mapping", faults);
  return found;
}

function checkAnswer(
  { variable, answer }: MappedVariable,
  note: (field: string, code: keyof typeof sentences) => void,
): void {
  const { name, kind, path } = variable;
  // The place of each item of a ranking is a variable, but its answer is the one list that all of them share.
  const isRanking = kind === "number" && name !== path.join(".");
  if (isRanking || path.some((step) => typeof step === "number")) note(name, "cannot-be-imported");
  if (kind !== "tick" && (answer.ticked ?? answer.notTicked) !== undefined) note(name, "no-ticks-here");
  if (answer.codes === undefined) return;
  if (kind !== "category") {
    note(`${name}.codes`, "no-codes-here");
    return;
  }
  const codes = new Set<unknown>(variable.values.map(({ code }) => code));
  for (const [cell, code] of Object.entries(answer.codes))
    if (!codes.has(code)) note(`${name}.codes.${cell}`, "unknown-code");
}
