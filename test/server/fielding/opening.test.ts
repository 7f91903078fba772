import { describe, expect, test } from "vitest";
import { openingOn } from "../../../server/fielding/opening.ts";

const open = { state: "open", firstDay: "2020-01-30", lastDay: "2020-03-04" } as const;

describe("openingOn()", () => {
  test("opens on the first day and closes after the last", () => {
    expect(openingOn("2020-01-29", open)).toBe("study-not-yet-open");
    expect(openingOn("2020-01-30", open)).toBe("open");
    expect(openingOn("2020-03-04", open)).toBe("open");
    expect(openingOn("2020-03-05", open)).toBe("study-over");
  });

  test("has no limits where no days are given", () => {
    expect(openingOn("1999-12-31", { state: "open", firstDay: null, lastDay: null })).toBe("open");
  });

  test("lets the state decide before the days", () => {
    expect(openingOn("2020-02-01", { ...open, state: "draft" })).toBe("study-draft");
    expect(openingOn("2020-02-01", { ...open, state: "closed" })).toBe("study-closed");
  });
});
