import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApplication, type TestApplication } from "../support/application.ts";
import { fieldStudy } from "../support/fieldStudy.ts";
import type { Ended } from "../support/program.ts";
import { runScript } from "../support/runScript.ts";
import { answersArrive, halfMen, weightable } from "../support/weighting.ts";

let application: TestApplication;
let directory: string;

beforeAll(async () => {
  application = await startApplication();
  directory = await mkdtemp(join(tmpdir(), "dingxin-weight-"));
  await fieldStudy(application.services, weightable);
  await answersArrive(application, 20, { day: "2026-03-02", answers: { sex: "male" } });
  await answersArrive(application, 60, { day: "2026-03-02", answers: { sex: "female" } });
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
  await application.close();
});

const file = async (name: string, content: string): Promise<string> => {
  await writeFile(join(directory, name), content);
  return join(directory, name);
};
const run = (...more: string[]): Promise<Ended> => runScript(application, ["weight", "--study", "flood", ...more]);

describe("npm run weight", () => {
  test("previews, and then keeps what it printed", async () => {
    const scheme = await file("half.json", JSON.stringify(halfMen));
    const preview = await run("--scheme", scheme, "--preview");
    expect(preview).toMatchObject({ code: 0, errors: "" });
    expect(preview.output).toContain("preview, nothing was kept");
    expect(preview.output).toContain("80 responses, 80 weighted, 0 without a weight");
    expect(preview.output).toMatch(/male +20 +25\.0% +50\.0% +50\.0%/);
    // 20 of weight 2 and 60 of 2/3: Kish's 80 * (20 * 4 + 60 * 4/9) / 80 squared.
    expect(preview.output).toContain("weights 0.667 to 2.000, design effect 1.33, effective n 60");
    expect(await application.services.weighting.schemes.list("flood")).toEqual([]);
    const kept = await run("--scheme", scheme);
    expect(kept.output.replace(/^.*\n/, "")).toBe(preview.output.replace(/^.*\n/, ""));
    expect(kept.output).toContain("flood: weights scheme:half@1, by version 1 of the scheme");
  });

  test("takes margins from a file", async () => {
    const { target: _target, ...margin } = halfMen.margins[0];
    const scheme = await file("own.json", JSON.stringify({ ...halfMen, margins: [margin] }));
    const margins = await file("margins.csv", "margin,category,count\nsex,male,3\nsex,female,7\n");
    expect((await run("--scheme", scheme, "--margins", margins)).output).toMatch(/male +20 +25\.0% +30\.0% +30\.0%/);
  });

  test("says what stands in the way", async () => {
    const wrong = await file(
      "wrong.json",
      JSON.stringify({ ...halfMen, margins: [{ ...halfMen.margins[0], variables: [{ variable: "hat" }] }] }),
    );
    expect(await run("--scheme", wrong)).toMatchObject({
      code: 1,
      errors: expect.stringContaining("margins.0.variables.0.variable: “hat”: the questionnaire has no such variable"),
    });
    expect(await run("--name", "nothing")).toMatchObject({
      code: 1,
      errors: expect.stringContaining("There is no such weighting scheme"),
    });
  });
});
