import type { ResultTable } from "../../../../charts/resultTable.ts";
import type { QuestionEstimates } from "../../../../server/estimates/estimatesApi.ts";
import type { Estimate } from "../../../../stats/estimate.ts";
import type { PageReader } from "../../reader.ts";
import { questionsTexts } from "./questionsTexts.ts";

/** The table of a question: the very numbers its charts are drawn from. `null` for open text. */
export function questionTable(question: QuestionEstimates, { texts, read, language }: PageReader): ResultTable | null {
  const title = read(question.title);
  switch (question.shape) {
    case "shares":
      return {
        title,
        columns: [texts("answer"), texts("share")],
        rows: question.rows.map(({ label, estimate }) => [read(label), estimate]),
      };
    case "grid": {
      const { columns, rows, netOf } = question;
      return {
        title,
        columns: [
          texts("row"),
          ...columns.map(({ label }) => read(label)),
          ...(netOf === null ? [] : [questionsTexts.net[language]]),
        ],
        rows: rows.map(({ label, shares, net }) => [
          read(label),
          ...columns.map(({ code }) => shares.find((share) => share.code === code)?.estimate ?? null),
          ...(net === null ? [] : [net]),
        ]),
      };
    }
    case "numbers":
      return {
        title,
        columns: [texts("row"), texts("mean")],
        rows: question.rows.map(({ label, mean }) => [read(label), mean]),
      };
    case "score":
      return {
        title,
        columns: [texts("band"), texts("estimate")],
        rows: scoreLines(question, { texts, language }),
      };
    case "text":
      return null;
  }
}

function scoreLines(
  { mean, screenPositive, cutOff, bands }: Extract<QuestionEstimates, { shape: "score" }>,
  { texts, language }: Pick<PageReader, "texts" | "language">,
): [string, Estimate][] {
  return [
    [texts("meanScore"), mean],
    ...(screenPositive === null
      ? []
      : [[`${texts("screenPositive")} (≥ ${cutOff ?? ""})`, screenPositive] as [string, Estimate]]),
    ...bands.map(({ label, from, to, estimate }): [string, Estimate] => [`${label[language]} ${from}–${to}`, estimate]),
  ];
}

/** Every estimate of a question that its table shows. */
export function estimatesOf(table: ResultTable | null): Estimate[] {
  return (table?.rows ?? []).flatMap((row) => row.filter((cell) => cell !== null && typeof cell === "object"));
}
