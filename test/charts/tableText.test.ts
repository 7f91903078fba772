import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import type { ResultTable } from "../../charts/resultTable.ts";
import { tableAsCsv, tableAsTsv } from "../../charts/tableText.ts";
import { estimatesInOneCluster, estimatesOf } from "./estimated.ts";

const [third] = estimatesOf([300, 700]);
const [few] = estimatesOf([3, 4]);
const [alone] = estimatesInOneCluster([30, 70]);
if (third?.kind !== "estimate" || few === undefined || alone === undefined) throw new Error("There must be estimates");

const table: ResultTable = {
  title: "Trust",
  columns: ["Answer", "Days", "Share"],
  rows: [
    ['=HYPERLINK("http://x")', 3, third],
    ['says "no"', null, few],
    ["tab\there", 1_234, alone],
  ],
};

describe("tableAsCsv", () => {
  const csv = tableAsCsv(table, { language: "en", beside: [{ column: "Weights", value: "Unweighted" }] });
  const [headers, ...lines] = parse(csv, { bom: true });

  test("begins with the mark by which spreadsheets know UTF-8, and ends lines as they expect", () => {
    expect(csv.startsWith("\ufeff")).toBe(true);
    expect(csv.endsWith("\r\n")).toBe(true);
  });

  test("gives an estimate's value, interval, n and note columns of their own, beside what holds for the table", () => {
    expect(headers).toEqual([
      ...["Answer", "Days"],
      ...["Share", "Share interval lower", "Share interval upper", "Share n", "Share note"],
      "Weights",
    ]);
    const [, days, value, lower, upper, n, note, weights] = lines[0] ?? [];
    expect([days, Number(value), n, note, weights]).toEqual(["3", 0.3, "1000", "", "Unweighted"]);
    expect([Number(lower), Number(upper)]).toEqual([third.interval?.lower, third.interval?.upper]);
  });

  test("gives no number that may not be shown, and says why", () => {
    expect(lines[1]?.slice(1)).toEqual(["", "", "", "", "7", "too few answers", "Unweighted"]);
  });

  test("leaves the ends empty where there is no interval", () => {
    expect(lines[2]?.slice(2, 6)).toEqual(["0.3", "", "", "100"]);
  });

  test("guards what a spreadsheet would take for a formula, and nothing else", () => {
    expect(lines.map(([answer]) => answer)).toEqual([`'=HYPERLINK("http://x")`, 'says "no"', "tab\there"]);
  });
});

describe("tableAsTsv", () => {
  test("gives what is shown, a line a row, whatever the texts hold", () => {
    // R: binom.test(300, 1000).
    expect(tableAsTsv(table, "en")).toBe(
      [
        "Answer\tDays\tShare\t95% interval\tn",
        `'=HYPERLINK("http://x")\t3\t30.0%\t27.2%–32.9%\t1000`,
        'says "no"\t\ttoo few answers\t\t7',
        "tab here\t1234\t30.0%\ttoo few for an interval\t100",
        "",
      ].join("\n"),
    );
  });
});
