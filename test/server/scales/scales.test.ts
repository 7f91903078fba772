import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnalysisResult } from "../../../server/analysis/analysisApi.ts";
import type { ScaleStatistics } from "../../../server/scales/scalesApi.ts";
import { createDesign } from "../../../stats/design.ts";
import { cronbachAlpha } from "../../../stats/scales/cronbachAlpha.ts";
import { mcdonaldOmega } from "../../../stats/scales/mcdonaldOmega.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { fieldMoodStudy, moodAnswers } from "../../support/moodStudy.ts";

const many = 400;

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
  await fieldMoodStudy(application.services, many);
});
afterAll(() => application.close());

async function post(path: string, body: object, language = "en"): Promise<Response> {
  const { cookie } = await application.signIn();
  return fetch(`${application.address}/api/studies/flood/${path}?lang=${language}`, {
    method: "POST",
    headers: { cookie, "Content-Type": "application/json", Origin: application.address },
    body: JSON.stringify(body),
  });
}

async function statistics(body: object): Promise<ScaleStatistics> {
  const answer = await post("scales/gad7_score", body);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as ScaleStatistics;
}

/** The items of the people of `numbers` as columns. */
function itemsOf(numbers: readonly number[]): Float64Array[] {
  return ["i1", "i2", "i3", "i4", "i5", "i6", "i7"].map((item) =>
    Float64Array.from(numbers, (number) => Number(moodAnswers(number).worries[item] ?? Number.NaN)),
  );
}

const everyone = Array.from({ length: many }, (_, number) => number);

describe("POST /api/studies/:study/scales/:score", () => {
  test("tells reliability and items of those who answered every item, by the weights asked for", async () => {
    const weights = Float64Array.from(everyone, (number) => 0.5 + (number % 7) / 4);
    for (const [weight, design] of [
      ["none", createDesign({ rows: many })],
      ["given", createDesign({ rows: many, weights })],
    ] as const) {
      const { reliability, items } = await statistics({ weight });
      const alpha = cronbachAlpha(itemsOf(everyone), design, null);
      const omega = mcdonaldOmega(itemsOf(everyone), design, null);
      if (alpha.kind !== "alpha" || omega.kind !== "omega") throw new Error("The items must have a reliability");
      expect(reliability.alpha).toMatchObject({
        kind: "alpha",
        n: everyone.filter((number) => number % 11 !== 0).length,
      });
      expect(reliability.alpha).toMatchObject({ raw: expect.closeTo(alpha.raw, 10) as number });
      expect(reliability.omega).toMatchObject({ raw: expect.closeTo(omega.raw, 8) as number });
      expect(items.map(({ name }) => name)).toEqual(
        ["i1", "i2", "i3", "i4", "i5", "i6", "i7"].map((i) => `worries.${i}`),
      );
      for (const [place, item] of items.entries()) {
        expect(item.itemRest).toBeCloseTo(alpha.itemRest[place] ?? Number.NaN, 10);
        expect(item.alphaIfDeleted).toBeCloseTo(alpha.ifDeleted[place] ?? Number.NaN, 10);
        expect(item.loading).toBeCloseTo(omega.loadings[place] ?? Number.NaN, 8);
      }
      // The last item was left out by some: its mean is of those who answered it.
      expect(items.at(-1)?.mean.n).toBe(everyone.filter((number) => number % 11 !== 0).length);
      expect(items[0]?.mean.n).toBe(many);
    }
  });

  test("gives the bands, the mean and the share screening positive that an analysis request gives", async () => {
    const filter = { kind: "code", variable: "gender", codes: ["f"] };
    const through = { filter, from: "2026-02-24", weight: "given" };
    const { score, responses } = await statistics(through);
    const asked = async (request: object): Promise<AnalysisResult> =>
      (await (await post("estimates", { ...through, ...request })).json()) as AnalysisResult;
    const bands = await asked({ question: "gad7_score", statistic: "shares" });
    const positive = await asked({ indicator: { kind: "number", variable: "gad7_score", from: 10, to: 21 } });
    expect(responses).toBe(bands.responses);
    const values = (estimates: readonly unknown[]): unknown[] =>
      estimates.map((estimate) => {
        const { value } = estimate as { value: number };
        return expect.closeTo(value, 10) as number;
      });
    expect(score.bands.map(({ estimate }) => (estimate.kind === "estimate" ? estimate.value : null))).toEqual(
      values(bands.estimates.map(([group]) => group?.[0])),
    );
    expect([score.screenPositive].map((estimate) => (estimate?.kind === "estimate" ? estimate.value : null))).toEqual(
      values([positive.estimates[0]?.[0]?.[0]]),
    );
  });

  test("tells the reliability of each week and of each day apart", async () => {
    const weeks = await statistics({ every: "week", weight: "none" });
    expect(weeks.windows.map(({ from, to }) => [from, to])).toEqual([
      ["2026-02-23", "2026-03-01"],
      ["2026-03-02", "2026-03-03"],
    ]);
    const first = everyone.filter((number) => number % 4 < 2);
    const alpha = cronbachAlpha(itemsOf(first), createDesign({ rows: first.length }), null);
    if (alpha.kind !== "alpha") throw new Error("The items must have a reliability");
    expect(weeks.windows[0]?.alpha).toMatchObject({ n: alpha.n, raw: expect.closeTo(alpha.raw, 10) as number });
    const days = await statistics({ every: "day" });
    // Days between without a response have no reliability, and say so.
    expect(days.windows).toHaveLength(9);
    expect(days.windows[3]?.alpha).toEqual({ kind: "not-estimable", reason: "no-data", n: 0 });
    expect((await statistics({})).windows).toEqual([]);
  });

  test.each([
    ["en", { filter: { kind: "code", variable: "nobody", codes: ["f"] } }, "filter.variable", "no such variable"],
    ["zh-CN", { filter: { kind: "code", variable: "nobody", codes: ["f"] } }, "filter.variable", "没有这个变量"],
    ["en", { from: "2026-03-02", to: "2026-03-01" }, "to", "before it begins"],
    ["zh-CN", { from: "2026-03-02", to: "2026-03-01" }, "to", "早于"],
    ["en", { weight: "scheme:none-such" }, "weight", ""],
    ["en", { every: "year" }, "every", ""],
    ["en", { colour: "red" }, "colour", ""],
  ])("refuses in %s %j, naming %s", async (...[language, body, field, words]) => {
    const answer = await post("scales/gad7_score", body, language);
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as { errors: { field: string; message: string }[] };
    expect(errors[0]?.field).toBe(field);
    expect(errors[0]?.message).toContain(words);
  });

  test("does not know scores that the study does not have, and nobody who is not signed in", async () => {
    const unknown = await post("scales/phq2_score", {}, "zh-CN");
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toContain("没有这个量表得分");
    const stranger = await fetch(`${application.address}/api/studies/flood/scales/gad7_score`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: application.address },
      body: "{}",
    });
    expect(stranger.status).toBe(401);
  });
});
