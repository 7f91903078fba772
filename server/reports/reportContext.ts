import type { Reader } from "../../charts/figure.ts";
import type { ProblemNote } from "../../charts/picture/drawPicture.ts";
import type { Estimate } from "../../stats/estimate.ts";
import type { Language } from "../../surveys/language.ts";
import type { Codebook } from "../../surveys/codebook/codebook.ts";
import {
  analysisRequest,
  type AffectingProblem,
  type AnalysisRequest,
  type AnalysisResult,
} from "../analysis/analysisApi.ts";
import type { StudyEvent } from "../events/eventsApi.ts";
import type { Study } from "../fielding/study.ts";
import type { FigureContent, FigureEdition, PublicationSettings } from "../figures/figuresApi.ts";
import type { Indicator } from "../indicators/indicatorsApi.ts";
import type { NeedsRequest, NeedsResult } from "../needs/needsApi.ts";
import type { StudyOverview } from "../overview/overviewApi.ts";
import type { TermsFound } from "../texts/textsApi.ts";
import type { StudyWarnings } from "../warnings/warningsApi.ts";
import type { SchemeMargin, WeightUsed, WeightWanted } from "../weighting/weightingApi.ts";

/** What reports ask of a study: estimates and counts, never a response. */
export interface ReportAsking {
  readonly analyse: (study: string, request: AnalysisRequest) => Promise<AnalysisResult>;
  readonly needs: (study: string, request: NeedsRequest) => Promise<NeedsResult>;
  readonly codebook: (study: string) => Promise<Codebook>;
  readonly events: (study: string) => Promise<readonly StudyEvent[]>;
  readonly margins: (study: string, weight: WeightUsed) => Promise<readonly SchemeMargin[]>;
  readonly indicators: (study: string) => Promise<readonly Indicator[]>;
  readonly warnings: (study: Study, weight: WeightWanted | undefined) => Promise<StudyWarnings>;
  readonly overview: (study: Study) => Promise<StudyOverview>;
  readonly terms: (study: string, wanted: { question: string; from: string; to: string }) => Promise<TermsFound>;
  readonly settings: (study: string) => Promise<PublicationSettings>;
  /** A figure that nobody has saved; throws as one that is saved. */
  readonly described: (study: Study, content: FigureContent, language: Language) => Promise<ShownFigure>;
}

/** A figure in one language, with what is to be known of it now. */
export interface ShownFigure extends FigureEdition {
  readonly problems: readonly ProblemNote[];
  /** That it was withdrawn, say; left out for nothing. */
  readonly warning?: string;
  /** Where everyone finds it; left out where it is not found. */
  readonly address?: string | null;
}

/** Days; both ends belong to it. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** What a report is of, and whom it is for. */
export interface ReportContext {
  readonly study: Study;
  readonly reader: Reader;
  /** The day it is of. */
  readonly day: string;
  /** From the study's first day with a response to its own. */
  readonly allDays: Days;
  /** Its day and the six before, as far as the study has them. */
  readonly week: Days;
  /** What parts on needs, claims and texts are of: the week in a report of a day, all days in one of a study. */
  readonly period: Days;
  /** By which weights all its numbers are; left out, the study's own where there are any. */
  readonly weighting: { readonly weight?: WeightWanted };
  readonly codebook: Codebook;
  readonly settings: PublicationSettings;
  readonly asking: ReportAsking;
  /** What is known to be wrong with the data behind what was answered so far, by the first day of each. */
  readonly problemsMet: () => readonly AffectingProblem[];
}

/** A text in the reader's language. */
export type Say = (chinese: string, english: string) => string;

/** What says things in a reader's language. */
export function sayTo({ language }: Reader): Say {
  return (chinese, english) => (language === "zh-CN" ? chinese : english);
}

/** Asks for estimates by the report's weights, defaults filled in. */
export function analyse(context: ReportContext, request: Readonly<Partial<AnalysisRequest>>): Promise<AnalysisResult> {
  return context.asking.analyse(context.study.study, requestOf(context, request));
}

/** A request by the report's weights unless it names its own, defaults filled in. */
export function requestOf(
  { weighting }: Pick<ReportContext, "weighting">,
  request: Readonly<Partial<AnalysisRequest>>,
): AnalysisRequest {
  return analysisRequest.parse({ ...weighting, ...request });
}

/** The estimate of an answer that has only one. */
export function onlyEstimate({ estimates }: AnalysisResult): Estimate {
  return estimates[0]?.[0]?.[0] ?? { kind: "not-estimable", reason: "no-data", n: 0 };
}

const dayMs = 86_400_000;

/** The day so many days later, or earlier below 0. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** Several things in a sentence: with commas, and in English with `and` before the last. */
export function listed(parts: readonly string[], { language }: Reader): string {
  if (language === "zh-CN") return parts.join("、");
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}
