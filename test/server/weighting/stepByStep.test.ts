import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunLine } from "../../../server/weighting/weightingApi.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { send } from "../../support/client.ts";
import { fieldStudy } from "../../support/fieldStudy.ts";
import { answersArrive, ask, halfMen, weightable } from "../../support/weighting.ts";

let application: TestApplication;
const days = ["2036-03-03", "2036-03-04", "2036-03-05"];
/** Each day is a block, but the middle one, in which nobody is a man. */
const daily = { ...halfMen, blocks: { rule: "window", days: 1, from: "2036-03-03" } };

beforeAll(async () => {
  application = await startApplication({ clock: () => new Date("2036-03-10T12:00:00+08:00") });
  await fieldStudy(application.services, weightable);
  for (const day of days) await answersArrive(application, 30, { day, answers: { sex: "female", worried: "no" } });
  for (const day of [days[0] ?? "", days[2] ?? ""])
    await answersArrive(application, 10, { day, answers: { sex: "male", worried: "yes" } });
  await ask(application, "PUT /weighting/daily", daily);
});
afterAll(() => application.close());

async function linesOf(path: string, value: object): Promise<{ status: number; lines: RunLine[] }> {
  const { cookie } = await application.signIn();
  const headers = { Accept: "application/x-ndjson" };
  const { status, text } = await send(application.address, `/api/studies/flood/weighting/${path}`, {
    method: "POST",
    cookie,
    value,
    headers,
  });
  return {
    status,
    lines: text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as RunLine),
  };
}
const versions = async () => (await application.services.weighting.reports.versions("flood", "daily", 50)).length;

describe("POST …/previews", () => {
  test("says block by block what a scheme that is not kept would give, and keeps neither", async () => {
    const { status, lines } = await linesOf("drafted/previews", { content: daily });
    expect(status).toBe(200);
    expect(lines.slice(0, -1)).toEqual([1, 2, 3].map((done) => ({ done, of: 3 })));
    expect(lines.at(-1)).toMatchObject({
      answer: {
        version: null,
        cause: "preview",
        by: "研究员 Li",
        schemeVersion: 1,
        weighted: 80,
        withoutWeight: 30,
        blocks: [{ weights: {} }, { weights: null, notMet: [{ category: "male" }] }, { weights: {} }],
      },
    });
    expect((await ask(application, "GET /weighting/drafted")).status).toBe(404);
  });

  test("counts as the next version a content that differs from the one that is kept", async () => {
    const preview = (content: object) => ask(application, "POST /weighting/daily/previews", { content });
    expect((await preview(daily)).body).toMatchObject({ schemeVersion: 1 });
    expect((await preview({ ...daily, note: "other" })).body).toMatchObject({ schemeVersion: 2 });
  });

  test("refuses a scheme that does not fit before any step", async () => {
    const content = { ...daily, margins: [{ ...daily.margins[0], variables: [{ variable: "hat" }] }] };
    const { status, lines } = await linesOf("daily/previews", { content });
    expect(status).toBe(422);
    expect(lines).toMatchObject([{ errors: [{ field: "margins.0.variables.0.variable" }] }]);
  });
});

describe("POST …/runs", () => {
  test("stopped at a step keeps nothing, and the next run is whole", async () => {
    const study = await application.services.studies.find("flood");
    if (study === null) throw new Error("Nothing is fielded");
    for (const last of [1, 5]) {
      const run = application.services.weighting.runs.run(study, "daily", {
        pace: (done) => (done < last ? Promise.resolve() : Promise.reject(new Error("stopped"))),
      });
      await expect(run).rejects.toThrow("stopped");
      expect(await versions()).toBe(0);
    }
    const { status, lines } = await linesOf("daily/runs", {});
    expect(status).toBe(201);
    expect(lines.slice(0, -1)).toEqual([1, 2, 3, 4, 5, 6].map((done) => ({ done, of: 6 })));
    expect(lines.at(-1)).toMatchObject({ answer: { version: 1, cause: "asked-for", by: "研究员 Li", weighted: 80 } });
    expect((await ask(application, "GET /weighting/daily")).body).toMatchObject({
      versions: [{ version: 1, by: "研究员 Li" }],
      schemeVersions: [{ schemeVersion: 1, by: "研究员 Li", madeAt: "2036-03-10T04:00:00.000Z" }],
    });
  });

  test("tells in its last line why nobody could be weighted", async () => {
    const target = { shares: { male: 1, female: 0 } };
    await ask(application, "PUT /weighting/men", { ...halfMen, margins: [{ ...daily.margins[0], target }] });
    const { lines } = await linesOf("men/runs", {});
    expect(lines.at(-1)).toMatchObject({ problem: { type: "urn:dingxin:problem:weights-not-possible" } });
  });
});
