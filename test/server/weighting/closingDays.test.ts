import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createClosingDays } from "../../../server/weighting/closingDays.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { fieldStudy } from "../../support/fieldStudy.ts";
import { answersArrive, ask, halfMen, runScheme, weightable } from "../../support/weighting.ts";

let application: TestApplication;
// Monday, 3 March, in Shanghai. Not in the past of the machine, whose store lets sessions of the past expire.
let now = new Date("2036-03-03T12:00:00+08:00");

beforeAll(async () => {
  application = await startApplication({ clock: () => now });
  await fieldStudy(application.services, weightable);
  await ask(application, "PUT /weighting/daily", daily);
});
afterAll(() => application.close());

/** A day is a block when it has 30 answers, and 10 of each sex. */
const daily = { ...halfMen, blocks: { rule: "day-or-week", respondents: 30, inEachCategory: 10 } };

const arrive = async (day: string, { men, women }: { men: number; women: number }): Promise<void> => {
  await answersArrive(application, men, { day, answers: { sex: "male", worried: "yes" } });
  await answersArrive(application, women, { day, answers: { sex: "female", worried: "no" } });
};

/** What a process of its own would do: it has no memory of what it looked at. */
const anotherProcess = () => {
  const { services } = application;
  return createClosingDays({
    ...services.weighting,
    ...services,
    onFault: (error) => {
      throw error;
    },
  });
};

const blocksNow = async (version: number) => {
  const { body } = await ask(application, `GET /weighting/daily/versions/${version}`);
  const { blocks } = body as Awaited<ReturnType<typeof runScheme>>;
  return blocks.map(({ block, frozenIn, responses }) => [block, frozenIn, responses]);
};

/** The weights of a version, by id. */
const weightsOf = async (name: "scheme:daily@1" | "scheme:daily@2" | "scheme:daily@3" | "scheme:daily") => {
  const { columns, designOf } = application.services;
  const found = await columns.columnsOf("flood");
  const { design } = await designOf(found, { weight: name });
  return new Map(
    found.id.map((id, row) => [id, { day: found.days[found.day[row] ?? 0], weight: design.weights?.[row] }]),
  );
};

describe("closing days", () => {
  test("freezes nothing before a day is over", async () => {
    await arrive("2036-03-03", { men: 10, women: 30 });
    expect(await application.services.closeDays()).toEqual([]);
  });

  test("freezes a day of enough answers when it is over, once", async () => {
    now = new Date("2036-03-03T16:00:01Z");
    expect(await anotherProcess()()).toEqual([{ study: "flood", scheme: "daily", version: 1 }]);
    expect(await blocksNow(1)).toEqual([["2036-03-03", 1, 40]]);
    expect(await application.services.closeDays()).toEqual([]);
    expect(await anotherProcess()()).toEqual([]);
  });

  test("leaves a day of few answers to its week, and frozen weights as they are", async () => {
    await arrive("2036-03-04", { men: 5, women: 20 });
    await arrive("2036-03-05", { men: 20, women: 40 });
    now = new Date("2036-03-06T08:00:00+08:00");
    expect(await anotherProcess()()).toEqual([{ study: "flood", scheme: "daily", version: 2 }]);
    expect(await blocksNow(2)).toEqual([
      ["2036-03-03", 1, 40],
      ["2036-W10", null, 25],
      ["2036-03-05", 2, 60],
    ]);
  });

  test("does it once when two processes do it at the same moment", async () => {
    await arrive("2036-03-06", { men: 15, women: 15 });
    now = new Date("2036-03-10T00:00:00+08:00");
    const [one, other] = await Promise.all([anotherProcess()(), anotherProcess()()]);
    const frozen = [...one, ...other];
    expect(frozen.map(({ version }) => version)).toContain(3);
    expect(await anotherProcess()()).toEqual([]);
    const { body } = await ask(application, "GET /weighting/daily");
    expect(body).toMatchObject({ versions: [{ version: 3, cause: "days-closed" }, { version: 2 }, { version: 1 }] });
    expect(await blocksNow(3)).toEqual([
      ["2036-03-03", 1, 40],
      ["2036-W10", 3, 25],
      ["2036-03-05", 2, 60],
      ["2036-03-06", 3, 30],
    ]);
    const [before, after] = [await weightsOf("scheme:daily@1"), await weightsOf("scheme:daily@3")];
    const first = [...before].filter(([, { day }]) => day === "2036-03-03");
    expect(first).toHaveLength(40);
    for (const [id, { weight }] of first) expect(after.get(id)?.weight).toBe(weight);
  });
});

