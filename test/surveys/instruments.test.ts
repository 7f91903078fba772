import { describe, expect, test } from "vitest";
import { gad7 } from "../../surveys/instruments/gad7.ts";
import { instruments } from "../../surveys/instruments/registry.ts";
import { score } from "../../surveys/instruments/scoreInstruments.ts";

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

  test("refuses an answer that is none of the scale's", () => {
    expect(() => score(gad7, ["9"])).toThrow(RangeError);
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
