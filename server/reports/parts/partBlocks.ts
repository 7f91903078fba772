import type { Block } from "../document.ts";
import type { ReportContext } from "../reportContext.ts";
import type { PartName } from "../reportsApi.ts";
import { arrivals } from "./arrivals.ts";
import { indicators } from "./indicators.ts";
import { keyPoints } from "./keyPoints.ts";
import { limits, methods } from "./methods.ts";
import { needs, needsFigure } from "./needs.ts";
import { openQuestions } from "./openQuestions.ts";
import { rumours, rumoursFigure } from "./rumours.ts";
import { scales } from "./scales.ts";
import { texts } from "./texts.ts";
import { trends } from "./trends.ts";
import { whoAnswered } from "./whoAnswered.ts";

/** Of wordings the pictures of the whole report are known only at its end. */
type OwnPart = Exclude<PartName, "wordings">;

const parts: Readonly<Record<OwnPart, (context: ReportContext) => Promise<Block[]>>> = {
  "key-points": keyPoints,
  arrivals,
  indicators,
  needs,
  "needs-figure": needsFigure,
  rumours,
  "rumours-figure": rumoursFigure,
  "open-questions": openQuestions,
  "who-answered": whoAnswered,
  trends,
  scales,
  texts,
  limits,
  methods,
};

/** A part of a report, written from a study's numbers; nothing where the study has none for it. */
export function partBlocks(part: OwnPart, context: ReportContext): Promise<Block[]> {
  return parts[part](context);
}
