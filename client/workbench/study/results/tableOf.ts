import type { QuestionEstimates } from "../../../../server/estimates/estimatesApi.ts";
import type { Estimate } from "../../../../stats/estimate.ts";
import type { PageReader } from "../../reader.ts";

/** A table of estimates: a line an estimate, in groups where a question has rows of its own. */
export interface TableOfEstimates {
  readonly caption: string;
  readonly first: string;
  readonly second: string;
  readonly lines: readonly { readonly group: string | null; readonly label: string; readonly estimate: Estimate }[];
}

/** The tables of a question: the very numbers its charts are drawn from. */
export function tableOf(question: QuestionEstimates, { texts, read, language }: PageReader): TableOfEstimates[] {
  const caption = read(question.title);
  switch (question.shape) {
    case "shares": {
      const lines = question.rows.map(({ label, estimate }) => ({ group: null, label: read(label), estimate }));
      return [{ caption, first: texts("answer"), second: texts("share"), lines }];
    }
    case "grid": {
      const lines = question.rows.flatMap(({ label: row, shares }) =>
        shares.map(({ label, estimate }, place) => ({
          group: place === 0 ? read(row) : null,
          label: read(label),
          estimate,
        })),
      );
      return [{ caption, first: texts("answer"), second: texts("share"), lines }];
    }
    case "numbers": {
      const lines = question.rows.map(({ label, mean }) => ({ group: null, label: read(label), estimate: mean }));
      return [{ caption, first: texts("row"), second: texts("mean"), lines }];
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
      return [
        {
          caption,
          first: texts("band"),
          second: texts("share"),
          lines: lines.map((line) => ({ group: null, ...line })),
        },
      ];
    }
    case "text":
      return [];
  }
}
