import "survey-core/survey-core.fontless.min.css";
import "./respond.css";
import type { FieldedQuestionnaire } from "../../server/fielding/fieldingApi.ts";
import { element } from "./elements.ts";
import { readFacts, type Facts } from "./facts.ts";
import { answersInForm, questionInFocus } from "./firstAnswers.ts";
import { offerToSend, send } from "./sending.ts";
import { beginSitting } from "./sitting.ts";
import { createStage } from "./stage.ts";
import { textsIn } from "./texts.ts";

void begin(readFacts());

async function begin(facts: Facts): Promise<void> {
  try {
    if (facts.isPreview === true) {
      const [{ beginPreview }] = await Promise.all([import("./preview.ts"), ...facts.styles.map(loadStyle)]);
      beginPreview();
      return;
    }
    const [answer] = await Promise.all([
      fetch(`/api/studies/${facts.study}/questionnaire`),
      ...facts.styles.map(loadStyle),
    ]);
    if (!answer.ok) throw new Error("The questionnaire could not be had");
    takeOver((await answer.json()) as FieldedQuestionnaire, facts);
  } catch {
    document.getElementById("waiting")?.setAttribute("hidden", "");
    document.getElementById("failed")?.removeAttribute("hidden");
  }
}

/** Puts SurveyJS in the place of the plain form, with what was answered there and where the reader was. */
function takeOver(fielded: FieldedQuestionnaire, { study, language }: Facts): void {
  const form = document.querySelector<HTMLFormElement>("form#first");
  const focused = form === null ? null : questionInFocus(form);
  const sitting = beginSitting(fielded, { language, first: form === null ? {} : answersInForm(form) });
  const texts = textsIn(language);
  const stage = createStage(sitting, texts);
  const counter = { sitting, stage, texts, address: `/api/studies/${study}/responses?lang=${language}` };
  sitting.model.onCompleting.add((_, options) => {
    // The model never completes by itself: what is missing is shown first, and "sent" is said when it is true.
    options.allow = false;
    offerToSend(counter);
  });
  if (focused !== null) sitting.model.getQuestionByName(focused).focus();
  if (form?.dataset["wants"] === "next") sitting.model.nextPage();
  if (sitting.unsent !== null) void send(counter, sitting.unsent);
}

function loadStyle(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = element("link", { rel: "stylesheet", href: address, crossorigin: "" });
    link.addEventListener("load", () => {
      resolve();
    });
    link.addEventListener("error", () => {
      reject(new Error("A style sheet could not be had"));
    });
    document.head.append(link);
  });
}
