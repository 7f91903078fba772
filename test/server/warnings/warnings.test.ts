import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fieldVersion } from "../../../server/fielding/fielding.ts";
import type { StudyWarnings } from "../../../server/warnings/warningsApi.ts";
import { earlyWarning } from "../../../stats/warning/earlyWarning.ts";
import type { Definition } from "../../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { send } from "../../support/client.ts";
import { fieldStudy, keepResponses } from "../../support/fieldStudy.ts";

const definition: Definition = {
  elements: [
    { type: "radiogroup", name: "town", choices: ["north", "south", "west"] },
    { type: "radiogroup", name: "worried", choices: ["yes", "no"] },
    { type: "radiogroup", name: "trusts", choices: ["yes", "no"] },
  ],
};

const days = Array.from({ length: 24 }, (_, day) => `2026-03-${String(day + 1).padStart(2, "0")}`);
const firstBadDay = 19;

/** 100 answers a day of each of two towns, and 5 of a third; from a day on the south worries more and trusts less. */
function answersOf(day: number) {
  return ["north", "south", "west"].flatMap((town) =>
    Array.from({ length: town === "west" ? 5 : 100 }, (_, person) => {
      const isBad = town === "south" && day >= firstBadDay;
      const worried = isBad ? 45 : 20 + ((day * 7) % 5);
      return {
        day: days[day] ?? "",
        answers: {
          town,
          worried: person < worried ? "yes" : "no",
          trusts: person < (isBad ? 50 : 80 + ((day * 3) % 4)) ? "yes" : "no",
        },
      };
    }),
  );
}

let application: TestApplication;
let cookie = "";
const path = "/api/studies/flood";

async function warnings(query = ""): Promise<StudyWarnings> {
  const { status, text } = await send(application.address, `${path}/warnings${query}`, { cookie });
  expect({ status, text: status === 200 ? "" : text }).toEqual({ status: 200, text: "" });
  return JSON.parse(text) as StudyWarnings;
}

function put(name: string, value: object) {
  return send(application.address, `${path}/indicators/${name}`, { method: "PUT", cookie, value });
}

const says = (text: string) => ({ "zh-CN": text, en: text });
const worried = { title: says("worried"), of: { kind: "code", variable: "worried", codes: ["yes"] }, worse: "higher" };
const trusts = { title: says("trusts"), of: { kind: "code", variable: "trusts", codes: ["yes"] }, worse: "lower" };

beforeAll(async () => {
  application = await startApplication({ studyClock: () => new Date("2026-03-26T04:00:00Z") });
  cookie = (await application.signIn()).cookie;
  const study = await fieldStudy(application.services, definition);
  await keepResponses(
    application.services,
    study,
    days.flatMap((_, day) => answersOf(day)),
  );
  await put("worried", { ...worried, areas: "town" });
  await put("trusts", { ...trusts, areas: "town" });
});
afterAll(() => application.close());

