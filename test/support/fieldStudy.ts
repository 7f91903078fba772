import { fieldVersion } from "../../server/fielding/fielding.ts";
import type { KnownSubmission } from "../../server/fielding/bulkAdmission.ts";
import type { Study } from "../../server/fielding/study.ts";
import type { Services } from "../../server/services.ts";
import type { Definition } from "../../surveys/definition.ts";

/** A study that is open now, with one fielded questionnaire. */
export async function fieldStudy(
  { studies, questionnaires }: Services,
  definition: Definition,
  name = "flood",
): Promise<Study> {
  const study: Study = {
    study: name,
    title: { "zh-CN": "洪水调查", en: "Flood survey" },
    state: "open",
    timeZone: "Asia/Shanghai",
    languages: ["zh-CN", "en"],
    firstDay: null,
    lastDay: null,
    simulated: false,
    owner: null,
  };
  await studies.add(study);
  await fieldVersion(questionnaires, {
    study: name,
    bytes: Buffer.from(JSON.stringify(definition)),
    relation: "changed",
  });
  return study;
}

/** What a test says of a response beside its answers. */
export type Known = Partial<Omit<KnownSubmission, "submission">>;

/** Keeps one response for each of `all`, through admission; throws when one is refused. */
export async function keepResponses(
  { admission }: Services,
  study: Study,
  all: readonly (Known & { answers: Readonly<Record<string, unknown>>; collector?: string })[],
): Promise<void> {
  const many = all.map(({ answers, collector, ...known }, number) => ({
    day: "2026-03-01",
    ...known,
    submission: { submissionKey: `kept-in-a-test-${number}`, answers, ...(collector !== undefined && { collector }) },
  }));
  for (const outcome of await admission.admitMany(study, many)) {
    if (outcome.outcome !== "kept") throw new Error(`Not kept: ${JSON.stringify(outcome)}`);
  }
}
