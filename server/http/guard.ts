import type { RequestHandler, Response } from "express";
import type { Account } from "../accounts/account.ts";
import type { Accounts } from "../accounts/accounts.ts";
import type { Action } from "../accounts/accountsApi.ts";
import { may } from "../accounts/permissions.ts";
import { Problem } from "../problem.ts";
import { tokenIn } from "./sessionCookie.ts";

/** Lets a request pass when the person behind it may do something. */
export type Guard = (action: Action) => RequestHandler;

/** Makes the guard that stands before every researcher's address. */
export function createGuard(accounts: Accounts): Guard {
  return (action) => async (request, response, next) => {
    const token = tokenIn(request);
    const account = token === null ? null : await accounts.signedIn(token);
    if (account === null) throw new Problem("sign-in-needed");
    if (!may(account, action)) throw new Problem("not-allowed");
    response.locals["account"] = account;
    response.set("Cache-Control", "no-store");
    next();
  };
}

/** The person whom the guard let pass. */
export function accountOf(response: Response): Account {
  return response.locals["account"] as Account;
}
