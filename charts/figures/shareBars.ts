import type { QuestionEstimates } from "../../server/estimates/estimatesApi.ts";
import type { BarFigure, Reader } from "../figure.ts";
import { markOf, textOf } from "../mark.ts";

/** A bar with its interval for each code of a question of one choice or of several. */
export function shareBars(question: Extract<QuestionEstimates, { shape: "shares" }>, reader: Reader): BarFigure {
  const { rows, title, answered, ordered } = question;
  return {
    kind: "bars",
    title: reader.read(title),
    unit: "share",
    n: answered,
    places: rows.map(({ label, estimate }) => ({
      label: reader.read(label),
      text: textOf(estimate, reader.language),
    })),
    series: ordered
      ? rows.map(({ label, estimate }, place) => ({
          label: reader.read(label),
          colour: { place, of: rows.length },
          marks: rows.map((_, other) => (other === place ? markOf(estimate) : null)),
        }))
      : [{ label: reader.read(title), colour: "single", marks: rows.map(({ estimate }) => markOf(estimate)) }],
  };
}
