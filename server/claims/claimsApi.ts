import { z } from "zod";
import type { Estimate } from "../../stats/estimate.ts";
import type { Language, Translated } from "../../surveys/language.ts";
import { analysisRequest, code, variable, type AffectingProblem } from "../analysis/analysisApi.ts";
import { comparisonRequest } from "../analysis/comparisonApi.ts";
import { contrastsRequest, contrastTests } from "../contrasts/contrastsApi.ts";
import type { MethodsLine, Withdrawal } from "../figures/figuresApi.ts";
import { needsRequest } from "../needs/needsApi.ts";
import type { WeightUsed } from "../weighting/weightingApi.ts";

/** Which item of an answer: by names, so that it stays the same whatever else the answer holds by then. */
const item = z.strictObject({ variable: variable.optional(), code: code.optional() });

/** What a claim asks: a request, and which one number of its answer. `docs/claims.md` explains each kind. */
export const claimContent = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("estimate"),
    request: analysisRequest,
    /** Needed where the answer has several items. */
    item: item.default({}),
    /** A code of each breakdown; without any, all together. */
    group: z.array(code).max(2).default([]),
  }),
  z.strictObject({ kind: z.literal("difference"), request: comparisonRequest, item }),
  z.strictObject({
    kind: z.literal("gap"),
    request: needsRequest.extend({ topics: needsRequest.shape.topics.max(1) }),
  }),
  z.strictObject({
    kind: z.literal("contrast"),
    request: contrastsRequest.extend({ contrasts: contrastsRequest.shape.contrasts.max(1) }),
    number: z.enum(contrastTests),
  }),
]);

/** A checked claim. */
export type ClaimContent = z.infer<typeof claimContent>;

/** A claim in one language. */
export interface ClaimEdition {
  /** What the number is of: the question, the item and the group. */
  readonly about: string;
  /** The question in its own words. */
  readonly wording: string;
  /** The number alone; where there is none, why. */
  readonly value: string;
  /** The number with interval, n and day, as it stands in a sentence; where there is none, why. */
  readonly words: string;
  readonly methods: readonly MethodsLine[];
}

/** All that a claim says, fit for the public: what is hashed and frozen. */
export interface ClaimState {
  readonly format: "dingxin-claim/1";
  readonly claim: string;
  readonly study: {
    readonly study: string;
    readonly title: Translated;
    readonly simulated: boolean;
    readonly timeZone: string;
  };
  /** ISO 8601 in UTC. */
  readonly asOf: string;
  readonly content: ClaimContent;
  readonly weight: WeightUsed;
  /** Shares and gaps from 0 to 1; a difference of shares is a net, -1 to 1; a ratio of odds is above 0. */
  readonly estimate: Estimate;
  readonly editions: Readonly<Record<Language, ClaimEdition>>;
}

/** A state with the SHA-256 of its JSON with sorted members. */
export interface HashedClaim {
  readonly state: ClaimState;
  readonly sha256: string;
}

/**
 * How a number that was said stands to the one there is now: `holds` where it is the same as printed, or within the
 * interval; `no-number` where there is none now.
 */
export type Standing =
  { readonly kind: "holds" | "drifted"; readonly difference: number } | { readonly kind: "no-number" };

/** `claim.json`. */
export interface ClaimFile extends HashedClaim {
  /** When it was frozen; `null` for a claim that says what the answers say now. */
  readonly frozenAt: string | null;
  readonly withdrawn: Withdrawal | null;
  /** What is known by now to be wrong with the answers it is made from. */
  readonly problems: readonly AffectingProblem[];
  /** Of a frozen claim what it would say now and how it stands to that; `null` for a live one, and where nothing can be asked. */
  readonly now: (HashedClaim & { readonly standing: Standing }) | null;
  readonly address: string;
  readonly citations: Readonly<Record<"gb-t-7714" | "apa" | "bibtex", string>>;
}

/** A claim as its researchers see it. */
export interface ClaimSummary {
  readonly claim: string;
  readonly study: string;
  readonly visibility: "private" | "public";
  readonly madeAt: string;
  readonly frozenAt: string | null;
  readonly withdrawn: Withdrawal | null;
  readonly content: ClaimContent;
  /** What it says: the frozen state, else the present one; `null` where the study cannot answer it any more. */
  readonly says: HashedClaim | null;
  /** The present state of a frozen claim, and how the frozen one stands to it. */
  readonly now: (HashedClaim & { readonly standing: Standing }) | null;
  /** Questions it shows that the study does not let be public: while there are any it cannot be. */
  readonly heldBack: readonly string[];
}

/** Answer of `GET /api/studies/:study/claims`. */
export interface ClaimList {
  readonly claims: readonly ClaimSummary[];
}

/** A claim as it goes into a sentence. */
export interface SaidClaim {
  /** The number alone. */
  readonly value: string;
  /** The number with interval, n and day. */
  readonly words: string;
  /** The path of its page, `/c/…`. */
  readonly address: string;
  readonly sha256: string;
  /** ISO 8601 in UTC. */
  readonly asOf: string;
}
