import { Router } from "express";
import { z } from "zod";
import type { OwnStudy } from "../fielding/ownStudy.ts";
import { accountOf, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import type { Overviews } from "./studyOverview.ts";

/** The address of how a study's fielding goes. */
export function createOverviewRoutes({
  overviews,
  ownStudy,
  guard,
}: {
  overviews: Overviews;
  ownStudy: OwnStudy;
  guard: Guard;
}): Router {
  const router = Router();
  router.get("/api/studies/:study/overview", guard("see-estimates"), async (request, response) => {
    readQuery(z.strictObject({}), request);
    const study = await ownStudy(String(request.params["study"]), accountOf(response));
    response.json(await overviews.overview(study));
  });
  return router;
}
