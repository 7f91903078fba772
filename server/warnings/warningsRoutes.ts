import { Router } from "express";
import { ownStudy, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import type { Warnings } from "./studyWarnings.ts";
import { warningsQuery } from "./warningsApi.ts";

/** The address of what a study warns of. */
export function createWarningsRoutes({ warnings, guard }: { warnings: Warnings; guard: Guard }): Router {
  const router = Router();
  router.get("/api/studies/:study/warnings", guard("see-estimates"), async (request, response) => {
    const { weight } = readQuery(warningsQuery, request);
    const study = await ownStudy(response);
    response.json(await warnings.warnings(study, weight));
  });
  return router;
}
