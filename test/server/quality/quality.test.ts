import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRandom } from "../../../scripts/demonstration/random.ts";
import type { AnalysisResult } from "../../../server/analysis/analysisApi.ts";
import type { Study } from "../../../server/fielding/study.ts";
import { reasons, rulesContent, type StudyPatterns, type StudyQuality } from "../../../server/quality/qualityApi.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { fieldStudy } from "../../support/fieldStudy.ts";
import { honestAnswers, screenable, submissionsOf } from "../../support/screening.ts";
import { takeExport } from "../../support/takeExport.ts";
import { ask, runScheme } from "../../support/weighting.ts";

const first = "2036-03-10";
const second = "2036-03-11";
let now = new Date(`${first}T12:00:00+08:00`);
let application: TestApplication;
let study: Study;

const rules = {
  from: first,
  because: "As agreed with the council",
  batteries: ["mood"],
  attention: { counts: "alone", checks: [{ variable: "check", right: ["read"] }] },
  speed: { counts: "with-another", index: 1.75, share: 0.4 },
  "straight-line": { counts: "with-another", share: 0.8 },
  repeat: { counts: "shown", share: 0.9 },
};
const halfMen = {
  name: "Half men",
  margins: [{ name: "sex", target: { shares: { male: 0.5, female: 0.5 } }, variables: [{ variable: "sex" }] }],
  blocks: { rule: "whole" },
};
const straight = Object.fromEntries(["a", "b", "c", "d", "e", "f", "g", "h"].map((item) => [item, "2"]));
const random = createRandom(9);
/** Of the first day: what is marked, and by what. */
const planted = {
  inattentive: { answers: { ...honestAnswers(random), check: "not_read" } },
  fast: { answers: honestAnswers(random), seconds: 20 },
  fastAndStraight: { answers: { ...honestAnswers(random), mood: straight }, seconds: 20 },
  said: { answers: { ...honestAnswers(random), words: "the bridge is closed" } },
};

beforeAll(async () => {
  application = await startApplication({ clock: () => now });
  study = await fieldStudy(application.services, screenable);
  const { inattentive, fast, fastAndStraight, said } = planted;
  await admit(
    submissionsOf(120, { day: first, seed: 1 }, [inattentive, inattentive, fast, fastAndStraight, said, said]),
  );
});
afterAll(() => application.close());

async function admit(many: Parameters<typeof application.services.admission.admitMany>[1]): Promise<void> {
  for (const { outcome } of await application.services.admission.admitMany(study, many)) expect(outcome).toBe("kept");
}

async function qualityNow(): Promise<StudyQuality> {
  return (await ask(application, "GET /quality")).body as StudyQuality;
}

async function estimated(request: object): Promise<AnalysisResult> {
  return (await ask(application, "POST /estimates", request)).body as AnalysisResult;
}

const countsOf = ({ screening }: StudyQuality) =>
  Object.fromEntries((screening?.reasons ?? []).map(({ reason, marked, excluded }) => [reason, [marked, excluded]]));

describe("POST /api/studies/:study/quality/rules", () => {
  test("suggests rules, and excludes nobody before there are any", async () => {
    expect(await qualityNow()).toMatchObject({
      rules: [],
      inForce: null,
      firstOpenDay: null,
      screening: null,
      suggested: { batteries: ["mood"], attention: null, "straight-line": { counts: "with-another" } },
    });
    expect(await ask(application, "POST /quality/runs", {})).toMatchObject({ status: 409 });
    expect((await estimated({ question: "sex" })).screening).toBeNull();
  });

  test.each([
    ["a battery that is none", { batteries: ["sex"] }, "batteries.0"],
    [
      "a check of what is not asked",
      { attention: { counts: "alone", checks: [{ variable: "hat", right: ["x"] }] } },
      "attention.checks.0",
    ],
    [
      "a code that is not there",
      { attention: { counts: "alone", checks: [{ variable: "check", right: ["x"] }] } },
      "attention.checks.0",
    ],
  ])("refuses %s", async (_, part, field) => {
    const { status, body } = await ask(application, "POST /quality/rules", { ...rules, ...part });
    expect(status).toBe(422);
    expect((body as { errors: { field: string }[] }).errors.map((fault) => fault.field)).toEqual([field]);
  });

  test("refuses rules without a reason", async () => {
    expect((await ask(application, "POST /quality/rules", { ...rules, because: " " })).status).toBe(400);
  });

  test("keeps them with who made them and when", async () => {
    expect(await ask(application, "POST /quality/rules", rules)).toMatchObject({
      status: 201,
      body: { rulesVersion: 1, madeOn: first, madeBy: "研究员 Li", because: rules.because },
    });
  });
});

