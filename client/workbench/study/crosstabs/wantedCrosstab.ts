import type { AnalysisRequest } from "../../../../server/analysis/analysisApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import type { AddressQuery } from "../../useAddressQuery.ts";
import { columnChoices, rowChoices } from "./crosstabChoices.ts";

/** How tests may be adjusted, the usual way first. */
export const offeredAdjustments = [
  "holm",
  "bonferroni",
  "benjamini-hochberg",
  "none",
] as const satisfies readonly AnalysisRequest["adjustment"][];

/** What the ground of a cell shows, the usual first. */
export const offeredShadings = ["share", "distance", "none"] as const;

/** What a table's ground shows. */
export type Shading = (typeof offeredShadings)[number];

/** A table as the address says it. */
export interface WantedCrosstab {
  readonly rows: string;
  readonly by: string;
  /** Empty for one table of everyone. */
  readonly layer: string;
  readonly adjustment: AnalysisRequest["adjustment"];
  readonly shading: Shading;
  readonly hasIntervals: boolean;
}

/** The table that an address wants; what it leaves open is the first scale or question by the first groups there are. */
export function wantedIn(query: AddressQuery["query"], codebook: Codebook): WantedCrosstab {
  const by = query.get("by") ?? firstOf(columnChoices(codebook), "");
  return {
    by,
    rows: query.get("rows") ?? firstOf(rowChoices(codebook), by),
    layer: query.get("layer") ?? "",
    adjustment: offeredAdjustments.find((name) => name === query.get("adjust")) ?? offeredAdjustments[0],
    shading: offeredShadings.find((name) => name === query.get("shade")) ?? offeredShadings[0],
    hasIntervals: query.get("intervals") === "1",
  };
}

function firstOf(groups: ReturnType<typeof rowChoices>, other: string): string {
  return groups.flatMap(({ choices }) => choices).find(({ name }) => name !== other)?.name ?? "";
}
