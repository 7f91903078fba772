import { Problem } from "../problem.ts";
import type { FieldedVersion, FieldedVersions } from "./fieldedVersions.ts";
import type { Submission } from "./fieldingApi.ts";
import { receiptOf, responseIdOf } from "./receipt.ts";
import type { Response } from "./response.ts";
import type { ResponseStore } from "./responseStore.ts";
import { otherContent, responseTo, type Provenance } from "./responseTo.ts";
import type { Study } from "./study.ts";

/** What keeping needs. `receiptSecret` is the installation's own; `noteKept` hears of each response once it is kept. */
export interface BulkAdmissionParts {
  readonly fieldedVersions: FieldedVersions;
  readonly responses: ResponseStore;
  readonly receiptSecret: Buffer;
  readonly noteKept: (response: Response) => void;
}

/** A submission with what is known of it. */
export type KnownSubmission = { readonly submission: Submission; readonly day: string } & Partial<Provenance>;

/** Why a submission was not taken. */
interface Refused {
  readonly outcome: "refused";
  readonly problem: Problem;
}

/** What became of one of many submissions. */
export type Admitted = { readonly outcome: "kept" | "kept-before" } | Refused;

/** Makes the part of admission that loaders use. */
export function createBulkAdmission(parts: BulkAdmissionParts) {
  const { fieldedVersions, responses, receiptSecret, noteKept } = parts;

  const prepared = (
    { study }: Study,
    { submission, day, weight = null, gridUnit = null, flags = [] }: KnownSubmission,
    version: FieldedVersion,
  ): Response => {
    const id = responseIdOf(receiptOf(receiptSecret, { study, submissionKey: submission.submissionKey }));
    return responseTo(submission, version, { study, day, weight, gridUnit, flags, id });
  };

  const keep = async ({ study }: Study, many: readonly Response[]): Promise<Admitted[]> => {
    const isNew = await responses.keepMany(many);
    const again = many.filter((_, index) => isNew[index] !== true).map(({ submissionKey }) => submissionKey);
    const before = await responses.contentsUnder(study, again);
    return many.map((response, index) => {
      if (isNew[index] === true) {
        noteKept(response);
        return { outcome: "kept" };
      }
      const isSame = before.get(response.submissionKey) === response.contentHash;
      return isSame ? { outcome: "kept-before" } : { outcome: "refused", problem: otherContent() };
    });
  };

  return {
    /**
     * Admits many answers with their days and weights, as a loader does; one that is refused does not stop the rest.
     *
     * What was kept before under a key must have the same content, as for a single answer.
     */
    async admitMany(study: Study, many: readonly KnownSubmission[]): Promise<Admitted[]> {
      const versionOf = await versionsFor(fieldedVersions, study, many);
      const tried = many.map((known) =>
        refusedOr(() => ({ response: prepared(study, known, versionOf(known.submission)) })),
      );
      const kept = await keep(
        study,
        tried.flatMap((one) => ("response" in one ? [one.response] : [])),
      );
      const rest = kept.values();
      return tried.map((one) => ("response" in one ? (rest.next().value as Admitted) : one));
    },

    /** Why each of many answers would be refused, or `null`; keeps nothing. */
    async refusals(study: Study, many: readonly KnownSubmission[]): Promise<(Problem | null)[]> {
      const versionOf = await versionsFor(fieldedVersions, study, many);
      return many.map(({ submission }) => {
        const tried = refusedOr(() => ({ answers: versionOf(submission).check(submission.answers) }));
        return "answers" in tried ? null : tried.problem;
      });
    },
  };
}

/** Finds the versions that many submissions are for, so that each is then at hand. */
async function versionsFor(fieldedVersions: FieldedVersions, study: Study, many: readonly KnownSubmission[]) {
  const found = new Map<number | undefined, FieldedVersion | Problem>();
  for (const { submission } of many) {
    const wanted = submission.questionnaireVersion;
    if (found.has(wanted)) continue;
    const version = await fieldedVersions.wanted(study, submission).catch((error: unknown) => refused(error).problem);
    found.set(wanted, version);
  }
  return ({ questionnaireVersion }: Submission): FieldedVersion => {
    const version = found.get(questionnaireVersion);
    if (version === undefined || version instanceof Problem) throw version ?? new Problem("study-draft");
    return version;
  };
}

function refusedOr<Done>(work: () => Done): Done | Refused {
  try {
    return work();
  } catch (error) {
    return refused(error);
  }
}

/**
 * What becomes of answers that cannot be taken.
 *
 * @throws whatever is no `Problem`.
 */
function refused(error: unknown): Refused {
  if (!(error instanceof Problem)) throw error;
  return { outcome: "refused", problem: error };
}
