import { Router, type RequestHandler } from "express";
import { z } from "zod";
import type { AnswerPath } from "../../surveys/codebook/codebook.ts";
import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import type { Action } from "../accounts/accountsApi.ts";
import { bytesOf, definitionBytes, jsonBytes } from "../http/body.ts";
import { accountOf } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import { Problem } from "../problem.ts";
import { textsQuery, versionQuery, type OpenTexts } from "./fieldingApi.ts";
import { fieldVersion, summaryOf } from "./fielding.ts";
import type { OwnStudy } from "./ownStudy.ts";
import type { QuestionnaireStore, QuestionnaireVersion } from "./questionnaireStore.ts";
import type { ResponseStore } from "./responseStore.ts";

/** What the addresses of questionnaires and open texts need. */
export interface QuestionnairesParts {
  readonly questionnaires: QuestionnaireStore;
  readonly responses: ResponseStore;
  readonly ownStudy: OwnStudy;
  readonly guard: (action: Action) => RequestHandler;
}

/** The addresses with which a researcher fields questionnaires and reads what people wrote. */
export function createQuestionnairesRoutes({
  questionnaires,
  responses,
  ownStudy,
  guard,
}: QuestionnairesParts): Router {
  const router = Router();
  const noQuery = z.strictObject({});

  router.post(
    "/api/studies/:study/versions",
    guard("change-studies"),
    jsonBytes(definitionBytes),
    async (request, response) => {
      const { relation } = readQuery(versionQuery, request);
      const { study } = await ownStudy(String(request.params["study"]), accountOf(response));
      const bytes = bytesOf(request);
      const { version, isNew } = await fieldVersion(questionnaires, { study, bytes, relation });
      response.status(isNew ? 201 : 200).json(summaryOf(version));
    },
  );

  router.get("/api/studies/:study/versions/:version", guard("see-studies"), async (request, response) => {
    readQuery(noQuery, request);
    const { study } = await ownStudy(String(request.params["study"]), accountOf(response));
    response.json(summaryOf(await versionNamed(questionnaires, study, String(request.params["version"]))));
  });

  router.get("/api/studies/:study/codebook", guard("see-studies"), async (request, response) => {
    readQuery(noQuery, request);
    const { study } = await ownStudy(String(request.params["study"]), accountOf(response));
    const latest = (await questionnaires.versions(study)).at(-1);
    if (latest === undefined) throw new Problem("not-found", [unknownVersion]);
    response.json(deriveCodebook(latest.definition));
  });

  router.get("/api/studies/:study/texts", guard("read-texts"), async (request, response) => {
    const { question, limit, cursor = "", containing } = readQuery(textsQuery, request);
    const { study } = await ownStudy(String(request.params["study"]), accountOf(response));
    const path = textPath(await questionnaires.versions(study), question);
    const found = await responses.texts({ study, path, containing, after: cursor, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const texts: OpenTexts = {
      study,
      question,
      texts: shown.map(({ day, text }) => ({ day, text })),
      nextCursor: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
    response.set("Cache-Control", "no-store").json(texts);
  });

  return router;
}

async function versionNamed(
  questionnaires: QuestionnaireStore,
  study: string,
  name: string,
): Promise<QuestionnaireVersion> {
  const found = /^[1-9]\d{0,5}$/.test(name) ? await questionnaires.find(study, Number(name)) : null;
  if (found === null) throw new Problem("not-found", [unknownVersion]);
  return found;
}

/**
 * Where the text variable of this name stands in an answer, by the newest version that has it.
 *
 * @throws {Problem} `invalid-parameter` when the study asks no open question of that name.
 */
function textPath(versions: readonly QuestionnaireVersion[], name: string): AnswerPath {
  const variables = versions.flatMap(({ definition }) =>
    deriveCodebook(definition).questions.flatMap((question) => question.variables),
  );
  const found = variables.findLast((variable) => variable.kind === "text" && variable.name === name);
  if (found !== undefined) return found.path;
  throw new Problem("invalid-parameter", [
    {
      field: "question",
      code: "not-an-open-question",
      message: { "zh-CN": "没有这个开放题", en: "There is no open question of this name" },
    },
  ]);
}

const unknownVersion = {
  field: "version",
  code: "unknown-version",
  message: { "zh-CN": "该调查没有这个问卷版本", en: "This study has no such questionnaire version" },
};
