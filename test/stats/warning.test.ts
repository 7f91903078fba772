import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { benjaminiHochberg } from "../../stats/multiplicity/benjaminiHochberg.ts";
import { benjaminiYekutieli } from "../../stats/multiplicity/benjaminiYekutieli.ts";
import { hochberg } from "../../stats/multiplicity/hochberg.ts";
import { holm } from "../../stats/multiplicity/holm.ts";
import { earlyWarning, type DailyWarning, type Indicator, type Reading } from "../../stats/warning/earlyWarning.ts";
import { ears, earsSum } from "../../stats/warning/ears.ts";
import { pooledDays } from "../../stats/warning/pooledDays.ts";
import { usualRule } from "../../stats/warning/warningRule.ts";

const none = Number.NaN;

/** A series of shares, each of 200 effective answers of 300; a missing share is a day without answers. */
function shares(estimates: readonly number[], n = 300): Indicator {
  const values = Float64Array.from(estimates);
  return {
    estimates: values,
    n: values.map((value) => (Number.isNaN(value) ? 0 : n)),
    effectiveSampleSizes: values.map((value) => (Number.isNaN(value) ? 0 : 200)),
    variances: null,
  };
}

const week = [0.31, 0.28, 0.315, 0.295, 0.32, 0.29, 0.29];

/** Days about 0.3 that go up and down a little, the same each week. */
function quiet(days: number): number[] {
  return Array.from({ length: days }, (_, day) => week[day % 7] ?? none);
}

function lifted(days: readonly number[], from: number, by: number): number[] {
  return days.map((value, day) => (day >= from ? value + by : value));
}

function watch(...family: Indicator[]): DailyWarning[][] {
  return earlyWarning(family);
}

function only(series: Indicator): DailyWarning[] {
  return watch(series)[0] ?? [];
}

function words(days: readonly DailyWarning[]): string[] {
  return days.map((day) => (day.kind === "told" ? day.level : day.reason));
}

function readingOf(day: DailyWarning | undefined): Reading | null {
  if (day === undefined) return null;
  return day.kind === "told" ? day.reading : day.carried;
}

