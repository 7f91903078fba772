import type { RequestHandler, Response } from "express";
import type { Account } from "../accounts/account.ts";
import type { Accounts } from "../accounts/accounts.ts";
import type { Action } from "../accounts/accountsApi.ts";
import { may, mayUseStudy } from "../accounts/permissions.ts";
import type { Study } from "../fielding/study.ts";
import { noSuchStudy, studyNamed } from "../fielding/studyNamed.ts";
import type { StudyStore } from "../fielding/studyStore.ts";
import { Problem } from "../problem.ts";
import { tokenIn } from "./sessionCookie.ts";

/** Lets a request pass when the person behind it may do something. */
export type Guard = (action: Action) => RequestHandler;

/** Makes the guard that stands before every researcher's address. */
export function createGuard(accounts: Accounts, studies: Pick<StudyStore, "find">): Guard {
  return (action) => async (request, response, next) => {
    const token = tokenIn(request);
    if (token === null) throw new Problem("sign-in-needed");
    const name = request.params["study"];
    // Looked up beside the account, so that a page waits for the store once; `ownStudy` is who tells of it.
    const study = name === undefined ? null : studyNamed(studies, String(name));
    study?.catch(() => undefined);
    const account = await accounts.signedIn(token);
    if (account === null) throw new Problem("sign-in-needed");
    if (!may(account, action)) throw new Problem("not-allowed");
    Object.assign(response.locals, { account, study });
    response.set("Cache-Control", "no-store");
    next();
  };
}

/** The person whom the guard let pass. */
export function accountOf(response: Response): Account {
  return response.locals["account"] as Account;
}

/**
 * The study that an address behind the guard names, if the person whom it let pass may use it.
 *
 * Someone else's study is answered like one that does not exist, so that names cannot be found out by trying.
 *
 * @throws {Problem} `not-found`.
 */
export async function ownStudy(response: Response): Promise<Study> {
  const study = await (response.locals["study"] as Promise<Study>);
  if (mayUseStudy(accountOf(response), study)) return study;
  throw noSuchStudy();
}
