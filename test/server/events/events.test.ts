import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StudyEvent, StudyEvents } from "../../../server/events/eventsApi.ts";
import type { Definition } from "../../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { send } from "../../support/client.ts";
import { fieldStudy } from "../../support/fieldStudy.ts";

const path = "/api/studies/flood/events";
const rumour = { day: "2026-03-03", kind: "rumour", title: { "zh-CN": "抢盐", en: "Salt sells out" } } as const;
const briefing = {
  day: "2026-03-01",
  kind: "briefing",
  title: { "zh-CN": "首场发布会", en: "First briefing" },
} as const;

let application: TestApplication;
let cookie = "";

beforeAll(async () => {
  application = await startApplication();
  ({ cookie } = await application.signIn());
  const definition: Definition = { elements: [{ type: "comment", name: "words" }] };
  await fieldStudy(application.services, definition);
  await fieldStudy(application.services, definition, "fire");
});
afterAll(() => application.close());

const eventsOf = async (address: string): Promise<readonly StudyEvent[]> =>
  (JSON.parse((await send(application.address, address, { cookie })).text) as StudyEvents).events;

const post = (value: unknown, address = path) => send(application.address, address, { method: "POST", cookie, value });

describe("POST, GET and DELETE /api/studies/:study/events", () => {
  test("keep events and give them by day", async () => {
    expect(await eventsOf(path)).toEqual([]);
    expect((await post(rumour)).status).toBe(201);
    const { status, text } = await post(briefing);
    expect([status, JSON.parse(text)]).toEqual([201, { event: expect.stringMatching(/^[\w-]{16}$/), ...briefing }]);
    expect((await eventsOf(path)).map(({ day, kind }) => [day, kind])).toEqual([
      ["2026-03-01", "briefing"],
      ["2026-03-03", "rumour"],
    ]);
  });

  test("keep once what is sent twice, and the same in another study", async () => {
    const { status, text } = await post(rumour);
    expect(status).toBe(409);
    expect(text).toContain("same-event");
    expect((await post(rumour, "/api/studies/fire/events")).status).toBe(201);
    expect(await eventsOf("/api/studies/fire/events")).toHaveLength(1);
  });

  test("remove an event of their own study only", async () => {
    const [first, second] = await eventsOf(path);
    const remove = (address: string) => send(application.address, address, { method: "DELETE", cookie });
    expect((await remove(`/api/studies/fire/events/${first?.event ?? ""}`)).status).toBe(404);
    expect((await remove(`${path}/${first?.event ?? ""}`)).status).toBe(204);
    expect((await remove(`${path}/${first?.event ?? ""}`)).status).toBe(404);
    expect(await eventsOf(path)).toEqual([second]);
  });

  test.each([
    ["a day that is none", { ...rumour, day: "2026-02-30" }, "day"],
    ["a kind that is none", { ...rumour, kind: "party" }, "kind"],
    ["an empty title", { ...rumour, title: { "zh-CN": " ", en: "Salt" } }, "title.zh-CN"],
    ["a title in one language", { ...rumour, title: { en: "Salt" } }, "title.zh-CN"],
    ["a title without end", { ...rumour, title: { "zh-CN": "盐", en: "s".repeat(121) } }, "title.en"],
    ["a field of its own", { ...rumour, study: "fire" }, "study"],
  ])("refuse %s, naming it", async (_, value, field) => {
    const { status, text } = await post(value);
    expect(status).toBe(400);
    expect((JSON.parse(text) as { errors: { field: string }[] }).errors.map((each) => each.field)).toEqual([field]);
  });
});
