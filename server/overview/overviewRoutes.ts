import { Router } from "express";
import { z } from "zod";
import { ownStudy, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import type { Overviews } from "./studyOverview.ts";

/** The address of how a study's fielding goes. */
export function createOverviewRoutes({ overviews, guard }: { overviews: Overviews; guard: Guard }): Router {
  const router = Router();
  router.get("/api/studies/:study/overview", guard("see-estimates"), async (request, response) => {
    readQuery(z.strictObject({}), request);
    const study = await ownStudy(response);
    response.json(await overviews.overview(study));
  });
  return router;
}
