import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { QuestionEstimates, StudyDays, StudyEstimates } from "../../../server/estimates/estimatesApi.ts";
import type { StudyList } from "../../../server/fielding/fieldingApi.ts";
import type { Definition } from "../../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { fieldStudy, keepResponses } from "../../support/fieldStudy.ts";
import { takeExport } from "../../support/takeExport.ts";

const definition: Definition = {
  elements: [
    { type: "radiogroup", name: "sex", choices: ["f", "m"] },
    { type: "checkbox", name: "needs", choices: ["masks", "food"], visibleIf: "{sex} = 'f'" },
    { type: "text", name: "minutes", inputType: "number", min: 0, max: 600 },
  ],
};

const response = fc.record({
  day: fc.constantFrom("2026-02-27", "2026-02-28", "2026-03-01"),
  weight: fc.constantFrom(null, 0, 0.5, 2),
  answers: fc.oneof(
    fc.record({
      sex: fc.constant("f"),
      needs: fc.uniqueArray(fc.constantFrom("masks", "food"), { minLength: 1 }),
      minutes: fc.integer({ min: 0, max: 600 }),
    }),
    fc.record({ sex: fc.constant("m") }),
    fc.record({ minutes: fc.integer({ min: 0, max: 600 }) }),
  ),
});

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
  await application.signIn();
});
afterAll(() => application.close());

async function ask<Answer>(path: string): Promise<Answer> {
  const { cookie } = await application.signIn();
  const answer = await fetch(`${application.address}${path}`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}

/** The count behind the first estimate of a question. */
function nOf(question: QuestionEstimates | undefined): number | undefined {
  if (question?.shape === "shares") return question.rows[0]?.estimate.n;
  return question?.shape === "numbers" ? question.rows[0]?.mean.n : undefined;
}

describe("a study's responses", () => {
  test("are as many in the list, the days, the estimates and the file, and so are the answers to each question", async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(response, { minLength: 1, maxLength: 25 }), async (responses) => {
        number += 1;
        const name = `study-${number}`;
        const study = await fieldStudy(application.services, definition, name);
        await keepResponses(application.services, study, responses);
        const [{ studies }, days, estimates, { header, records, manifest }] = await Promise.all([
          ask<StudyList>("/api/studies?limit=200"),
          ask<StudyDays>(`/api/studies/${name}/days`),
          ask<StudyEstimates>(`/api/studies/${name}/estimates?weight=none`),
          takeExport(application, name),
        ]);
        const sumOfDays = days.days.reduce((sum, day) => sum + day.responses, 0);
        const listed = studies.find(({ study: found }) => found === name)?.responses;
        expect([listed, days.responses, sumOfDays, estimates.responses, records.length, manifest.rows]).toEqual(
          Array.from({ length: 6 }, () => responses.length),
        );
        for (const [question, column] of [
          ["sex", "sex"],
          ["needs", "needs.masks"],
          ["minutes", "minutes"],
        ] as const) {
          const found = estimates.questions.find((candidate) => candidate.name === question);
          const inFile = records.filter((record) => record[header.indexOf(column)] !== "").length;
          expect([question, found?.answered, nOf(found)]).toEqual([question, inFile, inFile]);
        }
        const masks = records.filter((record) => record[header.indexOf("needs.masks")] === "1").length;
        const needs = estimates.questions.find((candidate) => candidate.name === "needs");
        const estimate = needs?.shape === "shares" ? needs.rows[0]?.estimate : undefined;
        const ticked = estimate?.kind === "estimate" ? Math.round(estimate.value * estimate.n * 1e9) / 1e9 : null;
        // Too few answers for an estimate are the other possibility.
        expect([masks, null]).toContain(ticked);
      }),
      { numRuns: 15 },
    );
  });
});
