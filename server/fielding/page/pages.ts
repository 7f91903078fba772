import type { Language, Translated } from "../../../surveys/language.ts";
import { pagesOf } from "../../../surveys/questions.ts";
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

/** Until SurveyJS is there, a press on "continue" is remembered and said to be; a program that does not come is said too. */
const waitScript = `var d=document,i=function(n){return d.getElementById(n)},f=i("first");
f&&f.addEventListener("submit",function(e){e.preventDefault();f.dataset.wants="next";i("waiting").hidden=false});
i("program").addEventListener("error",function(){i("waiting").hidden=true;i("failed").hidden=false})`;

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
  const form =
    first === null
      ? html`<p id="waiting" class="quiet" role="status">${said(pageTexts.loading)}</p>`
      : // Sent nowhere, script or no script: answers never travel in an address.
        html`<form id="first" method="dialog" novalidate>
          ${first}
          <button class="button next" type="submit">${said(pageTexts.next)}</button>
          <p id="waiting" class="quiet" role="status" hidden>${said(pageTexts.waiting)}</p>
        </form>`;
  const body = html`<main class="page">
      <noscript><p class="card warn">${said(pageTexts.noScript)}</p></noscript>
      ${progressOf(version, language)}
      <div id="survey">${form}</div>
      <p id="failed" class="card warn" role="alert" hidden>${said(pageTexts.failed)}</p>
    </main>
    ${factsOf({ study: study.study, language, styles: programs.styles })}
    <script type="module" id="program" async fetchpriority="low" src="${programs.script}"></script>
    <script nonce="${nonce}">
      ${checkedHtml(waitScript)};
    </script>`;
  return whole(study.title[language], { frame, body, isSimulated: study.simulated });
}

/** The page on which a questionnaire is tried that is still being written; its program is told which. */
export function previewPage(programs: { script: string; styles: readonly string[] }, frame: PageFrame): string {
  const { language } = frame;
  const { progress } = pageTexts;
  // No landmarks: the page around the frame has its own.
  const body = html`<div class="top"><h1></h1></div>
    <div class="page">
      <div id="progress" tabindex="-1" hidden data-words-zh="${progress["zh-CN"]}" data-words-en="${progress.en}">
        <span id="progress-words"></span>
        <progress value="1" max="1" aria-labelledby="progress-words"></progress>
      </div>
      <div id="survey"><p id="waiting" class="quiet" role="status">${pageTexts.loading[language]}</p></div>
      <p id="failed" class="card warn" role="alert" hidden>${pageTexts.failed[language]}</p>
    </div>
    ${factsOf({ language, styles: programs.styles, isPreview: true })}
    <script type="module" src="${programs.script}"></script>`;
  return document("", frame, body);
}

/** What the page tells its program. */
function factsOf(facts: object): Html {
  const written = JSON.stringify(facts).replaceAll("<", "\\u003c");
  return html`<script type="application/json" id="facts">
    ${checkedHtml(written)}
  </script>`;
}

/** How far the reader is. The program turns it on with the same words. */
function progressOf({ definition }: QuestionnaireVersion, language: Language): Html {
  const pages = pagesOf(definition).length;
  const words = pageTexts.progress[language];
  return html`<div id="progress" tabindex="-1" data-words="${words}">
    <span id="progress-words">${words.replace("{page}", "1").replace("{pages}", String(pages))}</span>
    <progress value="1" max="${pages}" aria-labelledby="progress-words"></progress>
  </div>`;
}

/** A page that says something in a few words. */
export function statePage(title: string, { body, frame }: { body: string; frame: PageFrame }): string {
  return whole(title, {
    frame,
    body: html`<main class="page"><p class="card state">${body}</p></main>`,
    isSimulated: false,
  });
}

function whole(
  title: string,
  { frame, body, isSimulated }: { frame: PageFrame; body: Html; isSimulated: boolean },
): string {
  const { language, otherLanguage } = frame;
  const link =
    otherLanguage !== null &&
    html`<a class="language" href="${otherLanguage}" lang="${language === "en" ? "zh-CN" : "en"}"
      >${pageTexts.otherLanguage[language]}</a
    >`;
  return document(
    title,
    frame,
    html`<header class="top">
        <div class="line">
          <h1>${title}</h1>
          ${link}
        </div>
        ${isSimulated && html`<p class="simulated">${pageTexts.simulated[language]}</p>`}
      </header>
      ${body}`,
  );
}

function document(title: string, { language, nonce }: PageFrame, body: Html): string {
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
        ${body}
      </body>
    </html>`;
  return page.html;
}
