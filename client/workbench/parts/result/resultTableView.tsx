import type { JSX } from "preact";
import { formatCount, formatUncertainty } from "../../../../charts/format.ts";
import { judge } from "../../../../charts/judgement.ts";
import { textOf, unitOf } from "../../../../charts/mark.ts";
import type { ResultCell, ResultTable } from "../../../../charts/resultTable.ts";
import type { Estimate } from "../../../../stats/estimate.ts";
import { useReader } from "../../reader.ts";
import { Caution } from "./caution.tsx";
import { CitableNumber } from "./citableNumber.tsx";

/** Where n stands: once a line, once a column where it is the same all the way down, else below every number. */
type PlaceOfN = "line" | "column" | "cell";

/**
 * A table of results: each estimate with its interval and n, and what may not be shown says why.
 *
 * A single column of estimates has its intervals in a column of their own, several have them below the numbers.
 */
export function ResultTableView({ table }: { table: ResultTable }): JSX.Element {
  const { texts, language } = useReader();
  const { title, columns, rows } = table;
  const placeOfN = placeOfNIn(table);
  const isSingle = columns.filter((_, place) => estimatesIn(table, place).length > 0).length === 1;
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label={title}>
      <table class={isSingle ? "estimates" : "grid"}>
        <caption class="hidden">{title}</caption>
        <thead>
          <tr>
            {columns.map((column, place) => {
              const [first] = estimatesIn(table, place);
              const isNumber = first !== undefined || rows.some((row) => typeof row[place] === "number");
              return (
                <th key={place} scope="col" class={isNumber ? "number" : ""}>
                  {column}
                  {placeOfN === "column" && first !== undefined && <small>n {formatCount(first.n, language)}</small>}
                </th>
              );
            })}
            {isSingle && (
              <th scope="col" class="number">
                {texts("interval")}
              </th>
            )}
            {placeOfN === "line" && (
              <th scope="col" class="number">
                n
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, place) => (
                <Cell
                  key={place}
                  cell={cell}
                  row={line}
                  column={place}
                  isSingle={isSingle}
                  hasN={placeOfN === "cell"}
                />
              ))}
              {placeOfN === "line" && (
                <td class="number soft">{formatCount(row.find(isEstimate)?.n ?? 0, language)}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({
  cell,
  row,
  column,
  isSingle,
  hasN,
}: {
  cell: ResultCell;
  row: number;
  column: number;
  isSingle: boolean;
  hasN: boolean;
}): JSX.Element {
  const { language } = useReader();
  if (!isEstimate(cell)) {
    if (column === 0) return <th scope="row">{cell}</th>;
    return (
      <td class={typeof cell === "number" ? "number" : ""}>
        {typeof cell === "number" ? formatCount(cell, language) : cell}
      </td>
    );
  }
  const judgement = judge(cell);
  const isShown = judgement.kind === "shown";
  const interval = isShown
    ? formatUncertainty(judgement.estimate, unitOf(judgement.estimate), { language, n: cell.n })
    : "";
  return (
    <>
      <td class={isShown ? "number" : "number soft"}>
        <CitableNumber text={textOf(cell, language)} row={row} column={column} />
        {isShown && judgement.needsCaution && <Caution />}
        {!isSingle && isShown && <small class="soft">{interval}</small>}
        {hasN && <small class="soft">n {formatCount(cell.n, language)}</small>}
      </td>
      {isSingle && <td class="number soft">{isShown ? interval : "–"}</td>}
    </>
  );
}

function placeOfNIn(table: ResultTable): PlaceOfN {
  const isSame = (estimates: readonly Estimate[]): boolean => estimates.every(({ n }) => n === estimates[0]?.n);
  if (table.rows.every((row) => isSame(row.filter(isEstimate)))) return "line";
  return table.columns.every((_, place) => isSame(estimatesIn(table, place))) ? "column" : "cell";
}

function estimatesIn({ rows }: ResultTable, place: number): Estimate[] {
  return rows.flatMap((row) => {
    const cell = row[place] ?? null;
    return isEstimate(cell) ? [cell] : [];
  });
}

function isEstimate(cell: ResultCell): cell is Estimate {
  return cell !== null && typeof cell === "object";
}
