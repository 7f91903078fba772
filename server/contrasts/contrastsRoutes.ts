import { Router } from "express";
import { z } from "zod";
import { jsonBody } from "../http/body.ts";
import { ownStudy, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import { contrastsRequest } from "./contrastsApi.ts";
import type { ContrastsService } from "./studyContrasts.ts";

/** The address that compares groups of a study. */
export function createContrastsRoutes({ contrasts, guard }: { contrasts: ContrastsService; guard: Guard }): Router {
  const router = Router();

  router.post(
    "/api/studies/:study/contrasts",
    guard("see-estimates"),
    jsonBody(contrastsRequest),
    async (request, response) => {
      readQuery(z.strictObject({}), request);
      const { study } = await ownStudy(response);
      response.json(await contrasts.contrasts(study, contrastsRequest.parse(request.body)));
    },
  );

  return router;
}
