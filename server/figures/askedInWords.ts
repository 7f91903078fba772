import { ConditionsParser } from "survey-core";
import { conditionInWords } from "../../charts/conditionInWords.ts";
import type { Reader } from "../../charts/figure.ts";
import { methodWords } from "../../charts/methodWords.ts";
import type { Codebook, Variable } from "../../surveys/codebook/codebook.ts";
import type { Translated } from "../../surveys/language.ts";

/** What is read of SurveyJS's own tree of an expression. */
interface Operand {
  getType(): string;
  readonly operator?: string;
  readonly leftOperand?: Operand;
  readonly rightOperand?: Operand;
  readonly expression?: Operand;
  readonly variable?: string;
  readonly correctValue?: unknown;
  readonly values?: readonly Operand[];
}

const words = {
  and: { "zh-CN": "且", en: "and" },
  or: methodWords.or,
  not: methodWords.not,
  answered: { "zh-CN": "已回答", en: "answered" },
  unanswered: { "zh-CN": "未回答", en: "not answered" },
} as const satisfies Record<string, Translated>;

const comparisons: Readonly<Record<string, string>> = {
  greater: ">",
  greaterorequal: "≥",
  less: "<",
  lessorequal: "≤",
};

/**
 * The condition under which a question is asked, in the words of the questions and answers that it is about; as it is
 * written where it says what these words cannot, such as a function or a comparison of two answers.
 */
export function askedInWords(expression: string, codebook: Codebook, reader: Reader): string {
  // The parser's types say less than its tree has.
  const tree = new ConditionsParser().parseExpression(expression) as unknown as Operand | null | undefined;
  return (tree ? said(tree, { codebook, reader }) : null) ?? expression;
}

interface With {
  readonly codebook: Codebook;
  readonly reader: Reader;
}

function said(operand: Operand, within: With): string | null {
  const { language } = within.reader;
  switch (operand.operator) {
    case "and":
    case "or": {
      const parts = [operand.leftOperand, operand.rightOperand].map((side) => side && said(side, within));
      if (parts.some((part) => part == null)) return null;
      const kind = operand.operator;
      const inBraces = parts.map((part, place) => {
        const other = [operand.leftOperand, operand.rightOperand][place]?.operator;
        return (other === "and" || other === "or") && other !== kind ? `(${part ?? ""})` : part;
      });
      return inBraces.join(` ${words[kind][language]} `);
    }
    case "negate": {
      const part = operand.expression && said(operand.expression, within);
      return part == null ? null : `${words.not[language]} (${part})`;
    }
    case "empty":
    case "notempty": {
      const title = titleOf(operand.expression?.variable, within);
      const word = operand.operator === "empty" ? words.unanswered : words.answered;
      return title === null ? null : `${title}${language === "zh-CN" ? "：" : ": "}${word[language]}`;
    }
    default:
      return compared(operand, within);
  }
}

/** A question held against values: `Province: Zhejiang`, `not (Needs – Masks: Chosen)`, `Age ≥ 30`. */
function compared({ operator = "", leftOperand, rightOperand }: Operand, within: With): string | null {
  const { codebook, reader } = within;
  const name = leftOperand?.variable;
  const values = valuesOf(rightOperand);
  if (name === undefined || values === null) return null;
  const sign = comparisons[operator];
  const title = titleOf(name, within);
  if (sign !== undefined) return title === null ? null : `${title} ${sign} ${values.join(" / ")}`;
  const isNegative = ["notequal", "notcontains", "notcontain", "noneof"].includes(operator);
  if (!isNegative && !["equal", "contains", "contain", "anyof", "in"].includes(operator)) return null;
  const variable = variableNamed(name, codebook);
  const ticks = values.map((value) => variableNamed(`${name}.${String(value)}`, codebook));
  if (variable?.kind === "category") {
    const codes = variable.values.map(({ code }) => code).filter((code) => values.map(String).includes(String(code)));
    if (codes.length !== values.length) return null;
    return negated(conditionInWords({ kind: "code", variable: name, codes }, codebook, reader), isNegative, within);
  }
  if (!ticks.every((tick) => tick?.kind === "tick")) return null;
  const of = ticks.map((tick) => ({ kind: "ticked" as const, variable: tick.name }));
  return negated(conditionInWords({ kind: "any", of }, codebook, reader), isNegative, within);
}

function negated(text: string, isNegative: boolean, { reader: { language } }: With): string {
  return isNegative ? `${words.not[language]} (${text})` : text;
}

function valuesOf(operand: Operand | undefined): (string | number | boolean)[] | null {
  if (operand?.values !== undefined) {
    const all = operand.values.map(valuesOf);
    return all.every((each) => each !== null) ? all.flat() : null;
  }
  const value = operand?.getType() === "const" ? operand.correctValue : undefined;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? [value] : null;
}

function variableNamed(name: string, { questions }: Codebook): Variable | undefined {
  return questions.flatMap(({ variables }) => variables).find((variable) => variable.name === name);
}

function titleOf(name: string | undefined, { codebook, reader }: With): string | null {
  const found = codebook.questions.find(
    (question) => question.name === name || question.variables.some((variable) => variable.name === name),
  );
  return found === undefined ? null : reader.read(found.title);
}
