import { formatCount, formatUncertainty } from "../../charts/format.ts";
import { judge } from "../../charts/judgement.ts";
import { textOf, unitOf } from "../../charts/mark.ts";
import type { ResultCell, ResultTable } from "../../charts/resultTable.ts";
import type { Language } from "../../surveys/language.ts";
import { pageWords } from "../figures/page/pageWords.ts";
import type { Cell, TableBlock } from "./document.ts";

/** A figure's table as it is read: an estimate becomes its number, its interval and its n. */
export function tableBlock({ title, columns, rows }: ResultTable, language: Language): TableBlock {
  const isNumber = columns.map((_, place) => rows.some((row) => isEstimate(row[place] ?? null)));
  return {
    kind: "table",
    caption: title,
    columns: columns.flatMap((column, place): TableBlock["columns"][number][] =>
      isNumber[place] === true
        ? [column, pageWords.interval[language], "n"].map((each) => ({ title: each, isNumber: true }))
        : [{ title: column, isNumber: false }],
    ),
    rows: rows.map((row) => row.flatMap((cell) => cellsOf(cell, language))),
  };
}

function cellsOf(cell: ResultCell, language: Language): Cell[] {
  if (!isEstimate(cell)) return [{ text: cell === null ? "" : String(cell) }];
  const judgement = judge(cell);
  if (judgement.kind === "not-shown") return [{ text: textOf(cell, language) }, { text: "" }, { text: "" }];
  const { estimate } = judgement;
  return [
    { text: textOf(cell, language) },
    { text: formatUncertainty(estimate, unitOf(estimate), { language, n: cell.n }) },
    { text: formatCount(cell.n, language) },
  ];
}

function isEstimate(cell: ResultCell): cell is Exclude<ResultCell, string | number | null> {
  return cell !== null && typeof cell === "object";
}
