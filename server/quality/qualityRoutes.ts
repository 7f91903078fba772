import { Router } from "express";
import { z } from "zod";
import { jsonBody } from "../http/body.ts";
import { accountOf, ownStudy, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import type { Quality } from "./quality.ts";
import { rulesContent } from "./qualityApi.ts";

/** The addresses with which a researcher screens a study's answers. */
export function createQualityRoutes({
  quality: { rules, runs, reports, patterns },
  guard,
}: {
  quality: Quality;
  guard: Guard;
}): Router {
  const router = Router();
  const nothing = z.strictObject({});

  router.get("/api/studies/:study/quality", guard("see-estimates"), async (request, response) => {
    readQuery(nothing, request);
    const study = await ownStudy(response);
    response.json(await reports.report(study));
  });

  router.get("/api/studies/:study/quality/patterns", guard("see-estimates"), async (request, response) => {
    readQuery(nothing, request);
    const { study } = await ownStudy(response);
    response.json(await patterns(study));
  });

  router.post(
    "/api/studies/:study/quality/rules",
    guard("screen-responses"),
    jsonBody(rulesContent),
    async (request, response) => {
      const account = accountOf(response);
      const study = await ownStudy(response);
      response.status(201).json(await rules.add(study, rulesContent.parse(request.body), account.name));
    },
  );

  router.post(
    "/api/studies/:study/quality/runs",
    guard("screen-responses"),
    jsonBody(nothing),
    async (_request, response) => {
      const study = await ownStudy(response);
      await runs.run(study);
      response.status(201).json(await reports.report(study));
    },
  );

  return router;
}
