import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createServices, type Services } from "../../../server/services.ts";
import type { Study } from "../../../server/fielding/study.ts";
import type { Definition } from "../../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { fieldStudy } from "../../support/fieldStudy.ts";

const definition: Definition = { elements: [{ type: "boolean", name: "safe" }] };

let application: TestApplication;
let study: Study;

beforeAll(async () => {
  application = await startApplication();
  study = await fieldStudy(application.services, definition);
});
afterAll(() => application.close());

const keep = async ({ admission }: Services, submissionKey: string): Promise<void> => {
  const submission = { submissionKey, answers: { safe: true } };
  expect(await admission.admitMany(study, [{ day: "2026-03-01", submission }])).toMatchObject([{ outcome: "kept" }]);
};

describe("a study's columns", () => {
  test("have what this service keeps at once, and are read again only for what others keep", async () => {
    const { services } = application;
    await keep(services, "the-first-of-this-service");
    const { id } = await services.columns.columnsOf(study.study);
    // For longer than it takes until another service's responses are looked for.
    const until = Date.now() + 3_000;
    for (let kept = 1; Date.now() < until; kept += 1) {
      await keep(services, `of-this-service-number-${kept}`);
      const columns = await services.columns.columnsOf(study.study);
      expect(columns.rows).toBe(kept + 1);
      expect(columns.id).toBe(id);
    }
  });

  test("come to have what another service on the store keeps", async () => {
    const { services } = application;
    const { config, log } = services;
    const before = (await services.columns.columnsOf(study.study)).rows;
    const other = await createServices(config, { clock: () => new Date(), log });
    await keep(other, "the-first-of-the-other-service");
    await keep(other, "the-second-of-the-other-service");
    await other.close();
    await vi.waitFor(
      async () => {
        expect((await services.columns.columnsOf(study.study)).rows).toBe(before + 2);
      },
      { timeout: 20_000, interval: 100 },
    );
  });
});
