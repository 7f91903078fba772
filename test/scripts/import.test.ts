import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApplication, type TestApplication } from "../support/application.ts";
import { runScript } from "../support/runScript.ts";

const definition = {
  elements: [
    { type: "radiogroup", name: "mood", choices: ["good", "bad"] },
    { type: "comment", name: "story" },
  ],
};
const mapping = {
  day: { always: "2020-01-30" },
  key: { rowsOf: "the file" },
  answers: { mood: { column: "mood" }, story: { column: "story" } },
};

let application: TestApplication;
let directory: string;
const at = (name: string): string => join(directory, name);

beforeAll(async () => {
  application = await startApplication();
  directory = await mkdtemp(join(tmpdir(), "dingxin-import-"));
  await writeFile(at("definition.json"), JSON.stringify(definition));
  await writeFile(at("mapping.json"), JSON.stringify(mapping));
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
  await application.close();
});

const importing = (study: string, file: string, ...more: string[]) => [
  ...["import", "--study", study, "--file", at(file), "--mapping", at("mapping.json")],
  ...more,
];

describe("npm run import", () => {
  test("makes the study, keeps its rows and says what became of them", async () => {
    await writeFile(at("two.csv"), "mood,story,extra\ngood,=1+1,x\nbad,,y\n");
    const done = await runScript(application, importing("news", "two.csv", "--definition", at("definition.json")));
    expect(done.errors).toBe("");
    expect(done.output).toContain("2 rows read: 2 kept, 0 kept before, 0 at fault");
    expect(done.output).toContain("columns the mapping says nothing of: extra");
    expect(done.code).toBe(0);
    expect(await application.services.responses.count("news")).toBe(2);
    expect(await application.services.studies.find("news")).toMatchObject({ state: "closed", simulated: false });
    const page = await fetch(`${application.address}/s/news`);
    expect(page.ok).toBe(true);
  });

  test("names rows at fault on the error output, keeps nothing and exits with 1", async () => {
    await writeFile(at("bad.csv"), "mood,story\nbad,\nawful,\n");
    const refused = await runScript(application, importing("bad", "bad.csv", "--definition", at("definition.json")));
    expect(refused.errors).toContain("Rows of the file need to be changed");
    expect(refused.errors).toContain("row 3, mood: “awful”");
    expect(refused.errors).toContain("2 rows read: 0 kept, 0 kept before, 1 at fault");
    expect(refused.code).toBe(1);
    expect(await application.services.responses.count("bad")).toBe(0);
  });

  test("that was ended half way is finished by doing it again", async () => {
    const rows = Array.from({ length: 30_000 }, (_, row) => `good,${row}`);
    await writeFile(at("many.csv.gz"), gzipSync(["mood,story", ...rows, "awful,0"].join("\n")));
    const words = importing("many", "many.csv.gz", "--definition", at("definition.json"), "--on-fault", "skip");
    const ended = await runScript(application, words, (output) => output.includes("imported"));
    expect(ended.code).toBeNull();
    const before = await application.services.responses.count("many");
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(30_000);
    const again = await runScript(application, words);
    expect(again.output).toContain("30,001 rows read:");
    expect(again.output).toContain("unknown values in mood: “awful” in 1");
    expect(await application.services.responses.count("many")).toBe(30_000);
  });
});
