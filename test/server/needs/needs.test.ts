import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { NeedsResult } from "../../../server/needs/needsApi.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { fieldMoodStudy, moodAnswers } from "../../support/moodStudy.ts";
import { researcherPost } from "../../support/researcher.ts";

const many = 300;

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
  await fieldMoodStudy(application.services, many);
});
afterAll(() => application.close());

const post = (body: object, language = "en"): Promise<Response> =>
  researcherPost(application, "/api/studies/flood/needs", { body, language });

const topics = ["masks", "food", "school"].map((topic) => ({
  need: { kind: "ticked", variable: `wants.${topic}` },
  satisfaction: `served_${topic}`,
}));

const people = Array.from({ length: many }, (_, number) => moodAnswers(number));

describe("POST /api/studies/:study/needs", () => {
  test("holds need against satisfaction, and ranks by the gap", async () => {
    const answer = await post({ topics, satisfiedIf: [4, 5], weight: "none" });
    const { topics: found, lines, byGap, responses } = (await answer.json()) as NeedsResult;
    expect(responses).toBe(many);
    const counted = ["masks", "food", "school"].map((topic) => {
      const asked = people.filter((person) => "wants" in person);
      const needy = asked.filter((person) => person.wants?.includes(topic));
      const served = needy.filter((person) => Number((person as Record<string, unknown>)[`served_${topic}`]) >= 4);
      return { need: needy.length / asked.length, satisfied: served.length / needy.length, n: needy.length };
    });
    const value = (estimate: NeedsResult["topics"][number]["gap"]): number =>
      estimate.kind === "estimate" ? estimate.value : Number.NaN;
    for (const [place, { need, satisfied, n }] of counted.entries()) {
      const topic = found[place];
      if (topic === undefined) throw new Error("Every topic must have an answer");
      expect(value(topic.need)).toBeCloseTo(need, 10);
      expect(value(topic.satisfied)).toBeCloseTo(satisfied, 10);
      expect(topic.satisfied.n).toBe(n);
      expect(value(topic.gap)).toBeCloseTo(need * (1 - satisfied), 10);
      expect(topic.placed?.quadrant).toBeDefined();
    }
    expect(lines?.need).toBeCloseTo(counted.reduce((sum, { need }) => sum + need, 0) / 3, 10);
    const gaps = found.map(({ gap }) => value(gap));
    expect(byGap.map((place) => gaps[place])).toEqual([...gaps].sort((one, other) => other - one));
  });

  test("leaves answers out that are none, and takes other codes for satisfied", async () => {
    const answer = await post({ topics, satisfiedIf: [5], without: [1, 2, 3], weight: "none" });
    const { topics: found } = (await answer.json()) as NeedsResult;
    const rated = people.filter((person) => Number((person as Record<string, unknown>)["served_masks"]) >= 4);
    expect(found[0]?.satisfied.n).toBe(rated.length);
  });

  test.each([
    [
      "en",
      { topics: [{ ...topics[0], satisfaction: "nothing" }], satisfiedIf: [5] },
      "topics.0.satisfaction",
      "variable",
    ],
    [
      "zh-CN",
      { topics: [{ ...topics[0], satisfaction: "gad7_score" }], satisfiedIf: [5] },
      "topics.0.satisfaction",
      "满意度",
    ],
    [
      "en",
      { topics: [{ ...topics[0], satisfaction: "gad7_score" }], satisfiedIf: [5] },
      "topics.0.satisfaction",
      "rating",
    ],
    ["zh-CN", { topics, satisfiedIf: [9] }, "satisfiedIf.0", "编码"],
    ["en", { topics, satisfiedIf: [5], without: [9] }, "without.0", "code"],
    [
      "en",
      {
        topics: [topics[0], { need: { kind: "ticked", variable: "gender" }, satisfaction: "served_food" }],
        satisfiedIf: [5],
      },
      "topics.1.need.kind",
      "kind",
    ],
    ["en", { topics: [], satisfiedIf: [5] }, "topics", ""],
  ])("refuses in %s %j, naming %s", async (...[language, body, field, words]) => {
    const answer = await post(body, language);
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as { errors: { field: string; message: string }[] };
    expect(errors[0]?.field).toBe(field);
    expect(errors[0]?.message).toContain(words);
  });
});
