import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LiveCounts } from "../../../server/live/liveApi.ts";
import type { Definition } from "../../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { send } from "../../support/client.ts";
import { fieldStudy, keepResponses } from "../../support/fieldStudy.ts";

const definition: Definition = { elements: [{ type: "radiogroup", name: "water", choices: ["yes", "no"] }] };

let application: TestApplication;
let cookie = "";
beforeAll(async () => {
  application = await startApplication();
  cookie = (await application.signIn()).cookie;
  const study = await fieldStudy(application.services, definition);
  await keepResponses(application.services, study, [
    { day: "2026-02-28", answers: { water: "yes" } },
    { day: "2026-03-01", answers: { water: "no" } },
  ]);
});
afterAll(() => application.close());

/** The events of a study as they come, and whether the stream has ended. */
async function listen(
  address = application.address,
): Promise<{ type: string; next: () => Promise<LiveCounts | null> }> {
  const answer = await fetch(`${address}/api/studies/flood/live`, { headers: { cookie } });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let gathered = "";
  return {
    type: answer.headers.get("content-type") ?? "",
    async next() {
      for (;;) {
        const event = /^data: (.*)\n\n/m.exec(gathered);
        if (event !== null) {
          gathered = gathered.slice(event.index + event[0].length);
          return JSON.parse(event[1] ?? "") as LiveCounts;
        }
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
        if (done) return null;
        gathered += value;
      }
    },
  };
}

const answered = (number: number) =>
  send(application.address, "/api/studies/flood/responses", {
    method: "POST",
    value: { submissionKey: `live-answer-number-${number}`, answers: { water: "yes" } },
  });

describe("GET /api/studies/:study/live", () => {
  test("says how many responses there are at once, and again when more have come", async () => {
    const viewer = await listen();
    expect(viewer.type).toMatch(/^text\/event-stream/);
    expect(await viewer.next()).toEqual({
      responses: 2,
      flagged: 0,
      latestDay: { day: "2026-03-01", responses: 1 },
    });
    await answered(1);
    const risen = await viewer.next();
    expect(risen?.responses).toBe(3);
    expect(risen?.latestDay?.responses).toBe(1);
  });

  test("tells every viewer, and one who comes later what is so by then", async () => {
    const [one, other] = [await listen(), await listen()];
    const before = (await one.next())?.responses ?? 0;
    expect((await other.next())?.responses).toBe(before);
    await answered(2);
    expect((await one.next())?.responses).toBe(before + 1);
    expect((await other.next())?.responses).toBe(before + 1);
    expect((await (await listen()).next())?.responses).toBe(before + 1);
  });

  test("answers HEAD and ends it, and refuses what it does not know", async () => {
    const head = await send(application.address, "/api/studies/flood/live", { method: "HEAD", cookie });
    expect(head.status).toBe(200);
    expect((await send(application.address, "/api/studies/flood/live?every=1", { cookie })).status).toBe(400);
  });

  test("ends when the service stops, which waits for no listener", async () => {
    const stopping = await startApplication();
    const before = cookie;
    cookie = (await stopping.signIn()).cookie;
    await fieldStudy(stopping.services, definition);
    const viewer = await listen(stopping.address);
    cookie = before;
    expect((await viewer.next())?.responses).toBe(0);
    const ended = viewer.next();
    await stopping.close();
    expect(await ended).toBeNull();
  });
});
