import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { fieldStudy } from "../../support/fieldStudy.ts";
import { askForExport } from "../../support/takeExport.ts";

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
  await fieldStudy(application.services, { elements: [{ type: "comment", name: "story" }] });
});
afterAll(() => application.close());

const ask = async (path: string, options: RequestInit = {}): Promise<{ status: number; body: unknown }> => {
  const { cookie } = await application.signIn();
  const answer = await fetch(`${application.address}/api/studies/flood/exports${path}`, {
    ...options,
    headers: { cookie, "Content-Type": "application/json", "Accept-Language": "en" },
  });
  return { status: answer.status, body: await answer.json() };
};

describe("the addresses of exports", () => {
  test("are for those who are signed in", async () => {
    const { export: id } = await askForExport(application, "flood");
    for (const path of ["", `/${id}`, `/${id}/file`]) {
      const answer = await fetch(`${application.address}/api/studies/flood/exports${path}`);
      expect([path, answer.status]).toEqual([path, 401]);
    }
    const asked = await fetch(`${application.address}/api/studies/flood/exports`, { method: "POST" });
    expect(asked.status).toBe(401);
  });

  test("do not show an export under another study's name", async () => {
    const { export: id } = await askForExport(application, "flood");
    await fieldStudy(application.services, { elements: [{ type: "comment", name: "story" }] }, "drought");
    const { cookie } = await application.signIn();
    const answer = await fetch(`${application.address}/api/studies/drought/exports/${id}`, { headers: { cookie } });
    expect(answer.status).toBe(404);
  });

  test.each([
    [{ flavour: "xlsx" }, "flavour"],
    [{ values: "wording" }, "values"],
    [{ language: "fr" }, "language"],
    [{ rows: 10 }, "rows"],
  ])("refuse %j and name %s", async (body, field) => {
    const answer = await ask("", { method: "POST", body: JSON.stringify(body) });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ field }] } });
  });

  test("answer 404 for an export that is not there", async () => {
    const answers = await Promise.all(
      ["/nothing", "/AAAAAAAAAAAAAAAA", "/AAAAAAAAAAAAAAAA/file"].map((path) => ask(path)),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(answers[1]?.body).toMatchObject({ errors: [{ field: "export" }] });
  });

  test("list what was exported, and what became of it", async () => {
    const { export: id } = await askForExport(application, "flood", { values: "both" });
    const { body } = await ask("?limit=200");
    expect(body).toMatchObject({
      exports: expect.arrayContaining([expect.objectContaining({ export: id, values: "both", state: "asked-for" })]),
    });
  });
});
