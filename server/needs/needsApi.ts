import { z } from "zod";
import type { Estimate } from "../../stats/estimate.ts";
import type { NeedQuadrant } from "../../stats/items/needQuadrants.ts";
import type { LocalisedText } from "../../surveys/definition.ts";
import { codes, condition, variable, whom, type AnalysisOrigin } from "../analysis/analysisApi.ts";

/**
 * Body of `POST /api/studies/:study/needs`: topics that people may need, and how satisfied those are who need them.
 *
 * `satisfiedIf` are the codes of satisfaction that count as satisfied; `without` those that are no answer here.
 */
export const needsRequest = z.strictObject({
  ...whom,
  topics: z
    .array(z.strictObject({ need: condition, satisfaction: variable }))
    .min(1)
    .max(60),
  satisfiedIf: codes,
  without: codes.optional(),
});

/** A checked request. */
export type NeedsRequest = z.infer<typeof needsRequest>;

/** A topic: how much it is needed, how well it is served, and where it stands among the others. */
export interface StudiedTopic {
  /** What its satisfaction is asked with. */
  readonly variable: string;
  readonly label: LocalisedText;
  readonly need: Estimate;
  /** Among those who need it and rated it. */
  readonly satisfied: Estimate;
  /** The part of all who need it and are not satisfied: need times one less satisfied. */
  readonly gap: Estimate;
  /** `null` where one of the shares is not estimable. `isUnclear` where an interval crosses a line. */
  readonly placed: { readonly quadrant: NeedQuadrant; readonly isUnclear: boolean } | null;
}

/** Answer of `POST /api/studies/:study/needs`. */
export interface NeedsResult extends AnalysisOrigin {
  readonly request: NeedsRequest;
  readonly responses: number;
  /** In the order of the request. */
  readonly topics: readonly StudiedTopic[];
  /** Plain means over the topics; `null` where no topic has both shares. */
  readonly lines: { readonly need: number; readonly satisfied: number } | null;
  /** Places of the topics, the largest gap first; those without a gap are not in it. */
  readonly byGap: readonly number[];
}
