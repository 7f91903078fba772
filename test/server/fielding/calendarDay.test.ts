import { describe, expect, test } from "vitest";
import { calendarDay, isTimeZone } from "../../../server/fielding/calendarDay.ts";

describe("calendarDay()", () => {
  test("ends a day at the study's midnight, not at Greenwich's", () => {
    expect(calendarDay(new Date("2020-01-30T15:59:59Z"), "Asia/Shanghai")).toBe("2020-01-30");
    expect(calendarDay(new Date("2020-01-30T16:00:00Z"), "Asia/Shanghai")).toBe("2020-01-31");
  });

  test("follows a zone through the hour that daylight saving leaves out", () => {
    expect(calendarDay(new Date("2020-03-08T04:59:59Z"), "America/New_York")).toBe("2020-03-07");
    expect(calendarDay(new Date("2020-03-09T03:59:59Z"), "America/New_York")).toBe("2020-03-08");
  });
});

describe("isTimeZone()", () => {
  test("knows a zone from a word", () => {
    expect(isTimeZone("Asia/Shanghai")).toBe(true);
    expect(isTimeZone("Shaoxing")).toBe(false);
  });
});
