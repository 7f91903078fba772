import { createReadStream } from "node:fs";
import { readCsv } from "../../server/imports/readCsv.ts";

/** One published figure. */
export interface ExpectedCell {
  readonly week: number;
  readonly group: string;
  readonly subgroup: string;
  readonly indicator: string;
  /** In percent, as printed: its decimals say how exactly it can be compared. */
  readonly published: string;
  /** In percent; `null` where the file has none. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly n: number | null;
}

const needed = ["week", "group", "subgroup", "indicator", "published"] as const;

/**
 * Reads a file of published figures: CSV with the columns week, group, subgroup, indicator and published; pub_low,
 * pub_high and n where they are known; others are left alone.
 *
 * @throws {Error} naming the column that is missing or the row that cannot be read.
 */
export async function readExpectedCells(file: string): Promise<ExpectedCell[]> {
  const cells: ExpectedCell[] = [];
  let header: string[] | null = null;
  let row = 0;
  for await (const values of readCsv(createReadStream(file))) {
    row += 1;
    if (values.length === 1 && values[0] === "") continue;
    if (header === null) {
      header = values;
      const missing = needed.filter((name) => !values.includes(name));
      if (missing.length > 0) throw new Error(`${file} has no column ${missing.join(", ")}`);
      continue;
    }
    const at = Object.fromEntries(header.map((name, place) => [name, values[place] ?? ""]));
    cells.push(asCell(at, `${file}, row ${row}`));
  }
  if (cells.length === 0) throw new Error(`${file} has no rows`);
  return cells;
}

function asCell(at: Readonly<Record<string, string>>, where: string): ExpectedCell {
  const word = (name: string): string => at[name] ?? "";
  const number = (name: string): number | null => (/^-?\d+(?:\.\d+)?$/.test(word(name)) ? Number(word(name)) : null);
  const week = number("week");
  if (week === null) throw new Error(`${where}: the week is not a number`);
  if (number("published") === null) throw new Error(`${where}: the published value is not a number`);
  const [low, high] = [number("pub_low"), number("pub_high")];
  return {
    week,
    group: word("group"),
    subgroup: word("subgroup"),
    indicator: word("indicator"),
    published: word("published"),
    interval: low === null || high === null ? null : { low, high },
    n: number("n"),
  };
}
