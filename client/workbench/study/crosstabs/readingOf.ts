import { formatCount, formatUncertainty } from "../../../../charts/format.ts";
import { judge } from "../../../../charts/judgement.ts";
import { textOf, unitOf } from "../../../../charts/mark.ts";
import { cautionIs, whyNotShown } from "../../../../charts/words.ts";
import type { PageReader } from "../../reader.ts";
import type { Crosstab, CrosstabBlock, CrosstabCell, CrosstabColumn, CrosstabRow } from "./crosstab.ts";
import type { RowKind } from "./crosstabChoices.ts";
import { crosstabsTexts } from "./crosstabsTexts.ts";

/** A cell and where it stands. */
export interface PlacedCell {
  readonly table: Crosstab;
  readonly block: CrosstabBlock;
  readonly row: CrosstabRow;
  readonly column: CrosstabColumn;
  readonly cell: CrosstabCell;
}

/**
 * A cell as a sentence that says of whom its number is: "Of those with Sex: Female, 34.1% answered “Often” …".
 *
 * @param of what the rows are, and who is looked at at all, in the reader's words; empty for everyone.
 */
export function readingOf(
  { table, block, row, column, cell }: PlacedCell,
  { kind, among }: { kind: RowKind; among: string },
  { language, read }: PageReader,
): string {
  const isChinese = language === "zh-CN";
  const { estimate, letters } = cell;
  const judgement = judge(estimate);
  const group = column.letter === null ? null : named(read(table.breakdown), read(column.label), isChinese);
  const whom = whomIn({ group, among }, isChinese);
  const size = `n = ${formatCount(estimate.n, language)}`;
  if (judgement.kind === "not-shown") {
    const why = `${whyNotShown(judgement.why, language)}${isChinese ? "，" : ", "}${size}`;
    return isChinese ? `${whom}，“${read(row.label)}”：${why}。` : `${whom}, “${read(row.label)}”: ${why}.`;
  }
  const unit = unitOf(judgement.estimate);
  const interval = formatUncertainty(judgement.estimate, unit, { language, n: estimate.n });
  const around = [
    judgement.estimate.interval === null ? interval : `${crosstabsTexts.interval[language]} ${interval}`,
    size,
    ...(judgement.needsCaution ? [cautionIs(language)] : []),
  ].join(isChinese ? "，" : ", ");
  const question = block.label === null ? table.title : block.label;
  const said = unit === "mean" ? meanSaid : saidBy[kind];
  const what = said[language]
    .replace("{number}", textOf(estimate, language))
    .replace("{question}", () => read(question))
    .replace("{answer}", () => read(row.label));
  const higher = letters.length === 0 ? "" : higherThan(letters, { language, read, table });
  return isChinese ? `${whom}，${what}（${around}）。${higher}` : `${whom}, ${what} (${around}).${higher}`;
}

/** What is said of a row's number. */
const saidBy = {
  category: {
    "zh-CN": "{number} 对“{question}”回答“{answer}”",
    en: "{number} answered “{answer}” to “{question}”",
  },
  tick: { "zh-CN": "{number} 在“{question}”中选了“{answer}”", en: "{number} chose “{answer}” in “{question}”" },
  scale: {
    "zh-CN": "{number} 的人 {question} 得分在“{answer}”一档",
    en: "{number} score in the band “{answer}” of {question}",
  },
  number: { "zh-CN": "“{question}”的均值为 {number}", en: "the mean of “{question}” is {number}" },
} as const satisfies Record<RowKind, unknown>;
const meanSaid = saidBy.number;

function named(variable: string, value: string, isChinese: boolean): string {
  // A question mark parts the question from its answer by itself.
  if (/[?？]$/.test(variable)) return isChinese ? variable + value : `${variable} ${value}`;
  return isChinese ? `${variable}：${value}` : `${variable}: ${value}`;
}

function whomIn({ group, among }: { group: string | null; among: string }, isChinese: boolean): string {
  const only = among === "" ? "" : isChinese ? `（限于 ${among}）` : ` (only ${among})`;
  if (group === null) return isChinese ? `在合计的全部人中${only}` : `Of the people of all columns together${only}`;
  return isChinese ? `在“${group}”的人中${only}` : `Of those with “${group}”${only}`;
}

function higherThan(
  letters: readonly string[],
  { language, read, table }: Pick<PageReader, "language" | "read"> & { table: Crosstab },
): string {
  const isChinese = language === "zh-CN";
  const names = letters.map((letter) => {
    const column = table.columns.find((each) => each.letter === letter);
    return `${letter} ${read(column?.label ?? "")}`;
  });
  return isChinese ? `显著高于：${names.join("、")}。` : ` Significantly higher than: ${names.join("; ")}.`;
}
