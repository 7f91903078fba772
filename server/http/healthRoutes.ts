import { Router } from "express";
import { Problem } from "../problem.ts";
import type { StudyStore } from "../fielding/studyStore.ts";

/** Whether the process lives (`/health`), and whether it can reach its store (`/health/ready`). */
export function createHealthRoutes({ studies }: { studies: StudyStore }): Router {
  const router = Router();
  router.get("/health", (_request, response) => {
    response.set("Cache-Control", "no-store").json({ alive: true });
  });
  router.get("/health/ready", async (_request, response) => {
    try {
      await studies.list({ after: "", limit: 1, owner: null });
    } catch {
      throw new Problem("store-unavailable", [], 5);
    }
    response.set("Cache-Control", "no-store").json({ ready: true });
  });
  return router;
}
