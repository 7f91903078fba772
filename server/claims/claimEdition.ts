import { conditionInWords } from "../../charts/conditionInWords.ts";
import type { Reader } from "../../charts/figure.ts";
import { formatDay, formatNumber } from "../../charts/format.ts";
import type { Codebook } from "../../surveys/codebook/codebook.ts";
import { instruments } from "../../surveys/instruments/registry.ts";
import type { Condition } from "../estimates/conditions.ts";
import { calendarDay } from "../fielding/calendarDay.ts";
import { methodsBox, type MethodsKnown } from "../figures/methodsBox.ts";
import type { ClaimedNumber } from "./claimedNumber.ts";
import type { ClaimContent, ClaimEdition } from "./claimsApi.ts";
import { claimSentence } from "./claimSentence.ts";
import { claimWords } from "./claimWords.ts";

/** What a claim is written from. */
export interface ClaimKnown extends Pick<MethodsKnown, "codebook" | "study" | "settings" | "margins"> {
  readonly content: ClaimContent;
  readonly number: ClaimedNumber;
}

const nothing = { "zh-CN": "", en: "" };

/** A claim in one language. */
export function claimEdition(known: ClaimKnown, reader: Reader): ClaimEdition {
  const { number, codebook, study, settings, margins } = known;
  const { result, estimate } = number;
  const about = aboutOf(known, reader);
  const title = { "zh-CN": about, en: about };
  // The request as it was understood: the one for the methods box of a figure that shows the number and nothing else.
  const look = { kind: "bars", request: result.request } as const;
  const methods = methodsBox(
    {
      content: { title, headline: nothing, note: nothing, look },
      answers: { kind: "estimates", result, beside: null },
      codebook,
      study,
      settings,
      margins,
      outline: null,
    },
    reader,
  );
  const day = calendarDay(new Date(result.asOf), study.timeZone);
  const { language } = reader;
  return { about, wording: wordingOf(known, reader), ...claimSentence(estimate, { day, language }), methods };
}

/** What the number is of: `How far do you trust them? · The local government · Very far or fairly far · Women`. */
function aboutOf(known: ClaimKnown, reader: Reader): string {
  const parts = [wordingOf(known, reader), itemOf(known, reader), ...groupOf(known, reader), daysOf(known, reader)];
  return parts.filter((part) => part !== "").join(" · ");
}

/** The question in its own words, with the row of a matrix; of a condition what it says, of a score its scale. */
function wordingOf({ number: { result }, codebook }: ClaimKnown, reader: Reader): string {
  const { indicator } = result.request;
  if (indicator?.kind === "number" && codebook.scores.some(({ name }) => name === indicator.variable))
    return scoresInWords(indicator, codebook, reader);
  if (indicator !== undefined) return conditionInWords(indicator, codebook, reader);
  const variable = result.items[0]?.variable ?? null;
  const question = codebook.questions.find(({ name, variables }) =>
    variables.some((each) => each.name === variable?.name || name === variable?.name),
  );
  const title = reader.read(question?.title ?? result.title);
  const isTick = question?.variables.find(({ name }) => name === variable?.name)?.kind === "tick";
  const row = variable === null || isTick ? "" : reader.read(variable.label);
  return row === "" || row === title ? title : `${title} – ${row}`;
}

/** Scores of a scale: `GAD-7 10–21 (screens positive)`, where they are those beyond its cut-off. */
function scoresInWords(
  { variable, from, to }: Extract<Condition, { kind: "number" }>,
  { scores }: Codebook,
  { language }: Reader,
): string {
  const score = scores.find(({ name }) => name === variable);
  const { name = variable, cutOff = null, direction } = instruments[score?.instrument ?? ""] ?? {};
  const [lowest, highest] = score?.range ?? [from, to];
  const isPositive =
    direction === "higher-is-worse" ? from === cutOff && to === highest : to === cutOff && from === lowest;
  const range = `${name} ${formatNumber(from, language)}–${formatNumber(to, language)}`;
  return isPositive ? claimWords.positive[language].replace("{range}", range) : range;
}

function itemOf({ content, number: { result }, codebook }: ClaimKnown, reader: Reader): string {
  const { language, read } = reader;
  const value = result.items[0]?.value ?? null;
  if (value !== null) return read(value.label);
  const { statistic, codes = [], probability, indicator } = result.request;
  if (indicator !== undefined) return "";
  const labels = codes.map((code) => codeLabel(code, { result, codebook }, reader)).join(" / ");
  switch (statistic) {
    case "share":
      return labels;
    case "net":
      return `${claimWords.net[language]} (${labels})`;
    case "quantile":
      return claimWords.quantile[language].replace("{p}", formatNumber(probability ?? 0.5, language));
    default:
      return content.kind === "estimate" || statistic === "mean" ? claimWords.mean[language] : "";
  }
}

function codeLabel(
  code: NonNullable<ClaimedNumber["result"]["request"]["codes"]>[number],
  { result, codebook }: { result: ClaimedNumber["result"]; codebook: Codebook },
  { read }: Reader,
): string {
  const asked = result.request.question;
  const named = codebook.questions.filter(
    ({ name, variables }) => name === asked || variables.some((each) => each.name === asked),
  );
  for (const variable of named.flatMap(({ variables }) => variables)) {
    if (variable.kind === "tick" && variable.option.code === code) return read(variable.option.label);
    const value = variable.kind === "category" ? variable.values.find((each) => each.code === code) : undefined;
    if (value !== undefined) return read(value.label);
  }
  return String(code);
}

function groupOf({ content, number: { result }, codebook }: ClaimKnown, reader: Reader): string[] {
  const { language, read } = reader;
  if (content.kind === "difference") {
    const [first, second] = [content.request.first, content.request.second].map((condition) =>
      conditionInWords(condition, codebook, reader),
    );
    return [
      claimWords.difference[language].replace("{first}", () => first ?? "").replace("{second}", () => second ?? ""),
    ];
  }
  const { filter } = content.request;
  const labels = result.groups[0]?.labels ?? [];
  const group = labels.length === 0 && result.breakdowns.length > 0 ? [claimWords.all[language]] : labels.map(read);
  return [...group, ...(filter === undefined ? [] : [conditionInWords(filter, codebook, reader)])];
}

/** The days of whose answers it is; empty for all of them. */
function daysOf({ content: { request } }: ClaimKnown, { language }: Reader): string {
  const { from, to } = request;
  if (from === undefined && to === undefined) return "";
  if (from === to) return formatDay(from ?? "", language);
  return [from, to].map((day) => (day === undefined ? "" : formatDay(day, language))).join(" – ");
}
