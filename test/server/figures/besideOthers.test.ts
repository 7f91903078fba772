import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Estimate } from "../../../stats/estimate.ts";
import type { ClaimFile } from "../../../server/claims/claimsApi.ts";
import type { FigureFile, FigureSummary } from "../../../server/figures/figuresApi.ts";
import { createServices } from "../../../server/services.ts";
import type { Definition } from "../../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { claimMaker } from "../../support/claims.ts";
import { send } from "../../support/client.ts";
import { figureMaker, figureOf } from "../../support/figures.ts";
import { fieldStudy, keepResponses } from "../../support/fieldStudy.ts";

const choice = (name: string, values: readonly string[]) =>
  ({ type: "radiogroup", name, choices: [...values] }) as const;
/** Questions of which figures are shown at once. */
const raced = ["first", "second", "third", "fourth", "fifth", "sixth"];
const definition: Definition = {
  elements: [
    choice("trust", ["low", "high"]),
    choice("afraid", ["yes", "no"]),
    choice("calm", ["yes", "no"]),
    choice("worn", ["yes", "no"]),
    ...raced.map((name) => choice(name, ["yes", "no"])),
    choice("place", ["town", "land", "isle"]),
    { type: "text", inputType: "number", name: "age" },
  ],
};

let application: TestApplication;
let maker: ReturnType<typeof figureMaker>;
let claims: ReturnType<typeof claimMaker>;
let now = new Date("2026-03-04T02:00:00Z");
let answered = 0;

beforeAll(async () => {
  application = await startApplication({ studyClock: () => now });
  const { cookie } = await application.signIn();
  const study = await fieldStudy(application.services, definition);
  // 120 in town and 112 on the land, and 4 on an isle; one of the town is 97.
  const people = Array.from({ length: 236 }, (_, number) => ({
    trust: number % 3 === 0 ? "high" : "low",
    afraid: number % 2 === 0 ? "yes" : "no",
    calm: number % 5 === 0 ? "yes" : "no",
    worn: number % 2 === 0 ? "yes" : "no",
    ...Object.fromEntries(raced.map((name) => [name, number % 4 === 0 ? "yes" : "no"])),
    place: number < 120 ? "town" : number < 232 ? "land" : "isle",
    age: number === 0 ? 97 : 18 + (number % 60),
  }));
  await keepResponses(
    application.services,
    study,
    people.map((answers, number) => ({ answers, day: number < 3 ? "2026-03-02" : "2026-03-01" })),
  );
  maker = figureMaker(application.address, cookie);
  claims = claimMaker(application.address, cookie);
  await maker.publish({ questions: ["trust", "afraid", "calm", "worn", "place", "age", ...raced] });
}, 60_000);
afterAll(() => application.close());

const publicFigure = async (request: object, kind = "bars"): Promise<string> => {
  const { figure } = await maker.make(figureOf({ kind, request }));
  await maker.show(figure, "public");
  return figure;
};
const numbersOf = async (figure: string): Promise<Estimate[]> => {
  const { status, text } = await send(application.address, `/f/${figure}/figure.json`);
  if (status !== 200) throw new Error(text);
  const { state } = JSON.parse(text) as FigureFile;
  return state.editions.en.table.rows.map((row) => row.at(-1) as Estimate);
};
/** Of each number how many it is of, or why there is none. */
const saidOf = async (figure: string): Promise<(number | string)[]> =>
  (await numbersOf(figure)).map((each) => (each.kind === "estimate" ? each.n : each.reason));
