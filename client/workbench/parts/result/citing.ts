import { createContext } from "preact";
import type { ContrastsRequest, ContrastTest } from "../../../../server/contrasts/contrastsApi.ts";
import type { NeedsRequest } from "../../../../server/needs/needsApi.ts";
import type { ChoiceCode } from "../../../../surveys/definition.ts";
import type { WantedAnalysis, WantedComparison } from "../../useAnalysis.ts";

interface WantedItem {
  readonly variable?: string;
  readonly code?: ChoiceCode;
}

/** A claim as it is sent: what is left out of a request has its default. */
export type WantedClaim =
  | {
      readonly kind: "estimate";
      readonly request: WantedAnalysis;
      readonly item?: WantedItem;
      readonly group?: readonly ChoiceCode[];
    }
  | { readonly kind: "difference"; readonly request: WantedComparison; readonly item: WantedItem }
  | { readonly kind: "gap"; readonly request: NeedsRequest }
  | { readonly kind: "contrast"; readonly request: ContrastsRequest; readonly number: ContrastTest };

/** What the numbers of a table are, place by place; `null` for what is none. */
export type ClaimsOfTable = readonly (readonly (WantedClaim | null)[])[];

/** How a table takes part when one of its numbers is to be cited. */
export interface Citing {
  /** Whether a number may be pressed now. */
  readonly canCite: (row: number, column: number) => boolean;
  readonly cite: (row: number, column: number) => void;
}

/** Of the result around a table; without one its numbers are only read. */
export const CitingContext = createContext<Citing | null>(null);
