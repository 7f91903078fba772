import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearSums, type Crossed } from "../../stats/disclosure/nearSums.ts";
import { few, openHalf, tellsOfFew } from "../../stats/disclosure/tellsOfFew.ts";

const halfStep = 0.0005;
const printed = (share: number): number => Math.round(share * 1000) / 1000;

/** A person: their groups on both sides, -1 for none, and whether they said yes. */
interface Person {
  readonly one: number;
  readonly other: number;
  readonly yes: boolean;
}

const groups = 3;
/** A few groups of many people each, and a few people who are in one of a side and elsewhere on the other. */
const blocksOfPeople = fc.record({
  blocks: fc.array(
    fc.record({
      one: fc.integer({ min: -1, max: groups - 1 }),
      other: fc.integer({ min: -1, max: groups - 1 }),
      many: fc.oneof(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 60, max: 1500 })),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  seed: fc.integer({ min: 2, max: 9 }),
});

function peopleIn({
  blocks,
  seed,
}: {
  blocks: readonly { one: number; other: number; many: number }[];
  seed: number;
}): Person[] {
  return blocks.flatMap(({ one, other, many }) =>
    Array.from({ length: many }, (_, number) => ({ one, other, yes: (number * 7) % seed < 2 })),
  );
}

function crossedOf(all: readonly Person[]): Crossed {
  const table = (): number[][] => Array.from({ length: groups + 1 }, () => new Array<number>(groups + 1).fill(0));
  const counts = table();
  for (const { one, other } of all) {
    const row = counts[one < 0 ? groups : one];
    const column = other < 0 ? groups : other;
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  return { counts, weights: counts };
}

function sizesOf(all: readonly Person[], side: "one" | "other"): number[] {
  return Array.from({ length: groups }, (_, group) => all.filter((person) => person[side] === group).length);
}

/** All sums of groups: which of a side are in it. */
const subsets = Array.from({ length: 2 ** groups }, (_, mask) =>
  Array.from({ length: groups }, (_each, group) => group).filter((group) => (mask >> group) % 2 === 1),
);

describe("tellsOfFew()", () => {
  const whole = (size: number, without: number) =>
    tellsOfFew({
      people: { least: without, most: without },
      worth: 1,
      span: 1,
      printed: [
        { people: size, halfStep },
        { people: size - without, halfStep },
      ],
    });

  test("withholds much of a hundred and twenty, and nothing of ten thousand", () => {
    expect([1, 2, 5, 9].map((without) => whole(121, without))).toEqual([true, true, true, true]);
    expect([1, 2, 5, 9].map((without) => whole(10_000, without))).toEqual([false, false, false, false]);
    expect([1, 5].map((without) => whole(2000, without))).toEqual([false, true]);
  });

  test("says nothing of nobody, nor of ten and more", () => {
    expect([0, few].map((without) => whole(121, without))).toEqual([false, false]);
  });

  test("counts a range as the few that it may be of, and who weighs more or says more as more", () => {
    const of = { worth: 1, span: 1, printed: [{ people: 6000, halfStep }] };
    expect(tellsOfFew({ ...of, people: { least: 0, most: 3 } })).toBe(false);
    expect(tellsOfFew({ ...of, people: { least: 0, most: 12 } })).toBe(true);
    expect(tellsOfFew({ ...of, people: { least: 12, most: 15 } })).toBe(false);
    expect(tellsOfFew({ ...of, people: { least: 3, most: 3 }, worth: 2 })).toBe(true);
    expect(tellsOfFew({ ...of, people: { least: 3, most: 3 }, span: 2 })).toBe(true);
  });

  test("leaves what somebody who knows all printed numbers can work out of a few at least twice as wide as all they can have said", () => {
    fc.assert(
      fc.property(blocksOfPeople, (blocks) => {
        const all = peopleIn(blocks);
        const shown = { one: sizesOf(all, "one"), other: sizesOf(all, "other") };
        const numbers = nearSums(crossedOf(all), shown);
        const isHeld = (sums: { one: readonly number[]; other: readonly number[] }): boolean =>
          numbers.some(
            (near) =>
              near.one.join() === sums.one.join() &&
              near.other.join() === sums.other.join() &&
              tellsOfFew({
                ...near,
                span: 1,
                printed: (["one", "other"] as const).flatMap((side) =>
                  near[side].map((group) => ({ people: shown[side][group] ?? 0, halfStep })),
                ),
              }),
          );
        // Somebody takes any sum of the one from any sum of the other.
        for (const one of subsets)
          for (const other of subsets) {
            // Groups too small to be shown by themselves are in no sum.
            if (
              one.some((group) => (shown.one[group] ?? 0) < 100) ||
              other.some((group) => (shown.other[group] ?? 0) < 100)
            )
              continue;
            const apart = all.filter((person) => one.includes(person.one) !== other.includes(person.other));
            if (one.length === 0 || other.length === 0 || apart.length === 0 || apart.length >= few) continue;
            if (isHeld({ one, other })) continue;
            let [least, most] = [0, 0];
            for (const [side, sign] of [
              ["one", 1],
              ["other", -1],
            ] as const)
              for (const group of side === "one" ? one : other) {
                const of = all.filter((person) => person[side] === group);
                const share = printed(of.filter(({ yes }) => yes).length / of.length);
                const [low, high] = [(share - halfStep) * of.length, (share + halfStep) * of.length];
                least += sign > 0 ? low : -high;
                most += sign > 0 ? high : -low;
              }
            expect(most - least).toBeGreaterThanOrEqual(2 * apart.length - 1e-9);
          }
      }),
      { numRuns: 500 },
    );
  });
});

describe("nearSums()", () => {
  const crossed = (counts: readonly (readonly number[])[]): Crossed => ({ counts, weights: counts });

  test("puts those together that have ten in common, and all of it beside the parts", () => {
    // North and south by young and old, with 3 who are nowhere, of whom 2 are young.
    const counts = [
      [120, 130, 0],
      [110, 140, 1],
      [2, 0, 0],
    ];
    const sums = nearSums(crossed(counts), { one: [250, 251], other: [232, 270] });
    expect(sums).toEqual([{ one: [0, 1], other: [0, 1], people: { least: 3, most: 3 }, worth: 1 }]);
    const apart = [
      [120, 4, 0],
      [3, 130, 0],
      [0, 0, 0],
    ];
    expect(nearSums(crossed(apart), { one: [124, 133], other: [123, 134] }).map(({ people: of }) => of)).toEqual([
      { least: 7, most: 7 },
      { least: 7, most: 7 },
      { least: 0, most: 0 },
    ]);
  });

  test("is exact of who has come since where one is within the other, and a range where they cross", () => {
    // 5 have come since the first was shown, all of whom the second has, too.
    expect(
      nearSums(
        crossed([
          [125, 0],
          [40, 0],
        ]),
        { one: [120], other: [165] },
      )[0]?.people,
    ).toEqual({ least: 45, most: 45 });
    expect(
      nearSums(
        crossed([
          [125, 0],
          [0, 0],
        ]),
        { one: [120], other: [125] },
      )[0]?.people,
    ).toEqual({ least: 5, most: 5 });
    expect(
      nearSums(
        crossed([
          [125, 7],
          [0, 0],
        ]),
        { one: [128], other: [125] },
      )[0]?.people,
    ).toEqual({ least: 3, most: 11 });
  });

  test("leaves out what is not shown", () => {
    expect(
      nearSums(
        crossed([
          [120, 0],
          [0, 3],
        ]),
        { one: [120], other: [0] },
      ),
    ).toEqual([]);
  });

  test("says what those who are apart weigh", () => {
    const found = nearSums(
      {
        counts: [
          [120, 2],
          [0, 0],
        ],
        weights: [
          [110, 7],
          [0, 0],
        ],
      },
      { one: [122], other: [120] },
    );
    expect(found[0]?.worth).toBe(3.5);
    expect(openHalf([{ people: 200, halfStep }])).toBeCloseTo(0.1, 12);
  });
});
