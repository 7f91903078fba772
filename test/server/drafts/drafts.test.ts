import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Draft } from "../../../server/drafts/draftsApi.ts";
import { fieldVersion } from "../../../server/fielding/fielding.ts";
import type { QuestionnaireVersionSummary } from "../../../server/fielding/fieldingApi.ts";
import type { Definition } from "../../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { send } from "../../support/client.ts";
import { fieldStudy } from "../../support/fieldStudy.ts";

const path = "/api/studies/flood/draft";
const definition: Definition = {
  elements: [{ type: "radiogroup", name: "sex", title: "Sex", choices: ["f", "m"] }],
};
const wider: Definition = {
  elements: [
    { type: "radiogroup", name: "sex", title: "Your sex", choices: ["f", "m"] },
    { type: "comment", name: "words" },
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

const draftOf = async (): Promise<Draft> =>
  JSON.parse((await send(application.address, path, { cookie })).text) as Draft;
const put = (value: object) => send(application.address, path, { method: "PUT", cookie, value });
const field = (revision: string) =>
  send(application.address, `${path}/fielding`, { method: "POST", cookie, value: { revision } });
const kept = async (content: object): Promise<Draft> => {
  const { status, text } = await put(content);
  expect(status).toBe(200);
  return JSON.parse(text) as Draft;
};

/** One story, in order: each test begins where the one before ended. */
describe("a study's draft", () => {
  test("is the version in the field until something is written", async () => {
    const draft = await draftOf();
    expect(JSON.parse(draft.text)).toEqual(definition);
    expect(draft).toMatchObject({ basedOn: 1, newest: 1, revision: "", faults: [], changes: [], declared: {} });
  });

  test("is kept with its faults at their paths, and while it is not even JSON", async () => {
    const faulty = { elements: [{ type: "radiogroup", name: "sex", choices: ["f"], visibleIf: "{a} = = 2" }] };
    const first = await kept({ text: JSON.stringify(faulty), basedOn: 1, revision: "" });
    expect(first.faults.map(({ field: at, code }) => [at, code])).toEqual([
      ["elements[0].visibleIf", "does-not-parse"],
    ]);
    expect(first.changes).toBeNull();
    const second = await kept({ text: '{"elements": [', basedOn: 1, revision: first.revision });
    expect(second.faults.map(({ code }) => code)).toEqual(["not-json"]);
    expect(await draftOf()).toEqual(second);
  });

  test("is not written over from a page that has not seen it", async () => {
    const { revision } = await draftOf();
    expect((await put({ text: "{}", basedOn: 1, revision: "" })).status).toBe(409);
    expect((await put({ text: "{}", basedOn: 1, revision: "another" })).status).toBe(409);
    expect((await put({ text: "{}", basedOn: 7, revision })).status).toBe(400);
    expect((await draftOf()).text).toBe('{"elements": [');
  });

  test("is fielded only once each change has been declared", async () => {
    const { revision } = await draftOf();
    const draft = await kept({ text: JSON.stringify(wider), basedOn: 1, revision });
    expect(draft.changes?.map(({ change }) => change)).toEqual(["reworded:sex:title:", "question-added:words::"]);
    const refused = await field(draft.revision);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain("undeclared");
    const declared = { "reworded:sex:title:": "break", "question-added:words::": "comparable" };
    const { revision: next } = await kept({ ...contentOf(draft), declared });
    const fielded = await field(next);
    expect(fielded.status).toBe(201);
    const version = JSON.parse(fielded.text) as QuestionnaireVersionSummary;
    expect(version).toMatchObject({ questionnaireVersion: 2, relation: "broken", definition: wider });
    expect(version.changes.map(({ question, declared: said }) => [question, said])).toEqual([
      ["sex", "break"],
      ["words", "comparable"],
    ]);
  });

  test("is forgotten once fielded; the next begins with that version", async () => {
    expect(await draftOf()).toMatchObject({ basedOn: 2, newest: 2, revision: "", changes: [] });
    expect(JSON.parse((await draftOf()).text)).toEqual(wider);
  });

  test("tells when somebody else has fielded a version meanwhile, and is fielded after it once it follows it", async () => {
    const draft = await kept({ text: JSON.stringify(definition), basedOn: 2, revision: "" });
    const bytes = Buffer.from(JSON.stringify({ elements: [{ type: "comment", name: "words" }] }));
    await fieldVersion(application.services.questionnaires, { study: "flood", bytes, relation: "changed" });
    const declared = Object.fromEntries((draft.changes ?? []).map(({ change }) => [change, "comparable"]));
    const ready = await kept({ ...contentOf(draft), declared });
    expect(ready).toMatchObject({ basedOn: 2, newest: 3 });
    expect((await field(ready.revision)).status).toBe(409);
    const following = await kept({ ...contentOf(ready), basedOn: 3 });
    expect(following.changes?.map(({ change }) => change)).toEqual([
      "question-added:sex::",
      "question-removed:words::",
    ]);
  });

  test("is discarded by who has seen it", async () => {
    const { revision } = await draftOf();
    const discard = (seen: string) =>
      send(application.address, `${path}?revision=${seen}`, { method: "DELETE", cookie });
    expect((await discard("another")).status).toBe(409);
    expect((await discard(revision)).status).toBe(204);
    expect((await draftOf()).revision).toBe("");
  });

  test("is nobody's who is not signed in", async () => {
    expect((await send(application.address, path, {})).status).toBe(401);
    expect(
      (await send(application.address, path, { method: "PUT", value: { text: "", basedOn: 1, revision: "" } })).status,
    ).toBe(401);
  });
});

function contentOf({ text, basedOn, declared, revision }: Draft): object {
  return { text, basedOn, declared, revision };
}
