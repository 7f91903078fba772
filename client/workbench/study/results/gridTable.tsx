import type { JSX } from "preact";
import { formatCount, formatUncertainty } from "../../../../charts/format.ts";
import { judge } from "../../../../charts/judgement.ts";
import { textOf } from "../../../../charts/mark.ts";
import type { QuestionEstimates } from "../../../../server/estimates/estimatesApi.ts";
import type { Estimate } from "../../../../stats/estimate.ts";
import { useReader } from "../../reader.ts";
import { Caution } from "./caution.tsx";

/** The shares of a matrix: a row an item, a column an answer, each share with its interval below, or why it has none. */
export function GridTable({ question }: { question: Extract<QuestionEstimates, { shape: "grid" }> }): JSX.Element {
  const { texts, read, language } = useReader();
  const { title, columns, rows } = question;
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label={read(title)}>
      <table class="grid">
        <caption class="hidden">{read(title)}</caption>
        <thead>
          <tr>
            <th scope="col">{texts("row")}</th>
            {columns.map(({ code, label }) => (
              <th key={String(code)} scope="col" class="number">
                {read(label)}
              </th>
            ))}
            <th scope="col" class="number">
              n
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, label, shares }) => (
            <tr key={name}>
              <th scope="row">{read(label)}</th>
              {columns.map(({ code }) => (
                <Cell key={String(code)} estimate={shares.find((share) => share.code === code)?.estimate} />
              ))}
              <td class="number soft">{formatCount(shares[0]?.estimate.n ?? 0, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ estimate }: { estimate: Estimate | undefined }): JSX.Element {
  const { language } = useReader();
  if (estimate === undefined) return <td class="number soft">–</td>;
  const judgement = judge(estimate);
  if (judgement.kind === "not-shown") return <td class="number soft">{textOf(estimate, language)}</td>;
  return (
    <td class="number">
      {textOf(estimate, language)}
      {judgement.needsCaution && <Caution />}
      <small class="soft">{formatUncertainty(judgement.estimate, "share", { language, n: estimate.n })}</small>
    </td>
  );
}
