import type { Figure } from "../../../../charts/figure.ts";
import { groupedBars } from "../../../../charts/figures/groupedBars.ts";
import type { ResultTable } from "../../../../charts/resultTable.ts";
import type { AnalysisResult } from "../../../../server/analysis/analysisApi.ts";
import type { QuestionEstimates } from "../../../../server/estimates/estimatesApi.ts";
import type { PageReader } from "../../reader.ts";
import type { WantedAnalysis } from "../../useAnalysis.ts";
import { bandIn, screeningIn } from "./questionTable.ts";
import { questionsTexts } from "./questionsTexts.ts";

type Grid = Extract<QuestionEstimates, { shape: "grid" }>;
type Score = Extract<QuestionEstimates, { shape: "score" }>;

/** More groups than these cannot be told apart as bars. */
const mostGroupsDrawn = 8;

/**
 * What is asked to see a question by groups; empty for open text.
 *
 * Of a matrix the net of each row (below three columns the share of the first), of a scale its bands and mean score.
 */
export function requestsBy(question: QuestionEstimates, by: string): WantedAnalysis[] {
  const base = { question: question.name, by: [by] };
  switch (question.shape) {
    case "shares":
    case "numbers":
      return [base];
    case "grid": {
      const { netOf, columns } = question;
      if (netOf !== null) {
        const { codes, against, without } = netOf;
        const left = without.length === 0 ? {} : { without: [...without] };
        return [{ ...base, statistic: "net", codes: [...codes], against: [...against], ...left }];
      }
      return [{ ...base, statistic: "share", codes: columns.slice(0, 1).map(({ code }) => code) }];
    }
    case "score":
      return [{ ...base, statistic: "shares" }, ...screeningRequest(question, by), { ...base, statistic: "mean" }];
    case "text":
      return [];
  }
}

function screeningRequest(question: Score, by: string): WantedAnalysis[] {
  const indicator = screeningCondition(question);
  return indicator === null ? [] : [{ indicator, by: [by] }];
}

/** Who screens positive, as a condition; `null` for a scale without a cut-off. */
export function screeningCondition({ name, cutOff, direction, scores }: Score): WantedAnalysis["indicator"] | null {
  if (cutOff === null) return null;
  const [lowest = cutOff, highest = cutOff] = [scores[0]?.score, scores.at(-1)?.score];
  const positive = direction === "higher-is-worse" ? { from: cutOff, to: highest } : { from: lowest, to: cutOff };
  return { kind: "number", variable: name, ...positive };
}

/** A question by groups: the figure of its first answer, and a table of all of them with a column a group. */
export function brokenDown(
  question: QuestionEstimates,
  results: readonly AnalysisResult[],
  reader: PageReader,
): { figure: Figure | null; table: ResultTable } | null {
  const { read, language, texts } = reader;
  const [first] = results;
  if (first === undefined) return null;
  const labels = results.map((result) => labelsOf(question, result, reader));
  const groups = first.groups.map(({ labels: [label] }) =>
    label === undefined ? questionsTexts.all[language] : read(label),
  );
  const rows = results.flatMap(({ estimates }, place) =>
    estimates.map((item, line) => [labels[place]?.[line] ?? "", ...item.map((windows) => windows[0] ?? null)]),
  );
  const unit =
    question.shape === "numbers" ? "mean" : question.shape === "grid" && question.netOf !== null ? "net" : "share";
  return {
    figure:
      first.groups.length <= mostGroupsDrawn + 1 ? groupedBars(first, { labels: labels[0] ?? [], unit }, reader) : null,
    table: {
      title: read(question.title),
      columns: [texts(question.shape === "grid" ? "row" : "answer"), ...groups],
      rows,
    },
  };
}

/** What the lines of one answer are. */
function labelsOf(question: QuestionEstimates, { items, request }: AnalysisResult, reader: PageReader): string[] {
  const { read, language, texts } = reader;
  if (question.shape === "score") {
    if (request.indicator !== undefined) return [screeningIn(question, texts)];
    if (request.statistic === "mean") return [texts("meanScore")];
    return items.map(({ value }) => {
      const band = question.bands.find(({ name }) => name === value?.code);
      return band === undefined ? read(value?.label ?? "") : bandIn(band, language);
    });
  }
  if (question.shape === "numbers" && items.length === 1) return [texts("mean")];
  return items.map(({ variable, value }) => read(value?.label ?? variable?.label ?? ""));
}

/** What the numbers of a matrix by groups are, in words. */
export function netInWords(
  { netOf, columns }: Grid,
  { read, language }: Pick<PageReader, "read" | "language">,
): string | null {
  if (netOf === null) return null;
  const named = (codes: readonly unknown[]): string =>
    columns
      .filter(({ code }) => codes.includes(code))
      .map(({ label }) => read(label))
      .join(" + ");
  return `${questionsTexts.netIs[language]} (${named(netOf.codes)}) ${questionsTexts.less[language]} (${named(netOf.against)})`;
}

/** Of which answer the shares of a matrix by groups are, in words; `null` where they are nets. */
export function shareInWords(
  { netOf, columns: [first] }: Grid,
  { read, language }: Pick<PageReader, "read" | "language">,
): string | null {
  if (netOf !== null || first === undefined) return null;
  return `${questionsTexts.shareOf[language]} “${read(first.label)}”`;
}
