import type { Language } from "../../surveys/language.ts";
import type { Clock } from "../clock.ts";
import { contentHash } from "../fielding/answers/contentHash.ts";
import type { Study } from "../fielding/study.ts";
import { randomName } from "../figures/figureNames.ts";
import type { Withdrawal } from "../figures/figuresApi.ts";
import { notPublishable } from "../figures/figures.ts";
import { Problem } from "../problem.ts";
import { claimPath } from "./claimPath.ts";
import { mostClaims, type ClaimReading } from "./claimReading.ts";
import type { ClaimContent, ClaimSummary, SaidClaim } from "./claimsApi.ts";
import type { ClaimStore, KeptClaim } from "./claimStore.ts";
import { noSuchClaim } from "./noSuchClaim.ts";

/** What researchers do with claims. */
export type Claims = ReturnType<typeof createClaims>;

/** Makes the rules of claims: making, showing, freezing, withdrawing, and saying them in a text. */
export function createClaims({ store, reading, clock }: { store: ClaimStore; reading: ClaimReading; clock: Clock }) {
  const now = (): string => clock().toISOString();
  return {
    /**
     * Keeps a new claim, private; one that asks the same and is still live is given instead.
     *
     * @param name where texts have to know it before.
     * @throws {Problem} `invalid-parameter` where the study cannot answer it, or it picks no number or several;
     *   `too-large` for more than 500.
     */
    async add({ study }: Study, content: ClaimContent, name = randomName()): Promise<ClaimSummary> {
      const all = await store.list(study, mostClaims);
      const asked = contentHash(content);
      const same = all.find((each) => isLive(each) && contentHash(each.content) === asked);
      if (same !== undefined) return reading.summary(same);
      if (all.length >= mostClaims) throw tooMany();
      const named = { claim: name, study, content };
      await reading.freshStateOf(named);
      const claim: KeptClaim = { ...named, visibility: "private", madeAt: now(), frozen: null, withdrawn: null };
      await store.add(claim);
      return reading.summary(claim);
    },

    /** @throws {Problem} `not-publishable` naming questions that the study does not let be public. */
    async show(study: Study, claim: string, visibility: KeptClaim["visibility"]): Promise<ClaimSummary> {
      const kept = await reading.own(study, claim);
      const held = visibility === "public" ? await reading.heldBack(kept) : [];
      if (held.length > 0) throw notPublishable(held);
      await store.show(claim, visibility);
      return reading.summary({ ...kept, visibility });
    },

    /** Keeps what a claim says now for good. @throws {Problem} `already-exists` for one that is frozen. */
    async freeze(study: Study, claim: string): Promise<ClaimSummary> {
      const kept = await reading.own(study, claim);
      const { state, sha256 } = await reading.stateToFreeze(kept);
      const frozen = { frozenAt: now(), sha256, state: JSON.stringify(state) };
      if (!(await store.freeze(claim, frozen))) throw isFrozen();
      return reading.summary({ ...kept, frozen });
    },

    /** Says why a claim should not be used any more, for good. @throws {Problem} `not-found` where that is said. */
    async withdraw(study: Study, claim: string, reason: Withdrawal["reason"]): Promise<ClaimSummary> {
      const kept = await reading.own(study, claim);
      const withdrawn = { at: now(), reason };
      if (!(await store.withdraw(claim, withdrawn))) throw noSuchClaim();
      return reading.summary({ ...kept, withdrawn });
    },

    /**
     * What a public claim of a study says in a text: its frozen number, else the present one; where there is none to be
     * had, the reason stands in its place.
     *
     * @throws {Problem} `not-found` for a claim that is not there, not public, or of another study; `claim-withdrawn`.
     */
    async said(study: string, id: string, language: Language): Promise<SaidClaim> {
      const kept = await store.find(id);
      if (kept?.study !== study || !(await reading.isPublic(kept))) throw noSuchClaim();
      if (kept.withdrawn !== null) throw wasWithdrawn(kept.withdrawn);
      const { says } = await reading.read(kept);
      if (says === null) throw noSuchClaim();
      const { value, words } = says.state.editions[language];
      return { value, words, address: claimPath(id), sha256: says.sha256, asOf: says.state.asOf };
    },
  };
}

function isLive({ frozen, withdrawn }: KeptClaim): boolean {
  return frozen === null && withdrawn === null;
}

function tooMany(): Problem {
  return new Problem("too-large", [
    {
      field: "claims",
      code: "too-many-claims",
      message: {
        "zh-CN": `一项调查最多 ${mostClaims} 个可核数字`,
        en: `A study has at most ${mostClaims} claims`,
      },
    },
  ]);
}

function isFrozen(): Problem {
  return new Problem("already-exists", [
    { field: "claim", code: "frozen", message: { "zh-CN": "已经固定", en: "It is frozen already" } },
  ]);
}

function wasWithdrawn({ reason }: Withdrawal): Problem {
  return new Problem("claim-withdrawn", [{ field: "claim", code: "withdrawn", message: reason }]);
}
