import { Router } from "express";
import { z } from "zod";
import type { OwnStudy } from "../fielding/ownStudy.ts";
import { jsonBody } from "../http/body.ts";
import { accountOf, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import { contrastsRequest } from "./contrastsApi.ts";
import type { ContrastsService } from "./studyContrasts.ts";

/** The address that compares groups of a study. */
export function createContrastsRoutes({
  contrasts,
  ownStudy,
  guard,
}: {
  contrasts: ContrastsService;
  ownStudy: OwnStudy;
  guard: Guard;
}): Router {
  const router = Router();

  router.post(
    "/api/studies/:study/contrasts",
    guard("see-estimates"),
    jsonBody(contrastsRequest),
    async (request, response) => {
      readQuery(z.strictObject({}), request);
      const { study } = await ownStudy(String(request.params["study"]), accountOf(response));
      response.json(await contrasts.contrasts(study, contrastsRequest.parse(request.body)));
    },
  );

  return router;
}
