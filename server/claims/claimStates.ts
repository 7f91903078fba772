import { languages, type Language } from "../../surveys/language.ts";
import { inLanguage } from "../../surveys/localised.ts";
import { contentHash } from "../fielding/answers/contentHash.ts";
import type { StudyStore } from "../fielding/studyStore.ts";
import type { Asking } from "../figures/asking.ts";
import type { FigureReading } from "../figures/figureReading.ts";
import { claimedNumber } from "./claimedNumber.ts";
import { claimEdition } from "./claimEdition.ts";
import type { ClaimEdition, ClaimState, HashedClaim } from "./claimsApi.ts";
import type { KeptClaim } from "./claimStore.ts";
import { noSuchClaim } from "./noSuchClaim.ts";

/** What a claim is worked out from. */
export interface StatesFrom {
  readonly studies: StudyStore;
  readonly asking: Asking;
  readonly figureReading: FigureReading;
}

/** Makes what works claims out. */
export function createClaimStates({ studies, asking, figureReading }: StatesFrom) {
  /**
   * What a claim says from the responses there are now.
   *
   * @throws {Problem} `invalid-parameter` where the study cannot answer it.
   */
  return async ({
    claim,
    study: name,
    content,
  }: Pick<KeptClaim, "claim" | "study" | "content">): Promise<HashedClaim> => {
    const study = await studies.find(name);
    if (study === null) throw noSuchClaim();
    const number = await claimedNumber(content, name, asking);
    const codebook = await asking.codebook(name);
    const settings = await figureReading.settingsOf(name);
    const margins = await asking.margins(name, number.result.weight);
    const known = { content, number, codebook, study, settings, margins };
    const inEach = (language: Language): ClaimEdition =>
      claimEdition(known, { language, read: (text) => inLanguage(text, language) });
    const { title, simulated, timeZone } = study;
    const state: ClaimState = {
      format: "dingxin-claim/1",
      claim,
      study: { study: name, title, simulated, timeZone },
      asOf: number.result.asOf,
      content,
      weight: number.result.weight,
      estimate: number.estimate,
      editions: Object.fromEntries(languages.map((language) => [language, inEach(language)])) as ClaimState["editions"],
    };
    return { state, sha256: contentHash(state) };
  };
}
