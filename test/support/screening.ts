import { createRandom, type Random } from "../../scripts/demonstration/random.ts";
import type { KnownSubmission } from "../../server/fielding/bulkAdmission.ts";
import type { Definition } from "../../surveys/definition.ts";

const items = ["a", "b", "c", "d", "e", "f", "g", "h"];
const topics = ["rain", "roads", "power", "school", "work", "care", "water", "food", "news", "help"];

/** A questionnaire with an attention check, a battery of eight items, and enough questions to tell records apart. */
export const screenable: Definition = {
  elements: [
    { type: "radiogroup", name: "sex", choices: ["male", "female"] },
    { type: "radiogroup", name: "check", choices: ["read", "not_read"] },
    { type: "matrix", name: "mood", rows: items, columns: ["0", "1", "2", "3"] },
    ...topics.map((name) => ({ type: "radiogroup" as const, name, choices: ["1", "2", "3", "4", "5"] })),
    { type: "comment", name: "words" },
  ],
};

/** Answers of a person who reads: items that go together, and topics that do not. */
export function honestAnswers(random: Random): Record<string, unknown> {
  const level = 1.5 + random.normal();
  const mood = items.map((item): [string, string] => [
    item,
    String(Math.max(0, Math.min(3, Math.round(level + 0.6 * random.normal())))),
  ]);
  return {
    sex: random.happens(0.5) ? "male" : "female",
    check: "read",
    mood: Object.fromEntries(mood),
    ...Object.fromEntries(topics.map((topic) => [topic, String(1 + Math.floor(5 * random.uniform()))])),
  };
}

/** What somebody sent; at the usual pace and through the usual collector where nothing else is said. */
interface Sent {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly seconds?: number;
  readonly collector?: string;
}

/** What came on a day: so many honest answers of usual pace, and others as they are given. */
export function submissionsOf(
  many: number,
  { day, seed, collector = "street" }: { day: string; seed: number; collector?: string },
  also: readonly Sent[] = [],
): KnownSubmission[] {
  const random = createRandom(seed);
  const honest = Array.from({ length: many }, (): Sent => ({
    answers: honestAnswers(random),
    seconds: Math.round(200 * Math.exp(0.2 * random.normal())),
  }));
  return [...honest, ...also].map(({ answers, seconds = 200, collector: own = collector }, number) => ({
    day,
    submission: {
      submissionKey: `screened-${seed}-${number}-${day}`,
      collector: own,
      timing: { seconds, pages: [] },
      answers,
    },
  }));
}
