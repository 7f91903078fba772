import { html } from "../../fielding/page/html.ts";
import type { Study } from "../../fielding/study.ts";
import type { FigureFile } from "../figuresApi.ts";
import { picturesOf, problemsOf } from "./figurePage.ts";
import { whole, type PageFrame } from "./pageFrame.ts";
import { pageWords } from "./pageWords.ts";

/** Everything a study has made public, a figure under the other. */
export function resultsPage({ title, simulated }: Study, files: readonly FigureFile[], frame: PageFrame): string {
  const { language } = frame;
  return whole(`${title[language]} – ${pageWords.results[language]}`, {
    frame,
    head: null,
    body: html`<h1>${title[language]}</h1>
      ${simulated && html`<p class="state warn">${pageWords.simulated[language]}</p>`}
      ${files.map(
        (file) =>
          html`<figure>
            ${picturesOf(file, language)} ${problemsOf(file, language)}
            <figcaption><a href="/f/${file.state.figure}?lang=${language}">${pageWords.more[language]}</a></figcaption>
          </figure>`,
      )}`,
  });
}
