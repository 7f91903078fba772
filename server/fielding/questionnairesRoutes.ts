import { Router, type RequestHandler } from "express";
import { z } from "zod";
import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import type { Action } from "../accounts/accountsApi.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { mergedCodebook } from "../estimates/mergedCodebook.ts";
import { bytesOf, definitionBytes, jsonBytes } from "../http/body.ts";
import { ownStudy } from "../http/guard.ts";
import { readQuery } from "../http/query.ts";
import { Problem } from "../problem.ts";
import { versionQuery } from "./fieldingApi.ts";
import { fieldVersion, summaryOf } from "./fielding.ts";
import type { QuestionnaireStore, QuestionnaireVersion } from "./questionnaireStore.ts";

/** What the addresses of questionnaires need. */
export interface QuestionnairesParts {
  readonly questionnaires: QuestionnaireStore;
  readonly columns: ColumnsReadModel;
  readonly guard: (action: Action) => RequestHandler;
}

/** The addresses with which a researcher fields questionnaires. */
export function createQuestionnairesRoutes({ questionnaires, columns, guard }: QuestionnairesParts): Router {
  const router = Router();
  const noQuery = z.strictObject({});

  router.post(
    "/api/studies/:study/versions",
    guard("change-studies"),
    jsonBytes(definitionBytes),
    async (request, response) => {
      const { relation } = readQuery(versionQuery, request);
      const { study } = await ownStudy(response);
      const bytes = bytesOf(request);
      const { version, isNew } = await fieldVersion(questionnaires, { study, bytes, relation });
      response.status(isNew ? 201 : 200).json(summaryOf(version));
    },
  );

  router.get("/api/studies/:study/versions/:version", guard("see-studies"), async (request, response) => {
    readQuery(noQuery, request);
    const { study } = await ownStudy(response);
    response.json(summaryOf(await versionNamed(questionnaires, study, String(request.params["version"]))));
  });

  router.get("/api/studies/:study/codebook", guard("see-studies"), async (request, response) => {
    readQuery(noQuery, request);
    const { study } = await ownStudy(response);
    const latest = (await questionnaires.versions(study)).at(-1);
    if (latest === undefined) throw new Problem("not-found", [unknownVersion]);
    response.json(mergedCodebook([deriveCodebook(latest.definition)], await columns.columnsOf(study)));
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

const unknownVersion = {
  field: "version",
  code: "unknown-version",
  message: { "zh-CN": "该调查没有这个问卷版本", en: "This study has no such questionnaire version" },
};
