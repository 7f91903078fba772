import type { Question } from "../../../surveys/definition.ts";
import { ratingPoints } from "../../../surveys/questions.ts";
import { allInOrder, oneOf, severalOf } from "./choiceChecks.ts";
import { compileExpression } from "./conditions.ts";
import {
  cellTableCheck,
  growingTableCheck,
  matrixCheck,
  multipleTextCheck,
  panelsCheck,
  type CompileNested,
} from "./partChecks.ts";
import type { Check } from "./questionChecks.ts";
import { commentCheck, textCheck } from "./textChecks.ts";

/** Compiles what an answer to a question must be, by the question's type. */
export function compileCheck(question: Question, compileNested: CompileNested): Check {
  switch (question.type) {
    case "radiogroup":
    case "dropdown":
    case "buttongroup":
      return oneOf(question, question.choices);
    case "checkbox":
    case "tagbox":
      return severalOf(question, question.choices);
    case "ranking":
      return allInOrder(question.choices);
    case "rating":
      return oneOf(
        { ...(question.validators !== undefined && { validators: question.validators }) },
        ratingPoints(question).map(({ code }) => code),
      );
    case "boolean":
      return oneOf({}, [question.valueTrue ?? true, question.valueFalse ?? false]);
    case "text":
      return textCheck(question);
    case "comment":
      return commentCheck(question);
    case "expression":
      return calculated(question.expression);
    default:
      return partsCheck(question, compileNested);
  }
}

function partsCheck(
  question: Extract<
    Question,
    { type: "matrix" | "multipletext" | "matrixdropdown" | "matrixdynamic" | "paneldynamic" }
  >,
  compileNested: CompileNested,
): Check {
  switch (question.type) {
    case "matrix":
      return matrixCheck(question);
    case "multipletext":
      return multipleTextCheck(question);
    case "matrixdropdown":
      return cellTableCheck(question, compileNested);
    case "matrixdynamic":
      return growingTableCheck(question, compileNested);
    case "paneldynamic":
      return panelsCheck(question, compileNested);
  }
}

/** A value that follows from the others: the server works it out anew and believes nothing else. */
function calculated(expression: string): Check {
  const calculate = compileExpression(expression);
  return ({ value, path, values, note }) => {
    const due = calculate(values);
    const isClose =
      typeof due === "number" &&
      typeof value === "number" &&
      Math.abs(due - value) <= 1e-9 * Math.max(1, Math.abs(due));
    if (due !== value && !isClose) note(path, "miscalculated");
  };
}
