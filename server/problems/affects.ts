import type { ChoiceCode } from "../../surveys/definition.ts";
import type { Condition } from "../estimates/conditions.ts";
import type { ProblemContent } from "./problemsApi.ts";

/** The answers that a number, figure or file is made from. */
export interface AnswersUsed {
  /** Questions and scores, as `questionsBehind` finds them; `null` for everything a study asks. */
  readonly questions: ReadonlySet<string> | null;
  readonly filter?: Condition | undefined;
  /** First and last day; left out where there is no limit. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

type Concerned = Pick<ProblemContent, "from" | "to" | "questions" | "places">;

/**
 * Whether a problem affects what is made from answers: it concerns one of the questions, and the period and the filter
 * may let in a response that it concerns. Where that cannot be told, it is affected.
 */
export function affects(problem: Concerned, { questions, filter, from = "", to = "9999-12-31" }: AnswersUsed): boolean {
  if (problem.from > to || problem.to < from) return false;
  if (questions !== null && problem.questions?.some((name) => questions.has(name)) === false) return false;
  return filter === undefined || canHold(filter, problem);
}

/** Whether a condition can be true of a response that a problem concerns: the days and places of these are all that is known. */
function canHold(condition: Condition, problem: Concerned): boolean {
  switch (condition.kind) {
    case "code":
      return codesOf(condition.variable, problem)?.some((code) => condition.codes.includes(code)) ?? true;
    case "days":
      return condition.from <= problem.to && condition.to >= problem.from;
    case "not":
      return !mustHold(condition.of, problem);
    case "all":
      return condition.of.every((part) => canHold(part, problem));
    case "any":
      return condition.of.some((part) => canHold(part, problem));
    default:
      return true;
  }
}

/** Whether it is true of every one of them. */
function mustHold(condition: Condition, problem: Concerned): boolean {
  switch (condition.kind) {
    case "code":
      return codesOf(condition.variable, problem)?.every((code) => condition.codes.includes(code)) ?? false;
    case "days":
      return condition.from <= problem.from && condition.to >= problem.to;
    case "not":
      return !canHold(condition.of, problem);
    case "all":
      return condition.of.every((part) => mustHold(part, problem));
    case "any":
      return condition.of.some((part) => mustHold(part, problem));
    default:
      return false;
  }
}

/** The codes of a variable that concerned responses have; undefined where it may be any. */
function codesOf(variable: string, { places }: Concerned): readonly ChoiceCode[] | undefined {
  return places.find((place) => place.variable === variable)?.codes;
}
