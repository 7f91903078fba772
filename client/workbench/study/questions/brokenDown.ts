import type { Figure } from "../../../../charts/figure.ts";
import { groupedBars } from "../../../../charts/figures/groupedBars.ts";
import type { ResultTable } from "../../../../charts/resultTable.ts";
import type { AnalysisResult } from "../../../../server/analysis/analysisApi.ts";
import type { QuestionEstimates } from "../../../../server/estimates/estimatesApi.ts";
import type { PageReader } from "../../reader.ts";
import type { WantedAnalysis } from "../../useAnalysis.ts";
import { questionsTexts } from "./questionsTexts.ts";

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
      if (netOf !== null) return [{ ...base, statistic: "net", codes: [...netOf.codes], against: [...netOf.against] }];
      return [{ ...base, statistic: "share", codes: columns.slice(0, 1).map(({ code }) => code) }];
    }
    case "score":
      return [
        { ...base, statistic: "shares" },
        { ...base, statistic: "mean" },
      ];
    case "text":
      return [];
  }
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
  const labels = first.items.map(({ variable, value }) => read(value?.label ?? variable?.label ?? ""));
  const groups = first.groups.map(({ labels: [label] }) =>
    label === undefined ? questionsTexts.all[language] : read(label),
  );
  const rows = results.flatMap(({ estimates, items }, place) =>
    estimates.map((item, line) => [
      place > 0 || items.length === 1 ? lineOf(question, reader) : (labels[line] ?? ""),
      ...item.map((windows) => windows[0] ?? null),
    ]),
  );
  const unit =
    question.shape === "numbers" ? "mean" : question.shape === "grid" && question.netOf !== null ? "net" : "share";
  const isDrawn = first.groups.length <= mostGroupsDrawn + 1;
  return {
    figure: isDrawn
      ? groupedBars(first, { labels: first.items.length === 1 ? [lineOf(question, reader)] : labels, unit }, reader)
      : null,
    table: {
      title: read(question.title),
      columns: [texts(question.shape === "grid" ? "row" : "answer"), ...groups],
      rows,
    },
  };
}

/** What a line is that is not an answer of its own. */
function lineOf(question: QuestionEstimates, { texts, read, language }: PageReader): string {
  switch (question.shape) {
    case "score":
      return questionsTexts.meanScore[language];
    case "numbers":
      return texts("mean");
    default:
      return read(question.title);
  }
}

/** What the numbers of a matrix by groups are, in words. */
export function netInWords(
  { netOf, columns }: Extract<QuestionEstimates, { shape: "grid" }>,
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
