import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Estimate } from "../../../stats/estimate.ts";
import type { ClaimFile } from "../../../server/claims/claimsApi.ts";
import type { FigureFile } from "../../../server/figures/figuresApi.ts";
import { createServices } from "../../../server/services.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { claimMaker } from "../../support/claims.ts";
import { send } from "../../support/client.ts";
import { figureMaker, figureOf, figureStudy } from "../../support/figures.ts";

let application: TestApplication;
let maker: ReturnType<typeof figureMaker>;
let now = new Date("2026-03-04T02:00:00Z");
let answered = 0;

beforeAll(async () => {
  application = await startApplication({ studyClock: () => now });
  const { cookie } = await application.signIn();
  await figureStudy(application.services);
  maker = figureMaker(application.address, cookie);
  await maker.publish({ questions: ["worried", "town", "open"] });
}, 60_000);
afterAll(() => application.close());

const fileOf = async (path: string): Promise<FigureFile> => {
  const { status, text } = await send(application.address, path);
  if (status !== 200) throw new Error(text);
  return JSON.parse(text) as FigureFile;
};
const publicFigure = async (look?: object): Promise<string> => {
  const { figure } = await maker.make(figureOf(look));
  await maker.show(figure, "public");
  return figure;
};
/** Lets people of a town answer, all of them worried, and the clock go on. */
const answer = async (count: number, town: string, day = "2026-03-03"): Promise<void> => {
  const study = await application.services.studies.find("flood");
  if (study === null) throw new Error("no study");
  const open = { local: "very", national: "very" };
  const many = Array.from({ length: count }, () => ({
    submission: { submissionKey: `further-answer-${(answered += 1)}`, answers: { town, worried: "yes", open } },
    day,
  }));
  await application.services.admission.admitMany(study, many);
  now = new Date(now.getTime() + 60_000);
};
/** The estimates in a figure's table, by its group or day, or else its item. */
const numbersOf = ({ state }: FigureFile): Record<string, Pick<Estimate, "n"> & { value: number | null }> =>
  Object.fromEntries(
    state.editions.en.table.rows.map((row) => {
      const [before, estimate] = row.slice(-2) as [string, Estimate];
      const value = estimate.kind === "estimate" ? estimate.value : null;
      return [before, { value, n: estimate.n }];
    }),
  );

