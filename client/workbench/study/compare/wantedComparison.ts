import type { ComparisonRequest } from "../../../../server/analysis/comparisonApi.ts";
import type { StudyDays } from "../../../../server/estimates/estimatesApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import type { AddressQuery } from "../../useAddressQuery.ts";
import type { WantedComparison } from "../../useAnalysis.ts";
import { closedVariables } from "../lens/closedVariables.ts";
import { requestThrough, type Lens } from "../lens/lens.ts";

/** How tests may be adjusted, the usual way first. */
export const comparisonAdjustments = [
  "benjamini-hochberg",
  "holm",
  "bonferroni",
  "none",
] as const satisfies readonly ComparisonRequest["adjustment"][];

/** How differences may be put in order, the usual way first. */
export const comparisonOrders = ["sure", "size", "questionnaire"] as const;

/** First and last day; empty where not chosen. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** What an address wants compared. */
export interface Compared {
  readonly what: "groups" | "periods";
  readonly variable: string;
  /** Codes as texts, of each group. */
  readonly codes: { readonly a: readonly string[]; readonly b: readonly string[] };
  readonly periods: { readonly a: Period; readonly b: Period };
  readonly adjustment: ComparisonRequest["adjustment"];
  readonly order: (typeof comparisonOrders)[number];
  readonly isOnlySure: boolean;
  readonly isAll: boolean;
}

/**
 * What an address wants compared; what it leaves open are the first two codes of the first closed variable, or the last
 * seven days and the seven before.
 */
export function comparedIn(query: AddressQuery["query"], codebook: Codebook, days: StudyDays | null): Compared {
  const variables = closedVariables(codebook);
  const variable = query.get("variable") ?? variables[0]?.name ?? "";
  const codes = (variables.find(({ name }) => name === variable)?.values ?? []).map(({ code }) => String(code));
  const isChosen = query.has("variable");
  return {
    what: query.get("compare") === "periods" ? "periods" : "groups",
    variable,
    codes: isChosen ? { a: query.getAll("a"), b: query.getAll("b") } : { a: codes.slice(0, 1), b: codes.slice(1, 2) },
    periods: periodsIn(query, days),
    adjustment: comparisonAdjustments.find((name) => name === query.get("adjust")) ?? comparisonAdjustments[0],
    order: comparisonOrders.find((name) => name === query.get("order")) ?? comparisonOrders[0],
    isOnlySure: query.get("sure") === "1",
    isAll: query.get("all") === "1",
  };
}

function periodsIn(query: AddressQuery["query"], days: StudyDays | null): Compared["periods"] {
  const last = days?.days.at(-1)?.day ?? "";
  const usual = (ago: number): string => (last === "" ? "" : dayBefore(last, ago));
  const read = (name: string, otherwise: string): string => query.get(name) ?? otherwise;
  return {
    a: { from: read("a-from", usual(6)), to: read("a-to", usual(0)) },
    b: { from: read("b-from", usual(13)), to: read("b-to", usual(7)) },
  };
}

function dayBefore(day: string, ago: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ago);
  return date.toISOString().slice(0, 10);
}

/** The request for what is compared; `null` while a group is not chosen. */
export function requestFor(wanted: Compared, lens: Lens, codebook: Codebook): WantedComparison | null {
  const { what, variable, codes, periods, adjustment } = wanted;
  const through = requestThrough(what === "periods" ? { ...lens, from: "", to: "" } : lens, codebook);
  const { from, to, weight, exclusions, filter } = through;
  const [first, second] = (["a", "b"] as const).map((group) =>
    what === "periods" ? during(periods[group]) : withCodes(variable, codes[group], codebook),
  );
  if (first === undefined || second === undefined) return null;
  return {
    first,
    second,
    adjustment,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(weight !== undefined && { weight }),
    ...(exclusions !== undefined && { exclusions }),
    ...(filter !== undefined && { filter }),
  };
}

function during({ from, to }: Period): ComparisonRequest["first"] | undefined {
  return from === "" || to === "" ? undefined : { kind: "days", from, to };
}

function withCodes(variable: string, codes: readonly string[], codebook: Codebook) {
  return requestThrough({ from: "", to: "", weight: "", exclusions: "", only: [{ variable, codes }] }, codebook).filter;
}
