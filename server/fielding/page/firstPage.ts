import type { Choice, Definition, Element, Question } from "../../../surveys/definition.ts";
import type { Language } from "../../../surveys/language.ts";
import { inLanguage } from "../../../surveys/localised.ts";
import { codedValue, pagesOf, ratingPoints, specialItems } from "../../../surveys/questions.ts";
import { checkedHtml, html, type Html } from "./html.ts";
import { pageTexts } from "./pageTexts.ts";

/**
 * The first page of a questionnaire as plain form controls, so that a slow phone can answer before SurveyJS is there.
 *
 * Questions that hang on others are left to SurveyJS. `null` when the first question is of a kind that only SurveyJS
 * draws: the page then waits for it.
 */
export function drawFirstPage(definition: Definition, language: Language): Html | null {
  const [page] = pagesOf(definition);
  if (page === undefined || page.visibleIf !== undefined) return null;
  const shown = page.elements.filter((element) => element.visibleIf === undefined);
  const drawn = shown.map((element) => drawElement(element, language));
  const firstQuestion = shown.findIndex(({ type }) => type !== "html");
  if (drawn[firstQuestion] === null || drawn[firstQuestion] === undefined) return null;
  const known = drawn.filter((piece) => piece !== null);
  return html`${page.title !== undefined && html`<h2>${inLanguage(page.title, language)}</h2>`}${known}`;
}

function drawElement(element: Element, language: Language): Html | null {
  if (element.type === "html") return html`<div class="note">${checkedHtml(inLanguage(element.html, language))}</div>`;
  if (element.type === "panel") return null;
  const control = drawControl(element, language);
  if (control === null) return null;
  const title = inLanguage(element.title ?? element.name, language);
  const mark = element.isRequired === true && html` <span class="needed" aria-hidden="true">*</span>`;
  const isGroup = element.type !== "text" && element.type !== "comment" && element.type !== "dropdown";
  return isGroup
    ? html`<fieldset>
        <legend>${title}${mark}</legend>
        ${control}
      </fieldset>`
    : html`<div class="field"><label for="q-${element.name}">${title}${mark}</label>${control}</div>`;
}

function drawControl(question: Question, language: Language): Html | null {
  const { name } = question;
  switch (question.type) {
    case "radiogroup":
    case "checkbox": {
      const kind = question.type === "checkbox" ? "checkbox" : "radio";
      const values = [...question.choices.filter(isForAll).map(codedValue), ...specialItems(question)];
      return html`${values.map(({ code, label }) => option(kind, name, { code, label: inLanguage(label, language) }))}`;
    }
    case "rating":
      return html`<div class="points">
        ${ratingPoints(question).map(({ code, label }) => option("radio", name, { code, label: inLanguage(label, language) }))}
      </div>`;
    case "dropdown": {
      const values = [...question.choices.filter(isForAll).map(codedValue), ...specialItems(question)];
      const options = values.map(
        ({ code, label }) => html`<option value="${JSON.stringify(code)}">${inLanguage(label, language)}</option>`,
      );
      return html`<select id="q-${name}" name="${name}">
        <option value="">${pageTexts.choose[language]}</option>
        ${options}
      </select>`;
    }
    case "text":
      return html`<input id="q-${name}" name="${name}" type="${question.inputType ?? "text"}" autocomplete="off" />`;
    case "comment":
      return html`<textarea id="q-${name}" name="${name}" rows="3"></textarea>`;
    default:
      return null;
  }
}

function isForAll(choice: Choice): boolean {
  return typeof choice !== "object" || choice.visibleIf === undefined;
}

function option(kind: "radio" | "checkbox", name: string, { code, label }: { code: unknown; label: string }): Html {
  return html`<label class="option"
    ><input type="${kind}" name="${name}" value="${JSON.stringify(code)}" /> <span>${label}</span></label
  >`;
}