describe("a run after more answers", () => {
  beforeEach(() => {
    now = new Date("2036-03-11T12:00:00+08:00");
  });

  test("weights the new ones, and leaves late ones of frozen days without a weight", async () => {
    await arrive("2036-03-11", { men: 20, women: 20 });
    await arrive("2036-03-03", { men: 20, women: 0 });
    const before = await weightsOf("scheme:daily@3");
    const report = await runScheme(application, "daily");
    expect(report).toMatchObject({ version: 4, cause: "asked-for", withoutWeight: 20, cameAfterFreezing: 20 });
    const after = await weightsOf("scheme:daily");
    const frozen = [...before].filter(([, { day }]) => day !== "2036-03-11");
    expect(frozen).toHaveLength(before.size - 40);
    for (const [id, { weight }] of frozen) expect(after.get(id)?.weight).toBe(weight);
    expect([...after.values()].filter(({ weight }) => weight === 0)).toHaveLength(20);
  });

  test("weights frozen days anew only by a new version of the scheme, and when it is told to", async () => {
    const same = await runScheme(application, "daily", { blocks: "all" });
    expect(same).toMatchObject({ version: 5, cameAfterFreezing: 20 });
    await ask(application, "PUT /weighting/daily", { ...daily, note: "with the late answers" });
    expect(await runScheme(application, "daily")).toMatchObject({
      version: 6,
      schemeVersion: 2,
      cameAfterFreezing: 20,
    });
    const anew = await runScheme(application, "daily", { blocks: "all" });
    expect(anew).toMatchObject({ version: 7, withoutWeight: 0, cameAfterFreezing: 0 });
    const first = anew.blocks.find(({ block }) => block === "2036-03-03");
    expect(first).toMatchObject({ responses: 60, frozenIn: 7, schemeVersion: 2 });
    // What was published with an earlier version can be made again.
    expect(await blocksNow(1)).toEqual([["2036-03-03", 1, 40]]);
    expect([...(await weightsOf("scheme:daily@1")).values()].filter(({ weight }) => weight !== 0)).toHaveLength(40);
  });
});

describe("a block whose margins cannot be met", () => {
  test("has no weights, is not frozen, and does not hold up the others", async () => {
    await arrive("2036-03-12", { men: 20, women: 20 });
    await arrive("2036-03-13", { men: 5, women: 0 });
    now = new Date("2036-03-17T00:30:00+08:00");
    expect(await anotherProcess()()).toEqual([{ study: "flood", scheme: "daily", version: 8 }]);
    const report = await runScheme(application, "daily", { preview: true });
    const block = report.blocks.find(({ responses }) => responses === 5);
    expect(block).toMatchObject({ block: "2036-W11", isClosed: true, frozenIn: null, weights: null });
    expect(block?.notMet).toMatchObject([{ code: "empty-margin-category", margin: "sex", category: "female" }]);
    expect(report.withoutWeight).toBe(5);
    expect(await anotherProcess()()).toEqual([]);
  });
});

describe("the scheme that estimates use where no weights are named", () => {
  test("weights the days of a block that is not over as well, once a day", async () => {
    await arrive("2036-03-17", { men: 5, women: 20 });
    now = new Date("2036-03-18T00:30:00+08:00");
    expect(await anotherProcess()()).toEqual([]);
    await ask(application, "PATCH /weighting", { usualScheme: "daily" });
    expect(await anotherProcess()()).toEqual([{ study: "flood", scheme: "daily", version: 9 }]);
    expect((await blocksNow(9)).at(-1)).toEqual(["2036-W12", null, 25]);
    const newest = [...(await weightsOf("scheme:daily")).values()].filter(({ day }) => day === "2036-03-17");
    expect(newest.filter(({ weight = 0 }) => weight > 0)).toHaveLength(25);
    expect(await anotherProcess()()).toEqual([]);
  });
});
