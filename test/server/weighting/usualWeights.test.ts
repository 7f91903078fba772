import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fieldVersion } from "../../../server/fielding/fielding.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { fieldStudy } from "../../support/fieldStudy.ts";
import { answersArrive, ask, halfMen, runScheme, weightable } from "../../support/weighting.ts";

let application: TestApplication;
const today = "2036-03-10";

beforeAll(async () => {
  application = await startApplication({ clock: () => new Date("2036-03-10T12:00:00+08:00") });
  await fieldStudy(application.services, weightable);
  // 20 men, all worried, and 60 women, none of them: a quarter as they came, half when half of the people are men.
  await answersArrive(application, 20, { day: today, answers: { sex: "male", worried: "yes" } });
  await answersArrive(application, 60, { day: today, answers: { sex: "female", worried: "no" } });
  await ask(application, "PUT /weighting/half", halfMen);
});
afterAll(() => application.close());

const choose = (usualScheme: unknown) => ask(application, "PATCH /weighting", { usualScheme });
const worried = { indicator: { kind: "code", variable: "worried", codes: ["yes"] } };
const answered = async (weight?: string) => {
  const { body } = await ask(application, "POST /estimates", { ...worried, weight });
  const { estimates, weight: used } = body as { weight: string; estimates: { value: number }[][][] };
  return { used, share: Number(estimates[0]?.[0]?.[0]?.value.toFixed(9)) };
};

describe("PATCH /api/studies/:study/weighting", () => {
  test("refuses a scheme that has no weights, that is not there, and what is no name", async () => {
    expect(await choose("half")).toMatchObject({ status: 422, body: { errors: [{ code: "no-such-weights" }] } });
    expect((await choose("nothing")).status).toBe(422);
    expect((await choose("No Name")).status).toBe(400);
    expect((await ask(application, "GET /weighting")).body).toMatchObject({ usual: null, weightsExist: false });
  });

  test("has estimates that name no weights use the scheme's newest, and say which version that was", async () => {
    expect(await answered()).toEqual({ used: "none", share: 0.25 });
    await runScheme(application, "half");
    expect(await choose("half")).toMatchObject({ status: 200, body: { scheme: "half", by: "研究员 Li" } });
    expect((await ask(application, "GET /weighting")).body).toMatchObject({
      usual: { scheme: "half", by: "研究员 Li", since: "2036-03-10T04:00:00.000Z" },
    });
    expect(await answered()).toEqual({ used: "scheme:half@1", share: 0.5 });
    await runScheme(application, "half");
    expect((await answered()).used).toBe("scheme:half@2");
    expect((await ask(application, "GET /estimates")).body).toMatchObject({ weight: "scheme:half@2" });
  });

  test("leaves to a request the weights that it names", async () => {
    expect(await answered("none")).toEqual({ used: "none", share: 0.25 });
    expect((await answered("scheme:half@1")).used).toBe("scheme:half@1");
  });

  test("goes back to what is used without a scheme", async () => {
    expect((await choose(null)).status).toBe(200);
    expect(await answered()).toEqual({ used: "none", share: 0.25 });
  });
});

describe("GET /api/studies/:study/weighting", () => {
  test("names the codes that only earlier versions of the questionnaire have, which a scheme must place as well", async () => {
    expect((await ask(application, "GET /weighting")).body).toMatchObject({ earlierCodes: {} });
    const elements = weightable.elements?.map((element) =>
      element.name === "sex" ? { ...element, showRefuseItem: false, choices: ["male", "female", "other"] } : element,
    );
    await fieldVersion(application.services.questionnaires, {
      study: "flood",
      bytes: Buffer.from(JSON.stringify({ elements })),
      relation: "changed",
    });
    expect((await ask(application, "GET /weighting")).body).toMatchObject({ earlierCodes: { sex: ["refused"] } });
  });
});