const family = fc
  .record({ series: fc.integer({ min: 1, max: 5 }), days: fc.integer({ min: 1, max: 50 }) })
  .chain(({ series, days }) => {
    const column = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> =>
      fc.array(value, { minLength: days, maxLength: days });
    const share = fc.oneof(
      { weight: 6, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
      { weight: 2, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.constant(none) },
    );
    const one = fc
      .record({ estimates: column(share), n: column(fc.integer({ min: 20, max: 500 })) })
      .map(({ estimates, n }): Indicator => ({
        estimates: Float64Array.from(estimates),
        n: Float64Array.from(n, (size, day) => (Number.isNaN(estimates[day]) ? 0 : size)),
        effectiveSampleSizes: Float64Array.from(n, (size, day) => (Number.isNaN(estimates[day]) ? 0 : size / 1.7)),
        variances: null,
      }));
    return fc.array(one, { minLength: series, maxLength: series });
  });

describe("earlyWarning", () => {
  test("is amber on the first day of a large rise and red on the second, and dates it", () => {
    const days = only(shares(lifted(quiet(30), 20, 0.2)));
    expect(words(days).slice(0, 14)).toEqual(Array(14).fill("baseline-too-short"));
    expect(words(days).slice(14, 20)).toEqual(Array(6).fill("quiet"));
    expect(words(days).slice(20, 23)).toEqual(["amber", "red", "red"]);
    expect(days[20]).toMatchObject({
      isForMessage: true,
      reading: { since: 20, baseline: { firstDay: 0, lastDay: 13 } },
    });
  });

  test("does not warn of a fall, which is the rise of the complement", () => {
    const falling = lifted(quiet(30), 20, -0.2);
    expect(words(only(shares(falling)))).not.toContain("amber");
    expect(words(only(shares(falling.map((value) => 1 - value))))[21]).toBe("red");
  });

  test("keeps word of an excess under 2 points for those who look", () => {
    const large = shares(lifted(quiet(30), 20, 0.03));
    const days = only({ ...large, n: large.n.map(() => 40_000), effectiveSampleSizes: large.n.map(() => 30_000) });
    const alarms = days.filter((day) => day.kind === "told").filter(({ level }) => level !== "quiet");
    const sent = alarms.filter(({ isForMessage }) => isForMessage);
    expect(sent).toEqual(alarms.filter(({ reading }) => reading.excess >= 0.02));
    expect([sent.length > 0, sent.length < alarms.length]).toEqual([true, true]);
  });

  test("says why it cannot tell: nobody asked yet, nobody answered, too few, too short a past, means without variance", () => {
    const late = only(shares([none, none, ...quiet(20)]));
    expect(words(late).slice(0, 3)).toEqual(["no-data", "no-data", "baseline-too-short"]);
    expect(words(late).slice(15, 17)).toEqual(["baseline-too-short", "quiet"]);

    const gaps = shares(quiet(30).map((value, day) => (day === 16 ? none : value)));
    gaps.n[18] = 29;
    expect(words(only(gaps)).slice(15, 20)).toEqual(["quiet", "no-data", "quiet", "n-too-small", "quiet"]);

    const rare = shares(quiet(40).map((value, day) => (day % 3 === 0 ? value : none)));
    // Days 0, 3, ... 18 are the first seven with answers.
    expect(words(only(rare)).slice(17, 22)).toEqual([
      "baseline-too-short",
      "baseline-too-short",
      "no-data",
      "no-data",
      "quiet",
    ]);

    const constant = { ...shares(Array<number>(20).fill(3)), variances: new Float64Array(20) };
    expect(words(only(constant))[15]).toBe("no-variance");
  });

  test("counts a series without answers with what was known last for 7 days, then no longer", () => {
    const ends = shares(quiet(40).map((value, day) => (day > 20 ? none : value)));
    const days = only(ends);
    for (const day of [21, 27]) expect(readingOf(days[day])?.z).toBe(readingOf(days[20])?.z);
    expect(days[28]).toEqual({ kind: "cannot-tell", reason: "no-data", carried: null });
    const other = shares(lifted(quiet(40), 20, 0.05));
    const [alone, together] = [only(other), watch(other, ends)[0] ?? []];
    expect(readingOf(together[25])?.adjustedP).toBeGreaterThan(readingOf(alone[25])?.adjustedP ?? 1);
    expect(readingOf(together[28])?.adjustedP).toBe(readingOf(alone[28])?.adjustedP);
  });

  test("moves the baseline weekly to the 14 days that ended 7 days ago", () => {
    const days = only(shares(quiet(40)));
    const ends = [20, 21, 27, 28, 35].map((day) => readingOf(days[day])?.baseline.lastDay);
    expect(ends).toEqual([13, 14, 14, 21, 28]);
    expect(readingOf(days[21])?.baseline.firstDay).toBe(1);
    const [kept = []] = earlyWarning([shares(quiet(40))], { ...usualRule, movesEvery: null });
    expect(readingOf(kept[39])?.baseline.lastDay).toBe(13);
  });

  test("moves no baseline on a day without enough answers, but on the next with them", () => {
    const days = only(shares(quiet(40).map((value, day) => (day === 21 || day === 22 ? none : value))));
    const ends = [21, 22, 23, 29, 30].map((day) => readingOf(days[day])?.baseline.lastDay);
    expect(ends).toEqual([13, 13, 16, 16, 23]);
    expect(readingOf(days[22])?.z).toBe(readingOf(days[20])?.z);
  });

  test("holds a raised level against the baseline before it until a person has declared it normal", () => {
    const raised = shares(lifted(quiet(80), 30, 0.15));
    const days = only(raised);
    expect(words(days).slice(31)).toEqual(Array(49).fill("red"));
    expect(readingOf(days[79])?.baseline.lastDay).toBeLessThan(30);
    const confirmed = only({ ...raised, confirmedOn: [50] });
    expect(words(confirmed).slice(31, 50)).toEqual(Array(19).fill("red"));
    expect(words(confirmed).slice(50)).toEqual(Array(30).fill("quiet"));
    expect(readingOf(confirmed[50])?.baseline).toMatchObject({ firstDay: 36, lastDay: 49 });
  });

  test("never makes a baseline of days on which the series was red, nor of those before them", () => {
    const wave = quiet(90).map((value, day) => (day >= 30 && day < 40 ? value + 0.2 : value));
    const days = only(shares(wave));
    const lastRed = words(days).lastIndexOf("red");
    expect(lastRed).toBeGreaterThanOrEqual(39);
    const moved = days.findIndex((day) => (readingOf(day)?.baseline.lastDay ?? 0) > 30);
    expect(readingOf(days[moved])?.baseline.firstDay).toBeGreaterThan(lastRed);
    expect(words(days).slice(lastRed + 1)).not.toContain("red");
  });

  test("alarms seldom where nothing happens", () => {
    const seeded = randomNumbers(7);
    const runs = Array.from({ length: 20 }, () =>
      Array.from({ length: 20 }, () => shares(Array.from({ length: 84 }, () => binomial(seeded, 200, 0.25) / 200))),
    );
    const alarms = runs.flatMap((run) => earlyWarning(run).map((days) => days.map((day) => readingOf(day))));
    const red = alarms.flat().filter((reading) => reading?.isRed === true).length;
    const amber = alarms.flat().filter((reading) => reading?.isAmber === true).length;
    // 1,400 days of 20 series: the simulated studies with 36 series have amber on 2.1 to 2.8 of 1,000, red on 0.6 to 0.7.
    expect(amber / (1400 * 20)).toBeLessThan(0.005);
    expect(red / (1400 * 20)).toBeLessThan(0.002);
  });

  test("refuses series of different lengths", () => {
    expect(() => watch(shares(quiet(3)), shares(quiet(4)))).toThrow(RangeError);
    expect(watch()).toEqual([]);
  });

  test("tells a day from that day and those before: more days change nothing", () => {
    fc.assert(
      fc.property(family, fc.nat(), (all, cut) => {
        const days = cut % ((all[0]?.estimates.length ?? 0) + 1);
        const before = all.map((series) => ({
          estimates: series.estimates.slice(0, days),
          n: series.n.slice(0, days),
          effectiveSampleSizes: series.effectiveSampleSizes.slice(0, days),
          variances: null,
        }));
        expect(earlyWarning(before)).toEqual(earlyWarning(all).map((told) => told.slice(0, days)));
      }),
    );
  });

  test("tells of each series the same in whatever order they come", () => {
    fc.assert(
      fc.property(family, (all) => {
        expect(earlyWarning([...all].reverse())).toEqual([...earlyWarning(all)].reverse());
      }),
    );
  });

  test("begins a series anew with its break, whatever was before, and no other", () => {
    const before = lifted(quiet(30), 20, 0.1);
    const after = lifted(quiet(30), 20, 0.1);
    const broken = { ...shares([...before, ...after]), breaks: [30] };
    const [told = []] = watch(broken);
    expect(words(told)).toEqual([...words(only(shares(before))), ...words(only(shares(after)))]);
    const [carried] = watch({ ...shares([...before, none, ...after]), breaks: [30] });
    expect(readingOf(carried?.[30])).toBeNull();
    const beside = quiet(60);
    const [, other = []] = watch(broken, shares(beside));
    expect(words(other)).toEqual(words(only(shares(beside))));
    expect(readingOf(told.at(-1))?.baseline.firstDay).toBeGreaterThanOrEqual(30);
  });

  test("gives finite numbers, adjusted p values not below the p values, and red only after amber", () => {
    fc.assert(
      fc.property(family, (all) => {
        for (const days of earlyWarning(all)) {
          for (const [place, day] of days.entries()) {
            const reading = readingOf(day);
            if (reading === null) continue;
            const { excess, standardError, z, p, adjustedP, isAmber, isRed, cusum } = reading;
            expect([excess, standardError, z, p, adjustedP, cusum].every(Number.isFinite)).toBe(true);
            expect(adjustedP).toBeGreaterThanOrEqual(p);
            expect(isAmber).toBe(adjustedP <= 0.05);
            expect(isRed).toBe(isAmber && readingOf(days[place - 1])?.isAmber === true);
          }
        }
      }),
    );
  });

  test("finds in means what does not depend on their unit and origin", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 30, maxLength: 30 }),
        fc.double({ min: 0.1, max: 20, noNaN: true }),
        fc.double({ min: -5, max: 5, noNaN: true }),
        (values, unit, origin) => {
          const means = { ...shares(values), variances: new Float64Array(30).fill(4) };
          const others = {
            ...shares(values.map((value) => origin + unit * value)),
            variances: new Float64Array(30).fill(4 * unit * unit),
          };
          const zs = (series: Indicator): number[] => only(series).map((day) => readingOf(day)?.z ?? 0);
          const expected = zs(means);
          for (const [day, z] of zs(others).entries()) expect(z).toBeCloseTo(expected[day] ?? none, 6);
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe("ears", () => {
  test("holds a day against the seven before it, for C2 with two days between", () => {
    const values = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 20, 14);
    const [first, second] = [ears(values, { lag: 0, floors: null }), ears(values, { lag: 2, floors: null })];
    const deviation = Math.sqrt(28 / 6);
    expect(first[7]).toMatchObject({ kind: "statistic", mean: 4, standardDeviation: deviation, value: 4 / deviation });
    expect(second[9]).toMatchObject({ kind: "statistic", mean: 4, value: 10 / deviation });
    expect(second[8]).toEqual({ kind: "not-estimable", reason: "baseline-too-short" });
  });

  test("is not defined after a gap, and where seven days agree only with a floor", () => {
    const agreeing = Float64Array.of(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.15, none);
    const raw = ears(agreeing, { lag: 0, floors: null });
    expect(raw[7]).toEqual({ kind: "not-estimable", reason: "zero-baseline-sd" });
    expect(raw[8]).toEqual({ kind: "not-estimable", reason: "no-data" });
    const floored = ears(agreeing, { lag: 0, floors: new Float64Array(9).fill(0.02) });
    expect(floored[7]).toMatchObject({ standardDeviation: 0.02 });
    const gap = Float64Array.of(1, 2, none, 4, 5, 6, 7, 8);
    expect(ears(gap, { lag: 0, floors: null })[7]).toEqual({ kind: "not-estimable", reason: "baseline-too-short" });
  });

  test("sums three days of C2 above 1", () => {
    const day = (value: number) => ({ kind: "statistic", value, mean: 0, standardDeviation: 1 }) as const;
    const lacking = { kind: "not-estimable", reason: "no-data" } as const;
    expect(earsSum([day(2), day(0), day(4), lacking, day(9)])).toEqual([null, null, 4, null, null]);
  });
});

describe("adjusted p values", () => {
  test("of Benjamini and Yekutieli are those of Benjamini and Hochberg or larger, of Hochberg those of Holm or smaller", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(none))), (values) => {
        const found = Float64Array.from(values);
        const adjusted = [benjaminiYekutieli, benjaminiHochberg, holm, hochberg].map((adjust) => adjust(found));
        for (const [place, p] of found.entries()) {
          const [any = 0, usual = 0, stepDown = 0, stepUp = 0] = adjusted.map((each) => each[place] ?? none);
          const isInOrder = any >= usual && stepDown >= stepUp && stepUp >= p;
          expect(isInOrder || [any, usual, stepDown, stepUp, p].every(Number.isNaN)).toBe(true);
        }
      }),
    );
  });
});

