import { scoreInstruments } from "../../surveys/instruments/scoreInstruments.ts";
import { Problem } from "../problem.ts";
import { contentHash } from "./answers/contentHash.ts";
import type { FieldedVersion } from "./fieldedVersions.ts";
import type { Submission } from "./fieldingApi.ts";
import type { Response } from "./response.ts";

/** What is known of a submission beside what the client says. `day` is a calendar day of the study's time zone. */
export interface Provenance {
  readonly day: string;
  readonly weight: number | null;
  readonly gridUnit: string | null;
  readonly flags: readonly string[];
}

/**
 * The response that a submission becomes.
 *
 * @throws {Problem} `invalid-answers` naming each answer at fault.
 */
export function responseTo(
  { submissionKey, answers: sent, collector: sentCollector, language = "zh-CN", timing }: Submission,
  { questionnaireVersion, scoring, check }: FieldedVersion,
  { id, study, day, weight, gridUnit, flags }: Provenance & { study: string; id: string },
): Response {
  const answers = check(sent);
  const collector = sentCollector ?? null;
  // Written out: an object that begins with a spread takes V8 twenty times as long, and loaders make millions.
  return {
    id,
    study,
    submissionKey,
    contentHash: contentHash({ questionnaireVersion, collector, language, answers }),
    questionnaireVersion,
    day,
    language,
    collector,
    gridUnit,
    answers,
    scores: scoreInstruments(scoring, answers),
    seconds: timing?.seconds ?? null,
    pageSeconds: timing?.pages ?? [],
    weight,
    flags,
  };
}

/** What is answered when a submission key was used for something else before. */
export function otherContent(): Problem {
  return new Problem("other-content", [
    {
      field: "submissionKey",
      code: "other-content",
      message: { "zh-CN": "此编号已用于另一份回答", en: "This key was used for other answers" },
    },
  ]);
}
