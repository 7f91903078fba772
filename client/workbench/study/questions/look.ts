import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import type { WantedAnalysis } from "../../useAnalysis.ts";

/** Through what every question of the page is looked at. */
export interface Look {
  readonly study: string;
  readonly codebook: Codebook;
  /** The lens as part of a request, and its filter in words. */
  readonly through: WantedAnalysis;
  readonly filterWords: string;
  /** The variable that respondents are divided by; empty for all together. */
  readonly by: string;
  /** Responses in the study: numbers are asked for again when they grow. */
  readonly responses: number;
}
