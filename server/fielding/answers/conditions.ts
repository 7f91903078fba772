import { ConditionRunner, ExpressionRunner } from "survey-core";

/** Answers as expressions see them: by name, with `panel` and `row` inside those. */
export type Values = Readonly<Record<string, unknown>>;

/** Whether something holds for a person's answers. */
export type Condition = (values: Values) => boolean;

/**
 * Compiles a condition with SurveyJS's own engine, so that the server decides as the respondent's browser did.
 *
 * @throws {RangeError} for one that does not parse, which a checked definition does not have: SurveyJS would take it
 *   for true.
 */
export function compileCondition(expression: string): Condition {
  const runner = new ConditionRunner(expression);
  if (!runner.canRun()) throw new RangeError(`Cannot compile the condition ${expression}: it does not parse`);
  return (values) => runner.runValues(values);
}

/** Compiles several conditions of which all must hold. */
export function compileAll(expressions: readonly string[]): Condition {
  const conditions = expressions.map(compileCondition);
  return (values) => conditions.every((holds) => holds(values));
}

/** Compiles one that may be absent. */
export function compileOptional(expression: string | undefined, absent: boolean): Condition {
  return expression === undefined ? () => absent : compileCondition(expression);
}

/** Compiles an expression that gives a value; `undefined` where its inputs are missing. */
export function compileExpression(expression: string): (values: Values) => unknown {
  const runner = new ExpressionRunner(expression);
  return (values) => runner.runValues(values) as unknown;
}
