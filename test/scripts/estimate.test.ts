import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startApplication, type TestApplication } from "../support/application.ts";
import { fieldStudy, keepResponses } from "../support/fieldStudy.ts";
import type { Ended } from "../support/program.ts";
import { runScript } from "../support/runScript.ts";

let application: TestApplication;
let directory: string;

beforeAll(async () => {
  application = await startApplication();
  directory = await mkdtemp(join(tmpdir(), "dingxin-estimate-"));
  const study = await fieldStudy(application.services, {
    elements: [{ type: "radiogroup", name: "mood", choices: ["good", "bad"] }],
  });
  await keepResponses(
    application.services,
    study,
    Array.from({ length: 50 }, (_, number) => ({ answers: { mood: number % 5 === 0 ? "bad" : "good" } })),
  );
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
  await application.close();
});

async function estimate(request: string, study = "flood"): Promise<Ended> {
  const file = join(directory, "request.json");
  await writeFile(file, request);
  return runScript(application, ["estimate", "--study", study, "--request", file]);
}

test("npm run estimate answers a request as the API does", async () => {
  const { code, output } = await estimate('{"question": "mood"}');
  const { cookie } = await application.signIn();
  const answer = await fetch(`${application.address}/api/studies/flood/estimates`, {
    method: "POST",
    headers: { cookie, "Content-Type": "application/json" },
    body: '{"question": "mood"}',
  });
  const expected = (await answer.json()) as { asOf: string };
  expect(code).toBe(0);
  expect({ ...(JSON.parse(output) as object), asOf: expected.asOf }).toEqual(expected);
});

test.each([
  ['{"question": "nothing"}', "flood", "question"],
  ['{"question": "mood", "statistic": "median"}', "flood", "statistic"],
  ['{"question": "mood"', "flood", "body"],
  ['{"question": "mood"}', "nowhere", "study"],
])("npm run estimate says what is wrong with %s in %s", async (request, study, field) => {
  const { code, output, errors } = await estimate(request, study);
  expect({ code, output }).toEqual({ code: 1, output: "" });
  expect(errors).toContain("Nothing was estimated.");
  expect(errors).toContain(field);
});