/** What a claim says once it is public. */
const saidByClaim = async (claim: string): Promise<Estimate> => {
  await claims.show(claim, "public");
  const { status, text } = await send(application.address, `/c/${claim}/claim.json`);
  if (status !== 200) throw new Error(text);
  return (JSON.parse(text) as ClaimFile).state.estimate;
};
const answer = async (count: number, place: string): Promise<void> => {
  const study = await application.services.studies.find("flood");
  if (study === null) throw new Error("no study");
  const answers = { trust: "low", afraid: "no", calm: "no", worn: "no", place, age: 30 };
  const many = Array.from({ length: count }, () => ({
    submission: { submissionKey: `further-answer-${(answered += 1)}`, answers },
    day: "2026-03-01",
  }));
  await application.services.admission.admitMany(study, many);
  now = new Date(now.getTime() + 60_000);
};
const young = { kind: "number", variable: "age", from: 0, to: 96 };
const lives = (...codes: string[]) => ({ kind: "code", variable: "place", codes });
const of = (question: string, code: string) => ({ question, statistic: "share", codes: [code] });

describe("a figure made public beside others", () => {
  test("withholds all but one of those that another figure is of, whichever was first", async () => {
    expect(await saidOf(await publicFigure(of("trust", "high")))).toEqual([235]);
    const butOne = await publicFigure({ ...of("trust", "high"), filter: young });
    expect(await saidOf(butOne)).toEqual(["tells-of-few"]);
    // The same by the other answer, by both, and as an indicator.
    for (const other of [
      of("trust", "low"),
      { question: "trust" },
      { indicator: { kind: "code", variable: "trust", codes: ["high"] } },
    ])
      expect(new Set(await saidOf(await publicFigure({ ...other, filter: young })))).toEqual(new Set(["tells-of-few"]));
    expect(await saidOf(await publicFigure({ ...of("afraid", "yes"), filter: young }))).toEqual([235]);
    expect(await saidOf(await publicFigure(of("afraid", "yes")))).toEqual(["tells-of-few"]);
  });

  test("withholds a group more where those that are shown are all but few of another figure's", async () => {
    // In one figure the isle of 4 is withheld, and with it all together; 4 fewer than all of the other figure.
    const byPlace = await publicFigure({ ...of("trust", "high"), by: ["place"] }, "dots");
    expect(await saidOf(byPlace)).toEqual([120, "tells-of-few", "withheld", "withheld"]);
  });

  test("shows what is of others, or of many fewer", async () => {
    expect(await saidOf(await publicFigure({ ...of("trust", "high"), filter: lives("land") }))).toEqual([110]);
  });

  test("does so with means, the net, days of a trend, needs, and differences", async () => {
    expect(await saidOf(await publicFigure({ question: "age", statistic: "mean" }))).toEqual([235]);
    const butOldest = { question: "age", statistic: "mean", filter: young };
    expect(await saidOf(await publicFigure(butOldest))).toEqual(["tells-of-few"]);
    const net = { question: "worn", statistic: "net", codes: ["yes"], against: ["no"] };
    expect(await saidOf(await publicFigure(net))).toEqual([235]);
    expect(await saidOf(await publicFigure({ ...net, filter: young }))).toEqual(["tells-of-few"]);
    // The 3 of the second day are withheld in the trend, which is then of all but these.
    const byDay = await publicFigure({ ...of("worn", "yes"), every: "day" }, "trend");
    expect(await saidOf(byDay)).toEqual(["tells-of-few", "withheld"]);
    const topics = [{ need: { kind: "code", variable: "worn", codes: ["yes"] }, satisfaction: "trust" }];
    const needs = { topics, satisfiedIf: ["high"], filter: young };
    expect(new Set(await saidOf(await publicFigure(needs, "quadrant")))).toEqual(new Set(["tells-of-few"]));
    const { claim } = await claims.make({
      kind: "difference",
      request: { first: { kind: "all", of: [young, lives("town")] }, second: lives("land") },
      item: { variable: "worn", code: "yes" },
    });
    const townOnly = await publicFigure({ ...of("worn", "yes"), filter: lives("town") });
    expect(await saidOf(townOnly)).toEqual([120]);
    expect(await saidByClaim(claim)).toMatchObject({ reason: "tells-of-few" });
  });

  test("does so with the two groups of a contrast, by their means and by their shares", async () => {
    expect(await saidOf(await publicFigure({ question: "age", statistic: "mean", filter: lives("land") }))).toEqual([
      110,
    ]);
    expect(await saidOf(await publicFigure({ ...of("worn", "yes"), filter: lives("land") }))).toEqual([110]);
    const worn = { kind: "code", variable: "worn", codes: ["yes"] };
    const land = { outcome: "age", positive: worn, contrasts: [lives("land")], filter: lives("town", "land") };
    const older = { kind: "all", of: [land.filter, { kind: "number", variable: "age", from: 19, to: 120 }] };
    for (const number of ["difference", "oddsRatio"]) {
      const whole = await claims.make({ kind: "contrast", request: land, number });
      expect(await saidByClaim(whole.claim)).toMatchObject({ kind: "estimate" });
      const butFew = await claims.make({ kind: "contrast", request: { ...land, filter: older }, number });
      expect(await saidByClaim(butFew.claim)).toMatchObject({ reason: "tells-of-few" });
    }
  });

  test("says which figure its numbers would tell of few beside", async () => {
    const first = await maker.make(figureOf({ kind: "bars", request: of("calm", "yes") }));
    await maker.show(first.figure, "public");
    const second = await maker.make(figureOf({ kind: "bars", request: { ...of("calm", "yes"), filter: young } }));
    expect(second.withheldBeside).toBeNull();
    const shown = JSON.parse((await maker.show(second.figure, "public")).text) as FigureSummary;
    const others = [{ figure: first.figure, title: first.title }];
    expect(shown.withheldBeside).toEqual({ figures: others, others: false });
    // Its researchers see it all the same.
    const { text } = await maker.at(`/${second.figure}/file/figure.json`);
    expect((JSON.parse(text) as FigureFile).state.editions.en.table.rows[0]?.at(-1)).toMatchObject({ n: 235 });
  });
});

