import { Router } from "express";
import { z } from "zod";
import { jsonBody } from "../http/body.ts";
import { accountOf, ownStudy, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import type { Problems } from "./problems.ts";
import { problemContent, problemCorrection, problemResolution } from "./problemsApi.ts";

/** The addresses of what went wrong with a study's data. */
export function createProblemsRoutes({ problems, guard }: { problems: Problems; guard: Guard }): Router {
  const router = Router();

  router.get("/api/studies/:study/problems", guard("see-estimates"), async (request, response) => {
    readQuery(z.strictObject({}), request);
    const { study } = await ownStudy(response);
    response.json(await problems.list(study));
  });

  router.post(
    "/api/studies/:study/problems",
    guard("change-studies"),
    jsonBody(problemContent),
    async (request, response) => {
      const account = accountOf(response);
      const { study } = await ownStudy(response);
      response.status(201).json(await problems.log(study, problemContent.parse(request.body), account.name));
    },
  );

  router.put(
    "/api/studies/:study/problems/:problem",
    guard("change-studies"),
    jsonBody(problemCorrection),
    async (request, response) => {
      const account = accountOf(response);
      const { study } = await ownStudy(response);
      const { version, ...content } = problemCorrection.parse(request.body);
      const problem = String(request.params["problem"]);
      response.json(await problems.correct({ study, problem, version, by: account.name }, content));
    },
  );

  router.put(
    "/api/studies/:study/problems/:problem/resolution",
    guard("change-studies"),
    jsonBody(problemResolution),
    async (request, response) => {
      const account = accountOf(response);
      const { study } = await ownStudy(response);
      const { version, done } = problemResolution.parse(request.body);
      const problem = String(request.params["problem"]);
      response.json(await problems.resolve({ study, problem, version, by: account.name }, done));
    },
  );

  return router;
}
