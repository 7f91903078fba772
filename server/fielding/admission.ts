import type { Codebook } from "../../surveys/codebook/codebook.ts";
import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import { scoreInstruments } from "../../surveys/instruments/scoreInstruments.ts";
import type { Clock } from "../clock.ts";
import { Problem } from "../problem.ts";
import { compileAnswers, type AnswerCheck } from "./answers/compileAnswers.ts";
import { contentHash } from "./answers/contentHash.ts";
import { calendarDay } from "./calendarDay.ts";
import type { Receipt, Submission } from "./fieldingApi.ts";
import { openingOn } from "./opening.ts";
import type { QuestionnaireStore } from "./questionnaireStore.ts";
import { receiptOf, responseIdOf } from "./receipt.ts";
import type { Response } from "./response.ts";
import type { ResponseStore } from "./responseStore.ts";
import type { Study } from "./study.ts";

/** What admission needs. `receiptSecret` is the installation's own; `noteKept` hears of each response once it is kept. */
export interface AdmissionParts {
  readonly questionnaires: QuestionnaireStore;
  readonly responses: ResponseStore;
  readonly receiptSecret: Buffer;
  readonly clock: Clock;
  noteKept(response: Response): void;
}

/** What is known of a submission beside what the client says. */
export interface Provenance {
  /** Calendar day of the study's time zone. */
  readonly day: string;
  readonly weight: number | null;
  readonly gridUnit: string | null;
  readonly flags: readonly string[];
}

/** What became of one of many submissions. */
export type Admitted =
  { readonly outcome: "kept" | "kept-before" } | { readonly outcome: "refused"; readonly problem: Problem };

/** Decides what is kept. */
export type Admission = ReturnType<typeof createAdmission>;

interface FieldedVersion {
  readonly questionnaireVersion: number;
  readonly codebook: Codebook;
  readonly check: AnswerCheck;
}

/** Makes the procedure by which answers become responses. */
export function createAdmission(parts: AdmissionParts) {
  const { questionnaires, responses, receiptSecret, clock } = parts;
  const fieldedVersions = new Map<string, FieldedVersion>();

  /** A fielded version never changes, so what is compiled from it is kept for good. */
  const fielded = async (study: string, questionnaireVersion: number): Promise<FieldedVersion> => {
    const key = `${study}\n${questionnaireVersion}`;
    const known = fieldedVersions.get(key);
    if (known !== undefined) return known;
    const found = await questionnaires.find(study, questionnaireVersion);
    if (found === null) throw unknownVersion();
    const { definition } = found;
    const made = { questionnaireVersion, codebook: deriveCodebook(definition), check: compileAnswers(definition) };
    fieldedVersions.set(key, made);
    return made;
  };

  const responseTo = (
    submission: Submission,
    version: FieldedVersion,
    known: Provenance & { study: string },
  ): Response => {
    const { submissionKey, collector = null, language = "zh-CN", timing } = submission;
    const answers = version.check(submission.answers);
    const { questionnaireVersion } = version;
    return {
      id: responseIdOf(receiptOf(receiptSecret, { study: known.study, submissionKey })),
      study: known.study,
      submissionKey,
      contentHash: contentHash({ questionnaireVersion, collector, language, answers }),
      questionnaireVersion,
      day: known.day,
      language,
      collector,
      gridUnit: known.gridUnit,
      answers,
      scores: scoreInstruments(version.codebook, answers),
      seconds: timing?.seconds ?? null,
      pageSeconds: timing?.pages ?? [],
      weight: known.weight,
      flags: known.flags,
    };
  };

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
      const latest = submission.questionnaireVersion ?? (await latestVersion(questionnaires, study));
      const version = await fielded(study.study, latest);
      const known = { study: study.study, day, weight: null, gridUnit: null, flags };
      const opening = openingOn(day, study);
      const before = opening === "open" ? null : await responses.contentUnder(study.study, submissionKey);
      if (opening !== "open" && before === null) throw new Problem(opening);
      const response = responseTo(submission, version, known);
      const isNew = before === null && (await responses.keep(response));
      if (isNew) parts.noteKept(response);
      else await mustBeSame(responses, response);
      return { study: study.study, submissionKey, receipt: receiptOf(receiptSecret, response), isNew };
    },

    /** Admits many answers with their days and weights, as a loader does; one that is refused does not stop the rest. */
    async admitMany(
      study: Study,
      many: readonly (Partial<Provenance> & { readonly submission: Submission; readonly day: string })[],
    ): Promise<Admitted[]> {
      const latest = await latestVersion(questionnaires, study);
      const outcomes: Admitted[] = [];
      const ready: { place: number; response: Response }[] = [];
      for (const [place, { submission, day, weight = null, gridUnit = null, flags = [] }] of many.entries()) {
        try {
          const version = await fielded(study.study, submission.questionnaireVersion ?? latest);
          const known = { study: study.study, day, weight, gridUnit, flags };
          ready.push({ place, response: responseTo(submission, version, known) });
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          outcomes[place] = { outcome: "refused", problem: error };
        }
      }
      const kept = await responses.keepMany(ready.map(({ response }) => response));
      ready.forEach(({ place, response }, index) => {
        outcomes[place] = { outcome: kept[index] === true ? "kept" : "kept-before" };
        if (kept[index] === true) parts.noteKept(response);
      });
      return outcomes;
    },
  };
}

async function latestVersion(questionnaires: QuestionnaireStore, { study }: Study): Promise<number> {
  const latest = (await questionnaires.versions(study)).at(-1);
  if (latest === undefined) throw new Problem("study-draft");
  return latest.questionnaireVersion;
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

function unknownVersion(): Problem {
  return new Problem("invalid-answers", [
    {
      field: "questionnaireVersion",
      code: "unknown-version",
      message: { "zh-CN": "该调查没有这个问卷版本", en: "This study has no such questionnaire version" },
    },
  ]);
}
