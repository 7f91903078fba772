import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutIntoBlocks, type DaysToCut } from "../../../server/weighting/weightingBlocks.ts";
import type { SchemeContent } from "../../../server/weighting/weightingApi.ts";

const dayOrWeek = { rule: "day-or-week", respondents: 500, inEachCategory: 10 } as const;
const cut = (rule: SchemeContent["blocks"], parts: Partial<DaysToCut>) =>
  cutIntoBlocks(rule, {
    days: [],
    frozen: new Set(),
    today: "2036-06-01",
    lastDay: null,
    isEnough: () => true,
    ...parts,
  });

describe("cutIntoBlocks()", () => {
  test("names ISO weeks by the year of their Thursday", () => {
    const few = { isEnough: () => false };
    // ISO 8601: 2020 has 53 weeks, and 1 January 2021 belongs to the last of them; 30 December 2024 to week 1 of 2025.
    expect(cut(dayOrWeek, { ...few, days: ["2021-01-01"] })[0]?.block).toBe("2020-W53");
    expect(cut(dayOrWeek, { ...few, days: ["2024-12-30"] })[0]?.block).toBe("2025-W01");
    expect(cut(dayOrWeek, { ...few, days: ["2020-01-30"] })[0]).toMatchObject({ block: "2020-W05", isClosed: true });
  });

  test("closes a week with its Sunday, and a day with its own end", () => {
    const parts = { days: ["2036-03-03"], today: "2036-03-09" };
    expect(cut(dayOrWeek, { ...parts, isEnough: () => false })[0]?.isClosed).toBe(false);
    expect(cut(dayOrWeek, parts)[0]?.isClosed).toBe(true);
    expect(cut(dayOrWeek, { ...parts, today: "2036-03-03" })[0]?.isClosed).toBe(false);
  });

  test("counts windows from their first day, before it too", () => {
    const rule = { rule: "window", days: 3, from: "2036-03-05" } as const;
    const blocks = cut(rule, { days: ["2036-03-04", "2036-03-07", "2036-03-08"] });
    expect(blocks.map(({ block }) => block)).toEqual(["2036-03-02+3", "2036-03-05+3", "2036-03-08+3"]);
  });

  test("closes the whole with the study's last day", () => {
    const whole = { rule: "whole" } as const;
    expect(cut(whole, { days: ["2036-03-04"] })[0]).toEqual({ block: "whole", days: null, isClosed: false });
    expect(cut(whole, { days: ["2036-03-04"], lastDay: "2036-05-31" })[0]?.isClosed).toBe(true);
  });

  test("puts each day that is not frozen into one block, and a frozen one into none", () => {
    const day = fc
      .integer({ min: 0, max: 60 })
      .map((after) => new Date(Date.UTC(2036, 1, 1 + after)).toISOString().slice(0, 10));
    const rule = fc.constantFrom<SchemeContent["blocks"][]>(dayOrWeek, { rule: "window", days: 4, from: "2036-02-10" });
    fc.assert(
      fc.property(
        fc.record({
          all: fc.uniqueArray(day),
          frozenDays: fc.uniqueArray(day),
          isEnough: fc.func(fc.boolean()),
          by: rule,
        }),
        ({ all, frozenDays, isEnough, by }) => {
          const frozen = new Set(frozenDays);
          const days = all.filter((one) => !frozen.has(one));
          const blocks = cut(by, { days, frozen, isEnough: (one) => isEnough(one) });
          const inBlocks = blocks.flatMap((block) => block.days ?? []);
          expect(new Set(inBlocks).size).toBe(inBlocks.length);
          expect(days.every((one) => inBlocks.includes(one))).toBe(true);
          expect(inBlocks.some((one) => frozen.has(one))).toBe(false);
          expect(new Set(blocks.map(({ block }) => block)).size).toBe(blocks.length);
        },
      ),
    );
  });
});
