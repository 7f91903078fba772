import { Model, surveyLocalization, type Question } from "survey-core";
import "survey-core/i18n/simplified-chinese";
import type { FieldedQuestionnaire } from "../../server/fielding/fieldingApi.ts";
import type { Language } from "../../surveys/language.ts";

// A definition's default wording is Chinese. Told otherwise, SurveyJS would show it to readers of English.
surveyLocalization.defaultLocale = "zh-cn";

/** Makes SurveyJS's model of the fielded questionnaire, set up as we field it. */
export function createModel({ definition }: Pick<FieldedQuestionnaire, "definition">, language: Language): Model {
  const model = new Model(definition);
  model.locale = language === "en" ? "en" : "zh-cn";
  model.showTitle = false;
  // The page's own line, there before SurveyJS, says how far the reader is.
  model.showProgressBar = false;
  model.showQuestionNumbers = false;
  model.questionErrorLocation = "bottom";
  model.autoFocusFirstError = true;
  model.autoFocusFirstQuestion = false;
  model.clearInvisibleValues = "onHidden";
  model.textUpdateMode = "onTyping";
  model.widthMode = "responsive";
  // Nothing leaves this page but the answers, to our own address.
  model.navigateToUrl = "";
  model.completeText = language === "en" ? "Check and send" : "检查并发送";
  // The phone's own list: known to the reader, and the same before and after SurveyJS is there.
  for (const question of model.getAllQuestions())
    if (question.getType() === "dropdown") question["renderAs"] = "select";
  // SurveyJS gives its own list a name, but not the phone's.
  model.onAfterRenderQuestion.add((_, { question, htmlElement }) => {
    htmlElement.querySelector("select")?.setAttribute("aria-labelledby", question.ariaTitleId);
  });
  return model;
}

/**
 * The answers as they are sent: what is visible, with an empty list for a multiple choice that was shown and left
 * alone, so that "asked and ticked nothing" is not "not asked".
 */
export function answersOf(model: Model): Record<string, unknown> {
  const answers: Record<string, unknown> = { ...(model.data as Record<string, unknown>) };
  for (const question of model.getAllQuestions().filter(isSeveralOf)) {
    if (!question.isVisible || !isOnVisiblePage(question)) continue;
    const offered = new Set((question["visibleChoices"] as { value: unknown }[]).map(({ value }) => value));
    const ticked = (answers[question.name] as unknown[] | undefined) ?? [];
    answers[question.name] = ticked.filter((code) => offered.has(code));
  }
  return answers;
}

/** Visible questions that have no answer, or only part of one. */
export function unansweredIn(model: Model): Question[] {
  return model.getAllQuestions().filter((question) => {
    if (!question.isVisible || !question.hasInput || question.isReadOnly || !isOnVisiblePage(question)) return false;
    if (question.isEmpty()) return true;
    const rows = question.getType() === "matrix" ? (question["visibleRows"] as { value: unknown }[]) : [];
    return rows.some(({ value }) => value === undefined || value === null);
  });
}

function isSeveralOf(question: Question): boolean {
  return question.getType() === "checkbox" || question.getType() === "tagbox";
}

/** A question inside a hidden panel or page says of itself that it is visible. */
function isOnVisiblePage(question: Question): boolean {
  return question.isParentVisible;
}