describe("POST /api/studies/:study/quality/runs", () => {
  test("marks, and excludes for one mark that suffices or two of the others", async () => {
    const { status, body } = await ask(application, "POST /quality/runs", {});
    expect(status).toBe(201);
    const found = body as StudyQuality;
    expect(found.screening).toMatchObject({
      version: 1,
      all: { responses: 126, screened: 126, excluded: 3 },
      days: [{ day: first, rulesVersion: 1, excluded: 3 }],
      collectors: [{ place: "street", excluded: 3 }],
    });
    const { attention, speed, repeat } = countsOf(found);
    expect(attention).toEqual([2, 2]);
    expect(speed).toEqual([2, 1]);
    // Of each pair the second, also of those who failed the check.
    expect(repeat).toEqual([2, 1]);
  });

  test("takes them out of every estimate, which says how many, and back in when that is asked for", async () => {
    const share = { indicator: { kind: "code", variable: "check", codes: ["not_read"] } };
    expect(await estimated(share)).toMatchObject({
      responses: 126,
      screening: { version: 1, excluded: 3 },
      estimates: [[[{ value: 0, n: 123 }]]],
    });
    expect(await estimated({ ...share, exclusions: "none" })).toMatchObject({
      screening: null,
      estimates: [[[{ value: 2 / 126, n: 126 }]]],
    });
    const few = { ...share, filter: { kind: "code", variable: "check", codes: ["not_read"] } };
    expect((await estimated(few)).screening).toEqual({ version: 1, excluded: 2 });
    expect((await estimated({ ...share, from: second })).screening).toEqual({ version: 1, excluded: 0 });
    const { body } = await ask(application, "GET /estimates?exclusions=none");
    expect(body).toMatchObject({ responses: 126, screening: null });
    expect((await ask(application, "GET /estimates")).body).toMatchObject({ screening: { excluded: 3 } });
    const stranger = { kind: "code", variable: "nobody_asked", codes: ["a"] };
    const refused = await ask(application, "POST /estimates", { ...share, filter: stranger });
    expect([refused.status, (refused.body as { errors: { field: string }[] }).errors[0]?.field]).toEqual([
      400,
      "filter.variable",
    ]);
  });

  test("has weights raked without them, and refuses these where they are to count", async () => {
    await ask(application, "PUT /weighting/half", halfMen);
    expect(await runScheme(application, "half")).toMatchObject({ weighted: 123, excludedByScreening: 3, screening: 1 });
    const men = { indicator: { kind: "code", variable: "sex", codes: ["male"] }, weight: "scheme:half" };
    expect((await estimated(men)).estimates[0]?.[0]?.[0]).toMatchObject({ n: 123 });
    const { status, body } = await ask(application, "POST /estimates", { ...men, exclusions: "none" });
    expect([status, (body as { errors: { field: string }[] }).errors[0]?.field]).toEqual([400, "exclusions"]);
    await ask(application, "PUT /weighting/everyone", { ...halfMen, exclusions: "none" });
    expect(await runScheme(application, "everyone")).toMatchObject({ weighted: 126, excludedByScreening: 0 });
    expect(await estimated({ ...men, weight: "scheme:everyone", exclusions: "none" })).toMatchObject({
      estimates: [[[{ n: 126 }]]],
    });
  });

  test("writes a column for each reason and one for being excluded, and still a row for every response", async () => {
    const { manifest, header, records } = await takeExport(application, "flood", { flavour: "plain" });
    expect(manifest).toMatchObject({ rows: 126, responsesInStudy: 126, screening: 1 });
    expect(header.filter((name) => name.startsWith("quality."))).toEqual(reasons.map((reason) => `quality.${reason}`));
    expect(records).toHaveLength(126);
    const excluded = records.filter((record) => record[header.indexOf("excluded")] === "1");
    expect(excluded).toHaveLength(3);
  });
});

