import { asFieldFault, rowFault, shown, unreadable, type RowFault } from "../imports/importFaults.ts";
import { readCsv, type Bytes } from "../imports/readCsv.ts";
import type { Translated } from "../../surveys/language.ts";
import { Problem } from "../problem.ts";
import type { MarginsRead } from "./weightingApi.ts";

/** Enough for every county of China, and far from what would fill memory. */
export const mostMarginsBytes = 1_048_576;
const mostRows = 10_000;
const mostFaults = 10;

/**
 * The margins of a CSV file with the columns `margin`, `category` and `count` or `share`, in the order of the file. In
 * a margin of two variables the category is both with `|` between. Counts become shares.
 *
 * @throws {Problem} `invalid-file` when it cannot be read; `invalid-rows` naming row and column of each fault.
 */
export async function readMargins(bytes: Bytes): Promise<MarginsRead> {
  const faults: RowFault[] = [];
  const margins = new Map<string, Map<string, number>>();
  let header: Header | null = null;
  let row = 0;
  for await (const cells of readCsv(bytes)) {
    row += 1;
    if (header === null) {
      header = headerOf(cells);
      continue;
    }
    if (row > mostRows + 1) throw unreadable(`row ${row}`, "too-many-rows", messages["too-many-rows"]);
    if (cells.length === 1 && cells[0] === "") continue;
    const fault = addRow(cells, { row, header, margins });
    if (fault !== null) faults.push(fault);
    if (faults.length >= mostFaults) break;
  }
  if (header === null || row < 2) throw unreadable("file", "empty", messages.empty);
  if (faults.length > 0) throw new Problem("invalid-rows", faults.map(asFieldFault));
  const { value } = header;
  return { margins: Array.from(margins, ([name, values]) => ({ name, shares: sharesOf(name, values, value) })) };
}

/**
 * Shares stay as they are, so that a file whose shares do not sum to 1 is noticed; counts become shares.
 *
 * @throws {Problem} `invalid-file` for a margin of zeros only.
 */
function sharesOf(
  margin: string,
  values: ReadonlyMap<string, number>,
  value: Header["value"],
): Readonly<Record<string, number>> {
  const sum = [...values.values()].reduce((all, number) => all + number, 0);
  if (sum === 0) throw unreadable(`margin ${shown(margin)}`, "all-zero", messages["all-zero"]);
  const scale = value === "share" ? 1 : sum;
  return Object.fromEntries(Array.from(values, ([category, number]) => [category, number / scale]));
}

interface Header {
  readonly width: number;
  readonly margin: number;
  readonly category: number;
  readonly number: number;
  readonly value: "count" | "share";
}

const messages = {
  empty: { "zh-CN": "文件没有数据行", en: "the file has no rows" },
  "too-many-rows": { "zh-CN": `最多 ${mostRows} 行`, en: `at most ${mostRows} rows` },
  "missing-column": { "zh-CN": "缺少这一列", en: "the column is missing" },
  "unknown-column": {
    "zh-CN": "没有这一列；只能是 margin、category、count 或 share",
    en: "there is no such column; they are margin, category, and count or share",
  },
  "no-name": { "zh-CN": "不能为空，最多 100 字", en: "must not be empty, nor longer than 100 characters" },
  "not-a-share": { "zh-CN": "必须是不小于 0 的数字", en: "must be a number and not below 0" },
  repeated: { "zh-CN": "这一类已出现过", en: "this category was there before" },
  "all-zero": { "zh-CN": "各类都是 0", en: "every category of this margin is 0" },
} as const satisfies Record<string, Translated>;

function headerOf(cells: readonly string[]): Header {
  const names = cells.map((cell) => cell.trim());
  const value = names.includes("share") ? "share" : "count";
  const wanted = ["margin", "category", value];
  const unknown = names.find((name, place) => !wanted.includes(name) || names.indexOf(name) < place);
  if (unknown !== undefined) throw unreadable(`row 1, ${shown(unknown)}`, "unknown-column", messages["unknown-column"]);
  const missing = wanted.find((name) => !names.includes(name));
  if (missing !== undefined) throw unreadable(`row 1, ${missing}`, "missing-column", messages["missing-column"]);
  const [margin = 0, category = 0, number = 0] = wanted.map((name) => names.indexOf(name));
  return { width: names.length, margin, category, number, value };
}

function addRow(
  cells: readonly string[],
  { row, header, margins }: { row: number; header: Header; margins: Map<string, Map<string, number>> },
): RowFault | null {
  if (cells.length !== header.width) return rowFault(row, "wrong-cell-count");
  const [margin = "", category = "", text = ""] = [header.margin, header.category, header.number].map((place) =>
    (cells[place] ?? "").trim(),
  );
  if (!isName(margin)) return faultIn({ row, column: "margin", value: margin }, "no-name");
  if (!isName(category)) return faultIn({ row, column: "category", value: category }, "no-name");
  const number = /^\d{1,15}(?:\.\d{1,20})?(?:e-?\d{1,2})?$/i.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(number)) return faultIn({ row, column: header.value, value: text }, "not-a-share");
  const values = margins.get(margin) ?? new Map<string, number>();
  margins.set(margin, values);
  if (values.has(category)) return faultIn({ row, column: "category", value: category }, "repeated");
  values.set(category, number);
  return null;
}

function isName(text: string): boolean {
  return text !== "" && text.length <= 100;
}

function faultIn(at: Pick<RowFault, "row" | "column" | "value">, kind: keyof typeof messages): RowFault {
  return { ...at, kind, message: messages[kind] };
}
