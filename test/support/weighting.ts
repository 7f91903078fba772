import type { Definition } from "../../surveys/definition.ts";
import type { WeightingReport } from "../../server/weighting/weightingApi.ts";
import type { TestApplication } from "./application.ts";
import { send } from "./client.ts";

/** A questionnaire with what weighting needs, and one answer to estimate. */
export const weightable: Definition = {
  elements: [
    { type: "radiogroup", name: "sex", choices: ["male", "female"], showRefuseItem: true },
    { type: "text", name: "age", inputType: "number", min: 18, max: 120 },
    { type: "radiogroup", name: "worried", choices: ["yes", "no"] },
    { type: "comment", name: "story" },
  ],
};

/** A scheme for it: half of the people are men, and all days are one block. */
export const halfMen = {
  name: "Half men",
  margins: [
    {
      name: "sex",
      target: { shares: { male: 0.5, female: 0.5 } },
      variables: [{ variable: "sex", codes: { refused: null } }],
    },
  ],
  blocks: { rule: "whole" },
} as const;

/** Sends what a researcher's page would to an address below the study's, `PUT /weighting/half`, and gives the status with the answer as JSON. */
export async function ask(
  application: TestApplication,
  address: `${"GET" | "PUT" | "POST" | "PATCH"} /${string}`,
  value?: unknown,
): Promise<{ status: number; body: unknown }> {
  const { cookie } = await application.signIn();
  const [method = "GET", path = ""] = address.split(" ");
  const answer = await send(application.address, `/api/studies/flood${path}`, { method, cookie, value });
  return { status: answer.status, body: JSON.parse(answer.text) };
}

/** Runs a scheme over HTTP. */
export async function runScheme(
  application: TestApplication,
  scheme: string,
  wanted: object = {},
): Promise<WeightingReport> {
  const { status, body } = await ask(application, `POST /weighting/${scheme}/runs`, wanted);
  if (status !== 201 && status !== 200) throw new Error(`No weights: ${status} ${JSON.stringify(body)}`);
  return body as WeightingReport;
}

/** Answers of so many people alike, on a day, under keys of their own. */
export async function answersArrive(
  { services }: TestApplication,
  many: number,
  { day, answers, flags }: { day: string; answers: Readonly<Record<string, unknown>>; flags?: readonly string[] },
): Promise<void> {
  const study = await services.studies.find("flood");
  if (study === null) throw new Error("Nothing is fielded");
  const before = await services.responses.count("flood");
  const all = Array.from({ length: many }, (_, number) => ({
    day,
    ...(flags !== undefined && { flags }),
    submission: { submissionKey: `answer-that-came-as-${before + number}`, answers },
  }));
  for (const { outcome } of await services.admission.admitMany(study, all))
    if (outcome !== "kept") throw new Error("Not kept");
}
