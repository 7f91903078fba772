import type { Clock } from "../clock.ts";
import type { Collectors } from "../collectors/collectors.ts";
import { createBulkAdmission, type BulkAdmissionParts } from "./bulkAdmission.ts";
import { calendarDay } from "./calendarDay.ts";
import type { Receipt, Submission } from "./fieldingApi.ts";
import { notOpen, openingOn } from "./opening.ts";
import { receiptOf, responseIdOf } from "./receipt.ts";
import { responseTo, otherContent } from "./responseTo.ts";
import type { Response } from "./response.ts";
import type { ResponseStore } from "./responseStore.ts";
import type { Study } from "./study.ts";

/** What admission needs. */
export interface AdmissionParts extends BulkAdmissionParts {
  readonly clock: Clock;
  /** Knows the places that collectors stand for. */
  readonly collectors: Pick<Collectors, "gridUnitOf">;
}

/** Decides what is kept. */
export type Admission = ReturnType<typeof createAdmission>;

/** Makes the procedure by which answers become responses. */
export function createAdmission(parts: AdmissionParts) {
  const { fieldedVersions, responses, receiptSecret, clock, collectors, noteKept } = parts;
  return {
    /**
     * Admits one person's answers to an open study, and answers once they are on disk.
     *
     * The same key with the same content gives the same receipt however often it is sent, also after the study closed.
     *
     * @throws {Problem} why the answers cannot be taken; nothing is kept then.
     */
    async admit(study: Study, submission: Submission, flags: readonly string[]): Promise<Receipt & { isNew: boolean }> {
      const { submissionKey, collector } = submission;
      const day = calendarDay(clock(), study.timeZone);
      const opening = openingOn(day, study);
      if (opening !== "open" && (await responses.contentUnder(study.study, submissionKey)) === null)
        throw notOpen(opening);
      const version = await fieldedVersions.wanted(study, submission);
      const receipt = receiptOf(receiptSecret, { study: study.study, submissionKey });
      const gridUnit = collector === undefined ? null : await collectors.gridUnitOf(study.study, collector);
      const known = { study: study.study, day, weight: null, gridUnit, flags, id: responseIdOf(receipt) };
      const response = responseTo(submission, version, known);
      const isNew = opening === "open" && (await responses.keep(response));
      if (isNew) noteKept(response);
      else await mustBeSame(responses, response);
      return { study: study.study, submissionKey, receipt, isNew };
    },

    ...createBulkAdmission(parts),
  };
}

/** @throws {Problem} `other-content` if something else was kept under this key. */
async function mustBeSame(
  responses: ResponseStore,
  { study, submissionKey, contentHash: sent }: Response,
): Promise<void> {
  const before = await responses.contentUnder(study, submissionKey);
  if (before?.contentHash !== sent) throw otherContent();
}
