import type { Codebook } from "../../surveys/codebook/codebook.ts";
import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import { whoAnswered } from "../estimates/answersTo.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { QuestionnaireVersion } from "../fielding/questionnaireStore.ts";
import { mediansBy, type Counted } from "./arrivals.ts";
import type { StudyOverview } from "./overviewApi.ts";

/** How far those went on answering who sent their answers to a questionnaire version. */
export function pageProgress(
  { questionnaireVersion, definition }: Pick<QuestionnaireVersion, "questionnaireVersion" | "definition">,
  { columns, design }: Pick<Counted, "columns" | "design">,
): NonNullable<StudyOverview["pages"]> {
  const codebook = deriveCodebook(definition);
  const versions = columns.questionnaireVersion;
  const ofVersion = new Int8Array(columns.rows);
  for (let row = 0; row < ofVersion.length; row++) ofVersion[row] = versions[row] === questionnaireVersion ? 0 : -1;
  const pages = 1 + codebook.questions.reduce((last, { page }) => Math.max(last, page), -1);
  const lastAnswered = lastAnsweredPages(codebook, columns);
  const stopped = new Int32Array(pages + 1);
  for (let row = 0; row < columns.rows; row++) {
    if (ofVersion[row] !== 0) continue;
    const place = (lastAnswered[row] ?? -1) + 1;
    stopped[place] = (stopped[place] ?? 0) + 1;
  }
  const responses = stopped.reduce((sum, count) => sum + count, 0);
  return {
    questionnaireVersion,
    responses,
    progress: Array.from({ length: pages }, (_, page) => ({
      title: definition.pages?.[page]?.title ?? null,
      answering: stopped.slice(page + 1).reduce((sum, count) => sum + count, 0),
      medianSeconds: mediansBy(
        { codes: ofVersion, categories: 1 },
        columns.pageSeconds[page] ?? noTimes(columns),
        design,
      )(0),
    })),
  };
}

/** For each row the last page on which anything was answered; -1 for none. */
function lastAnsweredPages({ questions }: Codebook, columns: StudyColumns): Int16Array {
  const last = new Int16Array(columns.rows).fill(-1);
  for (const question of questions) {
    const isAnswered = whoAnswered(question, columns);
    for (let row = 0; row < last.length; row++)
      if (isAnswered[row] === 1 && (last[row] ?? -1) < question.page) last[row] = question.page;
  }
  return last;
}

function noTimes({ rows }: StudyColumns): Float64Array {
  return new Float64Array(rows).fill(Number.NaN);
}
