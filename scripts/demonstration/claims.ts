import { claimContent, type ClaimContent } from "../../server/claims/claimsApi.ts";
import { demonstrationScheme } from "./weighting.ts";

const weight = `scheme:${demonstrationScheme}` as const;

/** Numbers that texts about the demonstration study cite, by names that these can know before it is loaded. */
export const demonstrationClaims: Readonly<Record<string, ClaimContent>> = {
  trth7hrd23456789: claimContent.parse({
    kind: "estimate",
    request: { question: "tell_true", weight },
    item: { code: "unable" },
  }),
  vngr7hrd23456789: claimContent.parse({
    kind: "estimate",
    request: { question: "heard.vinegar", weight },
    item: { code: "yes" },
  }),
  gd7scrng23456789: claimContent.parse({
    kind: "estimate",
    request: { indicator: { kind: "number", variable: "gad7_score", from: 10, to: 21 }, weight },
  }),
};
