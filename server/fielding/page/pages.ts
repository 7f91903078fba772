import type { Language, Translated } from "../../../surveys/language.ts";
import { drawFirstPage } from "./firstPage.ts";
import { checkedHtml, html, type Html } from "./html.ts";
import { pageStyle } from "./pageStyle.ts";
import { pageTexts } from "./pageTexts.ts";
import type { QuestionnaireVersion } from "../questionnaireStore.ts";
import type { Study } from "../study.ts";

/** What every page needs: the reader's language, the address of the other, and the number that lets its own style and script run. */
export interface PageFrame {
  readonly language: Language;
  readonly nonce: string;
  /** Link to this page in the other language; `null` when there is none. */
  readonly otherLanguage: string | null;
}

/** Until SurveyJS is there, a press on "continue" is remembered and said to be. */
const waitScript = `document.getElementById("first")?.addEventListener("submit",function(e){e.preventDefault();this.dataset.wants="next";document.getElementById("waiting").hidden=false})`;

/** The questionnaire's page, its first questions drawn. */
export function questionnairePage(
  {
    study,
    version,
    programs,
  }: { study: Study; version: QuestionnaireVersion; programs: { script: string; styles: readonly string[] } },
  frame: PageFrame,
): string {
  const { language, nonce } = frame;
  const first = drawFirstPage(version.definition, language);
  const said = (text: Translated): string => text[language];
  const facts = JSON.stringify({ study: study.study, language, styles: programs.styles }).replaceAll("<", "\\u003c");
  const form =
    first === null
      ? html`<p id="waiting" class="quiet" role="status">${said(pageTexts.loading)}</p>`
      : html`<form id="first" novalidate>
          ${first}
          <button class="button" type="submit">${said(pageTexts.next)}</button>
          <p id="waiting" class="quiet" role="status" hidden>${said(pageTexts.waiting)}</p>
        </form>`;
  const body = html`<main class="page" id="survey">${form}</main>
    <noscript><p class="page warn">${said(pageTexts.noScript)}</p></noscript>
    <script type="application/json" id="facts">
      ${checkedHtml(facts)}
    </script>
    <script nonce="${nonce}">
      ${checkedHtml(waitScript)};
    </script>
    <script type="module" async fetchpriority="low" src="${programs.script}"></script>`;
  return whole(study.title[language], { frame, body, isSimulated: study.simulated });
}

/** A page that says something in a few words. */
export function statePage(title: string, { body, frame }: { body: string; frame: PageFrame }): string {
  return whole(title, { frame, body: html`<main class="page state"><p>${body}</p></main>`, isSimulated: false });
}

function whole(
  title: string,
  { frame, body, isSimulated }: { frame: PageFrame; body: Html; isSimulated: boolean },
): string {
  const { language, nonce, otherLanguage } = frame;
  const link =
    otherLanguage !== null &&
    html`<a class="language" href="${otherLanguage}" lang="${language === "en" ? "zh-CN" : "en"}"
      >${pageTexts.otherLanguage[language]}</a
    >`;
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style nonce="${nonce}">
          ${checkedHtml(pageStyle)}
        </style>
      </head>
      <body>
        <header class="top">
          <div class="line">
            <h1>${title}</h1>
            ${link}
          </div>
          ${isSimulated && html`<p class="simulated">${pageTexts.simulated[language]}</p>`}
        </header>
        ${body}
      </body>
    </html>`;
  return page.html;
}