describe("GET /api/studies/:study/warnings", () => {
  test("has a state for every day of every series, up to today", async () => {
    const found = await warnings();
    expect(found.days).toEqual([...days, "2026-03-25", "2026-03-26"]);
    expect(found.isLastDayOpen).toBe(true);
    expect(
      found.indicators.map(({ indicator, series }) => [indicator, series.map(({ area }) => area?.code ?? null)]),
    ).toEqual([
      ["worried", [null, "north", "south", "west"]],
      ["trusts", [null, "north", "south", "west"]],
    ]);
    for (const { series } of found.indicators)
      for (const { states } of series) expect(states).toHaveLength(found.days.length);
  });

  test("turns red where it became worse, whichever way is bad, and stays quiet elsewhere", async () => {
    for (const { series } of (await warnings()).indicators) {
      const [nation, north, south] = series;
      const before = south?.states.slice(14, firstBadDay);
      expect(before).toEqual(["quiet", "quiet", "quiet", "quiet", "quiet"]);
      expect(south?.states.slice(firstBadDay, firstBadDay + 2)).toEqual(["amber", "red"]);
      expect(nation?.states[days.length - 1]).toBe("red");
      expect(new Set(north?.states.slice(14, days.length))).toEqual(new Set(["quiet"]));
    }
  });

  test("says why it cannot tell: no baseline yet, too few answers, none on the day", async () => {
    const [found] = (await warnings()).indicators;
    const [nation, , south, west] = found?.series ?? [];
    expect(new Set(nation?.states.slice(0, 14))).toEqual(new Set(["baseline-too-short"]));
    expect(new Set(west?.states)).toEqual(new Set(["baseline-too-short"]));
    expect(nation?.states.slice(-2)).toEqual(["no-data", "no-data"]);
    expect(south).toMatchObject({ n: 0, standing: { isCarried: true, isForMessage: false, since: days[firstBadDay] } });
    expect(west).toMatchObject({ n: 0, standing: null });
  });

  test("gives the detector's own numbers of the same shares", async () => {
    const [, trust] = (await warnings()).indicators;
    const shares = (town: number): number[] =>
      days.map((_, day) => {
        const of = answersOf(day).filter(
          ({ answers }) => town < 0 || answers.town === ["north", "south", "west"][town],
        );
        return of.filter(({ answers }) => answers.trusts === "no").length / of.length;
      });
    const silent = [Number.NaN, Number.NaN];
    const told = earlyWarning(
      [-1, 0, 1, 2].map((town) => {
        const n = [...days.map(() => (town < 0 ? 205 : town === 2 ? 5 : 100)), 0, 0];
        const [sizes, estimates] = [Float64Array.from(n), Float64Array.from([...shares(town), ...silent])];
        return { estimates, n: sizes, effectiveSampleSizes: sizes, variances: null };
      }),
    );
    const south = told[2]?.at(-1);
    if (south?.kind !== "cannot-tell" || south.carried === null) throw new Error("The last day must carry a reading");
    const standing = trust?.series[2]?.standing;
    expect(standing?.excess).toBeCloseTo(south.carried.excess, 12);
    expect(standing?.standardError).toBeCloseTo(south.carried.standardError, 12);
    expect(standing?.adjustedP).toBeCloseTo(south.carried.adjustedP, 12);
    expect(standing?.baseline.level).toBeCloseTo(1 - south.carried.baseline.level, 12);
  });

  test("counts what comes in from then on", async () => {
    const before = await warnings();
    expect(before.indicators[0]?.series[0]?.n).toBe(0);
    const value = { submissionKey: "answers-of-today-0001", answers: { town: "north", worried: "no" } };
    expect((await send(application.address, `${path}/responses`, { method: "POST", value })).status).toBe(201);
    expect((await warnings()).indicators[0]?.series[0]?.n).toBe(1);
  });

  test("says of each indicator what is wrong with its answers, also of where its areas are from, and when it is resolved", async () => {
    const log = (problem: object) =>
      send(application.address, `${path}/problems`, { method: "POST", cookie, value: problem });
    const onDays = { from: days[2], to: days[3] };
    const misprint = await log({ ...onDays, questions: ["worried"], what: says("An option was misprinted.") });
    await log({ from: days[5], to: days[5], questions: ["town"], what: says("Towns were mixed up.") });
    await log({ from: "2026-01-01", to: "2026-01-02", questions: null, what: says("Before anybody had answered.") });
    const said = async (): Promise<string[][]> =>
      (await warnings()).indicators.map(({ problems }) =>
        problems.map(({ days: { from }, what, resolved }) => `${from} ${what.en} ${resolved?.done.en ?? "open"}`),
      );
    const towns = `${days[5] ?? ""} Towns were mixed up. open`;
    expect(await said()).toEqual([[`${days[2] ?? ""} An option was misprinted. open`, towns], [towns]]);
    const { problem } = JSON.parse(misprint.text) as { problem: string };
    await send(application.address, `${path}/problems/${problem}/resolution`, {
      method: "PUT",
      cookie,
      value: { version: 1, done: says("Reprinted.") },
    });
    expect(await said()).toEqual([[`${days[2] ?? ""} An option was misprinted. Reprinted.`, towns], [towns]]);
  });

  test("refuses weights that do not exist, and what it does not know", async () => {
    for (const query of ["?weight=scheme:none", "?weight=heavy", "?day=2026-03-01"])
      expect((await send(application.address, `${path}/warnings${query}`, { cookie })).status).toBe(400);
  });
});

