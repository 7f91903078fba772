import type { Codebook } from "../../surveys/codebook/codebook.ts";
import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import { mergedCodebook } from "./mergedCodebook.ts";
import type { StudyColumns } from "./studyColumns.ts";

/** The codebook of all versions of a study's questionnaire and of what was made of its answers. */
export async function studyCodebook(questionnaires: QuestionnaireStore, columns: StudyColumns): Promise<Codebook> {
  const versions = await questionnaires.versions(columns.study);
  return mergedCodebook(
    versions.map(({ definition }) => deriveCodebook(definition)),
    columns,
  );
}
