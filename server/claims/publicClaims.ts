import type { Clock } from "../clock.ts";
import type { Asking } from "../figures/asking.ts";
import { citationsOf } from "../figures/citations.ts";
import { isFigureName } from "../figures/figureNames.ts";
import type { FigureStore } from "../figures/figureStore.ts";
import { createRecentFigures } from "../figures/recentFigures.ts";
import { claimProblems } from "./claimProblems.ts";
import { claimPath } from "./claimPath.ts";
import type { ClaimReading } from "./claimReading.ts";
import type { ClaimFile, ClaimState } from "./claimsApi.ts";
import type { ClaimStore } from "./claimStore.ts";
import { noSuchClaim } from "./noSuchClaim.ts";

/** Gives claims to everyone. */
export type PublicClaims = ReturnType<typeof createPublicClaims>;

/** Makes the door to claims for those without an account. */
export function createPublicClaims({
  claimStore,
  figureStore,
  reading,
  asking,
  clock,
}: {
  claimStore: ClaimStore;
  figureStore: FigureStore;
  reading: ClaimReading;
  asking: Asking;
  clock: Clock;
}) {
  // What may be public of a study is kept with the figures.
  const changing = { changes: () => claimStore.changes() + figureStore.changes() };
  return {
    /**
     * A public claim.
     *
     * @throws {Problem} `not-found`, the same for a claim there is not and for one that is not public.
     */
    open: createRecentFigures(
      { store: changing, asking, clock },
      async ({ claim, origin }: { claim: string; origin: string }) => {
        const kept = isFigureName(claim) ? await claimStore.find(claim) : null;
        if (kept === null || !(await reading.isPublic(kept))) throw noSuchClaim();
        const { says, now } = await reading.read(kept);
        if (says === null) throw noSuchClaim();
        const address = `${origin}${claimPath(claim)}`;
        const frozenAt = kept.frozen?.frozenAt ?? null;
        const citations = citationsOf({ of: citable(says.state), address, frozenAt, now: clock() });
        const { withdrawn } = kept;
        const problems = await claimProblems(says.state, asking);
        const file: ClaimFile = { ...says, frozenAt, withdrawn, problems, now, address, citations };
        return { study: kept.study, value: file };
      },
    ),
  };
}

function citable({ claim, asOf, study, editions }: ClaimState) {
  const titled = (language: keyof ClaimState["editions"]) => ({
    title: editions[language].about,
    methods: editions[language].methods,
  });
  return {
    name: claim,
    form: "Survey estimate",
    asOf,
    study,
    editions: { "zh-CN": titled("zh-CN"), en: titled("en") },
  } as const;
}
