import type { Design } from "../../stats/design.ts";
import type { Codebook } from "../../surveys/codebook/codebook.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { StudyBreak } from "./breaks.ts";

/** What an analysis is made from. */
export interface AnalysisSource {
  readonly columns: StudyColumns;
  readonly codebook: Codebook;
  readonly design: Design;
  /** `breaksIn` says which of them interrupt a series. */
  readonly breaks: readonly StudyBreak[];
}
