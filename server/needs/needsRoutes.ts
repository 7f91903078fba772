import { Router } from "express";
import { z } from "zod";
import { jsonBody } from "../http/body.ts";
import { ownStudy, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import { needsRequest } from "./needsApi.ts";
import type { NeedsService } from "./studyNeeds.ts";

/** The address of need against satisfaction. */
export function createNeedsRoutes({ needs, guard }: { needs: NeedsService; guard: Guard }): Router {
  const router = Router();

  router.post(
    "/api/studies/:study/needs",
    guard("see-estimates"),
    jsonBody(needsRequest),
    async (request, response) => {
      readQuery(z.strictObject({}), request);
      const { study } = await ownStudy(response);
      response.json(await needs.needs(study, needsRequest.parse(request.body)));
    },
  );

  return router;
}
