import { html, type Html } from "../../fielding/page/html.ts";
import type { Study } from "../../fielding/study.ts";
import { whole, type PageFrame } from "../../figures/page/pageFrame.ts";
import { checkedWords, mayBeInWords, talliedInWords, verdictSigns } from "../../../charts/checkedWords.ts";
import type { Language } from "../../../surveys/language.ts";
import { claimPath } from "../claimPath.ts";
import type { ArticleCheck, CheckedNumber } from "./checkApi.ts";
import { checkWords } from "./checkWords.ts";

/** What the page of checks shows. */
export interface CheckShown {
  /** Studies that may be chosen, and the one that is. */
  readonly studies: readonly Study[];
  readonly study: string | null;
  readonly text: string;
  /** `null` before anything was sent. */
  readonly check: ArticleCheck | null;
}

/** The page on which an article is pasted, and what was found of it. */
export function checkPage({ studies, study, text, check }: CheckShown, frame: PageFrame): string {
  const { language } = frame;
  const said = (name: keyof typeof checkWords): string => checkWords[name][language];
  return whole(said("title"), {
    frame,
    head: null,
    body: html`<h1>${said("title")}</h1>
      <p>${said("about")}</p>
      ${check !== null && foundIn(check, language)}
      <form class="check-form" method="post" action="/check?lang=${language}">
        <label for="text">${said("article")}</label>
        <textarea id="text" name="text" rows="14" required>${text}</textarea>
        <label for="study">${said("study")}</label>
        <select id="study" name="study">
          <option value="">${said("noStudy")}</option>
          ${studies.map(
            (each) =>
              html`<option value="${each.study}" ${each.study === study && html`selected`}>
                ${each.title[language]}
              </option>`,
          )}
        </select>
        <button>${said("check")}</button>
      </form>`,
  });
}

function foundIn({ numbers, left }: ArticleCheck, language: Language): Html {
  return html`<section aria-labelledby="found">
    <h2 id="found">${checkWords.found[language]}</h2>
    <p role="status">${talliedInWords(numbers, language)}</p>
    ${numbers.some(({ of }) => of?.kind === "question") && html`<p class="state">${checkedWords.careful[language]}</p>`}
    <ol class="checked">
      ${numbers.map((each) => checkedItem(each, language))}
    </ol>
    ${left > 0 && html`<p>${checkedWords.left[language].replace("{count}", String(left))}</p>`}
  </section>`;
}

function checkedItem(checked: CheckedNumber, language: Language): Html {
  const { quote, line, verdict, of, now, frozen, difference, reason } = checked;
  const said = (name: keyof typeof checkedWords, value: string): string =>
    checkedWords[name][language].replace(/\{\w+\}/, () => value);
  return html`<li class="${verdict}">
    <p class="verdict"><span aria-hidden="true">${verdictSigns[verdict]}</span> ${checkedWords[verdict][language]}</p>
    <blockquote dir="auto">
      ${quote.before}<mark>${quote.number}</mark>${quote.after}
      <span class="line">${said("line", String(line))}</span>
    </blockquote>
    ${
      of?.kind === "claim" &&
      html`<p><a href="${claimPath(of.claim)}?lang=${language}">${said("claim", of.about)}</a></p>`
    }
    ${of?.kind === "question" && html`<p>${mayBeInWords(of, language)}</p>`}
    ${reason !== null && html`<p>${reason}</p>`} ${frozen !== null && html`<p>${said("frozen", frozen)}</p>`}
    ${now !== null && html`<p>${said("now", now)}</p>`}
    ${difference !== null && html`<p>${said("difference", difference)}</p>`}
  </li>`;
}
