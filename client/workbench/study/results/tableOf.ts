import type { QuestionEstimates } from "../../../../server/estimates/estimatesApi.ts";
import type { Estimate } from "../../../../stats/estimate.ts";
import type { PageReader } from "../../reader.ts";

/** A table of estimates: a line an estimate. */
export interface TableOfEstimates {
  readonly caption: string;
  readonly first: string;
  readonly second: string;
  readonly lines: readonly { readonly label: string; readonly estimate: Estimate }[];
}

/** The table of a question that is not a grid: the very numbers its charts are drawn from. */
export function tableOf(
  question: Extract<QuestionEstimates, { shape: "shares" | "numbers" | "score" }>,
  { texts, read, language }: PageReader,
): TableOfEstimates {
  const caption = read(question.title);
  switch (question.shape) {
    case "shares": {
      const lines = question.rows.map(({ label, estimate }) => ({ label: read(label), estimate }));
      return { caption, first: texts("answer"), second: texts("share"), lines };
    }
    case "numbers": {
      const lines = question.rows.map(({ label, mean }) => ({ label: read(label), estimate: mean }));
      return { caption, first: texts("row"), second: texts("mean"), lines };
    }
    case "score": {
      const { mean, screenPositive, bands, cutOff } = question;
      const positive =
        screenPositive === null
          ? []
          : [{ label: `${texts("screenPositive")} (≥ ${cutOff ?? ""})`, estimate: screenPositive }];
      const shown = bands.map((band) => ({
        label: `${band.label[language]} ${band.from}–${band.to}`,
        estimate: band.estimate,
      }));
      const lines = [{ label: texts("meanScore"), estimate: mean }, ...positive, ...shown];
      return { caption, first: texts("band"), second: texts("estimate"), lines };
    }
  }
}
