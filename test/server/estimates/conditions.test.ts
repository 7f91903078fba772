import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Condition } from "../../../server/estimates/conditions.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { fieldStudy, keepResponses } from "../../support/fieldStudy.ts";

const definition = {
  elements: [
    { type: "radiogroup", name: "sex", choices: ["male", "female"] },
    { type: "text", name: "age", inputType: "number" },
    { type: "radiogroup", name: "worried", choices: ["yes", "no"] },
    { type: "radiogroup", name: "sad", choices: ["yes", "no"] },
  ],
} as const;

const people = [
  { day: "2026-03-01", weight: 1, answers: { sex: "male", age: 30, worried: "yes", sad: "no" } },
  { day: "2026-03-01", weight: 2, answers: { sex: "female", age: 50, worried: "no", sad: "no" } },
  { day: "2026-03-02", weight: 3, answers: { sex: "female", age: 60, worried: "yes" } },
  { day: "2026-03-02", weight: 4, answers: { sex: "female", worried: "no" } },
  { day: "2026-03-03", weight: 5, answers: { age: 40, sad: "yes" } },
];

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
  await keepResponses(application.services, await fieldStudy(application.services, definition), people);
});
afterAll(() => application.close());

const says = (variable: string, ...codes: string[]): Condition => ({ kind: "code", variable, codes });
const share = (of: Condition, among: Condition | null, weight: "none" | "given" = "none") =>
  application.services.estimates.share("flood", { of, among, weight });

describe("the share of a condition", () => {
  test("is of those of whom it is known", async () => {
    expect(await share(says("worried", "yes"), null)).toMatchObject({ value: 2 / 4, n: 4 });
    expect(await share(says("worried", "yes"), null, "given")).toMatchObject({ value: 4 / 10, weightedBase: 10 });
  });

  test("is of the subgroup that a question, a number or a period tells", async () => {
    expect(await share(says("worried", "yes"), says("sex", "female"))).toMatchObject({ value: 1 / 3, n: 3 });
    const grown = { kind: "number", variable: "age", from: 50, to: 60 } as const;
    expect(await share(says("worried", "yes"), grown)).toMatchObject({ value: 1 / 2, n: 2 });
    const second = { kind: "days", from: "2026-03-02", to: "2026-03-03" } as const;
    expect(await share(says("worried", "yes"), second)).toMatchObject({ value: 1 / 2, n: 2 });
    // One person answered: the share is theirs, and nothing tells how far to trust it.
    expect(await share(says("worried", "yes"), { kind: "all", of: [grown, second] })).toMatchObject({
      kind: "estimate",
      value: 1,
      n: 1,
      interval: null,
      whyNoInterval: "n-too-small",
    });
  });

  test("counts a person for 'any' as soon as one is true, and otherwise needs all", async () => {
    const either: Condition = { kind: "any", of: [says("worried", "yes"), says("sad", "yes")] };
    expect(await share(either, null)).toMatchObject({ value: 3 / 4, n: 4 });
    const both: Condition = { kind: "all", of: [says("worried", "yes"), says("sad", "yes")] };
    expect(await share(both, null)).toMatchObject({ value: 0, n: 3 });
  });

  test("has the standard error of a domain, not of a shorter file", async () => {
    // Linearised with replacement over all 5 rows: residuals 2/3, -1/3, -1/3 over n = 3, times 5/4.
    const variance = (5 / 4) * (((2 / 3) ** 2 + 2 * (1 / 3) ** 2) / 9);
    const found = await share(says("worried", "yes"), says("sex", "female"));
    expect(found.kind === "estimate" && found.standardError).toBeCloseTo(Math.sqrt(variance), 12);
  });

  test("refuses a variable the study does not have", async () => {
    await expect(share(says("height", "tall"), null)).rejects.toThrow(RangeError);
  });
});
