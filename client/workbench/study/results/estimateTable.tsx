import type { JSX } from "preact";
import { formatCount, formatUncertainty } from "../../../../charts/format.ts";
import { judge } from "../../../../charts/judgement.ts";
import { textOf } from "../../../../charts/mark.ts";
import type { Estimate } from "../../../../stats/estimate.ts";
import { useReader } from "../../reader.ts";
import { Caution } from "./caution.tsx";
import type { TableOfEstimates } from "./tableOf.ts";

/** Estimates with interval and n, a line each; what may not be shown, and what has no interval, says why. */
export function EstimateTable({ table }: { table: TableOfEstimates }): JSX.Element {
  const { texts } = useReader();
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label={table.caption}>
      <table class="estimates">
        <caption class="hidden">{table.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{table.first}</th>
            <th scope="col" class="number">
              {table.second}
            </th>
            <th scope="col" class="number">
              {texts("interval")}
            </th>
            <th scope="col" class="number">
              n
            </th>
          </tr>
        </thead>
        <tbody>
          {table.lines.map(({ label, estimate }, place) => (
            <Line key={place} label={label} estimate={estimate} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ label, estimate }: { label: string; estimate: Estimate }): JSX.Element {
  const { language } = useReader();
  const judgement = judge(estimate);
  const isShown = judgement.kind === "shown";
  const statistic = isShown && judgement.estimate.statistic === "mean" ? "mean" : "share";
  return (
    <tr>
      <th scope="row">{label}</th>
      <td class={isShown ? "number" : "number soft"}>
        {textOf(estimate, language)}
        {isShown && judgement.needsCaution && <Caution />}
      </td>
      <td class="number soft">
        {isShown ? formatUncertainty(judgement.estimate, statistic, { language, n: estimate.n }) : "–"}
      </td>
      <td class="number soft">{formatCount(estimate.n, language)}</td>
    </tr>
  );
}
