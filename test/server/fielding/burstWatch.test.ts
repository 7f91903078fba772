import { describe, expect, test } from "vitest";
import { createBurstWatch } from "../../../server/fielding/burstWatch.ts";

const minuteMs = 60_000;

function watchAt(start: number) {
  let now = start;
  const watch = createBurstWatch({ perMinute: 10, clock: () => new Date(now) });
  return {
    pass: (ms: number) => (now += ms),
    bursts: (times: number, address = "198.51.100.1") =>
      Array.from({ length: times }, () => watch.isBurst(address)).filter(Boolean).length,
  };
}

describe("burstWatch.isBurst()", () => {
  test("sees forty of fifty submissions within a second", () => {
    expect(watchAt(0).bursts(50)).toBe(40);
  });

  test("leaves a school alone that sends thirty in five minutes behind one address", () => {
    const school = watchAt(0);
    let seen = 0;
    for (let minute = 0; minute < 5; minute++) {
      seen += school.bursts(6);
      school.pass(minuteMs);
    }
    expect(seen).toBe(0);
  });

  test("counts each address by itself", () => {
    const watch = watchAt(0);
    watch.bursts(50);
    expect(watch.bursts(10, "198.51.100.2")).toBe(0);
  });

  test("is not confused by a clock that jumps back", () => {
    const watch = watchAt(10 * minuteMs);
    watch.bursts(10);
    watch.pass(-5 * minuteMs);
    expect(watch.bursts(1)).toBe(1);
    watch.pass(minuteMs);
    expect(watch.bursts(10)).toBe(0);
  });
});
