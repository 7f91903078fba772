import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demonstrationSeed, loadDemonstration } from "../../scripts/demonstration/load.ts";
import { simulateResponses, type Simulated } from "../../scripts/demonstration/simulateResponses.ts";
import { clockHeldAt } from "../../server/clock.ts";
import { demonstrationMidnight, demonstrationStudy } from "../../scripts/demonstration/study.ts";
import { truths } from "../../scripts/demonstration/truths.ts";
import type { Condition } from "../../server/estimates/conditions.ts";
import { calendarDay } from "../../server/fielding/calendarDay.ts";
import type { WeightWanted } from "../../server/weighting/weightingApi.ts";
import { populations } from "../../surveys/populations/populations.ts";
import { startApplication, type TestApplication } from "../support/application.ts";

const { study } = demonstrationStudy;
const shaoxing: Condition = { kind: "code", variable: "city", codes: ["3306"] };
const attentive: Condition = { kind: "code", variable: "attention", codes: ["little"] };
/** The truths are of the valid; whom screening does not find is still among those who are counted. */
const tolerance = 0.02;

let application: TestApplication;

beforeAll(async () => {
  application = await startApplication({ studyClock: clockHeldAt(demonstrationMidnight, () => new Date()) });
  await loadDemonstration(application.services, () => undefined);
}, 240_000);

afterAll(() => application.close());

describe("the demonstration study, read back from the product's own estimates", () => {
  test("has its valid and its careless responses, on every one of its days", async () => {
    const { days, responses } = await application.services.estimates.days(study, "Asia/Shanghai");
    expect(responses).toBe(truths.validResponses + truths.invalidResponses);
    expect(days).toHaveLength(truths.days);
    expect([days[0]?.day, days.at(-1)?.day]).toEqual([demonstrationStudy.firstDay, demonstrationStudy.lastDay]);
    expect((await application.services.studies.find(study))?.simulated).toBe(true);
  });

  test("has what was planted as events on their days", async () => {
    const events = await application.services.events.list(study, 10);
    expect(events.map(({ day, kind }) => [day, kind])).toEqual([
      ["2020-02-13", "rumour"],
      ["2020-02-16", "rumour"],
      ["2020-02-21", "other"],
    ]);
  });

  test("has on record that the community link of Xinchang failed on the one day on which nothing came through it", async () => {
    const through = new Set<string>();
    for (const { at, gridUnit, submission } of simulateResponses(demonstrationSeed))
      if (gridUnit?.startsWith("3306") === true && submission.collector === "community")
        through.add(`${calendarDay(at, "Asia/Shanghai")} ${gridUnit}`);
    const units = [...new Set([...through].map((each) => each.slice(11)))];
    const { days } = await application.services.estimates.days(study, "Asia/Shanghai");
    const missing = days
      .flatMap(({ day }) => units.map((unit) => `${day} ${unit}`))
      .filter((each) => !through.has(each));
    const { problems } = await application.services.problems.list(study);
    expect(problems.map(({ from, places }) => `${from} ${String(places[0]?.codes[0])}`)).toEqual(missing);
  });

  test("follows the news for more than an hour, more so in Shaoxing", async () => {
    const overOneHour: Condition = { kind: "code", variable: "news_time", codes: ["60-120", "over120"] };
    expect(Math.abs((await shareOf(overOneHour, shaoxing)) - truths.overOneHour.shaoxing)).toBeLessThan(tolerance);
    expect(await shareOf(overOneHour, attentive)).toBeLessThan(truths.overOneHour.shaoxing);
  });

  test("finds it hard to tell true from false as often as the study it comes from", async () => {
    const unable: Condition = { kind: "code", variable: "tell_true", codes: ["unable"] };
    expect(Math.abs((await shareOf(unable, attentive)) - truths.unableToTell)).toBeLessThan(tolerance);
  });

  test("finds the authorities in Shaoxing open, and more so at the end", async () => {
    const open: Condition = { kind: "code", variable: "openness.local", codes: ["very_open", "fairly_open"] };
    const early = await shareOf(open, both(shaoxing, between("2020-01-30", "2020-02-05")));
    const late = await shareOf(open, both(shaoxing, between("2020-02-27", "2020-03-04")));
    expect(early).toBeGreaterThan(0.88);
    expect(late).toBeGreaterThan(0.92);
    expect(late).toBeGreaterThan(early);
  });

  test("believes the planted rumour most at its height", async () => {
    const heard: Condition = { kind: "code", variable: "heard.vinegar", codes: ["yes"] };
    const before = await shareOf(heard, between("2020-01-30", "2020-02-08"));
    const height = await shareOf(heard, between("2020-02-15", "2020-02-16"));
    expect(height - before).toBeGreaterThan(0.2);
  });

  test("is more anxious in Zhuji on the planted days, and among those who believe a rumour", async () => {
    const anxious: Condition = { kind: "number", variable: "gad7_score", from: 10, to: 21 };
    const zhuji: Condition = { kind: "code", variable: "county", codes: [truths.localRise.county] };
    const calm = await shareOf(anxious, both(zhuji, between("2020-01-30", "2020-02-19")));
    const risen = await shareOf(anxious, both(zhuji, between("2020-02-20", "2020-02-25")));
    expect(risen - calm).toBeGreaterThan(0.1);
    const believes: Condition = { kind: "code", variable: "believes_vinegar", codes: ["true"] };
    const doubts: Condition = { kind: "code", variable: "believes_vinegar", codes: ["false"] };
    expect(await shareOf(anxious, believes)).toBeGreaterThan(await shareOf(anxious, doubts));
  });
});

