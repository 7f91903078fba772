import type { Study } from "../fielding/study.ts";
import type { Asking } from "../figures/asking.ts";
import { nullIfProblem } from "../problem.ts";
import { askedByClaim } from "./askedByClaim.ts";
import type { ClaimList, ClaimState, ClaimSummary, HashedClaim, Standing } from "./claimsApi.ts";
import { createClaimStates, type StatesFrom } from "./claimStates.ts";
import type { ClaimStore, KeptClaim } from "./claimStore.ts";
import { noSuchClaim } from "./noSuchClaim.ts";
import { printedStep, standingOf } from "./standing.ts";

/** Finds claims and what they say. */
export type ClaimReading = ReturnType<typeof createClaimReading>;

/** More of a study could not be overlooked. */
export const mostClaims = 500;

/** What a claim says: its frozen state, else the present one. Of a frozen one also what it would say now. */
export interface ClaimRead {
  readonly says: HashedClaim | null;
  readonly now: (HashedClaim & { readonly standing: Standing }) | null;
}

/**
 * Makes what finds claims and works out what they say: a public one what the public is shown, a private one what may be
 * public of the responses there are now, since beside what nobody was shown nothing is withheld.
 */
export function createClaimReading({
  store,
  freshAsking,
  freezingAsking,
  ...from
}: { store: ClaimStore; freshAsking: Asking; freezingAsking: Asking } & StatesFrom) {
  const { asking, figureReading } = from;
  const shownStateOf = createClaimStates(from);
  const freshStateOf = createClaimStates({ ...from, asking: freshAsking });

  const heldBack = async ({ study, content }: Pick<KeptClaim, "study" | "content">): Promise<string[]> =>
    figureReading.heldBackOf(study, askedByClaim(content, await asking.codebook(study)));

  const read = async (kept: KeptClaim): Promise<ClaimRead> => {
    // A study may have lost the question since.
    const live = await nullIfProblem((kept.visibility === "public" ? shownStateOf : freshStateOf)(kept));
    if (kept.frozen === null) return { says: live, now: null };
    // Written by this program, and hashed as it was.
    const state = JSON.parse(kept.frozen.state) as ClaimState;
    const says = { state, sha256: kept.frozen.sha256 };
    return { says, now: live === null ? null : { ...live, standing: standingOfFrozen(state, live.state) } };
  };

  const summary = async (kept: KeptClaim): Promise<ClaimSummary> => {
    const { frozen, ...rest } = kept;
    const [{ says, now }, held] = await Promise.all([read(kept), heldBack(kept)]);
    return { ...rest, frozenAt: frozen?.frozenAt ?? null, says, now, heldBack: held };
  };

  return {
    /** What a claim would say of the responses there are now. @throws {Problem} where the study cannot answer it. */
    freshStateOf,
    /** What it would say to the public; throws likewise. */
    shownStateOf,
    /** What it says, to be frozen: what is shown later is held against it. */
    stateToFreeze: createClaimStates({ ...from, asking: freezingAsking }),
    heldBack,
    read,
    summary,

    /** A study's claim. @throws {Problem} `not-found` where the study has none of that name. */
    async own({ study }: Study, claim: string): Promise<KeptClaim> {
      const found = await store.find(claim);
      if (found?.study === study) return found;
      throw noSuchClaim();
    },

    /** Whether everyone may see a claim: it is public, and its study lets all its questions be. */
    async isPublic(kept: KeptClaim): Promise<boolean> {
      return kept.visibility === "public" && (await heldBack(kept)).length === 0;
    },

    /** A study's claims, the newest first. */
    async list({ study }: Study): Promise<ClaimList> {
      return { claims: await Promise.all((await store.list(study, mostClaims)).map(summary)) };
    },
  };
}

function standingOfFrozen({ estimate }: ClaimState, now: ClaimState): Standing {
  if (estimate.kind === "not-estimable") return { kind: "no-number" };
  return standingOf({ value: estimate.value, step: printedStep(estimate) }, now.estimate);
}
