import type { Clock } from "../clock.ts";
import type { StudyStore } from "../fielding/studyStore.ts";
import type { Asking } from "../figures/asking.ts";
import { createFigureServices } from "../figures/figureServices.ts";
import type { FigureStore } from "../figures/figureStore.ts";
import { createFreezingAsking, createFreshAsking, createPublicAsking } from "../figures/publicAsking.ts";
import type { ShownStore } from "../figures/shownStore.ts";
import type { Segmenter } from "../texts/segmenter.ts";
import { createArticleChecks } from "./check/articleChecks.ts";
import { createClaimReading } from "./claimReading.ts";
import { createClaims } from "./claims.ts";
import type { ClaimStore } from "./claimStore.ts";
import { createPublicClaims } from "./publicClaims.ts";

/** Makes all that figures and claims are made and shown with: they ask for estimates as everyone does, and never see a response. */
export function createPublishing(
  stores: { figureStore: FigureStore; shownStore: ShownStore; claimStore: ClaimStore },
  parts: { studies: StudyStore; asking: Asking; segmenter: Segmenter; clock: Clock },
) {
  const { figureStore, shownStore, claimStore } = stores;
  const figureServices = createFigureServices(stores, parts);
  // A public claim is what the public is shown, to its researchers too: they compare it with what stands in articles.
  const shown = { ...parts, asking: createPublicAsking(parts.asking, shownStore) };
  const reading = createClaimReading({
    store: claimStore,
    ...figureServices,
    ...shown,
    freshAsking: createFreshAsking(parts.asking),
    freezingAsking: createFreezingAsking(parts.asking, shownStore),
  });
  const publicClaims = createPublicClaims({ claimStore, figureStore, reading, ...shown });
  return {
    ...figureServices,
    claimReading: reading,
    claims: createClaims({ store: claimStore, reading, clock: parts.clock }),
    publicClaims,
    articleChecks: createArticleChecks({ publicClaims, claimStore, reading, ...figureServices, ...shown }),
  };
}
