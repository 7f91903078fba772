import type { Model } from "survey-core";
import { renderSurvey } from "survey-js-ui";
import { button, element } from "./elements.ts";
import { createProgress } from "./progress.ts";
import { createModel } from "./questionnaire.ts";
import { previewReady, type Previewed } from "./previewed.ts";

let shown: Model | null = null;

/** Shows what the page around it says, as a respondent would see it. It keeps nothing and can send nothing. */
export function beginPreview(): void {
  addEventListener("message", ({ source, data }: MessageEvent<Previewed>) => {
    if (source === parent) show(data);
  });
  parent.postMessage(previewReady, "*");
}

/** A change of the definition leaves the reader on the page where they are, with what they have answered. */
function show({ definition, language, title }: Previewed): void {
  document.documentElement.lang = language;
  document.title = title;
  const heading = document.querySelector("h1");
  if (heading !== null) heading.textContent = title;
  const before = shown;
  const model = createModel({ definition }, language);
  if (before !== null) {
    model.data = before.data as unknown;
    model.currentPageNo = Math.min(before.currentPageNo, Math.max(0, model.visiblePageCount - 1));
    before.dispose();
  }
  shown = model;
  draw(model, { definition, language, title });
}

function draw(model: Model, previewed: Previewed): void {
  const { language } = previewed;
  const place = document.getElementById("survey") ?? document.body;
  const questions = element("div", { id: "questions" });
  const line = document.getElementById("progress");
  if (line !== null) {
    line.hidden = false;
    line.dataset["words"] = line.dataset[language === "en" ? "wordsEn" : "wordsZh"] ?? "";
  }
  const progress = createProgress(model);
  const at = scrollY;
  place.replaceChildren(questions);
  renderSurvey(model, questions);
  scrollTo(0, at);
  model.onCurrentPageChanged.add(() => {
    progress.turn();
  });
  model.onCompleting.add((_, options) => {
    options.allow = false;
    // Chosen by the answers, so it is read before they are forgotten.
    const words = model.renderedCompletedHtml;
    place.replaceChildren(ending(words, previewed));
    if (line !== null) line.hidden = true;
  });
}

function ending(words: string, previewed: Previewed): HTMLElement {
  const isEnglish = previewed.language === "en";
  const note = element("div", { class: "note" });
  // The server's check has let through what is on its short list of elements only.
  note.innerHTML = words;
  const said = isEnglish ? "The end of the preview: nothing was sent." : "预览结束：没有发送任何内容。";
  const again = (): void => {
    shown?.dispose();
    shown = null;
    show(previewed);
  };
  return element(
    "section",
    { class: "card state" },
    note,
    element("p", { class: "quiet" }, said),
    button(isEnglish ? "Begin again" : "重新开始", again),
  );
}
