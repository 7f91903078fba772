import { Router } from "express";
import { z } from "zod";
import type { Language } from "../../surveys/language.ts";
import type { Config } from "../config.ts";
import { originOf } from "../http/originOf.ts";
import { readQuery } from "../http/query.ts";
import { keptForAMinute, openToAll, servedPage } from "../http/servedPage.ts";
import type { Problem } from "../problem.ts";
import { claimPage } from "./page/claimPage.ts";
import { claimPageWords } from "./page/claimPageWords.ts";
import type { PublicClaims } from "./publicClaims.ts";

const noQuery = z.strictObject({});

/** The addresses of claims for everyone: a page and a file each. */
export function createPublicClaimsRoutes({
  publicClaims,
  config,
}: {
  publicClaims: PublicClaims;
  config: Config;
}): Router {
  const router = Router();

  router.get(
    "/c/:claim",
    servedPage(notThere, async (request, response, frame) => {
      readQuery(noQuery, request);
      const claim = String(request.params["claim"]);
      const file = await publicClaims.open({ claim, origin: originOf(request, config) });
      keptForAMinute(response);
      return claimPage(file, frame);
    }),
  );

  router.get("/c/:claim/claim.json", async (request, response) => {
    // Who may not see the claim learns nothing from the rest.
    const file = await publicClaims.open({ claim: request.params.claim, origin: originOf(request, config) });
    readQuery(noQuery, request);
    keptForAMinute(response);
    openToAll(response);
    response.json(file);
  });

  return router;
}

function notThere({ problem }: Problem, language: Language): { title: string; text: string } | null {
  if (problem !== "not-found") return null;
  return { title: claimPageWords.notFoundTitle[language], text: claimPageWords.notFound[language] };
}
