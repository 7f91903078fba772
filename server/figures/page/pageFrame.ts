import type { Language } from "../../../surveys/language.ts";
import { checkedHtml, html, type Html } from "../../fielding/page/html.ts";
import { pageStyle } from "./pageStyle.ts";
import { pageWords } from "./pageWords.ts";

/** What every page of figures is written with. */
export interface PageFrame {
  readonly language: Language;
  readonly nonce: string;
  /** Address of the same page in the other language. */
  readonly otherLanguage: string;
}

/** A whole page. */
export function whole(
  title: string,
  { head, body, frame }: { head: Html | null; body: Html; frame: PageFrame },
): string {
  const { language, nonce, otherLanguage } = frame;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        ${head}
        <style nonce="${nonce}">
          ${checkedHtml(pageStyle)}
        </style>
      </head>
      <body>
        <main class="page">
          <a class="language" href="${otherLanguage}" lang="${language === "en" ? "zh-CN" : "en"}"
            >${pageWords.otherLanguage[language]}</a
          >
          ${body}
        </main>
      </body>
    </html>`.html;
}

/** A page that says why there is nothing to see. */
export function saying(title: string, text: string, frame: PageFrame): string {
  return whole(title, {
    head: null,
    frame,
    body: html`<h1>${title}</h1>
      <p>${text}</p>`,
  });
}
