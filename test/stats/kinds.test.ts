import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDesign, type Coded, type Design } from "../../stats/design.ts";
import { mean } from "../../stats/estimators/mean.ts";
import { shares } from "../../stats/estimators/shares.ts";
import type { Domain } from "../../stats/linearised/linearised.ts";
import { linearRegression } from "../../stats/regression/linearRegression.ts";
import { logisticRegression } from "../../stats/regression/logisticRegression.ts";
import { kindsAmong } from "../../stats/tabulation/kinds.ts";

/** People with an answer (-1 for none), a group, a weight (0 for nobody) and where they were drawn. */
const files = fc.array(
  fc.record({
    answer: fc.integer({ min: -1, max: 3 }),
    group: fc.integer({ min: 0, max: 2 }),
    weight: fc.oneof(fc.constant(0), fc.double({ min: 0.2, max: 5, noNaN: true })),
    stratum: fc.integer({ min: 0, max: 1 }),
    cluster: fc.integer({ min: 0, max: 4 }),
    isIn: fc.boolean(),
  }),
  { minLength: 5, maxLength: 120 },
);
type File = typeof files extends fc.Arbitrary<infer Each> ? Each : never;

const draws = {
  "people at random": () => ({}),
  "people within strata": (file: File) => ({ strata: Int32Array.from(file, ({ stratum }) => stratum) }),
  "clusters within strata": (file: File) => ({
    strata: Int32Array.from(file, ({ stratum }) => stratum),
    clusters: Int32Array.from(file, ({ cluster }) => cluster),
  }),
} satisfies Record<string, (file: File) => Partial<Design>>;

interface People {
  readonly answer: Coded;
  readonly group: Coded;
  readonly design: Design;
  readonly domain: Domain;
}

function peopleOf(file: File, drawn: Partial<Design>): People {
  return {
    answer: { codes: Int16Array.from(file, ({ answer }) => answer), categories: 4 },
    group: { codes: Int8Array.from(file, ({ group }) => group), categories: 3 },
    domain: Uint8Array.from(file, ({ isIn }) => Number(isIn)),
    design: createDesign({
      rows: file.length,
      weights: Float64Array.from(file, ({ weight }) => weight),
      lonelyClusters: "adjust",
      ...drawn,
    }),
  };
}

const numbersOf = ({ codes }: Coded): Float64Array =>
  Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : code));

/** What is estimated of answers and groups, as one list of numbers and words. */
function foundOf({ answer, group, design, domain }: People): unknown[] {
  const yes = numbersOf(answer).map((value) => (Number.isNaN(value) ? value : Number(value >= 2)));
  const model = { outcome: yes, terms: [{ name: "group", coded: group, reference: 0 }] };
  const fitted = logisticRegression(model, design, domain);
  return [
    ...[mean(numbersOf(answer), design, domain), ...shares(answer, design, domain)].flatMap((found) =>
      // Where all clusters agree an error is 0 or the rounding of it, and says nothing.
      found.kind === "estimate" && (found.standardError ?? 0) > 1e-9
        ? [found.n, found.value, found.standardError, found.interval?.lower, found.effectiveSampleSize]
        : [found.n, null, null, null, null],
    ),
    fitted.kind,
    ...(fitted.kind === "regression"
      ? [fitted.n, fitted.lost, ...fitted.coefficients.flatMap(({ value, standardError }) => [value, standardError])]
      : [fitted.reason, fitted.n]),
  ];
}

/** What a model tells; an error that is the rounding of 0 says nothing. */
function regressionNumbers(found: ReturnType<typeof linearRegression>): unknown[] {
  if (found.kind === "not-estimable") return [found.kind, found.reason, found.n];
  const { n, lost, weightedBase, degreesOfFreedom } = found;
  return [
    ...[found.kind, n, lost, weightedBase, degreesOfFreedom],
    ...found.coefficients.flatMap(({ value, standardError }) => [value, standardError > 1e-6 ? standardError : 0]),
  ];
}

function near(got: unknown, wanted: unknown): boolean {
  if (typeof wanted !== "number" || typeof got !== "number") return got === wanted;
  return Math.abs(got - wanted) <= 1e-7 * Math.max(1, Math.abs(wanted));
}

describe("kinds of people", () => {
  test.each(Object.entries(draws))("tell what the people tell: %s", (_, drawn) => {
    fc.assert(
      fc.property(files, (file) => {
        const { answer, group, domain, design } = peopleOf(file, drawn(file));
        const kinds = kindsAmong([group], design, domain)([answer]);
        const [ofGroup, ofAnswer] = kinds?.codes ?? [];
        if (kinds === null || ofGroup === undefined || ofAnswer === undefined) throw new Error("no kinds were found");
        const together = foundOf({
          ...kinds,
          answer: { ...answer, codes: ofAnswer },
          group: { ...group, codes: ofGroup },
        });
        const people = foundOf({ answer, group, domain, design });
        expect(together.filter((found, place) => !near(found, people[place]))).toEqual([]);
        expect(together.length).toBe(people.length);
      }),
      { numRuns: 60 },
    );
  });

  test.each(Object.entries(draws))("tell of a number that is summed up what the people tell: %s", (_, drawn) => {
    fc.assert(
      fc.property(files, fc.double({ min: -50, max: 50, noNaN: true }), (file, shift) => {
        const { answer, group, domain: isIn, design } = peopleOf(file, drawn(file));
        const numbers = numbersOf(answer).map((value) => value * 3 + shift);
        const answered = Uint8Array.from(isIn ?? [], (mark, row) => Number(mark === 1 && !Number.isNaN(numbers[row])));
        const kinds = kindsAmong([], design, answered)([group], numbers);
        if (kinds?.summed == null) throw new Error("nothing was summed up");
        const term = (codes: Coded["codes"]) => [{ name: "group", coded: { codes, categories: 3 }, reference: 0 }];
        const { means: outcome, ...within } = kinds.summed;
        const together = linearRegression(
          { outcome, within, terms: term(kinds.codes[0] ?? new Int32Array(0)) },
          kinds.design,
          kinds.domain,
        );
        const people = linearRegression({ outcome: numbers, terms: term(group.codes) }, design, answered);
        const found = regressionNumbers(together);
        const wanted = regressionNumbers(people);
        expect(found.filter((each, place) => !near(each, wanted[place]))).toEqual([]);
        expect(found.length).toBe(wanted.length);
      }),
      { numRuns: 60 },
    );
  });

  test("are no more than there are people, and all people are in them", () => {
    fc.assert(
      fc.property(files, (file) => {
        const { answer, group, design } = peopleOf(file, {});
        const kinds = kindsAmong([], design, null)([answer, group]);
        expect(kinds?.design.rows).toBeLessThanOrEqual(file.length);
        expect(kinds?.design.frequencies?.reduce((sum, people) => sum + people, 0)).toBe(file.length);
      }),
    );
  });

  test("are not looked for where there would be too many, or weights were calibrated", () => {
    const rows = 4;
    const many = { codes: new Int32Array(rows), categories: 2_000 };
    const design = createDesign({ rows });
    expect(kindsAmong([many], design, null)([many])).toBeNull();
    const calibrated = createDesign({ rows, calibration: { margins: [many], baseWeights: null } });
    expect(kindsAmong([], calibrated, null)([many])).toBeNull();
  });
});
