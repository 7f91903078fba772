import { Router } from "express";
import { z } from "zod";
import { jsonBody, type BodyLimits } from "../http/body.ts";
import { accountOf, ownStudy, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import { answerInSteps } from "../http/steps.ts";
import { schemeNamed } from "./schemeNamed.ts";
import type { Weighting } from "./weighting.ts";
import { previewWanted, runWanted } from "./weightingApi.ts";

/** Enough for a scheme with every county of China in a table of its own. */
export const schemeLimits: BodyLimits = { bytes: 1_048_576, depth: 8, members: 20_000 };

/** The addresses at which a study is weighted, or shown what that gave or would give. */
export function createWeightingRunsRoutes({
  weighting: { schemes, runs, reports },
  guard,
}: {
  weighting: Weighting;
  guard: Guard;
}): Router {
  const router = Router();

  router.post(
    "/api/studies/:study/weighting/:scheme/runs",
    guard("weight-responses"),
    jsonBody(runWanted),
    async (request, response) => {
      const study = await ownStudy(response);
      const { preview, blocks } = runWanted.parse(request.body);
      const name = schemeNamed(request.params["scheme"]);
      const by = accountOf(response).name;
      if (!preview) response.status(201);
      await answerInSteps(request, response, async (pace) =>
        preview
          ? runs.preview(study, await schemes.named(study.study, name), { blocks, by, pace })
          : runs.run(study, name, { blocks, by, pace }),
      );
    },
  );

  router.post(
    "/api/studies/:study/weighting/:scheme/previews",
    guard("weight-responses"),
    jsonBody(previewWanted, schemeLimits),
    async (request, response) => {
      const { name: by } = accountOf(response);
      const study = await ownStudy(response);
      const { content, blocks } = previewWanted.parse(request.body);
      const { scheme } = await schemes.drafted(
        { study: study.study, scheme: schemeNamed(request.params["scheme"]), by },
        content,
      );
      await answerInSteps(request, response, (pace) => runs.preview(study, scheme, { blocks, by, pace }));
    },
  );

  router.get(
    "/api/studies/:study/weighting/:scheme/versions/:version",
    guard("see-estimates"),
    async (request, response) => {
      readQuery(z.strictObject({}), request);
      const { study } = await ownStudy(response);
      const version = versionNumber.safeParse(request.params["version"]);
      // No version has the number 0.
      response.json(await reports.report(study, schemeNamed(request.params["scheme"]), version.data ?? 0));
    },
  );

  return router;
}

const versionNumber = z
  .string()
  .regex(/^[1-9]\d{0,6}$/)
  .transform(Number);
