import type { JSX } from "preact";
import { formatCount, formatUncertainty } from "../../../charts/format.ts";
import { judge } from "../../../charts/judgement.ts";
import { textOf, unitOf } from "../../../charts/mark.ts";
import type { Estimate } from "../../../stats/estimate.ts";
import { useReader } from "../reader.ts";
import { Caution } from "./result/caution.tsx";
import { CitableNumber } from "./result/citableNumber.tsx";
import "./estimateCell.css";

/**
 * An estimate in a table: its number, below it interval and n; or why it is not shown.
 *
 * @param props.at row and column among the claims of its result, where it can be cited.
 */
export function EstimateCell({
  estimate,
  at,
}: {
  estimate: Estimate | undefined;
  at?: readonly [row: number, column: number];
}): JSX.Element {
  const { language } = useReader();
  if (estimate === undefined) return <td class="number soft">–</td>;
  const judgement = judge(estimate);
  const n = `n ${formatCount(estimate.n, language)}`;
  if (judgement.kind === "not-shown")
    return (
      <td class="number soft">
        {textOf(estimate, language)}
        <small class="around">{n}</small>
      </td>
    );
  const around = formatUncertainty(judgement.estimate, unitOf(judgement.estimate), { language, n: estimate.n });
  return (
    <td class="number">
      {at === undefined ? (
        textOf(estimate, language)
      ) : (
        <CitableNumber text={textOf(estimate, language)} row={at[0]} column={at[1]} />
      )}
      {judgement.needsCaution && <Caution />}
      <small class="around soft">{around}</small>
      <small class="around soft">{n}</small>
    </td>
  );
}
