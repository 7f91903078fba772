import { formatCount, formatUncertainty } from "../../../charts/format.ts";
import { judge } from "../../../charts/judgement.ts";
import { textOf, unitOf } from "../../../charts/mark.ts";
import type { ResultCell } from "../../../charts/resultTable.ts";
import type { Language } from "../../../surveys/language.ts";
import { html, type Html } from "../../fielding/page/html.ts";
import type { FigureEdition } from "../figuresApi.ts";
import { pageWords } from "./pageWords.ts";

/** The numbers of a figure as a table; what the drawing says in words comes before it, for who reads with ears. */
export function numbersTable({ table, alternative }: FigureEdition, language: Language): Html {
  // What all rows are of stands above them: a phone has no room for it beside them.
  const names = table.rows.map(([first]) => shown(first ?? null));
  const isOne = names.length > 1 && table.columns.length > 2 && new Set(names).size === 1;
  const columns = isOne ? table.columns.slice(1) : table.columns;
  const rows = isOne ? table.rows.map((row) => row.slice(1)) : table.rows;
  const isNumber = columns.map((_, place) => rows.some((row) => isEstimate(row[place] ?? null)));
  return html`<p class="hidden">${alternative}</p>
    <div class="frame" tabindex="0" role="region" aria-label="${table.title}">
      <table>
        ${
          isOne &&
          html`<caption>
            ${names[0] ?? ""}
          </caption>`
        }
        <thead>
          <tr>
            ${columns.map((column, place) =>
              isNumber[place] === true
                ? html`<th scope="col" class="number">${column}</th>
                    <th scope="col" class="number">${pageWords.interval[language]}</th>
                    <th scope="col" class="number">n</th>`
                : html`<th scope="col">${column}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row, at) =>
              html`<tr>
                ${headOf(rows, at)} ${row.slice(1).map((cell) => cellOf(cell, language))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

/** A row's name; one for all rows that follow each other with the same. */
function headOf(rows: readonly (readonly ResultCell[])[], at: number): Html {
  const nameOf = (row: number): string => shown(rows[row]?.[0] ?? null);
  const name = nameOf(at);
  if (at > 0 && nameOf(at - 1) === name) return html``;
  let end = at + 1;
  while (end < rows.length && nameOf(end) === name) end++;
  return end - at === 1
    ? html`<th scope="row">${name}</th>`
    : html`<th scope="rowgroup" rowspan="${end - at}">${name}</th>`;
}

function cellOf(cell: ResultCell, language: Language): Html {
  if (!isEstimate(cell)) return html`<td>${shown(cell)}</td>`;
  const judgement = judge(cell);
  if (judgement.kind !== "shown") return html`<td class="number" colspan="3">${textOf(cell, language)}</td>`;
  const style = { language, n: cell.n };
  return html`<td class="number">${textOf(cell, language)}</td>
    <td class="number">${formatUncertainty(judgement.estimate, unitOf(judgement.estimate), style)}</td>
    <td class="number">${formatCount(cell.n, language)}</td>`;
}

function isEstimate(cell: ResultCell): cell is Exclude<ResultCell, string | number | null> {
  return cell !== null && typeof cell === "object";
}

function shown(cell: ResultCell): string {
  return cell === null || typeof cell === "object" ? "" : String(cell);
}
