import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom } from "../../scripts/demonstration/random.ts";
import type { Coded } from "../../stats/design.ts";
import { arrivalBursts } from "../../stats/quality/arrivalBursts.ts";
import { createCategories, largestProduct } from "../../stats/quality/itemCategories.ts";
import { jointAssociation } from "../../stats/quality/jointAssociation.ts";
import { nearIdentical } from "../../stats/quality/nearIdentical.ts";

const none = Number.NaN;
type Battery = readonly Float64Array[];

/** Answers 0 to 3 of so many people to seven items that go together as a scale's do. */
function honest(people: number, seed: number): number[][] {
  const random = createRandom(seed);
  return Array.from({ length: people }, () => {
    const level = random.normal();
    return Array.from({ length: 7 }, (_, item) =>
      Math.max(0, Math.min(3, Math.round(1 + level + 0.7 * random.normal() - item / 10))),
    );
  });
}

/** The same shares of every answer, each item shuffled on its own. */
function independent(answers: readonly number[][], seed: number): number[][] {
  const random = createRandom(seed);
  const items = Array.from({ length: 7 }, (_, item) =>
    answers
      .map((person) => ({ value: person[item] ?? 0, lot: random.uniform() }))
      .sort((one, other) => one.lot - other.lot)
      .map(({ value }) => value),
  );
  return answers.map((_, person) => items.map((values) => values[person] ?? 0));
}

/** The same shares of every answer, the largest of every item given by the same people. */
function clean(answers: readonly number[][]): number[][] {
  const items = Array.from({ length: 7 }, (_, item) => answers.map((person) => person[item] ?? 0).sort());
  return answers.map((_, person) => items.map((values) => values[person] ?? 0));
}

function asItems(answers: readonly (readonly number[])[]): Battery {
  return Array.from({ length: 7 }, (_, item) => Float64Array.from(answers, (person) => person[item] ?? none));
}

describe("jointAssociation", () => {
  const others = honest(2_000, 1);
  const held = (group: readonly number[][]) =>
    jointAssociation(
      asItems([...others, ...group]),
      Int32Array.from({ length: others.length + group.length }, (_, row) => (row < others.length ? -1 : 0)),
      1,
    )[0];

  test("finds a group whose answers have the right shares and nothing to do with each other", () => {
    const found = held(independent(honest(200, 2), 3));
    expect(found?.verdict).toBe("too-independent");
    if (found?.group.kind !== "scalability") throw new Error("It is estimable");
    expect(Math.abs(found.group.h)).toBeLessThan(4 * found.group.standardError);
  });

  test("finds a group whose answers are a perfect scale", () => {
    expect(held(clean(honest(200, 2)))).toMatchObject({ verdict: "too-clean", group: { h: 1, standardError: 0 } });
  });

  test("lets pass who answers as the others, also where they are all more worried, and says nothing of a few", () => {
    expect(held(honest(200, 4))?.verdict).toBe("as-others");
    expect(held(honest(400, 5).map((person) => person.map((value) => Math.min(3, value + 1))))?.verdict).toBe(
      "as-others",
    );
    expect(held(honest(40, 6))).toMatchObject({
      verdict: "cannot-tell",
      adjustedP: null,
      group: { kind: "not-estimable", reason: "too-few-answers", n: 40 },
    });
  });

  test("cries wolf in hardly any of a hundred honest groups", () => {
    const people = honest(10_000, 7);
    const groups = Int32Array.from(people, (_, row) => row % 100);
    const verdicts = jointAssociation(asItems(people), groups, 100).map(({ verdict }) => verdict);
    expect(verdicts.filter((verdict) => verdict !== "as-others")).toEqual([]);
  });

  test("takes the largest sum of products that the counts of two items allow", () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -2, max: 4 }), fc.integer({ min: 0, max: 3 })), { minLength: 1 });
    fc.assert(
      fc.property(pairs, (answers) => {
        const items = [0, 1].map((item) => Float64Array.from(answers, (pair) => pair[item] ?? none));
        const categories = items.map(createCategories);
        const counts = categories.map(({ values, placeOf }) =>
          values.map((_, place) => placeOf.reduce((count, each) => count + Number(each === place), 0)),
        );
        const most = largestProduct([0, 1], counts, categories);
        const sorted = items.map((item) => item.slice().sort());
        const productOf = ([one, other]: Float64Array[]): number =>
          one?.reduce((sum, value, row) => sum + value * (other?.[row] ?? none), 0) ?? none;
        expect(most).toBe(productOf(sorted));
        expect(productOf(items)).toBeLessThanOrEqual(most);
      }),
    );
  });
});

