import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sharesOf } from "../../surveys/populations/population.ts";
import { populations } from "../../surveys/populations/populations.ts";
import { sharedPath } from "../support/shared.ts";

describe("populations", () => {
  test("have a source, a date, and margins whose shares sum to 1", () => {
    expect(populations.size).toBe(37);
    for (const { source, date, margins } of populations.values()) {
      expect(source).not.toBe("");
      expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      for (const margin of margins) {
        const shares = Object.values(sharesOf(margin));
        expect(shares.every((share) => share > 0)).toBe(true);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      }
    }
  });

  test("add up as the census does: 31 provinces and two million servicemen are the nation", () => {
    const china = populations.get("china-2020");
    const sumOf = (variable: string): number =>
      Object.values(china?.margins.find((margin) => margin.variable === variable)?.counts ?? {}).reduce(
        (sum, count) => sum + count,
        0,
      );
    // National Bureau of Statistics, bulletin 2.
    expect(sumOf("sex")).toBe(1_411_778_724);
    expect(sumOf("age")).toBe(1_411_778_724);
    expect(sumOf("education")).toBe(1_411_778_724);
    expect(sumOf("province")).toBe(1_411_778_724 - 2_000_000);
  });

  const figures = sharedPath("data/margins/us2020_hps_week1.json");
  test.skipIf(figures === null)("are the figures of their source: United States", () => {
    const read: unknown = JSON.parse(readFileSync(figures ?? "", "utf8"));
    const { margins } = read as { margins: Record<string, Record<string, number>> };
    for (const { variable, counts } of populations.get("united-states-2020")?.margins ?? [])
      for (const [category, count] of Object.entries(counts))
        expect(count).toBeCloseTo(margins[variable]?.[category] ?? 0, 3);
  });
});
