import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { fieldStudy } from "../../support/fieldStudy.ts";
import { takeExport } from "../../support/takeExport.ts";
import { answersArrive, ask, halfMen, runScheme, weightable } from "../../support/weighting.ts";

let application: TestApplication;
const today = "2036-03-10";

beforeAll(async () => {
  application = await startApplication({ clock: () => new Date("2036-03-10T12:00:00+08:00") });
  await fieldStudy(application.services, weightable);
  // 20 men, all worried; 60 women, none of them; 20 who would not say; and two in a burst.
  await answersArrive(application, 20, { day: today, answers: { sex: "male", age: 30, worried: "yes" } });
  await answersArrive(application, 60, { day: today, answers: { sex: "female", age: 70, worried: "no" } });
  await answersArrive(application, 20, { day: today, answers: { sex: "refused", age: 70, worried: "no" } });
  await answersArrive(application, 2, { day: today, answers: { sex: "male", worried: "yes" }, flags: ["burst"] });
});
afterAll(() => application.close());

const putScheme = (scheme: string, value: unknown) => ask(application, `PUT /weighting/${scheme}`, value);
const worriedBy = async (weight: string) => {
  const { status, body } = await ask(application, `GET /estimates?weight=${weight}`);
  const { questions, weight: used } = body as {
    weight: string;
    questions: { name: string; rows: { code: string; estimate: { value: number } }[] }[];
  };
  const rows = status === 200 ? questions.find(({ name }) => name === "worried")?.rows : undefined;
  return { status, used, share: rows?.find(({ code }) => code === "yes")?.estimate.value };
};

describe("PUT /api/studies/:study/weighting/:scheme", () => {
  test("makes a version for each change, and none for the same again", async () => {
    expect(await putScheme("kept", halfMen)).toMatchObject({ status: 201, body: { scheme: "kept", schemeVersion: 1 } });
    expect(await putScheme("kept", halfMen)).toMatchObject({ status: 200, body: { schemeVersion: 1 } });
    const noted = { ...halfMen, note: "as the council asked" };
    expect(await putScheme("kept", noted)).toMatchObject({ status: 201, body: { schemeVersion: 2, ...noted } });
    const { body } = await ask(application, "GET /weighting/kept");
    expect(body).toMatchObject({ scheme: { schemeVersion: 2, fewestInCategory: 10 }, versions: [] });
  });

  const margin = halfMen.margins[0];
  const faults: readonly [string, object, string, string][] = [
    [
      "a population that is not known",
      { target: { population: "mars", margin: "sex" } },
      "target",
      "unknown-population",
    ],
    [
      "shares that do not sum",
      { target: { shares: { male: 0.5, female: 0.6 } } },
      "target.shares",
      "shares-do-not-sum",
    ],
    ["a variable that is not asked", { variables: [{ variable: "hat" }] }, "variables.0.variable", "unknown-variable"],
    ["an open text", { variables: [{ variable: "story" }] }, "variables.0.variable", "not-to-weight-by"],
    ["a number without bands", { variables: [{ variable: "age" }] }, "variables.0", "bands-needed"],
    ["a code without a category", { variables: [{ variable: "sex" }] }, "variables", "code-without-category"],
    [
      "a category without a code",
      { target: { shares: { male: 0.5, female: 0.4, child: 0.1 } } },
      "target",
      "category-without-code",
    ],
    [
      "a code that the variable does not have",
      { variables: [{ variable: "sex", codes: { refused: null, m: "male" } }] },
      "variables.0.codes",
      "unknown-code",
    ],
    ["a neighbour that is no category", { neighbours: { male: "men" } }, "neighbours", "unknown-category"],
    ["a category put together that is not there", { categories: { child: null } }, "categories", "unknown-category"],
    [
      "bands that overlap",
      {
        target: { shares: { young: 0.5, old: 0.5 } },
        variables: [
          {
            variable: "age",
            bands: [
              { category: "young", from: 18, to: 60 },
              { category: "old", from: 60, to: 120 },
            ],
          },
        ],
      },
      "variables.0.bands",
      "bands-overlap",
    ],
  ];
  test.each(faults)("refuses %s, and names the part", async (_, ...[change, part, code]) => {
    const { status, body } = await putScheme("faulty", { ...halfMen, margins: [{ ...margin, ...change }] });
    expect({ status, body }).toMatchObject({ status: 422, body: { type: "urn:dingxin:problem:invalid-scheme" } });
    expect(body).toMatchObject({ errors: [{ field: `margins.0.${part}`, code }] });
  });

  test("says it in the reader's language", async () => {
    const value = { ...halfMen, margins: [{ ...margin, variables: [{ variable: "hat" }] }] };
    const said = async (language: string): Promise<string> => {
      const { body } = await ask(application, `PUT /weighting/faulty?lang=${language}`, value);
      return (body as { errors: { message: string }[] }).errors[0]?.message ?? "";
    };
    expect(await said("zh-CN")).toContain("没有这个变量");
    expect(await said("en")).toContain("no such variable");
  });

  test("refuses what is no scheme, a misspelt member, and a name that is none", async () => {
    expect((await putScheme("faulty", { ...halfMen, trim: 5 })).status).toBe(400);
    expect((await putScheme("faulty", { ...halfMen, margins: [] })).status).toBe(400);
    expect((await putScheme("faulty", { ...halfMen, trimming: { lower: 2, upper: 5 } })).status).toBe(400);
    expect((await putScheme("No%20Name", halfMen)).status).toBe(404);
    expect((await ask(application, "GET /weighting/faulty")).status).toBe(404);
    expect((await ask(application, "POST /weighting/faulty/runs", {})).status).toBe(404);
  });
});

