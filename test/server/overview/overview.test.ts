import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StudyOverview } from "../../../server/overview/overviewApi.ts";
import { rulesContent } from "../../../server/quality/qualityApi.ts";
import type { Definition } from "../../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { send } from "../../support/client.ts";
import { fieldStudy } from "../../support/fieldStudy.ts";

const definition: Definition = {
  pages: [
    {
      name: "place",
      title: { default: "地方", en: "Place" },
      elements: [
        { type: "dropdown", name: "county", choices: [{ value: "330681", text: { default: "诸暨市", en: "Zhuji" } }] },
      ],
    },
    { name: "water", elements: [{ type: "radiogroup", name: "water", choices: ["yes", "no"] }] },
    { name: "words", elements: [{ type: "comment", name: "words" }] },
  ],
};

let now = new Date("2026-03-02T04:00:00Z");
let application: TestApplication;
let cookie = "";

beforeAll(async () => {
  application = await startApplication({ studyClock: () => now });
  cookie = (await application.signIn()).cookie;
  const study = await fieldStudy(application.services, definition);
  const many = Array.from({ length: 60 }, (_, number) => ({
    day: number < 40 ? "2026-03-01" : "2026-03-02",
    gridUnit: number % 3 === 0 ? null : number % 3 === 1 ? "330681" : "villages",
    ...(number % 10 === 0 && { flags: ["burst"] }),
    submission: {
      submissionKey: `overview-answer-${number}`,
      collector: number % 4 === 0 ? "poster" : "wechat",
      // 0 is a page that was passed by.
      timing: { seconds: 60 + number, pages: [10 + number, 20, number % 2 === 0 ? 0 : 30] },
      answers: {
        county: "330681",
        ...(number % 5 !== 0 && { water: "yes" }),
        ...(number % 6 === 1 && { words: "help" }),
      },
    },
  }));
  await application.services.admission.admitMany(study, many);
});
afterAll(() => application.close());

async function overview(): Promise<StudyOverview> {
  const { text } = await send(application.address, "/api/studies/flood/overview", { cookie });
  return JSON.parse(text) as StudyOverview;
}

describe("GET /api/studies/:study/overview", () => {
  test("counts what came in, today and on all days, with the median time to answer", async () => {
    const { all, day } = await overview();
    expect(all).toMatchObject({ responses: 60, screened: 0, valid: 0, medianSeconds: { value: 89, n: 60 } });
    expect(day).toMatchObject({ day: "2026-03-02", isToday: true, responses: 20 });
    expect(day?.medianSeconds).toMatchObject({ value: 109, n: 20 });
  });

  test("calls valid whom screening does not exclude, once there was a screening", async () => {
    const { quality, studies } = application.services;
    const study = await studies.find("flood");
    if (study === null) throw new Error("It is fielded");
    const rules = rulesContent.parse({ from: "2026-03-01", because: "bursts", burst: { counts: "alone" } });
    await quality.rules.add(study, rules, null);
    await quality.runs.run(study);
    const { all, day } = await overview();
    expect(all).toMatchObject({ responses: 60, screened: 60, valid: 54 });
    expect(day).toMatchObject({ responses: 20, screened: 20, valid: 18 });
  });

  test("counts it by collector and by grid unit, the busiest first, and those without one too", async () => {
    const { collectors, gridUnits, otherGridUnits } = await overview();
    expect(collectors.map(({ place, all, ofDay }) => [place, all.responses, ofDay])).toEqual([
      ["wechat", 45, 15],
      ["poster", 15, 5],
    ]);
    expect(gridUnits.map(({ place, all }) => [place, all.responses]).sort()).toEqual(
      [
        [null, 20],
        ["330681", 20],
        ["villages", 20],
      ].sort(),
    );
    expect(gridUnits.find(({ place }) => place === "330681")?.label).toEqual({ default: "诸暨市", en: "Zhuji" });
    expect(otherGridUnits).toEqual({ units: 0, responses: 0 });
  });

  test("says how far those went on who sent their answers, and how long each page took who saw it", async () => {
    const { pages } = await overview();
    expect(pages).toMatchObject({ questionnaireVersion: 1, responses: 60 });
    expect(pages?.progress.map(({ answering }) => answering)).toEqual([60, 50, 10]);
    expect(pages?.progress[0]?.title).toEqual({ default: "地方", en: "Place" });
    expect(pages?.progress[2]?.medianSeconds).toMatchObject({ value: 30, n: 30 });
  });

  test("is of the last day with responses once the study is closed", async () => {
    await send(application.address, "/api/studies/flood", { method: "PATCH", cookie, value: { state: "closed" } });
    now = new Date("2026-03-20T04:00:00Z");
    expect((await overview()).day).toMatchObject({ day: "2026-03-02", isToday: false, responses: 20 });
  });
});