describe("a public figure", () => {
  test("is the same after a single answer, and moves on with the tenth", async () => {
    const figure = await publicFigure();
    const before = await fileOf(`/f/${figure}/figure.json`);
    expect(numbersOf(before)).toMatchObject({ Yes: { n: 440 } });
    await answer(1, "north");
    expect((await fileOf(`/f/${figure}/figure.json`)).state).toEqual(before.state);
    await answer(8, "north");
    expect((await fileOf(`/f/${figure}/figure.json`)).state).toEqual(before.state);
    await answer(1, "north");
    const after = await fileOf(`/f/${figure}/figure.json`);
    expect(numbersOf(after)).toMatchObject({ Yes: { n: 450 } });
    expect(after.state.asOf > before.state.asOf).toBe(true);
  });

  test("is frozen as the public sees it, while its researchers see every answer", async () => {
    const figure = await publicFigure();
    const before = await fileOf(`/f/${figure}/figure.json`);
    await answer(7, "north");
    expect(JSON.parse((await maker.at(`/${figure}/frozen`, { method: "POST" })).text)).toMatchObject({
      sha256: before.sha256,
    });
    const { text } = await maker.at(`/${figure}/file/figure.json`);
    expect(numbersOf(JSON.parse(text) as FigureFile)).not.toEqual(numbersOf(before));
    await answer(3, "north");
  });

  test("by groups waits for each of them, and for those that are not shown", async () => {
    const figure = await publicFigure({
      kind: "dots",
      request: { question: "worried", statistic: "share", codes: ["yes"], by: ["town"] },
    });
    // The hamlet of 40 is withheld alone, and with it all together.
    const before = numbersOf(await fileOf(`/f/${figure}/figure.json`));
    const [north, south] = [before["North"], before["South"]];
    expect(south).toMatchObject({ value: 0.5, n: 200 });
    await answer(10, "north");
    await answer(1, "south");
    expect(numbersOf(await fileOf(`/f/${figure}/figure.json`))).toEqual(before);
    await answer(9, "south");
    const after = numbersOf(await fileOf(`/f/${figure}/figure.json`));
    expect(after["North"]?.n).toBe((north?.n ?? 0) + 10);
    expect(after["South"]).toMatchObject({ value: 0.524, n: 210 });
    // Enough of the hamlet to be shown: a single one more of them would be all together less the towns.
    await answer(70, "hamlet");
    const shown = numbersOf(await fileOf(`/f/${figure}/figure.json`));
    expect(shown["Hamlet"]?.n).toBe(110);
    await answer(1, "hamlet");
    expect(numbersOf(await fileOf(`/f/${figure}/figure.json`))).toEqual(shown);
  });

  test("over time keeps the days that have had too few further answers, and moves on with the others", async () => {
    const figure = await publicFigure({
      kind: "trend",
      request: { question: "worried", statistic: "share", codes: ["yes"], every: "day" },
    });
    const before = numbersOf(await fileOf(`/f/${figure}/figure.json`));
    await answer(4, "north", "2026-03-02");
    await answer(20, "north", "2026-03-03");
    const after = numbersOf(await fileOf(`/f/${figure}/figure.json`));
    expect(after["2026-03-02"]).toEqual(before["2026-03-02"]);
    expect(after["2026-03-03"]?.n).toBe((before["2026-03-03"]?.n ?? 0) + 20);
    await answer(6, "north", "2026-03-02");
    const later = numbersOf(await fileOf(`/f/${figure}/figure.json`));
    expect(later["2026-03-02"]?.n).toBe((before["2026-03-02"]?.n ?? 0) + 10);
  });

  test("waits for ten answers also where the first of them is of a new day", async () => {
    const figure = await publicFigure();
    await answer(10, "north");
    const before = await fileOf(`/f/${figure}/figure.json`);
    await answer(1, "north", "2026-03-04");
    expect((await fileOf(`/f/${figure}/figure.json`)).state).toEqual(before.state);
    await answer(9, "north", "2026-03-04");
    expect((await fileOf(`/f/${figure}/figure.json`)).sha256).not.toBe(before.sha256);
  });

  test("goes on from what was shown last after a restart", async () => {
    const figure = await publicFigure({ kind: "likert", request: { question: "open" } });
    const before = await fileOf(`/f/${figure}/figure.json`);
    await answer(5, "south");
    const { config, log } = application.services;
    const restarted = await createServices(config, { clock: () => now, log });
    try {
      const asked = { figure, number: null, key: null, origin: application.address };
      expect((await restarted.publicFigures.open(asked)).file.state).toEqual(before.state);
    } finally {
      await restarted.close();
    }
    await answer(5, "south");
    expect((await fileOf(`/f/${figure}/figure.json`)).sha256).not.toBe(before.sha256);
  });
});

describe("a public claim", () => {
  const at = (day: string) => ({ kind: "days", from: day, to: day });
  const lives = (town: string) => ({ kind: "code", variable: "town", codes: [town] });
  const item = { variable: "worried", code: "yes" };
  const publicClaim = async (content: object): Promise<string> => {
    const { cookie } = await application.signIn();
    const claims = claimMaker(application.address, cookie);
    const { claim } = await claims.make(content);
    expect((await claims.show(claim, "public")).status).toBe(200);
    return claim;
  };
  const stateOf = async (claim: string): Promise<ClaimFile["state"]> =>
    (JSON.parse((await send(application.address, `/c/${claim}/claim.json`)).text) as ClaimFile).state;

  test("of a difference is the same until each of its groups has ten further answers, or none", async () => {
    const claim = await publicClaim({
      kind: "difference",
      request: { first: lives("north"), second: lives("south") },
      item,
    });
    const before = await stateOf(claim);
    expect(before.estimate.kind).toBe("estimate");
    await answer(1, "north");
    expect(await stateOf(claim)).toEqual(before);
    await answer(10, "south");
    expect(await stateOf(claim)).toEqual(before);
    await answer(9, "north");
    const after = await stateOf(claim);
    expect(after.estimate.n).toBe(before.estimate.n + 20);
    await answer(10, "south");
    expect((await stateOf(claim)).estimate.n).toBe(before.estimate.n + 30);
  });

  test("of a change between two days is so, too", async () => {
    const claim = await publicClaim({
      kind: "difference",
      request: { first: at("2026-03-03"), second: at("2026-03-02") },
      item,
    });
    const before = await stateOf(claim);
    await answer(9, "north", "2026-03-03");
    expect(await stateOf(claim)).toEqual(before);
    await answer(1, "south", "2026-03-03");
    expect((await stateOf(claim)).estimate.n).toBe(before.estimate.n + 10);
  });
});