/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function binomial(random: () => number, n: number, share: number): number {
  let yes = 0;
  for (let person = 0; person < n; person++) yes += Number(random() < share);
  return yes;
}

describe("pooledDays", () => {
  const pooled = (n: readonly number[], breaks: readonly number[] = []): number[] => [
    ...pooledDays(Float64Array.from(n), { smallestN: 30, breaks }),
  ];

  test("puts days together since the last point until they have enough, and looks at a day with enough alone", () => {
    // Points on days 2, 3 and 5.
    expect(pooled([12, 12, 12, 40, 16, 16, 5])).toEqual([0, 0, 0, 3, 4, 4, 6]);
    expect(pooled([20, 35, 20, 10])).toEqual([0, 1, 2, 2]);
  });

  test("looks back no further than seven days", () => {
    expect(pooled(Array<number>(10).fill(4))).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 2, 3]);
    // The first day's 25 are gone when the eighth has 24; the ninth makes a point with 6 more.
    expect(pooled([25, 0, 0, 0, 0, 0, 0, 24, 6])).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 2]);
  });

  test("pools nothing across a break", () => {
    expect(pooled([12, 12, 12, 12, 12], [2])).toEqual([0, 0, 2, 2, 2]);
  });

  test("tells a day from itself and those before", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(counts, (n) => {
        expect(pooled(n).slice(0, -1)).toEqual(pooled(n.slice(0, -1)));
      }),
    );
  });

  test("never uses an answer twice, and never has a point of too few", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(counts, (n) => {
        let used = -1;
        for (const [day, from] of pooled(n).entries()) {
          const sum = n.slice(from, day + 1).reduce((total, each) => total + each, 0);
          if (sum < 30) continue;
          expect(from).toBeGreaterThan(used);
          used = day;
        }
      }),
    );
  });
});
