import { RE2JS } from "re2js";
import type { Validator } from "../../../surveys/definition.ts";
import type { AnswerFaultKind } from "./answerFaults.ts";
import { compileCondition, type Values } from "./conditions.ts";

/** What is wrong with a value by a further condition of its question; `null` when nothing is. */
export type Validate = (value: unknown, values: Values) => AnswerFaultKind | null;

/** Compiles a question's further conditions; the first that fails is told. */
export function compileValidators(validators: readonly Validator[] | undefined): Validate {
  const all = (validators ?? []).map(compileValidator);
  return (value, values) => {
    for (const validate of all) {
      const kind = validate(value, values);
      if (kind !== null) return kind;
    }
    return null;
  };
}

function compileValidator(validator: Validator): Validate {
  switch (validator.type) {
    case "regex":
      return matching(validator.regex ?? "", validator.caseInsensitive === true);
    case "numeric":
      return (value) =>
        outside(Number(value), { low: validator.minValue, high: validator.maxValue }, ["too-small", "too-large"]);
    case "text":
      return (value) =>
        outside(String(value).length, { low: validator.minLength, high: validator.maxLength }, [
          "too-short",
          "too-long",
        ]);
    case "answercount":
      return (value) => {
        const count = Array.isArray(value) ? value.length : 0;
        return outside(count, { low: validator.minCount, high: validator.maxCount }, ["too-few", "too-many"]);
      };
    case "email":
      return matching("^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$", false);
    case "expression": {
      const holds = validator.expression === undefined ? () => true : compileCondition(validator.expression);
      return (_value, values) => (holds(values) ? null : "not-consistent");
    }
  }
}

/** Linear in the text whatever the pattern: RE2 does not backtrack, and its `$` is the very end. */
function matching(pattern: string, isCaseInsensitive: boolean): Validate {
  const regex = RE2JS.compile(pattern, isCaseInsensitive ? RE2JS.CASE_INSENSITIVE : 0);
  return (value) => (regex.matcher(String(value)).find() ? null : "wrong-form");
}

type Limits = { readonly low: number | undefined; readonly high: number | undefined };

/** Which of two faults a number outside its limits is. */
export function outside(
  value: number,
  { low, high }: Limits,
  [below, above]: readonly [AnswerFaultKind, AnswerFaultKind],
): AnswerFaultKind | null {
  // Zero means "no limit" for SurveyJS's lengths and counts, and a length is never below it.
  if (low !== undefined && value < low) return below;
  if (high !== undefined && (high > 0 || above === "too-large") && value > high) return above;
  return null;
}
