import { Router } from "express";
import { z } from "zod";
import { ownStudy, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import type { Live } from "./liveCounts.ts";

/** The address at which a study's page hears of responses as they come (server-sent events). */
export function createLiveRoutes({ live, guard }: { live: Live; guard: Guard }): Router {
  const router = Router();

  router.get("/api/studies/:study/live", guard("see-estimates"), async (request, response) => {
    readQuery(z.strictObject({}), request);
    const { study } = await ownStudy(response);
    response.set({
      "Content-Type": "text/event-stream",
      // A proxy that gathers what it passes on would hold the events back.
      "X-Accel-Buffering": "no",
      // Else a service that stops would wait for what else might come on the connection.
      Connection: "close",
    });
    response.flushHeaders();
    // Express hands HEAD to GET, and nobody would ever hear the end of it.
    if (request.method === "HEAD") {
      response.end();
      return;
    }
    const write = (text: string): void => {
      // Who does not read is told later: the next event says all that this one does.
      if (!response.writableNeedDrain) response.write(text);
    };
    const leave = live.watch(study, {
      tell: (counts) => {
        write(`data: ${JSON.stringify(counts)}\n\n`);
      },
      beat: () => {
        write(":\n\n");
      },
      end: () => response.end(),
    });
    response.once("close", leave);
  });

  return router;
}
