import { renderSurvey } from "survey-js-ui";
import { button, element } from "./elements.ts";
import { createProgress } from "./progress.ts";
import type { Sitting } from "./sitting.ts";
import type { Texts } from "./texts.ts";

/** What is on the screen: the questions, or for a while a view in their place. */
export type Stage = ReturnType<typeof createStage>;

/** Draws the questions where the plain form was, without moving what the reader sees. */
export function createStage(sitting: Sitting, texts: Texts) {
  const { model, isResumed } = sitting;
  const place = document.getElementById("survey") ?? document.body;
  const notices = element("div", { id: "notices" });
  const questions = element("div", { id: "questions" });
  const clear = button(texts("clear"), startAnew, "link quiet");
  const below = element("p", { class: "below" }, clear);
  const progress = createProgress(model);

  const before = scrollY;
  place.replaceChildren(notices, questions, below);
  renderSurvey(model, questions);
  scrollTo(0, before);
  if (isResumed) notices.append(element("p", { class: "quiet", role: "status" }, texts("restored")));
  model.onCurrentPageChanged.add(() => {
    notices.replaceChildren();
    progress.turn();
  });

  function startAnew(): void {
    sitting.forget();
    notices.replaceChildren();
    progress.turn();
  }

  function showQuestions(notice: HTMLElement | null): void {
    questions.hidden = below.hidden = progress.element.hidden = false;
    notices.replaceChildren(...(notice === null ? [] : [notice]));
    scrollTo(0, 0);
  }

  return {
    /** Shows the questions, with a notice above them where there is one to give. */
    showQuestions,

    /** Shows a view in place of the questions; its heading gets the focus. */
    show(view: HTMLElement): void {
      questions.hidden = below.hidden = progress.element.hidden = true;
      notices.replaceChildren(view);
      view.querySelector<HTMLElement>("h2[tabindex]")?.focus();
      scrollTo(0, 0);
    },

    /** Leads to a question, on whichever page it is; the notice stays. */
    openQuestion(name: string): void {
      questions.hidden = below.hidden = progress.element.hidden = false;
      model.getQuestionByName(name).focus();
    },

    /** Shows the last view: the questionnaire is over on this device. */
    end(view: HTMLElement): void {
      model.dispose();
      progress.element.remove();
      place.replaceChildren(view);
      view.querySelector<HTMLElement>("h2[tabindex]")?.focus();
      scrollTo(0, 0);
    },
  };
}
