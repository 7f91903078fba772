import type { Definition } from "../../../surveys/definition.ts";
import { questionsOf } from "../../../surveys/questions.ts";
import { Problem, type FieldFault } from "../../problem.ts";
import { readJson } from "../json/readJson.ts";
import { definitionFault, type Note } from "./definitionFaults.ts";
import { checkExpressions } from "./expressions.ts";
import { checkInstruments } from "./instrumentUse.ts";
import { checkLimits } from "./limits.ts";
import { isObject } from "./members.ts";
import { checkNames } from "./names.ts";
import { walkDefinition } from "./walk.ts";

/** How deep a definition may nest, and how many members it may have. */
const limits = { depth: 24, members: 40_000 };
const mostFaults = 10;

/**
 * Checks a questionnaire before it can be fielded, and gives it back as a value.
 *
 * Everything that is not known to be harmless is refused: members, types, functions, HTML elements. Size and depth are
 * bounded first, and no SurveyJS model is ever built from something unchecked.
 *
 * @param bytes the definition as JSON in UTF-8.
 * @throws {Problem} `invalid-definition` with the path of each fault.
 */
export function checkDefinition(bytes: Uint8Array): Definition {
  const value = parsed(bytes);
  const faults: FieldFault[] = [];
  const note: Note = (path, kind) => {
    if (faults.length < mostFaults) faults.push(definitionFault(path, kind));
  };
  const failIfFaulty = (): void => {
    if (faults.length > 0) throw new Problem("invalid-definition", faults);
  };
  if (!isObject(value)) {
    note("", "not-an-object");
    throw new Problem("invalid-definition", faults);
  }
  const elements = walkDefinition(value, note);
  failIfFaulty();
  checkNames(value, elements, note);
  checkLimits(elements, note);
  failIfFaulty();
  checkExpressions(value, elements, note);
  failIfFaulty();
  // The walk has checked every member that the type promises.
  const definition = value as unknown as Definition;
  if (questionsOf(definition).length === 0) note("", "no-questions");
  checkInstruments(definition, note);
  failIfFaulty();
  return definition;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return readJson(bytes, limits);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const faults = error.faults.map((fault) => ({ ...fault, field: asPath(fault.field) }));
    throw new Problem("invalid-definition", faults);
  }
}

/** `elements.0.name` as the path is written for definitions: `elements[0].name`. */
function asPath(field: string): string {
  return field === "body" ? "definition" : field.replace(/\.(\d+)/g, "[$1]");
}