describe("an area with too few answers a day", () => {
  test("is told from days pooled, which are named, and what was told stands until the next", async () => {
    const { services } = application;
    const pooled = await fieldStudy(services, definition, "pooled");
    const march = Array.from({ length: 26 }, (_, day) => `2026-03-${String(day + 1).padStart(2, "0")}`);
    await keepResponses(
      services,
      pooled,
      march.flatMap((day, place) =>
        // 15 a day and 5 today, so that two days are a point; a fifth is worried, and from the 19th four fifths.
        Array.from({ length: place === 25 ? 5 : 15 }, (_, person) => ({
          day,
          answers: { town: "west", worried: person % 5 < (place >= 18 ? 4 : 1) ? "yes" : "no" },
        })),
      ),
    );
    const address = "/api/studies/pooled";
    const value = { ...worried, areas: "town" };
    await send(application.address, `${address}/indicators/worried`, { method: "PUT", cookie, value });
    const { text } = await send(application.address, `${address}/warnings`, { cookie });
    const [, , , west] = (JSON.parse(text) as StudyWarnings).indicators[0]?.series ?? [];
    expect(west?.states.slice(13)).toEqual(
      "baseline-too-short n-too-small quiet quiet quiet quiet amber amber red red red red red".split(" "),
    );
    expect(west).toMatchObject({
      n: 30,
      pooled: { from: "2026-03-23", to: "2026-03-24" },
      standing: {
        isCarried: true,
        since: "2026-03-20",
        baseline: { level: expect.closeTo(0.2, 12) as number, from: "2026-03-02", to: "2026-03-14" },
      },
    });
  });

  test("says how few there are in how many days", async () => {
    const { indicators } = await warnings();
    const [, , , west] = indicators[0]?.series ?? [];
    expect(west).toMatchObject({ n: 0, pooled: { from: "2026-03-25", to: "2026-03-26" } });
  });
});

describe("a questionnaire version that breaks with the one before", () => {
  test("begins a story of its own: no baseline reaches across it", async () => {
    const { services } = application;
    const broken = await fieldStudy(services, definition, "broken");
    await keepResponses(services, broken, answersOf(0));
    const bytes = Buffer.from(
      JSON.stringify({ elements: [...(definition.elements ?? []), { type: "comment", name: "why" }] }),
    );
    await fieldVersion(services.questionnaires, { study: "broken", bytes, relation: "broken" });
    await send(application.address, "/api/studies/broken/indicators/worried", {
      method: "PUT",
      cookie,
      value: worried,
    });
    const many = Array.from({ length: 20 }, (_, day) => answersOf(day + 1)).flat();
    await services.admission.admitMany(
      broken,
      many.map(({ day, answers }, number) => ({
        day,
        submission: { submissionKey: `after-the-break-${number}`, questionnaireVersion: 2, answers },
      })),
    );
    const { text } = await send(application.address, "/api/studies/broken/warnings", { cookie });
    const nation = (JSON.parse(text) as StudyWarnings).indicators[0]?.series[0];
    // 14 days of baseline begin with the break, on the second day.
    expect(nation?.states.indexOf("quiet")).toBe(15);
    expect(nation?.standing?.baseline.from).not.toBe(days[0]);
  });
});
