import type { QuestionEstimates } from "../../server/estimates/estimatesApi.ts";
import type { BarFigure, Reader } from "../figure.ts";
import { formatCount } from "../format.ts";
import { markOf, textOf } from "../mark.ts";

type Grid = Extract<QuestionEstimates, { shape: "grid" }>;

/**
 * A bar of 100% for each row of a matrix, divided among its columns, with the row's net and n at the right.
 *
 * A part that may not be shown is left out, and its bar ends short of 100%; a row without any says why.
 */
export function gridStack(question: Grid, reader: Reader): BarFigure {
  const { title, answered, columns, rows } = question;
  return {
    kind: "stack",
    title: reader.read(title),
    unit: "share",
    n: answered,
    places: rows.map((row) => ({ label: reader.read(row.label), text: baseText(row, reader) })),
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

function baseText({ shares, net }: Grid["rows"][number], { language }: Reader): string {
  const [first] = shares;
  if (first === undefined) return "";
  const isHidden = shares.every(({ estimate }) => markOf(estimate) === null);
  if (isHidden) return textOf(first.estimate, language);
  const n = `n ${formatCount(first.estimate.n, language)}`;
  return net === null ? n : `${textOf(net, language)} · ${n}`;
}