describe("a figure that moves on", () => {
  test("does not come near what was frozen, or is shown by a claim", async () => {
    const whole = await publicFigure({ ...of("afraid", "no"), filter: lives("town", "isle") });
    expect(await saidOf(whole)).toEqual([125]);
    await maker.at(`/${whole}/frozen`, { method: "POST" });
    await answer(6, "town");
    expect(await saidOf(await publicFigure({ ...of("afraid", "no"), filter: lives("town") }))).toEqual([
      "tells-of-few",
    ]);
    await answer(4, "town");
    expect(await saidOf(whole)).toEqual([135]);
    // All but the isle are now 6 more than were frozen, and 4 fewer than are shown.
    const { claim } = await claims.make({
      kind: "estimate",
      request: { ...of("afraid", "no"), filter: lives("town") },
      item: {},
    });
    await claims.show(claim, "public");
    const { text } = await send(application.address, `/c/${claim}/claim.json`);
    expect(JSON.parse(text)).toMatchObject({ state: { estimate: { kind: "not-estimable", reason: "tells-of-few" } } });
  });
});

describe("two services on one store", () => {
  test("that are asked at once for figures of nearly the same people do not both show theirs", async () => {
    const { config, log } = application.services;
    const other = await createServices(config, { clock: () => now, log });
    try {
      const services = [application.services, other];
      const study = await other.studies.find("flood");
      if (study === null) throw new Error("no study");
      for (const question of raced) {
        const names: string[] = [];
        for (const filter of [lives("town", "land"), lives("town", "land", "isle")]) {
          const request = { ...of(question, "yes"), filter };
          names.push((await maker.make(figureOf({ kind: "bars", request }))).figure);
        }
        // Nobody was shown either before: both are held against the others at once.
        await Promise.all(names.map(async (figure, place) => services[place]?.figures.show(study, figure, "public")));
        const shown = await Promise.all(names.map(saidOf));
        expect(shown.flat().filter((said) => said === "tells-of-few")).toHaveLength(1);
      }
    } finally {
      await other.close();
    }
  });
});
