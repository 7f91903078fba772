import { Router, type Response } from "express";
import type { Config } from "../config.ts";
import { jsonBody } from "../http/body.ts";
import { callersLimit } from "../http/callersLimit.ts";
import { clearToken, setToken, tokenIn } from "../http/sessionCookie.ts";
import { Problem } from "../problem.ts";
import type { Account } from "./account.ts";
import type { Accounts } from "./accounts.ts";
import { setUp, signIn, type SignedIn } from "./accountsApi.ts";
import { actionsOf } from "./permissions.ts";

/** The addresses of setting up, signing in and out. */
export function createAccountsRoutes({ accounts, config }: { accounts: Accounts; config: Config }): Router {
  const router = Router();
  const limit = callersLimit(config.SIGN_INS_PER_MINUTE, { skipSuccessfulRequests: true });
  const isSecure = config.PUBLIC_ADDRESS?.startsWith("https:") ?? false;
  const welcome = (response: Response, { account, token }: { account: Account; token: string }): void => {
    setToken(response, token, { isSecure });
    response.status(201).json(signedIn(account));
  };

  router.post("/api/setup", limit, jsonBody(setUp), async (request, response) => {
    welcome(response, await accounts.setUp(setUp.parse(request.body)));
  });

  router.post("/api/session", limit, jsonBody(signIn), async (request, response) => {
    welcome(response, await accounts.signIn(signIn.parse(request.body)));
  });

  router.get("/api/session", async (request, response) => {
    const token = tokenIn(request);
    const account = token === null ? null : await accounts.signedIn(token);
    if (account === null) throw new Problem("sign-in-needed");
    response.set("Cache-Control", "no-store").json(signedIn(account));
  });

  router.delete("/api/session", async (request, response) => {
    const token = tokenIn(request);
    if (token !== null) await accounts.signOut(token);
    clearToken(response);
    response.status(204).end();
  });

  return router;
}

function signedIn(account: Account): SignedIn {
  return { name: account.name, may: actionsOf(account) };
}
