import { columnLetter } from "../../../stats/crosstabs/columnLetter.ts";
import { columnTests, type ColumnTests } from "../../../stats/crosstabs/columnTests.ts";
import { cramersV } from "../../../stats/crosstabs/cramersV.ts";
import { crossTable } from "../../../stats/crosstabs/crossTable.ts";
import { marginShares, meanSquareContingency } from "../../../stats/crosstabs/marginShares.ts";
import { occupiedTable } from "../../../stats/crosstabs/occupiedTable.ts";
import { raoScott } from "../../../stats/crosstabs/raoScott.ts";
import { createDesign, type Design } from "../../../stats/design.ts";
import { benjaminiHochberg } from "../../../stats/multiplicity/benjaminiHochberg.ts";
import { bonferroni } from "../../../stats/multiplicity/bonferroni.ts";
import { entry } from "../../../stats/variance/strataSum.ts";
import { codeOf, takes, type Adapter } from "../adapter.ts";
import type { Labelled } from "../referenceData.ts";

/** Tests of independence in a table, and of a row's columns against each other. */
export const crosstabs: readonly Adapter[] = [
  {
    accepts: takes("rows", "cols"),
    run: ({ input }, { data, design }) => {
      const rows = data.categories(String(input["rows"]));
      const columns = data.categories(String(input["cols"]));
      return tableCase({ rows, columns }, design);
    },
  },
  {
    accepts: takes("row", "columns"),
    run({ input }, { data, design }) {
      const [, variable = "", label = ""] = /^\s*(\w+)\s*==\s*(.+?)\s*$/.exec(String(input["row"])) ?? [];
      const rows = data.categories(variable);
      const columns = data.categories(String(input["columns"]));
      const found = columnTests(crossTable({ rows, columns }, design), rows.labels.indexOf(label));
      return found.kind === "not-estimable" ? { error: codeOf(found.reason) } : wordsOf(found, columns.labels);
    },
  },
  {
    accepts: ({ input }) => "table" in input && !("threshold" in input),
    run({ input }) {
      const counts = input["table"] as number[][];
      const frequencies = Float64Array.from(counts.flat());
      const width = counts[0]?.length ?? 0;
      const labelled = (categories: number, codeOfCell: (cell: number) => number): Labelled => ({
        codes: Int32Array.from(frequencies, (_, cell) => codeOfCell(cell)),
        categories,
        labels: Array.from({ length: categories }, (_, category) => String(category)),
      });
      const rows = labelled(counts.length, (cell) => Math.floor(cell / width));
      const columns = labelled(width, (cell) => cell % width);
      return tableCase({ rows, columns }, createDesign({ rows: frequencies.length, frequencies }));
    },
  },
];

function tableCase({ rows, columns }: { rows: Labelled; columns: Labelled }, design: Design): Record<string, unknown> {
  const table = occupiedTable(crossTable({ rows, columns }, design));
  if (table.kind === "not-estimable") return { error: codeOf(table.reason) };
  const shares = marginShares(table);
  const { value, biasCorrected } = cramersV(table);
  const corrected = raoScott(table);
  return {
    levels_rows: rows.labels.filter((_, code) => !table.emptyRows.includes(code)),
    levels_cols: columns.labels.filter((_, code) => !table.emptyColumns.includes(code)),
    weighted_proportions: Array.from({ length: table.rows }, (_, row) =>
      shares.cells.subarray(row * table.columns, (row + 1) * table.columns),
    ),
    n_complete: table.n,
    n_rows_design: design.rows,
    pearson_X2_n_complete: table.n * meanSquareContingency(shares),
    cramers_v: value,
    cramers_v_bias_corrected: biasCorrected,
    ...(corrected.kind === "not-estimable"
      ? { error: codeOf(corrected.reason) }
      : {
          rao_scott: {
            F: corrected.secondOrder.statistic,
            d0: corrected.secondOrder.numeratorDegreesOfFreedom,
            nu: table.degreesOfFreedom,
            ddf: corrected.secondOrder.denominatorDegreesOfFreedom,
            p: corrected.secondOrder.p,
          },
          // R's is for as many respondents as the file has rows, those without an answer included.
          mean_generalised_deff: (corrected.meanDesignEffect * design.rows) / table.n,
        }),
  };
}

function wordsOf(
  { columns, pairs, covariance, degreesOfFreedom }: ColumnTests,
  labels: readonly string[],
): Record<string, unknown> {
  const tested = pairs.flatMap(({ test, ...pair }) => (test.kind === "t-test" ? [{ ...pair, ...test }] : []));
  const pValues = Float64Array.from(tested, ({ p }) => p);
  const byBonferroni = bonferroni(pValues);
  const byBenjaminiHochberg = benjaminiHochberg(pValues);
  return {
    columns: labels,
    letters: labels.map((_, column) => columnLetter(column)),
    estimate: columns.map((column) => (column.kind === "tested-column" ? column.share : null)),
    vcov: labels.map((_row, row) => labels.map((_column, column) => entry(covariance, row, column))),
    pairs: tested.map(({ first, second, difference, standardError, t, p, adjustedP }, pair) => ({
      a: labels[first],
      b: labels[second],
      diff: difference,
      se: standardError,
      t,
      p,
      p_holm: adjustedP,
      p_bonferroni: byBonferroni[pair],
      p_BH: byBenjaminiHochberg[pair],
    })),
    significantly_higher_than: columns.map((column) =>
      column.kind === "tested-column" ? column.isHigherThan.map(columnLetter).join("") : "",
    ),
    df: degreesOfFreedom,
  };
}
