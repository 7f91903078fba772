import { describe, expect, test } from "vitest";
import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import { gad2 } from "../../surveys/instruments/gad2.ts";
import { gad7 } from "../../surveys/instruments/gad7.ts";
import { phq4 } from "../../surveys/instruments/phq4.ts";
import { proratedScore } from "../../surveys/instruments/proratedScore.ts";
import { isScreenPositive } from "../../surveys/instruments/readScore.ts";
import { instruments } from "../../surveys/instruments/registry.ts";
import { score } from "../../surveys/instruments/scoreInstruments.ts";
import { who5 } from "../../surveys/instruments/who5.ts";
import { householdPulse, householdPulseTwoWeeks } from "../../surveys/questionnaires/householdPulse.v1.ts";

const codes = gad7.options.map(({ code }) => code);

function answers(...points: (number | null)[]): unknown[] {
  return points.map((point) => (point === null ? undefined : codes[point]));
}

describe("score() of GAD-7", () => {
  test.each([
    [answers(0, 0, 0, 0, 0, 0, 0), 0],
    [answers(3, 3, 3, 3, 3, 3, 3), 21],
    [answers(1, 1, 1, 1, 1, 1, 4 - 1), 9],
  ])("sums the items", (given, wanted) => {
    expect(score(gad7, given).score).toBe(wanted);
  });

  test("makes up for two missing items and rounds half up, and needs five", () => {
    // 7 * 9 / 6 = 10.5 (Spitzer et al. 2006 with proration; half up).
    expect(score(gad7, answers(3, 3, 3, 0, 0, 0, null)).score).toBe(11);
    expect(score(gad7, answers(3, 3, 3, 0, null, null, null))).toMatchObject({
      score: null,
      itemsAnswered: 4,
      band: null,
    });
  });

  test("keeps to the band of the rounded score", () => {
    // 7 * 7 / 5 = 9.8 is printed as 10: moderate, and a positive screen.
    const found = score(gad7, answers(null, 2, 1, 1, null, 1, 2));
    expect(found).toMatchObject({ score: 10, itemsAnswered: 5, band: "moderate" });
    expect(isScreenPositive(gad7, 10)).toBe(true);
    expect(isScreenPositive(gad7, 9)).toBe(false);
  });

  test("refuses an answer that is none of the scale's", () => {
    expect(() => score(gad7, ["9"])).toThrow(RangeError);
  });
});

describe("proratedScore()", () => {
  test("is not rounded, and names the first item outside its range", () => {
    expect(proratedScore(gad7, answers(null, 1, 1, 1, 2, 2, 2))).toEqual({
      kind: "score",
      itemsAnswered: 6,
      exact: 10.5,
    });
    expect(proratedScore(gad7, ["0", "1", "2", "3", "0", "1", "4"])).toEqual({
      kind: "item-out-of-range",
      item: 7,
      value: "4",
    });
  });

  test("needs both items of the GAD-2", () => {
    expect(proratedScore(gad2, ["3", undefined])).toEqual({ kind: "too-few-answered", itemsAnswered: 1 });
    expect(proratedScore(gad2, ["1", "2"])).toMatchObject({ exact: 3 });
    expect(isScreenPositive(gad2, 3)).toBe(true);
  });
});

describe("isScreenPositive()", () => {
  test("goes the scale's way, and says nothing where no cut-off is agreed", () => {
    expect([isScreenPositive(who5, 50), isScreenPositive(who5, 51)]).toEqual([true, false]);
    expect(isScreenPositive(phq4, 12)).toBeNull();
  });
});

describe("the recall period", () => {
  test("is part of a scale's identity: the same items of 7 and of 14 days are scores of different names", () => {
    const names = [householdPulse, householdPulseTwoWeeks].map((definition) =>
      deriveCodebook(definition).scores.map(({ name }) => name),
    );
    expect(names).toEqual([
      ["gad2_7days_score", "phq2_7days_score"],
      ["gad2_score", "phq2_score"],
    ]);
    expect(instruments["gad2_7days"]).toMatchObject({ recallDays: 7, cutOff: gad2.cutOff, items: gad2.items });
    const ids = Object.entries(instruments).map(([key, { id }]) => [key, id]);
    expect(ids.every(([key, id]) => key === id)).toBe(true);
  });
});

describe("every instrument", () => {
  test("has bands that cover its range without a gap, a paper, a licence and a version", () => {
    for (const instrument of Object.values(instruments)) {
      const { bands, paper, licence, version } = instrument;
      const joins = bands.slice(1).map(({ from }, place) => from - (bands[place]?.to ?? 0));
      expect(joins.every((step) => step === 1)).toBe(true);
      expect([paper, licence, version].every((text) => text.length > 0)).toBe(true);
    }
  });
});
