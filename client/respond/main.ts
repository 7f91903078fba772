import { renderSurvey } from "survey-js-ui";
import "survey-core/survey-core.fontless.min.css";
import "./respond.css";
import type { Model } from "survey-core";
import type { FieldedQuestionnaire } from "../../server/fielding/fieldingApi.ts";
import type { Language } from "../../surveys/language.ts";
import { inLanguage } from "../../surveys/localised.ts";
import { forgetDraft, keepDraft, newSubmissionKey, readDraft, type Draft } from "./draft.ts";
import { button, element } from "./elements.ts";
import { answersInForm, questionInFocus } from "./firstAnswers.ts";
import { answersOf, createModel, unansweredIn } from "./questionnaire.ts";
import { sendOnce, sendUntilAnswered } from "./send.ts";
import { createStopwatch } from "./stopwatch.ts";
import { textsIn } from "./texts.ts";
import { refusedView, reviewView, sendingView, thankYouView } from "./views.ts";

/** What the server wrote into the page. */
interface Facts {
  readonly study: string;
  readonly language: Language;
  readonly styles: readonly string[];
}

const facts = JSON.parse(document.getElementById("facts")?.textContent ?? "{}") as Facts;
const place = document.getElementById("survey") ?? document.body;
const texts = textsIn(facts.language);
const address = `/api/studies/${facts.study}`;

void begin();

async function begin(): Promise<void> {
  try {
    const [answer] = await Promise.all([fetch(`${address}/questionnaire`), ...facts.styles.map(loadStyle)]);
    if (!answer.ok) throw new Error("The questionnaire could not be had");
    takeOver((await answer.json()) as FieldedQuestionnaire);
  } catch {
    const waiting = document.getElementById("waiting");
    if (waiting === null) return;
    waiting.hidden = false;
    waiting.textContent = texts("cannotStart");
  }
}

/** Puts SurveyJS in the place of the plain form, with what was answered there and where the reader was. */
function takeOver(fielded: FieldedQuestionnaire): void {
  const { study, questionnaireVersion } = fielded;
  const model = createModel(fielded, facts.language);
  const form = document.querySelector<HTMLFormElement>("form#first");
  const draft = readDraft(study, questionnaireVersion);
  const first = form === null ? {} : answersInForm(form);
  const focused = form === null ? null : questionInFocus(form);
  const wantsNext = form?.dataset["wants"] === "next";
  const watch = createStopwatch(draft?.pageSeconds ?? []);
  let submissionKey = draft?.submissionKey ?? newSubmissionKey();
  model.data = { ...draft?.answers, ...first };
  if (draft !== null) model.currentPageNo = draft.page;

  const keep = (body: string | null = null): Draft => {
    const kept = {
      submissionKey,
      questionnaireVersion,
      answers: answersOf(model),
      page: model.currentPageNo,
      seconds: watch.total(),
      pageSeconds: watch.pages(),
      body,
    };
    keepDraft(study, kept);
    return kept;
  };
  model.onValueChanged.add(() => void keep());
  model.onCurrentPageChanged.add(() => {
    watch.turnTo(model.currentPageNo);
    keep();
    place.scrollIntoView();
  });

  const surface = element("div", { id: "questions" });
  const notices = element("div", { id: "notices" });
  const clear = button(
    texts("clear"),
    () => {
      forgetDraft(study);
      submissionKey = newSubmissionKey();
      model.clear(true, true);
      notices.replaceChildren();
      scrollTo(0, 0);
    },
    "link quiet",
  );
  const below = element("p", { class: "below" }, clear);
  const scroll = scrollY;
  place.replaceChildren(notices, surface, below);
  renderSurvey(model, surface);
  scrollTo(0, scroll);
  if (draft !== null && Object.keys(draft.answers).length > 0)
    notices.append(element("p", { class: "quiet", role: "status" }, texts("restored")));
  if (focused !== null) model.getQuestionByName(focused)?.focus();
  if (wantsNext) model.nextPage();

  const show = (view: HTMLElement | null): void => {
    surface.hidden = below.hidden = view !== null;
    notices.replaceChildren(...(view === null ? [] : [view]));
    view?.querySelector<HTMLElement>("h2[tabindex]")?.focus();
    scrollTo(0, 0);
  };
  const openQuestion = (name: string): void => {
    show(null);
    model.getQuestionByName(name)?.focus();
  };

  const send = async (): Promise<void> => {
    const draftNow = keep();
    const body = JSON.stringify({ ...bodyOf(draftNow, facts.language) });
    keep(body);
    show(sendingView(texts, null));
    const outcome = await sendUntilAnswered(
      () => sendOnce(`${address}/responses?lang=${facts.language}`, body, submissionKey),
      (tryNow) => {
        show(sendingView(texts, tryNow));
      },
    );
    if (outcome.kind === "received") finish(fielded, model, outcome.receipt);
    else if (outcome.kind === "refused") show(refusal(outcome, model, openQuestion));
    if (outcome.kind === "refused") surface.hidden = below.hidden = false;
  };

  // The model never completes by itself: what is missing is shown first, and "sent" is said when it is true.
  model.onCompleting.add((_, options) => {
    options.allow = false;
    const missing = unansweredIn(model).map((question) => ({
      title: question.processedTitle,
      isRequired: question.isRequired && question.isEmpty(),
      open: () => {
        openQuestion(question.name);
      },
    }));
    show(
      reviewView(missing, texts, {
        onSend: () => void send(),
        onBack: () => {
          show(null);
        },
      }),
    );
  });
}

function bodyOf(
  { submissionKey, questionnaireVersion, answers, seconds, pageSeconds }: Draft,
  language: Language,
): object {
  const collector = new URLSearchParams(location.search).get("c");
  const isCollector = collector !== null && /^[a-z0-9-]{1,64}$/.test(collector);
  return {
    submissionKey,
    questionnaireVersion,
    language,
    ...(isCollector && { collector }),
    timing: { seconds, pages: pageSeconds },
    answers,
  };
}

function finish({ study, definition }: FieldedQuestionnaire, model: Model, receipt: string): void {
  forgetDraft(study);
  model.clear(true, true);
  model.dispose();
  const words = definition.completedHtml;
  const completed = words === undefined ? null : element("div", { class: "note" });
  // The server fields only definitions whose HTML is on its short list of elements.
  if (completed !== null && words !== undefined) completed.innerHTML = inLanguage(words, facts.language);
  place.replaceChildren(thankYouView(receipt, texts, completed));
  document.getElementById("thanks")?.focus();
  scrollTo(0, 0);
}

function refusal(
  { title, faults }: { title: string; faults: readonly { field: string; message: string }[] },
  model: Model,
  open: (name: string) => void,
): HTMLElement {
  const lines = faults.map(({ field, message }) => {
    const name = field.startsWith("answers.") ? (field.split(".")[1] ?? "") : "";
    const question = model.getQuestionByName(name.replace(/-Comment$/, ""));
    return {
      message,
      question: question?.processedTitle ?? null,
      open: () => {
        open(question?.name ?? "");
      },
    };
  });
  return refusedView(title, lines, texts);
}

function loadStyle(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = element("link", { rel: "stylesheet", href: address });
    link.addEventListener("load", () => {
      resolve();
    });
    link.addEventListener("error", () => {
      reject(new Error("A style sheet could not be had"));
    });
    document.head.append(link);
  });
}
