import type { Outline } from "../../charts/publishedFigure.ts";
import type { Codebook } from "../../surveys/codebook/codebook.ts";
import type { AffectingProblem, AnalysisOrigin, AnalysisRequest, AnalysisResult } from "../analysis/analysisApi.ts";
import type { ComparedItem, ComparisonOrigin, ComparisonRequest } from "../analysis/comparisonApi.ts";
import type { CrossedPeople, PeopleAsked } from "../analysis/peopleAsked.ts";
import type { ItemWanted } from "../analysis/onlyPlace.ts";
import type { Estimate } from "../../stats/estimate.ts";
import type { ContrastsRequest, ContrastsResult, ContrastTest } from "../contrasts/contrastsApi.ts";
import type { StudyEvent } from "../events/eventsApi.ts";
import type { NeedsRequest, NeedsResult } from "../needs/needsApi.ts";
import type { MadeOf } from "../problems/problemLedger.ts";
import type { SchemeMargin, WeightUsed } from "../weighting/weightingApi.ts";

/** A difference of two groups or periods on one item. */
export interface DifferenceWanted {
  readonly request: ComparisonRequest;
  readonly item: ItemWanted;
}

/** Something in two groups, and how far it is apart in them. */
export interface Apart extends AnalysisOrigin {
  readonly responses: ComparisonOrigin["responses"];
  readonly first: Estimate;
  readonly second: Estimate;
  /** The first less the second; a ratio says of itself that it is one. */
  readonly difference: Estimate;
}

/** An item in both groups, and the first group's less the second's. */
export interface DifferenceFound extends Apart {
  readonly request: ComparisonRequest;
  readonly item: Pick<ComparedItem, "variable" | "value" | "question">;
}

/** One number of a contrast: the request has one condition. */
export interface ContrastWanted {
  readonly request: ContrastsRequest;
  readonly number: ContrastTest;
}

/**
 * An outcome among those of whom the condition is true and those of whom it is not: its means, or for odds the shares with
 * a yes. Nothing is said of which causes which.
 */
export interface ContrastFound extends Apart, Pick<ContrastsResult, "request" | "title" | "positive" | "adjustedFor"> {
  readonly number: ContrastTest;
}

/**
 * What figures ask of a study: estimates and what was said of it, never a response. It is handed in, since what answers
 * reads responses, and figures are for the public. `publicAsking.ts` takes from the estimates what may not be public.
 */
export interface Asking {
  readonly analyse: (study: string, request: AnalysisRequest) => Promise<AnalysisResult>;
  readonly difference: (study: string, wanted: DifferenceWanted) => Promise<DifferenceFound>;
  readonly contrast: (study: string, wanted: ContrastWanted) => Promise<ContrastFound>;
  readonly needs: (study: string, request: NeedsRequest) => Promise<NeedsResult>;
  /** How many people of a number are also of each of others; `null` for one that the study cannot answer any more. */
  readonly crossed: (
    study: string,
    asked: { readonly one: PeopleAsked; readonly others: readonly PeopleAsked[] },
  ) => Promise<(CrossedPeople | null)[]>;
  /** The same object while no response has come. */
  readonly responses: (study: string) => Promise<object>;
  readonly codebook: (study: string) => Promise<Codebook>;
  readonly events: (study: string) => Promise<readonly StudyEvent[]>;
  /** The approved outline for the study's maps; `null` where it has none. */
  readonly outline: (study: string) => Promise<Outline | null>;
  /** The margins of the scheme behind the weights; none without a scheme. */
  readonly margins: (study: string, weight: WeightUsed) => Promise<readonly SchemeMargin[]>;
  /** The same object while nothing was said of what is wrong with the study's data. */
  readonly ledger: (study: string) => Promise<object>;
  /** What of it affects numbers that are made from certain answers. */
  readonly problems: (study: string, madeOf: MadeOf) => Promise<readonly AffectingProblem[]>;
}