/** A questionnaire of so many questions with five answers each, answered by lot. */
function records(rows: number, questions: number, seed: number): number[][] {
  const random = createRandom(seed);
  return Array.from({ length: rows }, () =>
    Array.from({ length: questions }, () => Math.min(4, Math.floor(5 * random.uniform() ** 1.5))),
  );
}

function asQuestions(answers: readonly (readonly number[])[]): Coded[][] {
  return (answers[0] ?? []).map((_, question) => [
    { codes: Int16Array.from(answers, (record) => record[question] ?? -1), categories: 5 },
  ]);
}

const inOrder = (rows: number): Int32Array => Int32Array.from({ length: rows }, (_, row) => row);

describe("nearIdentical", () => {
  test("finds copies and near copies among many, marks all but the first of each, and nobody else", () => {
    const file = records(3_000, 40, 1);
    const copied = file[7] ?? [];
    const near = (file[100] ?? []).map((code, question) => (question % 13 === 0 ? (code + 1) % 5 : code));
    const all = [...file, copied, copied, near];
    const found = nearIdentical({ rows: all.length, questions: asQuestions(all), order: inOrder(all.length) });
    expect(found.groups).toEqual([
      [7, 3_000, 3_001],
      [100, 3_002],
    ]);
    expect(Array.from(found.isRepeat.entries()).filter(([, mark]) => mark === 1)).toEqual([
      [3_000, 1],
      [3_001, 1],
      [3_002, 1],
    ]);
    expect(found.share[7]).toBe(1);
    expect(found.share[100]).toBeCloseTo(1 - 4 / 40, 12);
    expect(found.share[8]).toBeNaN();
  });

  test("makes nothing of equal answers to a few questions, or of what nearly everyone answers", () => {
    const few = records(2_000, 5, 2);
    expect(nearIdentical({ rows: 2_000, questions: asQuestions(few), order: inOrder(2_000) }).groups).toEqual([]);
    const common = records(500, 40, 3).map((record) => record.map((code) => (code === 4 ? 1 : 0)));
    const agreeing = common.map((record) => record.map((code, question) => (question < 2 ? code : 0)));
    expect(nearIdentical({ rows: 500, questions: asQuestions(agreeing), order: inOrder(500) }).groups).toEqual([]);
  });

  test("puts each group in the order that is given, whatever the order of the file", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 0, max: 59 }), (seed, copied) => {
        const file = records(60, 40, seed);
        const all = [...file, file[copied] ?? []];
        const order = Int32Array.from({ length: 61 }, (_, row) => (row === 60 ? -1 : row));
        const { groups, isRepeat } = nearIdentical({ rows: 61, questions: asQuestions(all), order });
        expect(groups).toEqual([[60, copied]]);
        expect([isRepeat[60], isRepeat[copied]]).toEqual([0, 1]);
      }),
      { numRuns: 25 },
    );
  });
});

describe("arrivalBursts", () => {
  test("finds a day far above the seven before it, and neither a rise by chance nor a few", () => {
    const steady = [40, 46, 38, 44, 41, 39, 45];
    expect(Array.from(arrivalBursts(Float64Array.of(...steady, 140, 42)).isBurst)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0]);
    expect(Array.from(arrivalBursts(Float64Array.of(...steady, 60)).isBurst).at(-1)).toBe(0);
    expect(Array.from(arrivalBursts(Float64Array.of(0, 0, 0, 0, 0, 0, 0, 19)).isBurst).at(-1)).toBe(0);
    expect(arrivalBursts(Float64Array.of(...steady)).isBurst).toEqual(new Uint8Array(7));
  });
});
