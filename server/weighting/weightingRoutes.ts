import { Router } from "express";
import { z } from "zod";
import { sharesOf } from "../../surveys/populations/population.ts";
import { populations } from "../../surveys/populations/populations.ts";
import type { OwnStudy } from "../fielding/ownStudy.ts";
import { bytesOf, csvBytes, jsonBody, type BodyLimits } from "../http/body.ts";
import { accountOf, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import { Problem } from "../problem.ts";
import { mostMarginsBytes, readMargins } from "./readMargins.ts";
import type { Weighting } from "./weighting.ts";
import {
  runWanted,
  schemeContent,
  schemeName,
  schemeQuery,
  type PopulationList,
  type SchemeList,
  type SchemeWithVersions,
} from "./weightingApi.ts";

/** Enough for a scheme with every county of China in a table of its own. */
const schemeLimits: BodyLimits = { bytes: 1_048_576, depth: 8, members: 20_000 };

/** The addresses with which a researcher weights a study. */
export function createWeightingRoutes({
  weighting: { schemes, reports, runs },
  ownStudy,
  guard,
}: {
  weighting: Weighting;
  ownStudy: OwnStudy;
  guard: Guard;
}): Router {
  const router = Router();
  const noQuery = z.strictObject({});

  router.get("/api/populations", guard("see-estimates"), (request, response) => {
    readQuery(noQuery, request);
    response.json(populationList);
  });

  router.get("/api/studies/:study/weighting", guard("see-estimates"), async (request, response) => {
    readQuery(noQuery, request);
    const { study } = await ownStudy(String(request.params["study"]), accountOf(response));
    const list: SchemeList = {
      schemes: await Promise.all(
        (await schemes.list(study)).map(async ({ scheme, schemeVersion, name, note }) => ({
          scheme,
          schemeVersion,
          name,
          note,
          current: await reports.current(study, scheme),
        })),
      ),
    };
    response.json(list);
  });

  router.post(
    "/api/studies/:study/weighting/margins",
    guard("weight-responses"),
    csvBytes(mostMarginsBytes),
    async (request, response) => {
      await ownStudy(String(request.params["study"]), accountOf(response));
      response.json(await readMargins([bytesOf(request)]));
    },
  );

  router.put(
    "/api/studies/:study/weighting/:scheme",
    guard("weight-responses"),
    jsonBody(schemeContent, schemeLimits),
    async (request, response) => {
      const { study } = await ownStudy(String(request.params["study"]), accountOf(response));
      const content = schemeContent.parse(request.body);
      const { scheme, isNew } = await schemes.put(study, nameIn(request.params["scheme"]), content);
      response.status(isNew ? 201 : 200).json(scheme);
    },
  );

  router.get("/api/studies/:study/weighting/:scheme", guard("see-estimates"), async (request, response) => {
    const { limit } = readQuery(schemeQuery, request);
    const { study } = await ownStudy(String(request.params["study"]), accountOf(response));
    const scheme = await schemes.named(study, nameIn(request.params["scheme"]));
    const found: SchemeWithVersions = { scheme, versions: await reports.versions(study, scheme.scheme, limit) };
    response.json(found);
  });

  router.post(
    "/api/studies/:study/weighting/:scheme/runs",
    guard("weight-responses"),
    jsonBody(runWanted),
    async (request, response) => {
      const study = await ownStudy(String(request.params["study"]), accountOf(response));
      const { preview, blocks } = runWanted.parse(request.body);
      const name = nameIn(request.params["scheme"]);
      if (!preview) {
        response.status(201).json(await runs.run(study, name, blocks));
        return;
      }
      response.json(await runs.preview(study, await schemes.named(study.study, name), blocks));
    },
  );

  router.get(
    "/api/studies/:study/weighting/:scheme/versions/:version",
    guard("see-estimates"),
    async (request, response) => {
      readQuery(noQuery, request);
      const { study } = await ownStudy(String(request.params["study"]), accountOf(response));
      const version = versionNumber.safeParse(request.params["version"]);
      // No version has the number 0.
      response.json(await reports.report(study, nameIn(request.params["scheme"]), version.data ?? 0));
    },
  );

  return router;
}

const versionNumber = z
  .string()
  .regex(/^[1-9]\d{0,6}$/)
  .transform(Number);

function nameIn(parameter: unknown): string {
  const name = schemeName.safeParse(parameter);
  if (name.success) return name.data;
  throw new Problem("not-found", [
    {
      field: "scheme",
      code: "not-a-name",
      message: {
        "zh-CN": "方案名称只能用小写字母、数字和连字符",
        en: "A scheme's name has lower-case letters, digits and hyphens",
      },
    },
  ]);
}

const populationList: PopulationList = {
  populations: Array.from(populations, ([population, { margins, ...about }]) => ({
    population,
    ...about,
    margins: margins.map((margin) => ({ margin: margin.variable, shares: sharesOf(margin) })),
  })),
};
