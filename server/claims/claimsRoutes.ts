import { Router } from "express";
import { z } from "zod";
import { visibilityChange, withdrawal } from "../figures/figuresApi.ts";
import { jsonBody } from "../http/body.ts";
import { ownStudy, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import type { ClaimReading } from "./claimReading.ts";
import type { Claims } from "./claims.ts";
import { claimContent } from "./claimsApi.ts";

/** What the addresses of claims need. */
export interface ClaimsRoutesParts {
  readonly claims: Claims;
  readonly claimReading: ClaimReading;
  readonly guard: Guard;
}

/** The addresses with which a researcher makes, freezes and shows claims. */
export function createClaimsRoutes({ claims, claimReading, guard }: ClaimsRoutesParts): Router {
  const router = Router();
  const noQuery = z.strictObject({});
  const at = "/api/studies/:study/claims";

  router.get(at, guard("see-estimates"), async (request, response) => {
    readQuery(noQuery, request);
    response.json(await claimReading.list(await ownStudy(response)));
  });

  router.post(at, guard("publish-figures"), jsonBody(claimContent), async (request, response) => {
    readQuery(noQuery, request);
    const study = await ownStudy(response);
    response.status(201).json(await claims.add(study, claimContent.parse(request.body)));
  });

  router.get(`${at}/:claim`, guard("see-estimates"), async (request, response) => {
    readQuery(noQuery, request);
    const study = await ownStudy(response);
    response.json(await claimReading.summary(await claimReading.own(study, String(request.params["claim"]))));
  });

  router.put(
    `${at}/:claim/visibility`,
    guard("publish-figures"),
    jsonBody(visibilityChange),
    async (request, response) => {
      readQuery(noQuery, request);
      const study = await ownStudy(response);
      const { visibility } = visibilityChange.parse(request.body);
      response.json(await claims.show(study, String(request.params["claim"]), visibility));
    },
  );

  router.post(`${at}/:claim/frozen`, guard("publish-figures"), async (request, response) => {
    readQuery(noQuery, request);
    const study = await ownStudy(response);
    response.status(201).json(await claims.freeze(study, String(request.params["claim"])));
  });

  router.put(`${at}/:claim/withdrawal`, guard("publish-figures"), jsonBody(withdrawal), async (request, response) => {
    readQuery(noQuery, request);
    const study = await ownStudy(response);
    const { reason } = withdrawal.parse(request.body);
    response.json(await claims.withdraw(study, String(request.params["claim"]), reason));
  });

  return router;
}
