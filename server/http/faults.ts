import type { z } from "zod";
import type { Translated } from "../../surveys/language.ts";
import type { FieldFault } from "../problem.ts";

type Issue = z.core.$ZodIssue;

/** What zod found wrong, as faults with a path a caller knows and a message in each language. */
export function faultsOf(error: z.ZodError): FieldFault[] {
  return error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => fault([...issue.path, key], "unknown-field", unknownField))
      : [fault(issue.path, codeOf(issue), messageOf(issue))],
  );
}

const unknownField: Translated = { "zh-CN": "没有这个字段", en: "There is no such field" };

function fault(path: readonly PropertyKey[], code: string, message: Translated): FieldFault {
  return { field: path.map(String).join(".") || "body", code, message };
}

function codeOf(issue: Issue): string {
  return issue.code === "too_big" || issue.code === "too_small" ? "out-of-range" : "not-acceptable";
}

function messageOf(issue: Issue): Translated {
  switch (issue.code) {
    case "too_big":
      return { "zh-CN": `不能大于 ${issue.maximum}`, en: `Must be at most ${issue.maximum}` };
    case "too_small":
      return { "zh-CN": `不能小于 ${issue.minimum}`, en: `Must be at least ${issue.minimum}` };
    case "invalid_value": {
      const values = issue.values.map(String).join(", ");
      return { "zh-CN": `只能是：${values}`, en: `Must be one of: ${values}` };
    }
    case "invalid_type":
      return { "zh-CN": `类型应为 ${issue.expected}`, en: `Must be of type ${issue.expected}` };
    case "custom":
      return { "zh-CN": issue.message, en: issue.message };
    default:
      return { "zh-CN": "格式不正确", en: "Is not in the right form" };
  }
}