describe("a day that is over", () => {
  test("is closed with its marks, screened before weights are frozen", async () => {
    now = new Date(`${second}T12:00:00+08:00`);
    await admit(submissionsOf(40, { day: second, seed: 2 }, [planted.fast]));
    const closed = await application.services.closeDays();
    expect(closed[0]).toEqual({ study: "flood", screening: 2 });
    expect(await application.services.closeDays()).toEqual([]);
    expect(await qualityNow()).toMatchObject({
      firstOpenDay: second,
      rules: [{ daysClosedUnderIt: 1 }],
      screening: { cause: "days-closed", all: { excluded: 3 } },
    });
  });

  test("keeps its marks when the rules change, which they can only for later days", async () => {
    const stricter = { ...rules, because: "Answers were bought", speed: { ...rules.speed, counts: "alone" } };
    const early = await ask(application, "POST /quality/rules", stricter);
    expect([early.status, (early.body as { errors: { field: string }[] }).errors[0]?.field]).toEqual([422, "from"]);
    expect(await ask(application, "POST /quality/rules", { ...stricter, from: second })).toMatchObject({ status: 201 });
    const { body } = await ask(application, "POST /quality/runs", {});
    expect(body).toMatchObject({
      inForce: 2,
      rules: [
        { rulesVersion: 2, because: "Answers were bought" },
        { rulesVersion: 1, daysClosedUnderIt: 1 },
      ],
      screening: {
        days: [
          { day: first, rulesVersion: 1, excluded: 3 },
          { day: second, rulesVersion: 2, excluded: 1 },
        ],
      },
    });
  });

  test("leaves unscreened what comes when it is closed, and says so", async () => {
    await admit(submissionsOf(0, { day: first, seed: 3 }, [planted.inattentive]));
    await ask(application, "POST /quality/runs", {});
    expect((await qualityNow()).screening).toMatchObject({
      cameAfterClosing: 1,
      all: { responses: 168, screened: 167 },
    });
  });
});

describe("a study that nobody has answered", () => {
  test("is screened like any other", async () => {
    const { services } = application;
    const dry = await fieldStudy(services, screenable, "dry");
    await services.quality.rules.add(dry, rulesContent.parse({ ...rules, burst: { counts: "shown" } }), null);
    await services.quality.runs.run(dry);
    expect(await services.quality.reports.report(dry)).toMatchObject({
      inForce: 1,
      firstDay: null,
      screening: { all: { responses: 0, screened: 0, excluded: 0 }, days: [], collectors: [] },
    });
    expect(await services.quality.patterns("dry")).toMatchObject({ repeats: { groups: 0 }, joint: { tested: 0 } });
  });
});

describe("GET /api/studies/:study/quality/patterns", () => {
  test("finds copies, a burst, and a collector whose answers have nothing to do with each other", async () => {
    const days = ["12", "13", "14", "15", "16", "17"].map((day) => `2036-03-${day}`);
    for (const [place, day] of days.entries()) await admit(submissionsOf(30, { day, seed: 10 + place }));
    const lot = createRandom(77);
    const made = Array.from({ length: 160 }, () => {
      const { mood: _mood, ...others } = honestAnswers(lot);
      const mood = Object.fromEntries(
        Object.keys(straight).map((item) => [item, String(Math.floor(4 * lot.uniform()))]),
      );
      return { answers: { ...others, mood }, collector: "panel" };
    });
    await admit(submissionsOf(150, { day: "2036-03-18", seed: 30 }, made));
    const { body } = await ask(application, "GET /quality/patterns");
    const { repeats, joint, bursts } = body as StudyPatterns;
    // The pairs of the first day, the fast one of the second, and who failed the check once more.
    expect(repeats.groups).toBe(3);
    expect(repeats.listed[0]).toMatchObject({ shares: [1, 1], days: [first, first], collectors: ["street"] });
    expect(bursts).toContainEqual(expect.objectContaining({ of: "collector", name: "street", day: "2036-03-18" }));
    expect(joint.listed[0]).toMatchObject({
      of: "collector",
      name: "panel",
      verdict: "too-independent",
      battery: "mood",
    });
    const streets = joint.listed.filter(({ of, name }) => of === "collector" && name === "street");
    expect(streets.filter(({ verdict }) => verdict !== "as-others")).toEqual([]);
  });
});
