import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApplication, type TestApplication } from "../support/application.ts";
import type { Ended } from "../support/program.ts";
import { reportStudy } from "../support/reports.ts";
import { runScript } from "../support/runScript.ts";
import { unzipped } from "../support/unzipped.ts";

let application: TestApplication;
let directory: string;

beforeAll(async () => {
  application = await startApplication();
  directory = await mkdtemp(join(tmpdir(), "dingxin-report-"));
  await reportStudy(application.services);
}, 60_000);
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
  await application.close();
});

const run = (name: string, template: string, ...more: string[]): Promise<Ended> =>
  runScript(application, [
    "report",
    "--study",
    "flood",
    "--template",
    template,
    "--out",
    join(directory, name),
    ...more,
  ]);
const bytesOf = (name: string): Promise<Buffer> => readFile(join(directory, name));

describe("npm run report", () => {
  test("writes a ready-made report, as Word in Chinese unless said otherwise", async () => {
    const { code, output } = await run("brief.docx", "daily-brief");
    const bytes = await bytesOf("brief.docx");
    expect({ code, output }).toEqual({
      code: 0,
      output: `每日简报 · 2026年3月14日: ${bytes.length.toLocaleString("en")} bytes\n`,
    });
    expect(unzipped(bytes).has("word/document.xml")).toBe(true);
  });

  test("writes one of a file's Markdown, of a day and by weights that are named", async () => {
    const template = join(directory, "mine.md");
    await writeFile(template, "# Up to {{day}}\n\n{{n}} responses\n\n{{part:indicators week}}\n");
    const more = ["--language", "en", "--format", "html", "--day", "2026-03-13", "--weight", "none"];
    expect(await run("mine.html", template, ...more)).toMatchObject({ code: 0 });
    const html = (await bytesOf("mine.html")).toString();
    expect(html).toContain("Up to 13 March 2026");
    expect(html).toContain("780 responses");
  });

  test("was written when the studies of the store live: on the day that it is held at, as the demonstration's is", async () => {
    const template = join(directory, "when.md");
    await writeFile(template, "# As of {{asOf}}\n");
    const more = ["--language", "en", "--format", "html"];
    await run("now.html", template, ...more);
    expect((await bytesOf("now.html")).toString()).toContain(`${new Date().getFullYear()}</h1>`);
    await application.services.heldDay.hold(new Date("2026-03-15T00:00:00+08:00"));
    await run("held.html", template, ...more);
    expect((await bytesOf("held.html")).toString()).toMatch(/As of \d\d:\d\d on 15 March 2026<\/h1>/);
  });

  test("says where a template is wrong and what there is not, and leaves no file", async () => {
    const template = join(directory, "faulty.md");
    await writeFile(template, "# Title\n\nwhat {{is}} this\n");
    expect(await run("x.docx", template)).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/No report was written\.[\s\S]*line 3, column 6: there is no “is”/) as string,
    });
    expect(await run("x.docx", "unwritten")).toMatchObject({
      code: 1,
      errors: expect.stringContaining("There is no such template") as string,
    });
    expect(await run("x.odt", "daily-brief", "--format", "odt")).toMatchObject({
      code: 1,
      errors: expect.stringContaining("docx, pdf, html, png") as string,
    });
    expect(await run("x.docx", "daily-brief", "--day", "today")).toMatchObject({
      code: 1,
      errors: expect.stringContaining("2020-03-04") as string,
    });
    expect((await readdir(directory)).filter((name) => name.startsWith("x"))).toEqual([]);
  });
});
