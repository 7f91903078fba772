import type { Question } from "../../../surveys/definition.ts";
import { specialItems } from "../../../surveys/questions.ts";
import type { Member } from "./checkMembers.ts";
import { compileCheck } from "./compileCheck.ts";
import { compileAll, compileOptional } from "./conditions.ts";

/** Compiles the questions whose answers stand together in one object. */
function compileMembers(questions: readonly Question[]): readonly Member[] {
  return questions.map((question) =>
    compileMember(question, question.visibleIf === undefined ? [] : [question.visibleIf]),
  );
}

/** Compiles one question that stands under `conditions`, its own among them. */
export function compileMember(question: Question, conditions: readonly string[]): Member {
  const { name, isRequired = false, requiredIf, enableIf } = question;
  const isEnabled = compileOptional(enableIf, true);
  const isNeeded = isRequired ? () => true : compileOptional(requiredIf, false);
  const hasOther = specialItems(question).some(({ code }) => code === "other");
  return {
    name,
    isAsked: compileAll(conditions),
    isRequired: (values) => isNeeded(values) && isEnabled(values),
    check: compileCheck(question, compileMembers),
    commentKey: hasOther ? `${name}-Comment` : null,
  };
}
