import type { Column, Columns } from "../../stats/columns.ts";
import type { ChoiceCode } from "../../surveys/definition.ts";
import type { Condition } from "../estimates/conditions.ts";
import { refusal } from "./refusal.ts";

type OfVariable = Extract<Condition, { variable: string }>;

const neededKind = { code: "category", ticked: "tick", number: "number" } as const satisfies Record<
  OfVariable["kind"],
  Column["kind"]
>;

/**
 * Holds a condition against the study's variables before anything is worked out.
 *
 * @param path where the condition stands in the request.
 * @throws {Problem} `invalid-parameter` naming the part that the study has no variable or code for.
 */
export function checkCondition(condition: Condition, columns: Columns, path: string): void {
  switch (condition.kind) {
    case "days":
      if (condition.from > condition.to)
        throw refusal(`${path}.to`, "before-from", {
          "zh-CN": "结束日期早于开始日期",
          en: "The period ends before it begins",
        });
      return;
    case "not":
      checkCondition(condition.of, columns, `${path}.of`);
      return;
    case "all":
    case "any":
      for (const [place, part] of condition.of.entries()) checkCondition(part, columns, `${path}.of.${place}`);
      return;
    default:
      checkVariable(condition, columns, path);
  }
}

function checkVariable(condition: OfVariable, { column }: Columns, path: string): void {
  const { kind, variable } = condition;
  const found = column(variable);
  if (found === undefined)
    throw refusal(`${path}.variable`, "unknown-variable", {
      "zh-CN": "本调查没有这个变量",
      en: "The study has no such variable",
    });
  if (found.kind !== neededKind[kind])
    throw refusal(`${path}.kind`, "other-kind", {
      "zh-CN": `变量类型为 ${found.kind}，不能用 ${kind} 条件`,
      en: `The variable is of kind ${found.kind}: a condition of kind ${kind} says nothing about it`,
    });
  if (condition.kind === "code" && found.kind === "category") checkCodes(condition.codes, found.codes, `${path}.codes`);
}

/** @throws {Problem} naming the first code that is not there. */
export function checkCodes(given: readonly ChoiceCode[], known: readonly ChoiceCode[], path: string): void {
  const place = given.findIndex((code) => !known.includes(code));
  if (place >= 0)
    throw refusal(`${path}.${place}`, "unknown-code", {
      "zh-CN": "这个变量没有这个编码",
      en: "The variable has no such code",
    });
}
