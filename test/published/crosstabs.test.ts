import { describe, expect, test } from "vitest";
import { readTopics, type ReferenceCase } from "../../scripts/vectors/referenceCase.ts";
import { openData } from "../../scripts/vectors/referenceData.ts";
import { designOf } from "../../scripts/vectors/referenceDesigns.ts";
import { crossTable } from "../../stats/crosstabs/crossTable.ts";
import { occupiedTable } from "../../stats/crosstabs/occupiedTable.ts";
import { raoScott } from "../../stats/crosstabs/raoScott.ts";
import { wald } from "../../stats/crosstabs/wald.ts";
import { sharedPath } from "../support/shared.ts";

const folder = sharedPath("reference/stat-vectors");
const tables =
  folder === null
    ? []
    : readTopics(folder)
        .flatMap(({ cases }) => cases)
        .filter(({ expected }) => "svychisq_Wald" in expected);

/** A test as R's svychisq reports it, in all its forms. */
interface TestOfR {
  readonly statistic: number;
  readonly df: number | readonly [number, number];
  readonly p: number;
}

/** R counts degrees of freedom over all rows of the file, we over those with both answers: its count is handed in. */
function tableOf({ design, input, expected }: ReferenceCase) {
  if (design === undefined) throw new Error("The case has a file");
  const data = openData(folder ?? "")(design.data);
  const variables = {
    rows: data.categories(String(input["rows"])),
    columns: data.categories(String(input["cols"])),
  };
  const table = occupiedTable(crossTable(variables, designOf(design, data)));
  if (table.kind === "not-estimable") throw new Error("The table can be tested");
  const [, degreesOfFreedom] = (expected["svychisq_Wald"] as TestOfR).df as [number, number];
  return { rows: data.rows, table: { ...table, degreesOfFreedom } };
}

function expectNear(got: number, wanted: number): void {
  expect(Math.abs(got - wanted)).toBeLessThanOrEqual(1e-6 + 1e-6 * Math.abs(wanted));
}

// R 4.2.2, survey 4.1-1: svychisq with statistic = "Chisq", "F", "Wald" and "adjWald".
describe.skipIf(folder === null)("tables that R has tested", () => {
  test("are there", () => {
    expect(tables.length).toBeGreaterThan(0);
  });

  test.each(tables.map((each) => [each.id, each] as const))("%s", (_, reference) => {
    const { rows, table } = tableOf(reference);
    const of = (name: string): TestOfR => reference.expected[`svychisq_${name}`] as TestOfR;
    const corrected = raoScott(table);
    const distance = wald(table);
    if (corrected.kind !== "rao-scott" || distance.kind !== "wald") throw new Error("The table can be tested");
    expectNear(corrected.firstOrder.p, of("Chisq").p);
    expect(corrected.firstOrder.degreesOfFreedom).toBe(of("Chisq").df);
    // R prints Pearson's statistic as if all rows of the file were in the table, before it is corrected.
    const pearson = (corrected.firstOrder.statistic * corrected.meanDesignEffect * rows) / table.n;
    expectNear(pearson, of("Chisq").statistic);
    for (const [found, wanted] of [
      [corrected.secondOrder, of("F")],
      [distance.wald, of("Wald")],
      [distance.adjusted, of("adjWald")],
    ] as const) {
      const [numerator, denominator] = wanted.df as [number, number];
      expectNear(found.statistic, wanted.statistic);
      expectNear(found.numeratorDegreesOfFreedom, numerator);
      expectNear(found.denominatorDegreesOfFreedom, denominator);
      expectNear(found.p, wanted.p);
    }
  });
});