describe("POST …/runs", () => {
  test("previews without keeping anything", async () => {
    await putScheme("seen", halfMen);
    const report = await runScheme(application, "seen", { preview: true });
    expect(report).toMatchObject({ version: null, cause: "preview", responses: 102, weighted: 102 });
    expect((await ask(application, "GET /weighting/seen")).body).toMatchObject({ versions: [] });
    expect(await worriedBy("scheme:seen")).toMatchObject({ status: 400 });
  });

  test("meets the margins among those who answered, and leaves the others their own share", async () => {
    await putScheme("half", { ...halfMen, excludedFlags: ["burst"] });
    const report = await runScheme(application, "half");
    expect(report).toMatchObject({
      version: 1,
      schemeVersion: 1,
      responses: 102,
      weighted: 100,
      excludedByFlag: { burst: 2 },
      withoutWeight: 0,
    });
    const [block] = report.blocks;
    expect(block).toMatchObject({
      block: "whole",
      isClosed: false,
      frozenIn: null,
      excluded: 2,
      trimmed: 0,
      notMet: [],
    });
    expect(block?.adjustments.map(({ code, margin }) => [code, margin])).toEqual([["own-share", "sex"]]);
    const [male, female] = block?.margins[0]?.categories ?? [];
    expect(male).toMatchObject({ category: "male", respondents: 20, wanted: 0.5, before: 0.25 });
    expect(male?.achieved).toBeCloseTo(0.5, 9);
    expect(female?.achieved).toBeCloseTo(0.5, 9);
    // 20 men of weight 2, 60 women of 2/3, 20 others of 1: Kish's 100 * sum of squares / 100 squared.
    expect(block?.weights).toMatchObject({ respondents: 100 });
    expect(block?.weights?.designEffect).toBeCloseTo((20 * 4 + 60 * (4 / 9) + 20) / 100, 9);
    expect(block?.weights?.largest).toBeCloseTo(2, 9);
    const kept = await ask(application, "GET /weighting/half/versions/1");
    expect(kept.body).toEqual(report);
  });

  test("gives estimates their weights, the current ones or those of a version, and says which", async () => {
    // 40 of 100 by weight are the worried men.
    expect(await worriedBy("scheme:half")).toMatchObject({ status: 200, used: "scheme:half@1" });
    expect((await worriedBy("scheme:half")).share).toBeCloseTo(0.4, 9);
    await putScheme("half", { ...halfMen, missing: "drop", excludedFlags: ["burst"] });
    await runScheme(application, "half");
    expect((await worriedBy("scheme:half")).used).toBe("scheme:half@2");
    expect((await worriedBy("scheme:half")).share).toBeCloseTo(0.5, 9);
    expect((await worriedBy("scheme:half@1")).share).toBeCloseTo(0.4, 9);
    expect((await worriedBy("none")).share).toBeCloseTo(22 / 102, 9);
    for (const none of ["scheme:half@3", "scheme:nothing", "scheme:Half", "scheme:half@0", "given", "half"])
      expect({ none, status: (await worriedBy(none)).status }).toEqual({ none, status: 400 });
  });

  test("gives a file its weights, and its manifest names the version", async () => {
    const { header, records, manifest } = await takeExport(application, "flood", { weight: "scheme:half" });
    expect(manifest).toMatchObject({ weight: "scheme:half@2", rows: 102, state: "complete" });
    const [sex, weight] = [header.indexOf("sex"), header.indexOf("weight")];
    const sums = new Map<string, number>();
    for (const record of records)
      sums.set(record[sex] ?? "", (sums.get(record[sex] ?? "") ?? 0) + Number(record[weight]));
    expect(sums.get("male")).toBeCloseTo(40, 9);
    expect(sums.get("female")).toBeCloseTo(40, 9);
    expect(sums.get("refused")).toBe(0);
    expect((await takeExport(application, "flood")).manifest.weight).toBe("given");
    const { status } = await ask(application, "POST /exports", { weight: "scheme:nothing" });
    expect(status).toBe(400);
  });

  test("crosses two variables, and a number in bands", async () => {
    const shares = { "male|young": 0.4, "female|old": 0.6 };
    await putScheme("crossed", {
      ...halfMen,
      margins: [
        {
          name: "sex and age",
          target: { shares },
          variables: [
            { variable: "sex", codes: { refused: null } },
            {
              variable: "age",
              bands: [
                { category: "young", from: 18, to: 59 },
                { category: "old", from: 60, to: 120 },
              ],
            },
          ],
        },
      ],
    });
    const crossed = await ask(application, "POST /weighting/crossed/runs", {});
    // Of four cells two have no target: a scheme must say what all four are.
    expect(crossed.status).toBe(404);
    await putScheme("crossed", {
      ...halfMen,
      emptyCategory: "renormalise",
      margins: [
        {
          name: "sex and age",
          target: { shares: { ...shares, "male|old": 0, "female|young": 0 } },
          variables: [
            { variable: "sex", codes: { refused: null } },
            {
              variable: "age",
              bands: [
                { category: "young", from: 18, to: 59 },
                { category: "old", from: 60, to: 120 },
              ],
            },
          ],
        },
      ],
    });
    const { margins } = await runScheme(application, "crossed");
    const achieved = margins[0]?.categories.find(({ category }) => category === "male|young")?.achieved;
    expect(achieved).toBeCloseTo(0.4, 9);
  });

  test("trims, and says when the margins leave no room for it", async () => {
    const target = { shares: { male: 0.9, female: 0.1 } };
    const uneven = { ...halfMen, margins: [{ ...halfMen.margins[0], target }], excludedFlags: ["burst"] };
    await putScheme("uneven", { ...uneven, trimming: { lower: 0.5, upper: 2 } });
    const [block] = (await runScheme(application, "uneven")).blocks;
    expect(block?.trimmed).toBe(80);
    expect(block?.warnings.map(({ code }) => code)).toContain("trim-bounds-not-met");
    expect(block?.margins[0]?.categories[0]?.achieved).toBeCloseTo(0.9, 9);
  });

  test("puts a small category into its neighbour, and reports it", async () => {
    const withOther = {
      name: "age",
      target: { shares: { young: 0.3, middle: 0.2, old: 0.5 } },
      variables: [
        {
          variable: "age",
          bands: [
            { category: "young", from: 18, to: 39 },
            { category: "middle", from: 40, to: 59 },
            { category: "old", from: 60, to: 120 },
          ],
        },
      ],
    };
    await putScheme("bands", { ...halfMen, margins: [withOther] });
    const refused = await ask(application, "POST /weighting/bands/runs", {});
    expect(refused).toMatchObject({
      status: 422,
      body: {
        type: "urn:dingxin:problem:weights-not-possible",
        errors: [{ field: "whole, age, middle", code: "empty-margin-category" }],
      },
    });
    const preview = await runScheme(application, "bands", { preview: true });
    expect(preview).toMatchObject({ weighted: 0, withoutWeight: 102, blocks: [{ weights: null }] });
    await putScheme("bands", { ...halfMen, margins: [{ ...withOther, neighbours: { middle: "young" } }] });
    const [block] = (await runScheme(application, "bands")).blocks;
    expect(block?.adjustments.map(({ code, category }) => [code, category])).toContainEqual(["collapsed", "middle"]);
    const [young] = block?.margins[0]?.categories ?? [];
    expect(young).toMatchObject({ wanted: 0.3, target: 0.5 });
    expect(young?.achieved).toBeCloseTo(0.5, 9);
  });

  test("lists schemes with their current weights", async () => {
    const { body } = await ask(application, "GET /weighting");
    const { schemes } = body as { schemes: { scheme: string; current: { version: number } | null }[] };
    expect(schemes.find(({ scheme }) => scheme === "half")).toMatchObject({
      schemeVersion: 2,
      current: { version: 2 },
    });
    expect(schemes.find(({ scheme }) => scheme === "seen")).toMatchObject({ current: null });
  });
});

describe("runs that race", () => {
  test("get versions of their own, each whole", async () => {
    await putScheme("raced", halfMen);
    const reports = await Promise.all([1, 2, 3].map(() => runScheme(application, "raced")));
    expect(reports.map(({ version }) => version).sort()).toEqual([1, 2, 3]);
    for (const version of [1, 2, 3]) expect((await worriedBy(`scheme:raced@${version}`)).status).toBe(200);
  });
});

describe("the table of populations", () => {
  test("is there for a page to choose from", async () => {
    const { cookie } = await application.signIn();
    const answer = await fetch(`${application.address}/api/populations`, { headers: { cookie } });
    const { populations } = (await answer.json()) as { populations: { population: string }[] };
    expect(populations.map(({ population }) => population)).toContain("china-2020-33");
    expect((await fetch(`${application.address}/api/populations`)).status).toBe(401);
  });
});
