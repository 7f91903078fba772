import type { JSX } from "preact";
import { windowInWords } from "../../../../charts/figures/followedLines.ts";
import type { Followed } from "../../../../charts/followed.ts";
import { formatCount, formatUncertainty } from "../../../../charts/format.ts";
import { judge } from "../../../../charts/judgement.ts";
import { textOf, unitOf } from "../../../../charts/mark.ts";
import type { ResultCell, ResultTable } from "../../../../charts/resultTable.ts";
import type { AnalysisResult } from "../../../../server/analysis/analysisApi.ts";
import type { Language } from "../../../../surveys/language.ts";
import { useReader } from "../../reader.ts";
import { Caution } from "../../parts/result/caution.tsx";
import { CitableNumber } from "../../parts/result/citableNumber.tsx";
import { trendsTexts } from "./trendsTexts.ts";

/** The table of a series: a row a point, a column a line. */
export function seriesTable(
  { windows, request }: Pick<AnalysisResult, "windows" | "request">,
  { title, followed, language }: { title: string; followed: readonly Followed[]; language: Language },
): ResultTable {
  const day = trendsTexts[request.every === "day" ? "eventDay" : "window"][language];
  return {
    title,
    columns: [day, ...followed.map(({ label }) => (label === "" ? title : label))],
    rows: windows.map((window, place) => [
      windowInWords(window, language),
      ...followed.map(({ estimates }) => estimates[place] ?? null),
    ]),
  };
}

/** A series in numbers, each with its interval and n, or why it is not shown; the latest first. */
export function SeriesTable({ table: { title, columns, rows } }: { table: ResultTable }): JSX.Element {
  return (
    <div class="table-frame trends-table" tabIndex={0} role="region" aria-label={title}>
      <table>
        <caption class="hidden">{title}</caption>
        <thead>
          <tr>
            {columns.map((column, place) => (
              <th key={place} scope="col" class={place === 0 ? "" : "number"}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...rows].reverse().map(([window, ...cells], line) => (
            <tr key={line}>
              <th scope="row">{typeof window === "string" ? window : ""}</th>
              {cells.map((cell, place) => (
                <Cell key={place} cell={cell} row={rows.length - 1 - line} column={place + 1} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell, row, column }: { cell: ResultCell; row: number; column: number }): JSX.Element {
  const { language } = useReader();
  if (cell === null || typeof cell !== "object") return <td class="number soft">–</td>;
  const judgement = judge(cell);
  const n = `n = ${formatCount(cell.n, language)}`;
  if (judgement.kind === "not-shown")
    return (
      <td class="number soft">
        {textOf(cell, language)}
        <small>{n}</small>
      </td>
    );
  const { estimate, needsCaution } = judgement;
  return (
    <td class="number">
      <CitableNumber text={textOf(estimate, language)} row={row} column={column} />
      {needsCaution && <Caution />}
      <small class="soft">
        {formatUncertainty(estimate, unitOf(estimate), { language, n: cell.n })} · {n}
      </small>
    </td>
  );
}
