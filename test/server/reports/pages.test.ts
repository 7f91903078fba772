import { describe, expect, test } from "vitest";
import { keptTogether, paginated } from "../../../server/reports/files/pages.ts";
import { strip, type Strip } from "../../../server/reports/files/sheet.ts";

const of = (heightPx: number, rest: Partial<Strip> = {}): Strip => strip([], heightPx, rest);
const heightsOf = (groups: readonly (readonly Strip[])[]): number[][] =>
  groups.map((group) => group.map(({ heightPx }) => heightPx));

describe("keptTogether", () => {
  test("keeps a strip with what it keeps with, as far as there is room, spaces between counted", () => {
    const strips = [of(10, { keepsNext: true }), of(20, { before: 5, keepsNext: true }), of(30), of(40)];
    expect(heightsOf(keptTogether(strips, 100))).toEqual([[10, 20, 30], [40]]);
    expect(heightsOf(keptTogether(strips, 35))).toEqual([[10, 20], [30], [40]]);
    expect(heightsOf(keptTogether(strips, 34))).toEqual([[10], [20], [30], [40]]);
    expect(keptTogether([], 100)).toEqual([]);
  });
});

describe("paginated", () => {
  test("divides no group, and gives one that is too high a page to itself", () => {
    const groups = [[of(60)], [of(30), of(30)], [of(150)], [of(10)]];
    expect(heightsOf(paginated(groups, 100))).toEqual([[60], [30, 30], [150], [10]]);
    expect(heightsOf(paginated(groups, 120))).toEqual([[60, 30, 30], [150], [10]]);
  });

  test("leaves out the space before what begins a page", () => {
    const groups = [[of(50, { before: 20 })], [of(50, { before: 20 })], [of(50, { before: 20 })]];
    expect(heightsOf(paginated(groups, 120))).toEqual([[50, 50], [50]]);
    expect(heightsOf(paginated(groups, 119))).toEqual([[50], [50], [50]]);
  });

  test("sets the header of a table again above the rows that come over", () => {
    const header = of(10);
    const rows = [1, 2, 3, 4].map(() => [of(30, { header })]);
    expect(heightsOf(paginated([[header], ...rows], 75))).toEqual([
      [10, 30, 30],
      [10, 30, 30],
    ]);
  });
});
