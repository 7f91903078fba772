import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RecordOpenings, RecordPage } from "../../../server/records/recordsApi.ts";
import type { Definition } from "../../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { send } from "../../support/client.ts";
import { fieldStudy, keepResponses } from "../../support/fieldStudy.ts";

const definition: Definition = {
  elements: [
    { type: "radiogroup", name: "sex", choices: ["male", "female"] },
    { type: "text", name: "age", inputType: "number" },
    { type: "checkbox", name: "needs", choices: ["food", "masks"] },
    { type: "comment", name: "story" },
  ],
};

let application: TestApplication;

beforeAll(async () => {
  application = await startApplication();
  const study = await fieldStudy(application.services, definition);
  await keepResponses(
    application.services,
    study,
    Array.from({ length: 25 }, (_, number) => ({
      day: `2026-03-0${1 + (number % 5)}`,
      flags: number === 0 ? ["burst"] : [],
      answers: {
        sex: number % 2 === 0 ? "female" : "male",
        ...(number % 5 === 0 && { age: 20 + number, story: `<b>Word ${number}</b>` }),
        ...(number % 3 === 0 && { needs: ["food"] }),
      },
    })),
  );
});
afterAll(() => application.close());

async function read(path: string, query: Readonly<Record<string, unknown>> = {}) {
  const { cookie } = await application.signIn();
  const text = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, text(value)]),
  );
  const answer = await send(application.address, `/api/studies/flood/${path}?${search.toString()}`, { cookie });
  return { status: answer.status, body: JSON.parse(answer.text) as unknown };
}
const page = async (query: Readonly<Record<string, unknown>> = {}) => (await read("records", query)).body as RecordPage;

describe("GET /api/studies/:study/records", () => {
  test("gives every response once, newest day first, page by page", async () => {
    const seen: { id: string; day: string }[] = [];
    let cursor: string | null = null;
    do {
      const found: RecordPage = await page({ limit: "4", ...(cursor !== null && { cursor }) });
      expect(found.matching).toBe(25);
      expect(found.records.length).toBeLessThanOrEqual(4);
      seen.push(...found.records);
      cursor = found.nextCursor;
    } while (cursor !== null);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(25);
    const keys = seen.map(({ day, id }) => ({ day, id }));
    const inOrder = [...keys].sort((one, other) =>
      one.day === other.day ? (one.id < other.id ? -1 : 1) : one.day > other.day ? -1 : 1,
    );
    expect(keys).toEqual(inOrder);
  });

  test("gives a page that ends with a day, and one of exactly as many as there are, no page too many", async () => {
    const first = await page({ limit: "5" });
    expect(first.records.map(({ day }) => day)).toEqual(Array.from({ length: 5 }, () => "2026-03-05"));
    const second = await page({ limit: "20", cursor: first.nextCursor });
    expect(second.records).toHaveLength(20);
    expect(second.nextCursor).toBeNull();
  });

  test("shows of each only the variables that were asked for, as codes, ticks, numbers and words", async () => {
    const { records, variables } = await page({
      variables: ["sex", "age", "needs.food", "story"],
      from: "2026-03-01",
      to: "2026-03-01",
    });
    expect(variables).toEqual(["sex", "age", "needs.food", "story"]);
    expect(records.map(({ values }) => values)).toContainEqual(["female", 20, true, "<b>Word 0</b>"]);
    expect(records.map(({ values }) => values)).toContainEqual(["male", 25, null, "<b>Word 5</b>"]);
    expect(records.find(({ values }) => values[1] === 20)?.flags).toEqual(["burst"]);
    expect((await page()).records[0]).toMatchObject({ values: [], questionnaireVersion: 1, language: "zh-CN" });
  });

  test("finds those of a filter and a period", async () => {
    const filter = { kind: "code", variable: "sex", codes: ["male"] };
    const found = await page({ filter, variables: ["sex"], from: "2026-03-02", to: "2026-03-03" });
    expect(found.matching).toBe(5);
    expect(new Set(found.records.map(({ values }) => values[0]))).toEqual(new Set(["male"]));
    expect(new Set(found.records.map(({ day }) => day))).toEqual(new Set(["2026-03-02", "2026-03-03"]));
  });

  test.each([
    [{ limit: "500" }, "limit"],
    [{ limit: "0" }, "limit"],
    [{ cursor: "../../etc" }, "cursor"],
    [{ variables: "sex" }, "variables"],
    [{ variables: ["hat"] }, "variables.0"],
    [{ variables: Array.from({ length: 41 }, () => "sex") }, "variables"],
    [{ filter: { kind: "code", variable: "hat", codes: ["red"] } }, "filter.variable"],
    [{ from: "2026-03-03", to: "2026-03-01" }, "to"],
    [{ order: "id" }, "order"],
  ])("refuses %j and names %s", async (query, field) => {
    expect(await read("records", query)).toMatchObject({ status: 400, body: { errors: [{ field }] } });
  });

  test("is for who is signed in and may use the study", async () => {
    for (const path of ["records", "records/openings"])
      expect((await send(application.address, `/api/studies/flood/${path}`)).status).toBe(401);
    const { services } = application;
    const flood = await services.studies.find("flood");
    if (flood === null) throw new Error("Nothing is fielded");
    await services.studies.add({ ...flood, study: "theirs", owner: "somebody else" });
    const { cookie } = await application.signIn();
    for (const path of ["records", "records/openings"])
      expect((await send(application.address, `/api/studies/theirs/${path}`, { cookie })).status).toBe(404);
  });
});

describe("GET /api/studies/:study/records/openings", () => {
  const openings = async () => ((await read("records/openings")).body as RecordOpenings).openings;

  test("has a line for every page that was opened, with who and of whom, and no answer", async () => {
    const before = (await openings()).length;
    const filter = { kind: "number", variable: "age", from: 20, to: 90 };
    const { nextCursor } = await page({ filter, variables: ["story"], limit: "3", from: "2026-03-01" });
    await page({ filter, variables: ["story"], limit: "3", from: "2026-03-01", cursor: nextCursor });
    const lines = await openings();
    expect(lines).toHaveLength(before + 2);
    const line = { study: "flood", by: "研究员 Li", query: { variables: ["story"], filter, from: "2026-03-01" } };
    expect(lines.slice(0, 2)).toMatchObject([
      { ...line, isFurtherPage: true, records: 2 },
      { ...line, isFurtherPage: false, records: 3 },
    ]);
    expect(JSON.stringify(lines)).not.toContain("Word");
  });

  test("has none for what was refused", async () => {
    const before = await openings();
    await read("records", { variables: ["hat"] });
    expect(await openings()).toEqual(before);
  });
});
