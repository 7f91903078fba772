import type { Account } from "../accounts/account.ts";
import { mayUseStudy } from "../accounts/permissions.ts";
import { Problem } from "../problem.ts";
import type { Study } from "./study.ts";
import { studyNamed } from "./studyNamed.ts";
import type { StudyStore } from "./studyStore.ts";

/** Finds a study for an account. */
export type OwnStudy = (name: string, account: Account) => Promise<Study>;

/**
 * Makes the look-up that every researcher's address goes through: the study of that name if the account may use it.
 *
 * Someone else's study is answered like one that does not exist, so that names cannot be found out by trying.
 */
export function createOwnStudy(studies: StudyStore): OwnStudy {
  return async (name, account) => {
    const study = await studyNamed(studies, name);
    if (mayUseStudy(account, study)) return study;
    throw new Problem("not-found", [
      { field: "study", code: "unknown-study", message: { "zh-CN": "没有这项调查", en: "There is no such study" } },
    ]);
  };
}
