import type { QuestionEstimates, ShareRow } from "../../server/estimates/estimatesApi.ts";
import type { Figure, Reader } from "../figure.ts";
import { formatCount } from "../format.ts";
import { markOf, textOf } from "../mark.ts";

/**
 * A bar of 100% for each row of a matrix, divided among its columns, with the row's n at the right.
 *
 * A part that may not be shown is left out, and its bar ends short of 100%; a row without any says why.
 */
export function gridStack(question: Extract<QuestionEstimates, { shape: "grid" }>, reader: Reader): Figure {
  const { title, answered, columns, rows } = question;
  return {
    kind: "stack",
    title: reader.read(title),
    unit: "share",
    n: answered,
    places: rows.map(({ label, shares }) => ({ label: reader.read(label), text: baseText(shares, reader) })),
    series: columns.map(({ code, label }, place) => ({
      label: reader.read(label),
      colour: { place, of: columns.length },
      marks: rows.map(({ shares }) => {
        const found = shares.find((share) => share.code === code);
        return found === undefined ? null : markOf(found.estimate);
      }),
    })),
  };
}

function baseText(shares: readonly ShareRow[], { language }: Reader): string {
  const [first] = shares;
  if (first === undefined) return "";
  const isHidden = shares.every(({ estimate }) => markOf(estimate) === null);
  return isHidden ? textOf(first.estimate, language) : `n ${formatCount(first.estimate.n, language)}`;
}
