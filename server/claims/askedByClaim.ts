import type { Codebook } from "../../surveys/codebook/codebook.ts";
import { namesRead } from "../analysis/breaks.ts";
import { questionsOf, variablesIn } from "../figures/askedOf.ts";
import type { ClaimContent } from "./claimsApi.ts";

/** The questions, scores and breakdowns whose answers a claim shows, each once. */
export function askedByClaim(content: ClaimContent, codebook: Codebook): string[] {
  return questionsOf(variablesOfClaim(content), codebook);
}

/** Names of the questions, variables, scores and breakdowns that a claim reads. */
export function variablesOfClaim(content: ClaimContent): string[] {
  switch (content.kind) {
    case "estimate": {
      const { question, indicator, by, filter } = content.request;
      return namesRead({ names: [question, ...by], conditions: [indicator, filter] });
    }
    case "difference": {
      const { first, second, filter } = content.request;
      return namesRead({ names: [content.item.variable], conditions: [first, second, filter] });
    }
    case "gap":
      return variablesIn({ kind: "quadrant", request: content.request });
    case "contrast": {
      const { outcome, positive, contrasts, adjustedFor, filter } = content.request;
      return namesRead({ names: [outcome, ...adjustedFor], conditions: [positive, ...contrasts, filter] });
    }
  }
}
