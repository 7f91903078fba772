import { conditionInWords } from "../../../charts/conditionInWords.ts";
import type { Reader } from "../../../charts/figure.ts";
import { formatNumber } from "../../../charts/format.ts";
import type { Codebook } from "../../../surveys/codebook/codebook.ts";
import { variablesOf } from "../../estimates/conditions.ts";
import { scoresInWords } from "../../figures/scoresInWords.ts";
import type { ClaimedItem } from "../claimedApart.ts";
import type { ClaimContent } from "../claimsApi.ts";
import { claimWords } from "../claimWords.ts";
import type { ClaimSubject } from "./claimSubject.ts";
import { indicatorInWords } from "./indicatorInWords.ts";

interface ItemKnown {
  readonly content: ClaimContent;
  readonly number: ClaimedItem;
  readonly codebook: Codebook;
}

/** What an estimate or difference is of: `How far do you trust them? · The local government · Very far or fairly far · Women`. */
export function itemSubject(known: ItemKnown, reader: Reader): ClaimSubject {
  const wording = wordingOf(known, reader);
  return {
    of: [wording, itemOf(known, reader), ...groupOf(known, reader)],
    wording: [wording, ...scoresBehind(known, reader)].join(reader.language === "zh-CN" ? "；" : "; "),
    remarks: [],
    compared: [],
  };
}

function scoresBehind({ number: { result }, codebook }: ItemKnown, reader: Reader): string[] {
  const { indicator, question } = result.request;
  return scoresInWords(indicator === undefined ? [question ?? ""] : variablesOf(indicator), codebook, reader);
}

/** The question in its own words, with the row of a matrix; of a condition what it says, of a score its scale. */
function wordingOf({ number: { result }, codebook }: ItemKnown, reader: Reader): string {
  const { indicator } = result.request;
  if (indicator !== undefined) return indicatorInWords(indicator, codebook, reader);
  const variable = result.items[0]?.variable ?? null;
  const question = codebook.questions.find(({ name, variables }) =>
    variables.some((each) => each.name === variable?.name || name === variable?.name),
  );
  const title = reader.read(question?.title ?? result.title);
  const isTick = question?.variables.find(({ name }) => name === variable?.name)?.kind === "tick";
  const row = variable === null || isTick ? "" : reader.read(variable.label);
  return row === "" || row === title ? title : `${title} – ${row}`;
}

function itemOf({ content, number: { result }, codebook }: ItemKnown, reader: Reader): string {
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
  code: NonNullable<ClaimedItem["result"]["request"]["codes"]>[number],
  { result, codebook }: { result: ClaimedItem["result"]; codebook: Codebook },
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

function groupOf({ content, number: { result }, codebook }: ItemKnown, reader: Reader): string[] {
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
