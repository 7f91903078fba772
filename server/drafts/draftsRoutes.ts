import { Router } from "express";
import { z } from "zod";
import { summaryOf } from "../fielding/fielding.ts";
import { definitionBytes, jsonBody } from "../http/body.ts";
import { ownStudy, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import type { Drafts } from "./drafts.ts";
import { draftContent, draftFielding } from "./draftsApi.ts";

/** A definition as a text inside a text, where each quotation mark takes two bytes. */
const draftLimits = { bytes: 2 * definitionBytes, depth: 4, members: 5_000 };

/** The addresses with which a researcher writes a questionnaire before it is fielded. */
export function createDraftsRoutes({ drafts, guard }: { drafts: Drafts; guard: Guard }): Router {
  const router = Router();
  const noQuery = z.strictObject({});

  router.get("/api/studies/:study/draft", guard("see-studies"), async (request, response) => {
    readQuery(noQuery, request);
    const { study } = await ownStudy(response);
    response.json(await drafts.draftOf(study));
  });

  router.put(
    "/api/studies/:study/draft",
    guard("change-studies"),
    jsonBody(draftContent, draftLimits),
    async (request, response) => {
      readQuery(noQuery, request);
      const { study } = await ownStudy(response);
      response.json(await drafts.keep(study, draftContent.parse(request.body)));
    },
  );

  router.delete("/api/studies/:study/draft", guard("change-studies"), async (request, response) => {
    const { revision } = readQuery(draftFielding, request);
    const { study } = await ownStudy(response);
    await drafts.discard(study, revision);
    response.status(204).end();
  });

  router.post(
    "/api/studies/:study/draft/fielding",
    guard("change-studies"),
    jsonBody(draftFielding),
    async (request, response) => {
      readQuery(noQuery, request);
      const { study } = await ownStudy(response);
      const { revision } = draftFielding.parse(request.body);
      response.status(201).json(summaryOf(await drafts.field(study, revision)));
    },
  );

  return router;
}
