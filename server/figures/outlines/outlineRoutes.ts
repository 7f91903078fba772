import { Router } from "express";
import { z } from "zod";
import type { Codebook } from "../../../surveys/codebook/codebook.ts";
import type { Outline } from "../../../charts/publishedFigure.ts";
import { jsonBody, type BodyLimits } from "../../http/body.ts";
import { ownStudy, type Guard } from "../../http/guard.ts";
import { readQuery } from "../../http/query.ts";
import { Problem } from "../../problem.ts";
import type { FigureReading } from "../figureReading.ts";
import { outlineUpload, type OutlineSummary } from "./outlinesApi.ts";
import type { OutlineStore } from "./outlineStore.ts";
import { readOutline } from "./readOutline.ts";

/** Enough for a county's coast in full, before it is simplified. */
const outlineLimits: BodyLimits = { bytes: 4_194_304, depth: 12, members: 600_000 };

/** The addresses of a study's approved outline. */
export function createOutlineRoutes({
  outlineStore,
  figureReading,
  guard,
}: {
  outlineStore: OutlineStore;
  figureReading: FigureReading;
  guard: Guard;
}): Router {
  const router = Router();
  const noQuery = z.strictObject({});
  const at = "/api/studies/:study/outline";

  router.get(at, guard("see-estimates"), async (request, response) => {
    readQuery(noQuery, request);
    const { study } = await ownStudy(response);
    const outline = await outlineStore.of(study);
    if (outline === null) throw new Problem("not-found");
    response.json(summaryOf(outline));
  });

  /** What an upload is read as, for maps of the study. */
  const outlineIn = async (study: string, body: unknown): Promise<Outline> =>
    readOutline(outlineUpload.parse(body), codesIn(await figureReading.codebook(study)));

  router.post(
    `${at}/preview`,
    guard("publish-figures"),
    jsonBody(outlineUpload, outlineLimits),
    async (request, response) => {
      readQuery(noQuery, request);
      const { study } = await ownStudy(response);
      response.json(summaryOf(await outlineIn(study, request.body)));
    },
  );

  router.put(at, guard("publish-figures"), jsonBody(outlineUpload, outlineLimits), async (request, response) => {
    readQuery(noQuery, request);
    const { study } = await ownStudy(response);
    const outline = await outlineIn(study, request.body);
    await outlineStore.put(study, outline);
    response.json(summaryOf(outline));
  });

  router.delete(at, guard("publish-figures"), async (request, response) => {
    readQuery(noQuery, request);
    const { study } = await ownStudy(response);
    await outlineStore.remove(study);
    response.status(204).end();
  });

  return router;
}

function codesIn({ questions }: Codebook): Set<string> {
  const variables = questions.flatMap((question) => question.variables);
  return new Set(
    variables.flatMap((variable) =>
      variable.kind === "category" ? variable.values.map(({ code }) => String(code)) : [],
    ),
  );
}

function summaryOf(outline: Outline): OutlineSummary {
  const { approval, regions } = outline;
  return {
    approval,
    regions: regions.map(({ code }) => code),
    spots: regions.flatMap(({ rings }) => rings.flat()).length,
    outline,
  };
}
