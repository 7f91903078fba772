import { Router } from "express";
import { z } from "zod";
import { jsonBody } from "../http/body.ts";
import { ownStudy, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import { analysisRequest, analysisRequests } from "./analysisApi.ts";
import { comparisonRequest } from "./comparisonApi.ts";
import type { AnalysisService } from "./studyAnalysis.ts";

/** The addresses that answer analysis and comparison requests. */
export function createAnalysisRoutes({ analysis, guard }: { analysis: AnalysisService; guard: Guard }): Router {
  const router = Router();

  router.post(
    "/api/studies/:study/estimates",
    guard("see-estimates"),
    jsonBody(analysisRequest),
    async (request, response) => {
      readQuery(z.strictObject({}), request);
      const { study } = await ownStudy(response);
      response.json(await analysis.analyse(study, analysisRequest.parse(request.body)));
    },
  );

  router.post(
    "/api/studies/:study/estimates/together",
    guard("see-estimates"),
    jsonBody(analysisRequests),
    async (request, response) => {
      readQuery(z.strictObject({}), request);
      const { study } = await ownStudy(response);
      const { requests } = analysisRequests.parse(request.body);
      response.json({ results: await analysis.analyseTogether(study, requests) });
    },
  );

  router.post(
    "/api/studies/:study/comparisons",
    guard("see-estimates"),
    jsonBody(comparisonRequest),
    async (request, response) => {
      readQuery(z.strictObject({}), request);
      const { study } = await ownStudy(response);
      response.json(await analysis.compare(study, comparisonRequest.parse(request.body)));
    },
  );

  return router;
}
