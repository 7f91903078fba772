import type { ResultTable } from "../../../../charts/resultTable.ts";
import type { QuestionEstimates } from "../../../../server/estimates/estimatesApi.ts";
import type { Estimate } from "../../../../stats/estimate.ts";
import type { Language } from "../../../../surveys/language.ts";
import type { PageReader } from "../../reader.ts";
import { questionsTexts } from "./questionsTexts.ts";

type Score = Extract<QuestionEstimates, { shape: "score" }>;

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
  { mean, screenPositive, bands, ...scale }: Score,
  { texts, language }: Pick<PageReader, "texts" | "language">,
): [string, Estimate][] {
  return [
    [texts("meanScore"), mean],
    ...(screenPositive === null ? [] : [[screeningIn(scale, texts), screenPositive] as [string, Estimate]]),
    ...bands.map(({ estimate, ...band }): [string, Estimate] => [bandIn(band, language), estimate]),
  ];
}

/** Who screens positive, which is no diagnosis: with the cut-off. */
export function screeningIn(
  { cutOff, direction }: Pick<Score, "cutOff" | "direction">,
  texts: PageReader["texts"],
): string {
  return `${texts("screenPositive")} (${direction === "higher-is-worse" ? "≥" : "≤"} ${cutOff ?? ""})`;
}

/** A band with its scores. */
export function bandIn(
  { label, from, to }: Pick<Score["bands"][number], "label" | "from" | "to">,
  language: Language,
): string {
  return `${label[language]} ${from}–${to}`;
}

/** Every estimate of a question that its table shows. */
export function estimatesOf(table: ResultTable | null): Estimate[] {
  return (table?.rows ?? []).flatMap((row) => row.filter((cell) => cell !== null && typeof cell === "object"));
}
