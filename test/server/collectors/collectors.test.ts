import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnalysisResult } from "../../../server/analysis/analysisApi.ts";
import type { CollectorList } from "../../../server/collectors/collectorsApi.ts";
import type { StudyOverview } from "../../../server/overview/overviewApi.ts";
import type { Definition } from "../../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { send } from "../../support/client.ts";
import { fieldStudy } from "../../support/fieldStudy.ts";
import { researcherPost } from "../../support/researcher.ts";

const path = "/api/studies/flood/collectors";
const definition: Definition = {
  elements: [
    { type: "comment", name: "words" },
    { type: "boolean", name: "safe" },
  ],
};

let application: TestApplication;
let cookie = "";

beforeAll(async () => {
  application = await startApplication();
  ({ cookie } = await application.signIn());
  await fieldStudy(application.services, definition);
});
afterAll(() => application.close());

const put = (collector: string, value: object) =>
  send(application.address, `${path}/${collector}`, { method: "PUT", cookie, value });
const listed = async () =>
  (JSON.parse((await send(application.address, path, { cookie })).text) as CollectorList).collectors;

async function answer(submissionKey: string, collector: string): Promise<void> {
  const value = { submissionKey, collector, answers: { words: "水", safe: true } };
  const { status } = await send(application.address, "/api/studies/flood/responses", { method: "POST", value });
  expect(status).toBe(201);
}

describe("GET, PUT and DELETE /api/studies/:study/collectors", () => {
  test("keep collectors and give them by name", async () => {
    expect(await listed()).toEqual([]);
    expect((await put("village-7", { title: "七村", gridUnit: "330602" })).status).toBe(201);
    expect((await put("paper", { title: "晚报" })).status).toBe(201);
    expect((await put("paper", { title: "晚报头版" })).status).toBe(200);
    expect(await listed()).toEqual([
      { collector: "paper", title: "晚报头版", gridUnit: null },
      { collector: "village-7", title: "七村", gridUnit: "330602" },
    ]);
  });

  test.each([
    ["a code that is none", "Paper!", { title: "晚报" }, "collector"],
    ["an empty title", "paper", { title: " " }, "title"],
    ["a field of its own", "paper", { title: "晚报", study: "fire" }, "study"],
  ])("refuse %s, naming it", async (...given) => {
    const [, collector, value, field] = given;
    const { status, text } = await put(encodeURIComponent(collector), value);
    expect(status).toBe(400);
    expect(text).toContain(`"field":"${field}"`);
  });

  test("give each response the place of the collector it came through, which it keeps", async () => {
    await answer("through-the-village-1", "village-7");
    await answer("through-the-paper-0001", "paper");
    await answer("through-nobody-knows-1", "hearsay");
    expect((await send(application.address, `${path}/village-7`, { method: "DELETE", cookie })).status).toBe(204);
    expect((await send(application.address, `${path}/village-7`, { method: "DELETE", cookie })).status).toBe(404);
    await answer("through-the-village-2", "village-7");
    const { columns } = application.services;
    const { words, collector, gridUnit } = await columns.columnsOf("flood");
    const kept = Array.from(collector, (place, row) => [words[place], words[gridUnit[row] ?? 0]]);
    expect(kept.sort()).toEqual([
      ["hearsay", null],
      ["paper", null],
      ["village-7", null],
      ["village-7", "330602"],
    ]);
  });

  test("say what a collector is called wherever answers are divided by it, as soon as that changes", async () => {
    const labels = async () => {
      const body = { question: "safe", by: ["collector"] };
      const answer = await researcherPost(application, "/api/studies/flood/estimates", { body });
      const { groups } = (await answer.json()) as AnalysisResult;
      return groups.flatMap(({ codes: [code], labels: [label] }) => (code === undefined ? [] : [[code, label]]));
    };
    expect(await labels()).toEqual([
      ["hearsay", "hearsay"],
      ["paper", "晚报头版"],
      ["village-7", "village-7"],
    ]);
    await put("paper", { title: "晚报" });
    expect((await labels())[1]).toEqual(["paper", "晚报"]);
    const { text } = await send(application.address, "/api/studies/flood/overview", { cookie });
    const { collectors } = JSON.parse(text) as StudyOverview;
    expect(collectors.find(({ place }) => place === "paper")?.label).toBe("晚报");
  });

  test("show the collector to whoever changes the language of the page", async () => {
    const page = await send(application.address, "/s/flood?c=paper");
    expect(page.text).toContain('href="?lang=en&amp;c=paper"');
    expect((await send(application.address, '/s/flood?c="><b>')).text).not.toContain("<b>");
  });
});

describe("PATCH /api/studies/:study", () => {
  const patch = (value: object) => send(application.address, "/api/studies/flood", { method: "PATCH", cookie, value });

  test("changes days and languages, and the time zone only while nobody has answered", async () => {
    const { status, text } = await patch({ firstDay: "2026-01-01", lastDay: "2026-12-31", languages: ["zh-CN"] });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ firstDay: "2026-01-01", lastDay: "2026-12-31", languages: ["zh-CN"] });
    expect((await patch({ timeZone: "Asia/Shanghai" })).status).toBe(200);
    const refused = await patch({ timeZone: "Europe/Berlin" });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain("has-responses");
  });
});
