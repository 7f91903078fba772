import { Router, type RequestHandler } from "express";
import { z } from "zod";
import type { Action } from "../accounts/accountsApi.ts";
import { templates } from "../../surveys/questionnaires/templates.ts";
import type { Clock } from "../clock.ts";
import type { CopySettings } from "../copies/copySettings.ts";
import type { Drafts } from "../drafts/drafts.ts";
import { jsonBody } from "../http/body.ts";
import { accountOf, ownStudy } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import { Problem, type FieldFault } from "../problem.ts";
import { calendarDay, isTimeZone } from "./calendarDay.ts";
import { newStudy, pageQuery, studyChange, studyCopy, type StudyList, type StudySummary } from "./fieldingApi.ts";
import { openingOn } from "./opening.ts";
import type { QuestionnaireStore } from "./questionnaireStore.ts";
import type { ResponseStore } from "./responseStore.ts";
import type { Study } from "./study.ts";
import type { StudyStore } from "./studyStore.ts";

/** What the researcher's addresses of studies need. */
export interface StudiesParts {
  readonly studies: StudyStore;
  readonly questionnaires: QuestionnaireStore;
  readonly responses: ResponseStore;
  readonly drafts: Pick<Drafts, "begin">;
  readonly copySettings: CopySettings;
  readonly clock: Clock;
  readonly guard: (action: Action) => RequestHandler;
}

/** The addresses with which a researcher makes, sees and changes studies. */
export function createStudiesRoutes(parts: StudiesParts): Router {
  const { studies, guard } = parts;
  const router = Router();
  const addStudy = async (asked: z.infer<typeof studyCopy>, owner: string): Promise<Study> => {
    mustBeSensible(asked);
    const study: Study = { ...asked, state: "draft", simulated: false, owner };
    if (!(await studies.add(study))) throw new Problem("already-exists", [nameTaken]);
    return study;
  };

  router.get("/api/studies", guard("see-studies"), async (request, response) => {
    const { limit, cursor = "" } = readQuery(pageQuery, request);
    const found = await studies.list({ after: cursor, limit: limit + 1, owner: accountOf(response).name });
    const shown = await Promise.all(found.slice(0, limit).map((study) => summarise(study, parts)));
    const list: StudyList = { studies: shown, nextCursor: found.length > limit ? (shown.at(-1)?.study ?? null) : null };
    response.json(list);
  });

  router.post("/api/studies", guard("change-studies"), jsonBody(newStudy), async (request, response) => {
    const { template, ...asked } = newStudy.parse(request.body);
    const study = await addStudy(asked, accountOf(response).name);
    if (template !== "empty") await parts.drafts.begin(study.study, templates[template]);
    response.status(201).json(await summarise(study, parts));
  });

  router.post("/api/studies/:study/copies", guard("change-studies"), jsonBody(studyCopy), async (request, response) => {
    const copied = await ownStudy(response);
    const study = await addStudy(studyCopy.parse(request.body), accountOf(response).name);
    await parts.copySettings(copied.study, study.study);
    response.status(201).json(await summarise(study, parts));
  });

  router.get("/api/studies/:study", guard("see-studies"), async (request, response) => {
    readQuery(z.strictObject({}), request);
    const study = await ownStudy(response);
    response.json(await summarise(study, parts));
  });

  router.patch("/api/studies/:study", guard("change-studies"), jsonBody(studyChange), async (request, response) => {
    const study = await ownStudy(response);
    const change = withoutUndefined(studyChange.parse(request.body));
    mustBeSensible({ ...study, ...change });
    const isOtherZone = change.timeZone !== undefined && change.timeZone !== study.timeZone;
    if (isOtherZone && (await parts.responses.count(study.study)) > 0)
      throw new Problem("invalid-parameter", [timeZoneStays]);
    if (change.state === "open" && (await parts.questionnaires.versions(study.study)).length === 0) {
      throw new Problem("study-draft", [nothingFielded]);
    }
    const changed = (await studies.change(study.study, change)) ?? study;
    response.json(await summarise(changed, parts));
  });

  return router;
}

async function summarise(study: Study, parts: StudiesParts): Promise<StudySummary> {
  const { owner: _owner, ...shown } = study;
  const [versions, responses] = await Promise.all([
    parts.questionnaires.versions(study.study),
    parts.responses.count(study.study),
  ]);
  return {
    ...shown,
    opening: openingOn(calendarDay(parts.clock(), study.timeZone), study),
    questionnaireVersion: versions.at(-1)?.questionnaireVersion ?? null,
    responses,
  };
}

type Change = z.infer<typeof studyChange>;
type Given<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

function withoutUndefined(change: Change): Given<Change> {
  // A field that was not sent is not changed.
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

/** @throws {Problem} `invalid-parameter` naming the field that contradicts the rest. */
function mustBeSensible({ timeZone, firstDay, lastDay }: Pick<Study, "timeZone" | "firstDay" | "lastDay">): void {
  if (!isTimeZone(timeZone)) throw new Problem("invalid-parameter", [noSuchTimeZone]);
  if (firstDay !== null && lastDay !== null && firstDay > lastDay)
    throw new Problem("invalid-parameter", [endsTooEarly]);
}

const nameTaken: FieldFault = {
  field: "study",
  code: "taken",
  message: { "zh-CN": "这个名称已被使用", en: "This name is taken" },
};
const nothingFielded: FieldFault = {
  field: "state",
  code: "no-questionnaire",
  message: { "zh-CN": "请先发布问卷，再开放调查", en: "Field a questionnaire before opening the study" },
};
const noSuchTimeZone: FieldFault = {
  field: "timeZone",
  code: "unknown-time-zone",
  message: { "zh-CN": "没有这个时区", en: "There is no such time zone" },
};
const timeZoneStays: FieldFault = {
  field: "timeZone",
  code: "has-responses",
  message: {
    "zh-CN": "已有回答，时区不能再改：每份回答的日期按时区确定",
    en: "There are responses, so the time zone stays: it decides which day each is of",
  },
};
const endsTooEarly: FieldFault = {
  field: "lastDay",
  code: "before-first-day",
  message: { "zh-CN": "结束日期早于开始日期", en: "The last day is before the first" },
};
