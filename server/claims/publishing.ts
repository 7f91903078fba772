import type { Clock } from "../clock.ts";
import type { StudyStore } from "../fielding/studyStore.ts";
import type { Asking } from "../figures/asking.ts";
import { createFigureServices } from "../figures/figureServices.ts";
import type { FigureStore } from "../figures/figureStore.ts";
import type { Segmenter } from "../texts/segmenter.ts";
import { createArticleChecks } from "./check/articleChecks.ts";
import { createClaimReading } from "./claimReading.ts";
import { createClaims } from "./claims.ts";
import type { ClaimStore } from "./claimStore.ts";
import { createPublicClaims } from "./publicClaims.ts";

/** Makes all that figures and claims are made and shown with: they ask for estimates as everyone does, and never see a response. */
export function createPublishing(
  { figureStore, claimStore }: { figureStore: FigureStore; claimStore: ClaimStore },
  parts: { studies: StudyStore; asking: Asking; segmenter: Segmenter; clock: Clock },
) {
  const figureServices = createFigureServices(figureStore, parts);
  const reading = createClaimReading({ store: claimStore, ...figureServices, ...parts });
  const publicClaims = createPublicClaims({ claimStore, figureStore, reading, ...parts });
  return {
    ...figureServices,
    claimReading: reading,
    claims: createClaims({ store: claimStore, reading, clock: parts.clock }),
    publicClaims,
    articleChecks: createArticleChecks({ publicClaims, claimStore, reading, ...figureServices, ...parts }),
  };
}
