import type { Codebook } from "../../surveys/codebook/codebook.ts";
import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import type { QuestionnaireVersion } from "../fielding/questionnaireStore.ts";
import { mergedCodebook } from "./mergedCodebook.ts";
import type { StudyColumns } from "./studyColumns.ts";

/** With what was made of the answers of columns, which is kept as long as they are. */
const known = new WeakMap<StudyColumns, { readonly versions: number; readonly codebook: Codebook }>();

/** The codebook of all versions of a study's questionnaire and of what was made of its answers. */
export function studyCodebook(
  versions: readonly Pick<QuestionnaireVersion, "definition">[],
  columns: StudyColumns,
): Codebook {
  const before = known.get(columns);
  if (before?.versions === versions.length) return before.codebook;
  const codebook = mergedCodebook(
    versions.map(({ definition }) => deriveCodebook(definition)),
    columns,
  );
  known.set(columns, { versions: versions.length, codebook });
  return codebook;
}
