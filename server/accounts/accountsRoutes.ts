import { createHmac, randomBytes } from "node:crypto";
import { Router, type RequestHandler, type Response } from "express";
import { rateLimit } from "express-rate-limit";
import type { Config } from "../config.ts";
import { jsonBody } from "../http/body.ts";
import { clearToken, setToken, tokenIn } from "../http/sessionCookie.ts";
import { Problem } from "../problem.ts";
import type { Account } from "./account.ts";
import type { Accounts } from "./accounts.ts";
import { setUp, signIn, type SignedIn } from "./accountsApi.ts";
import { actionsOf } from "./permissions.ts";

/** The addresses of setting up, signing in and out. */
export function createAccountsRoutes({ accounts, config }: { accounts: Accounts; config: Config }): Router {
  const router = Router();
  const limit = attempts(config.SIGN_INS_PER_MINUTE);
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

/** Bounds attempts from one network address, known only as a hash under a salt of this process; successes are free. */
function attempts(perMinute: number): RequestHandler {
  const salt = randomBytes(32);
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    skipSuccessfulRequests: true,
    standardHeaders: false,
    legacyHeaders: false,
    keyGenerator: ({ ip = "" }) => createHmac("sha256", salt).update(ip).digest("base64"),
    handler: () => {
      throw new Problem("too-many-requests", [], 60);
    },
  });
}
