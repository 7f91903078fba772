import { z } from "zod";
import type { Estimate, NotEstimable } from "../../stats/estimate.ts";
import type { CronbachAlpha } from "../../stats/scales/cronbachAlpha.ts";
import type { McDonaldOmega } from "../../stats/scales/mcdonaldOmega.ts";
import type { ScaleFault } from "../../stats/scales/scaleFault.ts";
import type { LocalisedText } from "../../surveys/definition.ts";
import { step, whom, type AnalysisBreak, type AnalysisWindow, type AnalysisOrigin } from "../analysis/analysisApi.ts";
import type { QuestionEstimates } from "../estimates/estimatesApi.ts";

/** Body of `POST /api/studies/:study/scales/:score`: of whom, and with `every` how reliable the scale was over time. */
export const scaleRequest = z.strictObject({ ...whom, every: step.optional() });

/** A checked request. */
export type ScaleRequest = z.infer<typeof scaleRequest>;

/** How far the items of a scale measure the same among some respondents. */
export interface Reliability {
  readonly alpha: Omit<CronbachAlpha, "ifDeleted" | "itemRest"> | ScaleFault | NotEstimable;
  readonly omega: Omit<McDonaldOmega, "loadings"> | ScaleFault | NotEstimable;
}

/** One item of a scale and how it goes with the others. */
export interface ScaleItem {
  readonly name: string;
  readonly label: LocalisedText;
  /** Of its points, among those who answered it. */
  readonly mean: Estimate;
  /** Its correlation with the sum of the others, among those who answered all; `null` where there is none. */
  readonly itemRest: number | null;
  /** Alpha of the others; `null` where there is none. */
  readonly alphaIfDeleted: number | null;
  /** Its correlation with the one factor; `null` where none was fitted. */
  readonly loading: number | null;
}

/** Answer of `POST /api/studies/:study/scales/:score`. */
export interface ScaleStatistics extends AnalysisOrigin {
  readonly request: ScaleRequest;
  /** Responses in the period and filter, whatever their weight and answer. */
  readonly responses: number;
  /** Its distribution, bands, mean and share screening positive. */
  readonly score: Extract<QuestionEstimates, { shape: "score" }>;
  readonly reliability: Reliability;
  readonly items: readonly ScaleItem[];
  /** With `every`: the same of each window; one that holds a break has none. */
  readonly windows: readonly (AnalysisWindow & Reliability)[];
  readonly breaks: readonly AnalysisBreak[];
}
