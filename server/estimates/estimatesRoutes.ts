import { Router } from "express";
import { z } from "zod";
import { ownStudy, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import { estimatesQuery } from "./estimatesApi.ts";
import type { EstimatesService } from "./studyEstimates.ts";

/** The addresses of a study's numbers. */
export function createEstimatesRoutes({ estimates, guard }: { estimates: EstimatesService; guard: Guard }): Router {
  const router = Router();

  router.get("/api/studies/:study/estimates", guard("see-estimates"), async (request, response) => {
    const query = readQuery(estimatesQuery, request);
    const { study } = await ownStudy(response);
    response.json(await estimates.estimates(study, query));
  });

  router.get("/api/studies/:study/days", guard("see-estimates"), async (request, response) => {
    readQuery(z.strictObject({}), request);
    const { study, timeZone } = await ownStudy(response);
    response.json(await estimates.days(study, timeZone));
  });

  return router;
}