describe("its screening", () => {
  test("finds all who are careless but for straight lines, which it only shows, and hardly anybody else", async () => {
    const found = await screenedByKind();
    const sharesExcluded = Object.fromEntries(
      Object.entries(found).map(([kind, { excluded, all }]) => [kind, excluded / all]),
    );
    expect(sharesExcluded).toMatchObject({ speeder: 1, inattentive: 1 });
    // A copy of the day before stands behind what it copies; of two of one day either may count as the first.
    expect((found["copy"]?.excluded ?? 0) + (found["valid"]?.excluded ?? 0)).toBeGreaterThan(found["copy"]?.all ?? 0);
    expect(sharesExcluded["straight-liner"]).toBeLessThan(0.05);
    expect(sharesExcluded["valid"]).toBeLessThan(0.001);
    const invalid = Object.entries(found).filter(([kind]) => kind !== "valid");
    const sum = (of: "excluded" | "all"): number => invalid.reduce((total, [, counts]) => total + counts[of], 0);
    expect(sum("all")).toBe(truths.invalidResponses);
    expect(sum("excluded") / sum("all")).toBeGreaterThan(0.8);
  });

  test("closes every day that is over, and leaves the last open", async () => {
    const report = await application.services.quality.reports.report(demonstrationStudy);
    expect(report).toMatchObject({
      inForce: 1,
      firstOpenDay: demonstrationStudy.lastDay,
      rules: [{ daysClosedUnderIt: truths.days - 1 }],
      screening: { version: 1, cameAfterClosing: 0 },
    });
  });

  test("finds no collector, grid unit or day whose answers go together otherwise than the others'", async () => {
    const { joint, bursts } = await application.services.quality.patterns(study);
    expect(joint.tested).toBeGreaterThan(60);
    expect(joint.listed.filter(({ verdict }) => verdict !== "as-others")).toEqual([]);
    expect(bursts).toEqual([]);
  });
});

/** For each kind that was planted, and the valid, how many there are and how many of them are excluded. */
async function screenedByKind(): Promise<Record<string, { all: number; excluded: number }>> {
  const { columns, responses, designOf } = application.services;
  const found = await columns.columnsOf(study);
  const { screening } = await designOf(found, {});
  const rowOf = new Map(found.id.map((id, row) => [id, row]));
  const plantedIn = new Map<string, Simulated["planted"]>();
  for (const { submission, planted } of simulateResponses(demonstrationSeed))
    plantedIn.set(submission.submissionKey, planted);
  const byKind: Record<string, { all: number; excluded: number }> = {};
  for await (const batch of responses.scan(study))
    for (const { id, submissionKey } of batch) {
      const counts = (byKind[plantedIn.get(submissionKey) ?? "valid"] ??= { all: 0, excluded: 0 });
      counts.all += 1;
      counts.excluded += screening?.isExcluded[rowOf.get(id) ?? -1] ?? 0;
    }
  return byKind;
}

describe("its weights", () => {
  test("bring age and education nearer to the census", async () => {
    // National Bureau of Statistics, bulletins 5 and 6: of those of 15 and over, and of those with schooling.
    const { age, education } = censusShares();
    for (const { condition, census } of [
      { condition: { kind: "code", variable: "age_band", codes: ["60-69", "70+"] }, census: age },
      { condition: { kind: "code", variable: "education", codes: ["college", "university"] }, census: education },
    ] satisfies { condition: Condition; census: number }[]) {
      const [raw, weighted] = [await shareOf(condition, null), await shareOf(condition, null, "scheme:national")];
      expect(Math.abs(weighted - census)).toBeLessThan(Math.abs(raw - census) / 5);
    }
  });

  test("leave nobody out, and say what could not be done", async () => {
    const report = await application.services.weighting.reports.report(study, "national", 1);
    expect(report).toMatchObject({ responses: truths.validResponses + truths.invalidResponses, withoutWeight: 0 });
    expect(report.blocks.map(({ block, frozenIn }) => [block, frozenIn])).toEqual([
      ...["05", "06", "07", "08", "09"].map((week) => [`2020-W${week}`, 1]),
      ["2020-W10", null],
    ]);
    expect(report.blocks.flatMap(({ notMet }) => notMet)).toEqual([]);
    expect(report.weights?.designEffect).toBeGreaterThan(1.5);
    expect(report.weights?.designEffect).toBeLessThan(5);
  });
});

function censusShares(): { age: number; education: number } {
  const counts = (margin: string) =>
    populations.get("china-2020")?.margins.find(({ variable }) => variable === margin)?.counts ?? {};
  const share = (of: Readonly<Record<string, number>>, category: string, without: string): number => {
    const rest = Object.entries(of).filter(([name]) => name !== without);
    return (of[category] ?? Number.NaN) / rest.reduce((sum, [, count]) => sum + count, 0);
  };
  return {
    age: share(counts("age"), "60+", "0-14"),
    education: share(counts("education"), "university", "other"),
  };
}

function between(from: string, to: string): Condition {
  return { kind: "days", from, to };
}

function both(...of: readonly Condition[]): Condition {
  return { kind: "all", of };
}

async function shareOf(of: Condition, among: Condition | null, weight: WeightWanted = "none"): Promise<number> {
  const found = await application.services.estimates.share(study, { of, among, weight });
  if (found.kind !== "estimate") throw new Error(`Cannot be estimated: ${found.reason}`);
  expect(found.interval).not.toBeNull();
  return found.value;
}
