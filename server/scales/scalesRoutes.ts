import { Router } from "express";
import { z } from "zod";
import { jsonBody } from "../http/body.ts";
import { ownStudy, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import { scaleRequest } from "./scalesApi.ts";
import type { ScalesService } from "./studyScales.ts";

/** The address of a scale's statistics. */
export function createScalesRoutes({ scales, guard }: { scales: ScalesService; guard: Guard }): Router {
  const router = Router();

  router.post(
    "/api/studies/:study/scales/:score",
    guard("see-estimates"),
    jsonBody(scaleRequest),
    async (request, response) => {
      readQuery(z.strictObject({}), request);
      const { study } = await ownStudy(response);
      const wanted = { score: String(request.params["score"]), ...scaleRequest.parse(request.body) };
      response.json(await scales.statistics(study, wanted));
    },
  );

  return router;
}
