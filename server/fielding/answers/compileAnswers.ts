import type { Definition } from "../../../surveys/definition.ts";
import { questionsOf } from "../../../surveys/questions.ts";
import { Problem } from "../../problem.ts";
import { createFaultList } from "./answerFaults.ts";
import { checkMembers } from "./checkMembers.ts";
import { compileMember } from "./compileMembers.ts";
import { compileExpression, type Values } from "./conditions.ts";
import { isObject } from "./questionChecks.ts";

/**
 * Checks one person's answers and gives them back to be kept.
 *
 * Nothing is changed, filled in or left out: what is kept is what was sent, except that minus zero is zero.
 *
 * @throws {Problem} `invalid-answers` naming each answer that is unknown, hidden, missing or not as it must be.
 */
export type AnswerCheck = (answers: unknown) => Record<string, unknown>;

const mostFaults = 10;

/**
 * Compiles a fielded definition into the check of its answers, once, so that checking a response costs microseconds
 * and no SurveyJS model.
 *
 * @param definition one that passed the definition check.
 */
export function compileAnswers(definition: Definition): AnswerCheck {
  const placed = questionsOf(definition);
  const members = placed.map(({ question, conditions }) => compileMember(question, conditions));
  const withValues = valueCalculator(definition);
  return (answers) => {
    const { faults, note } = createFaultList(mostFaults);
    if (!isObject(answers)) {
      note("", "wrong-type");
      throw new Problem("invalid-answers", faults);
    }
    checkMembers(members, { value: answers, path: "", values: withValues(answers), note });
    if (faults.length > 0) throw new Problem("invalid-answers", faults);
    return hasMinusZero(answers) ? (withoutMinusZero(answers) as Record<string, unknown>) : answers;
  };
}

/** Adds what conditions may look at beside the answers: calculated values and expression questions, each after its inputs. */
function valueCalculator(definition: Definition): (answers: Values) => Values {
  const named = [
    ...(definition.calculatedValues ?? []),
    ...questionsOf(definition).flatMap(({ question }) => (question.type === "expression" ? [question] : [])),
  ].map(({ name, expression }) => ({ name, calculate: compileExpression(expression) }));
  if (named.length === 0) return (answers) => answers;
  return (answers) => {
    const values: Record<string, unknown> = { ...answers };
    // A checked definition has no rings, so as many rounds as there are values settle them all.
    for (let round = 0; round < named.length; round++) {
      for (const { name, calculate } of named) values[name] = calculate(values);
    }
    return values;
  };
}

function hasMinusZero(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return Object.is(value, -0);
  return Object.values(value).some(hasMinusZero);
}

function withoutMinusZero(value: unknown): unknown {
  if (Object.is(value, -0)) return 0;
  if (Array.isArray(value)) return value.map(withoutMinusZero);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withoutMinusZero(member)]));
}
