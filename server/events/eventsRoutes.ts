import { Router } from "express";
import { z } from "zod";
import { jsonBody } from "../http/body.ts";
import { ownStudy, type Guard } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import { Problem } from "../problem.ts";
import { mostEvents, newEvent, type StudyEvents } from "./eventsApi.ts";
import type { EventStore } from "./eventStore.ts";

/** The addresses of what happened while a study was in the field. */
export function createEventsRoutes({ events, guard }: { events: EventStore; guard: Guard }): Router {
  const router = Router();
  const noQuery = z.strictObject({});

  router.get("/api/studies/:study/events", guard("see-estimates"), async (request, response) => {
    readQuery(noQuery, request);
    const { study } = await ownStudy(response);
    const list: StudyEvents = { events: await events.list(study, mostEvents) };
    response.json(list);
  });

  router.post("/api/studies/:study/events", guard("change-studies"), jsonBody(newEvent), async (request, response) => {
    const { study } = await ownStudy(response);
    if ((await events.count(study)) >= mostEvents) throw tooMany();
    const added = await events.add(study, newEvent.parse(request.body));
    if (added === null) throw thereAlready();
    response.status(201).json(added);
  });

  router.delete("/api/studies/:study/events/:event", guard("change-studies"), async (request, response) => {
    readQuery(noQuery, request);
    const { study } = await ownStudy(response);
    if (!(await events.remove(study, String(request.params["event"])))) throw unknown();
    response.status(204).end();
  });

  return router;
}

function tooMany(): Problem {
  return new Problem("too-large", [
    {
      field: "events",
      code: "too-many-events",
      message: { "zh-CN": `一项调查最多 ${mostEvents} 个事件`, en: `A study has at most ${mostEvents} events` },
    },
  ]);
}

function thereAlready(): Problem {
  return new Problem("already-exists", [
    {
      field: "title",
      code: "same-event",
      message: { "zh-CN": "这一天已有同样的事件", en: "The day has this very event already" },
    },
  ]);
}

function unknown(): Problem {
  return new Problem("not-found", [
    { field: "event", code: "unknown-event", message: { "zh-CN": "没有这个事件", en: "There is no such event" } },
  ]);
}
