import type { Codebook } from "../../surveys/codebook/codebook.ts";
import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import { mergedCodebook } from "./mergedCodebook.ts";

/** The codebook of all versions of a study's questionnaire. */
export async function studyCodebook(questionnaires: QuestionnaireStore, study: string): Promise<Codebook> {
  const versions = await questionnaires.versions(study);
  return mergedCodebook(versions.map(({ definition }) => deriveCodebook(definition)));
}
