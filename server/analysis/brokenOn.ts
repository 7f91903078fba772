import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { QuestionnaireVersion } from "../fielding/questionnaireStore.ts";

/** The first day on which each version was answered that broke with the one before it. */
export function brokenOn(versions: readonly QuestionnaireVersion[], columns: StudyColumns): string[] {
  return versions
    .filter(({ relation }) => relation === "broken")
    .flatMap(({ questionnaireVersion }) => {
      let first: string | null = null;
      for (let row = 0; row < columns.rows; row++) {
        if ((columns.questionnaireVersion[row] ?? 0) < questionnaireVersion) continue;
        const day = columns.days[columns.day[row] ?? 0] ?? "";
        if (first === null || day < first) first = day;
      }
      return first === null ? [] : [first];
    });
}
