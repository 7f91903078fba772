import { verdictSigns } from "../../../charts/checkedWords.ts";
import { formatDay } from "../../../charts/format.ts";
import { isResolved, problemInWords, problemsInWords, problemWords } from "../../../charts/problemsInWords.ts";
import type { Language } from "../../../surveys/language.ts";
import { calendarDay } from "../../fielding/calendarDay.ts";
import { html, type Html } from "../../fielding/page/html.ts";
import { citationsList, methodsList } from "../../figures/page/figurePage.ts";
import { whole, type PageFrame } from "../../figures/page/pageFrame.ts";
import { pageWords } from "../../figures/page/pageWords.ts";
import { apartInWords } from "../apartInWords.ts";
import type { ClaimFile } from "../claimsApi.ts";
import { claimPageWords } from "./claimPageWords.ts";

/** The page of a claim: its number, of what, whether it still holds, how it was made and how to cite it. */
export function claimPage(file: ClaimFile, frame: PageFrame): string {
  const { language } = frame;
  const { state, address, problems, frozenAt } = file;
  const { about, wording, words, methods } = state.editions[language];
  const said = (name: keyof typeof claimPageWords): string => claimPageWords[name][language];
  return whole(about, {
    frame,
    head: html`<link rel="alternate" type="application/json" href="${address}/claim.json" />
      <link rel="canonical" href="${address}" />
      <meta property="og:type" content="article" />
      <meta property="og:title" content="${about}" />
      <meta property="og:description" content="${words}" />`,
    body: html`<p class="state">${state.study.title[language]}</p>
      <h1>${about}</h1>
      ${warningOf(file, language)} ${numberOf(file, language)} ${stateOf(file, language)} ${problemsOf(file, language)}
      <h2>${said("wording")}</h2>
      <p>${wording}</p>
      <h2>${pageWords.methods[language]}</h2>
      ${methodsList([{ label: problemWords.problem[language], text: problemsInWords(problems, language, frozenAt) }, ...methods])}
      <h2>${said("cite")}</h2>
      <pre>${words}</pre>
      ${citationsList(file, language)}
      <p class="files">
        <a href="${address}/claim.json">JSON</a>
        <a href="/check?lang=${language}">${said("check")}</a>
      </p>`,
  });
}

/** The number in large type; behind it its interval, n and day. One that was withdrawn is struck out. */
function numberOf({ state: { editions, estimate }, withdrawn }: ClaimFile, language: Language): Html {
  const { value, words } = editions[language];
  if (withdrawn !== null) return html`<p class="claim-words withdrawn"><del>${words}</del></p>`;
  if (estimate.kind === "not-estimable") return html`<p class="claim-words">${words}</p>`;
  return html`<p class="claim-words"><strong>${value}</strong>${words.slice(value.length)}</p>`;
}

function warningOf({ state, withdrawn }: ClaimFile, language: Language): Html {
  return html`${state.study.simulated && html`<p class="state warn">${pageWords.simulated[language]}</p>`}${
    withdrawn !== null &&
    html`<p class="state warn" role="alert">${claimPageWords.withdrawn[language]} ${withdrawn.reason[language]}</p>`
  }`;
}

/** What is known to be wrong with the answers. */
function problemsOf({ problems, frozenAt }: ClaimFile, language: Language): Html {
  return html`${problems.map(
    (problem) =>
      html`<p class="problem${isResolved(problem, frozenAt) ? "" : " open"}">
        ${problemWords.problem[language]}${language === "zh-CN" ? "，" : ", "}${problemInWords(problem, language, frozenAt)}
      </p>`,
  )}`;
}

/** Whether it is live or frozen, and how a frozen number stands to the present one. */
function stateOf({ state, frozenAt, withdrawn, now }: ClaimFile, language: Language): Html {
  const said = (name: keyof typeof claimPageWords): string => claimPageWords[name][language];
  if (frozenAt === null) return html`${withdrawn === null && html`<p class="state">${said("live")}</p>`}`;
  const day = formatDay(calendarDay(new Date(frozenAt), state.study.timeZone), language);
  return html`<p class="state">${said("frozen").replace("{day}", day)}</p>
    ${
      now !== null &&
      html`<p class="standing ${now.standing.kind}">
        <span aria-hidden="true">${verdictSigns[now.standing.kind]}</span>
        <strong>${said(now.standing.kind)}</strong> ${apartOf(now, language)}<br />
        ${said("now").replace("{words}", () => now.state.editions[language].words)}
      </p>`
    }`;
}

/** How far the frozen number is from the present one. */
function apartOf({ standing, state: { estimate } }: NonNullable<ClaimFile["now"]>, language: Language): string {
  if (standing.kind === "no-number" || estimate.kind === "not-estimable") return "";
  const difference = apartInWords(standing.difference, estimate, language);
  return claimPageWords.apart[language].replace("{difference}", difference);
}
