import { Router } from "express";
import { z } from "zod";
import { jsonBody } from "../http/body.ts";
import { ownStudy, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import { Problem } from "../problem.ts";
import type { Indicators } from "./indicators.ts";
import { indicatorContent, indicatorName, type Indicator, type IndicatorList } from "./indicatorsApi.ts";

/** The addresses with which a researcher says what a study is watched for. */
export function createIndicatorsRoutes({ indicators, guard }: { indicators: Indicators; guard: Guard }): Router {
  const router = Router();
  const noQuery = z.strictObject({});

  router.get("/api/studies/:study/indicators", guard("see-estimates"), async (request, response) => {
    readQuery(noQuery, request);
    const { study } = await ownStudy(response);
    const list: IndicatorList = { indicators: await indicators.list(study) };
    response.json(list);
  });

  router.put(
    "/api/studies/:study/indicators/:indicator",
    guard("change-studies"),
    jsonBody(indicatorContent),
    async (request, response) => {
      readQuery(noQuery, request);
      const { study } = await ownStudy(response);
      const content = indicatorContent.parse(request.body);
      const indicator: Indicator = { study, indicator: nameIn(request.params["indicator"]), ...content };
      const { isNew } = await indicators.put(indicator);
      response.status(isNew ? 201 : 200).json(indicator);
    },
  );

  router.delete("/api/studies/:study/indicators/:indicator", guard("change-studies"), async (request, response) => {
    readQuery(noQuery, request);
    const { study } = await ownStudy(response);
    await indicators.remove(study, nameIn(request.params["indicator"]));
    response.status(204).end();
  });

  return router;
}

function nameIn(parameter: unknown): string {
  const name = indicatorName.safeParse(parameter);
  if (name.success) return name.data;
  throw new Problem("not-found", [
    {
      field: "indicator",
      code: "not-a-name",
      message: {
        "zh-CN": "指标名称只能用小写字母、数字和连字符",
        en: "An indicator's name has lower-case letters, digits and hyphens",
      },
    },
  ]);
}
