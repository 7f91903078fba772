import { Router } from "express";
import { z } from "zod";
import { jsonBody } from "../http/body.ts";
import { ownStudy, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import { Problem } from "../problem.ts";
import type { Collectors } from "./collectors.ts";
import { collectorContent, collectorName, type Collector, type CollectorList } from "./collectorsApi.ts";

/** The addresses with which a researcher makes the links through which answers come in. */
export function createCollectorsRoutes({ collectors, guard }: { collectors: Collectors; guard: Guard }): Router {
  const router = Router();
  const noQuery = z.strictObject({});

  router.get("/api/studies/:study/collectors", guard("see-studies"), async (request, response) => {
    readQuery(noQuery, request);
    const { study } = await ownStudy(response);
    const list: CollectorList = { collectors: await collectors.list(study) };
    response.json(list);
  });

  router.put(
    "/api/studies/:study/collectors/:collector",
    guard("change-studies"),
    jsonBody(collectorContent),
    async (request, response) => {
      readQuery(noQuery, request);
      const { study } = await ownStudy(response);
      const content = collectorContent.parse(request.body);
      const collector: Collector = { collector: nameIn(request.params["collector"]), ...content };
      const { isNew } = await collectors.put(study, collector);
      response.status(isNew ? 201 : 200).json(collector);
    },
  );

  router.delete("/api/studies/:study/collectors/:collector", guard("change-studies"), async (request, response) => {
    readQuery(noQuery, request);
    const { study } = await ownStudy(response);
    await collectors.remove(study, nameIn(request.params["collector"]));
    response.status(204).end();
  });

  return router;
}

function nameIn(parameter: unknown): string {
  const name = collectorName.safeParse(parameter);
  if (name.success) return name.data;
  const message = {
    "zh-CN": "渠道代号只能用小写字母、数字和连字符，最多 64 个",
    en: "A collector’s code has lower-case letters, digits and hyphens, at most 64",
  };
  throw new Problem("invalid-parameter", [{ field: "collector", code: "not-a-name", message }]);
}
