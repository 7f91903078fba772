import { Router } from "express";
import { z } from "zod";
import { sharesOf } from "../../surveys/populations/population.ts";
import { populations } from "../../surveys/populations/populations.ts";
import { bytesOf, csvBytes, jsonBody } from "../http/body.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { haveWeights } from "../estimates/studyDesign.ts";
import { accountOf, ownStudy, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import { mostMarginsBytes, readMargins } from "./readMargins.ts";
import { schemeLimits } from "./weightingRunsRoutes.ts";
import { schemeNamed } from "./schemeNamed.ts";
import type { UsualWeightsOf } from "./usualWeights.ts";
import type { Weighting } from "./weighting.ts";
import {
  schemeContent,
  schemeQuery,
  usualWanted,
  type PopulationList,
  type SchemeList,
  type SchemeWithVersions,
} from "./weightingApi.ts";

/** The addresses with which a researcher weights a study. */
export function createWeightingRoutes({
  weighting: { schemes, reports },
  usualWeights,
  columns,
  guard,
}: {
  weighting: Weighting;
  usualWeights: UsualWeightsOf;
  columns: ColumnsReadModel;
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
    const { study } = await ownStudy(response);
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
      usual: await usualWeights.of(study),
      earlierCodes: await schemes.earlierCodes(study),
      weightsExist: haveWeights(await columns.columnsOf(study)),
    };
    response.json(list);
  });

  router.patch(
    "/api/studies/:study/weighting",
    guard("weight-responses"),
    jsonBody(usualWanted),
    async (request, response) => {
      const { study } = await ownStudy(response);
      const { usualScheme } = usualWanted.parse(request.body);
      response.json(await usualWeights.choose(study, usualScheme, accountOf(response).name));
    },
  );

  router.post(
    "/api/studies/:study/weighting/margins",
    guard("weight-responses"),
    csvBytes(mostMarginsBytes),
    async (request, response) => {
      await ownStudy(response);
      response.json(await readMargins([bytesOf(request)]));
    },
  );

  router.put(
    "/api/studies/:study/weighting/:scheme",
    guard("weight-responses"),
    jsonBody(schemeContent, schemeLimits),
    async (request, response) => {
      const { name: by } = accountOf(response);
      const { study } = await ownStudy(response);
      const content = schemeContent.parse(request.body);
      const named = { study, scheme: schemeNamed(request.params["scheme"]), by };
      const { scheme, isNew } = await schemes.put(named, content);
      response.status(isNew ? 201 : 200).json(scheme);
    },
  );

  router.get("/api/studies/:study/weighting/:scheme", guard("see-estimates"), async (request, response) => {
    const { limit } = readQuery(schemeQuery, request);
    const { study } = await ownStudy(response);
    const scheme = await schemes.named(study, schemeNamed(request.params["scheme"]));
    const found: SchemeWithVersions = {
      scheme,
      schemeVersions: (await schemes.versions(study, scheme.scheme, limit)).map(
        ({ schemeVersion, name, note, by, madeAt }) => ({ schemeVersion, name, note, by, madeAt }),
      ),
      versions: await reports.versions(study, scheme.scheme, limit),
    };
    response.json(found);
  });

  return router;
}

const populationList: PopulationList = {
  populations: Array.from(populations, ([population, { margins, ...about }]) => ({
    population,
    ...about,
    margins: margins.map((margin) => ({ margin: margin.variable, shares: sharesOf(margin) })),
  })),
};
