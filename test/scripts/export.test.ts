import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApplication, type TestApplication } from "../support/application.ts";
import { fieldStudy, keepResponses } from "../support/fieldStudy.ts";
import type { Ended } from "../support/program.ts";
import { runScript } from "../support/runScript.ts";

let application: TestApplication;
let directory: string;

beforeAll(async () => {
  application = await startApplication();
  directory = await mkdtemp(join(tmpdir(), "dingxin-export-"));
  const study = await fieldStudy(application.services, {
    elements: [
      { type: "radiogroup", name: "mood", choices: [{ value: "good", text: { default: "好", en: "Good" } }] },
      { type: "comment", name: "story" },
    ],
  });
  await keepResponses(application.services, study, [{ answers: { mood: "good", story: "=1+1" } }, { answers: {} }]);
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
  await application.close();
});

const run = (name: string, ...more: string[]): Promise<Ended> =>
  runScript(application, ["export", "--study", "flood", "--out", join(directory, name), ...more]);
const bytesOf = (name: string): Promise<Buffer> => readFile(join(directory, name));

describe("npm run export", () => {
  test("writes the whole study for Excel, with a manifest of its bytes", async () => {
    const { code, output } = await run("flood.csv");
    const bytes = await bytesOf("flood.csv");
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    expect({ code, output }).toEqual({ code: 0, output: `2 rows = 2 in the study, SHA-256 ${sha256}\n` });
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(JSON.parse((await bytesOf("flood.csv.manifest.json")).toString())).toMatchObject({
      study: "flood",
      state: "complete",
      simulated: false,
      rows: 2,
      responsesInStudy: 2,
      bytes: bytes.length,
      sha256,
      flavour: "excel",
      values: "codes",
      language: "zh-CN",
    });
  });

  test("writes plain files with labels and codes in the language asked for, formulas guarded", async () => {
    await run("labels.csv", "--flavour", "plain", "--values", "both", "--language", "en");
    const text = (await bytesOf("labels.csv")).toString();
    expect(text).not.toMatch(/\uFEFF|\r/);
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    expect(data.find(({ mood }) => mood === "good")).toMatchObject({ "mood.label": "Good", story: "'=1+1" });
  });

  test("says why nothing was exported, and leaves no file", async () => {
    const elsewhere = await runScript(application, ["export", "--study", "nowhere", "--out", join(directory, "x.csv")]);
    expect(elsewhere).toMatchObject({ code: 1, errors: expect.stringContaining("There is no such study") });
    expect((await readdir(directory)).filter((name) => name.startsWith("x"))).toEqual([]);
  });
});
