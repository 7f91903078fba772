import type { Design } from "../../stats/design.ts";
import type { Codebook } from "../../surveys/codebook/codebook.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";

/** What an analysis is made from. */
export interface AnalysisSource {
  readonly columns: StudyColumns;
  readonly codebook: Codebook;
  readonly design: Design;
  /** First days of questionnaire versions that broke with those before. */
  readonly brokenOn: readonly string[];
}
