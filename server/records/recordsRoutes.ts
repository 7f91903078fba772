import { Router } from "express";
import { accountOf, ownStudy, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import type { Records } from "./records.ts";
import { openingsQuery, recordsQuery } from "./recordsApi.ts";

/** The addresses at which single responses are read, and at which it can be seen who read them. */
export function createRecordsRoutes({ records, guard }: { records: Records; guard: Guard }): Router {
  const router = Router();

  router.get("/api/studies/:study/records", guard("read-responses"), async (request, response) => {
    const query = readQuery(recordsQuery, request);
    const account = accountOf(response);
    const { study } = await ownStudy(response);
    response.json(await records.page(study, account.name, query));
  });

  router.get("/api/studies/:study/records/openings", guard("read-responses"), async (request, response) => {
    const { limit } = readQuery(openingsQuery, request);
    const { study } = await ownStudy(response);
    response.json(await records.openings(study, limit));
  });

  return router;
}
