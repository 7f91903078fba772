import { Router } from "express";
import type { Clock } from "../clock.ts";
import { answerLimits, bodyValue, checked, jsonBytes } from "../http/body.ts";
import { languageOf } from "../http/language.ts";
import type { Admission } from "./admission.ts";
import type { BurstWatch } from "./burstWatch.ts";
import { calendarDay } from "./calendarDay.ts";
import { submission, type FieldedQuestionnaire, type Receipt } from "./fieldingApi.ts";
import { forRespondents } from "./fielding.ts";
import { notOpen, openingOn } from "./opening.ts";
import type { QuestionnaireStore } from "./questionnaireStore.ts";
import { studyNamed } from "./studyNamed.ts";
import type { StudyStore } from "./studyStore.ts";

/** What the respondent's addresses need. */
export interface RespondParts {
  readonly studies: StudyStore;
  readonly questionnaires: QuestionnaireStore;
  readonly admission: Admission;
  readonly burstWatch: BurstWatch;
  readonly clock: Clock;
}

/** The addresses that anyone may use: fetch the fielded questionnaire, send answers. */
export function createRespondRoutes({ studies, questionnaires, admission, burstWatch, clock }: RespondParts): Router {
  const router = Router();

  router.get("/api/studies/:study/questionnaire", async (request, response) => {
    const study = await studyNamed(studies, request.params.study);
    const opening = openingOn(calendarDay(clock(), study.timeZone), study);
    if (opening !== "open") throw notOpen(opening);
    const version = (await questionnaires.versions(study.study)).at(-1);
    if (version === undefined) throw notOpen("study-draft");
    const fielded: FieldedQuestionnaire = {
      study: study.study,
      title: study.title,
      simulated: study.simulated,
      languages: study.languages,
      questionnaireVersion: version.questionnaireVersion,
      definition: forRespondents(version.definition),
    };
    response.set("Cache-Control", "no-store").json(fielded);
  });

  router.post("/api/studies/:study/responses", jsonBytes(answerLimits.bytes), async (request, response) => {
    const study = await studyNamed(studies, String(request.params["study"]));
    const sent = checked(submission, bodyValue(request, answerLimits));
    const flags = burstWatch.isBurst(request.ip ?? "") ? ["burst"] : [];
    const language = sent.language ?? languageOf(request);
    const { isNew, ...receipt } = await admission.admit(study, { ...sent, language }, flags);
    const answer: Receipt = receipt;
    response
      .set("Cache-Control", "no-store")
      .status(isNew ? 201 : 200)
      .json(answer);
  });

  return router;
}
