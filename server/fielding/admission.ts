import { scoreInstruments } from "../../surveys/instruments/scoreInstruments.ts";
import type { Clock } from "../clock.ts";
import { Problem } from "../problem.ts";
import { contentHash } from "./answers/contentHash.ts";
import { calendarDay } from "./calendarDay.ts";
import type { FieldedVersion, FieldedVersions } from "./fieldedVersions.ts";
import type { Receipt, Submission } from "./fieldingApi.ts";
import { notOpen, openingOn } from "./opening.ts";
import { receiptOf, responseIdOf } from "./receipt.ts";
import type { Response } from "./response.ts";
import type { ResponseStore } from "./responseStore.ts";
import type { Study } from "./study.ts";

/** What admission needs. `receiptSecret` is the installation's own; `noteKept` hears of each response once it is kept. */
export interface AdmissionParts {
  readonly fieldedVersions: FieldedVersions;
  readonly responses: ResponseStore;
  readonly receiptSecret: Buffer;
  readonly clock: Clock;
  readonly noteKept: (response: Response) => void;
}

/** What is known of a submission beside what the client says. `day` is a calendar day of the study's time zone. */
export interface Provenance {
  readonly day: string;
  readonly weight: number | null;
  readonly gridUnit: string | null;
  readonly flags: readonly string[];
}

/** A submission with what is known of it. */
export type KnownSubmission = { readonly submission: Submission; readonly day: string } & Partial<Provenance>;

/** What became of one of many submissions. */
export type Admitted =
  { readonly outcome: "kept" | "kept-before" } | { readonly outcome: "refused"; readonly problem: Problem };

/** Decides what is kept. */
export type Admission = ReturnType<typeof createAdmission>;

/** Makes the procedure by which answers become responses. */
export function createAdmission({ fieldedVersions, responses, receiptSecret, clock, noteKept }: AdmissionParts) {
  const versionFor = ({ study }: Study, { questionnaireVersion }: Submission): Promise<FieldedVersion> =>
    questionnaireVersion === undefined
      ? fieldedVersions.latest(study)
      : fieldedVersions.version(study, questionnaireVersion);

  const receiptFor = (submission: { study: string; submissionKey: string }) => receiptOf(receiptSecret, submission);

  return {
    /**
     * Admits one person's answers to an open study, and answers once they are on disk.
     *
     * The same key with the same content gives the same receipt however often it is sent, also after the study closed.
     *
     * @throws {Problem} why the answers cannot be taken; nothing is kept then.
     */
    async admit(study: Study, submission: Submission, flags: readonly string[]): Promise<Receipt & { isNew: boolean }> {
      const { submissionKey } = submission;
      const day = calendarDay(clock(), study.timeZone);
      const opening = openingOn(day, study);
      if (opening !== "open" && (await responses.contentUnder(study.study, submissionKey)) === null)
        throw notOpen(opening);
      const version = await versionFor(study, submission);
      const receipt = receiptFor({ study: study.study, submissionKey });
      const known = { study: study.study, day, weight: null, gridUnit: null, flags, id: responseIdOf(receipt) };
      const response = responseTo(submission, version, known);
      const isNew = opening === "open" && (await responses.keep(response));
      if (isNew) noteKept(response);
      else await mustBeSame(responses, response);
      return { study: study.study, submissionKey, receipt, isNew };
    },

    /** Admits many answers with their days and weights, as a loader does; one that is refused does not stop the rest. */
    async admitMany(study: Study, many: readonly KnownSubmission[]): Promise<Admitted[]> {
      const outcomes: Admitted[] = [];
      const ready: { place: number; response: Response }[] = [];
      for (const [place, { submission, day, weight = null, gridUnit = null, flags = [] }] of many.entries()) {
        try {
          const version = await versionFor(study, submission);
          const id = responseIdOf(receiptFor({ study: study.study, submissionKey: submission.submissionKey }));
          const known = { study: study.study, day, weight, gridUnit, flags, id };
          ready.push({ place, response: responseTo(submission, version, known) });
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          outcomes[place] = { outcome: "refused", problem: error };
        }
      }
      const kept = await responses.keepMany(ready.map(({ response }) => response));
      for (const [index, { place, response }] of ready.entries()) {
        outcomes[place] = { outcome: kept[index] === true ? "kept" : "kept-before" };
        if (kept[index] === true) noteKept(response);
      }
      return outcomes;
    },
  };
}

function responseTo(
  { submissionKey, answers: sent, collector: sentCollector, language = "zh-CN", timing }: Submission,
  { questionnaireVersion, scoring, check }: FieldedVersion,
  known: Provenance & { study: string; id: string },
): Response {
  const answers = check(sent);
  const collector = sentCollector ?? null;
  return {
    ...known,
    submissionKey,
    contentHash: contentHash({ questionnaireVersion, collector, language, answers }),
    questionnaireVersion,
    language,
    collector,
    answers,
    scores: scoreInstruments(scoring, answers),
    seconds: timing?.seconds ?? null,
    pageSeconds: timing?.pages ?? [],
  };
}

/** @throws {Problem} `other-content` if something else was kept under this key. */
async function mustBeSame(
  responses: ResponseStore,
  { study, submissionKey, contentHash: sent }: Response,
): Promise<void> {
  const before = await responses.contentUnder(study, submissionKey);
  if (before?.contentHash === sent) return;
  throw new Problem("other-content", [
    {
      field: "submissionKey",
      code: "other-content",
      message: { "zh-CN": "此编号已用于另一份回答", en: "This key was used for other answers" },
    },
  ]);
}
