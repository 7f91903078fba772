import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ClaimSummary } from "../../../../server/claims/claimsApi.ts";
import { useReader, useWords } from "../../reader.ts";
import { claimsTexts } from "../../study/claims/claimsTexts.ts";
import { useSending } from "../../useSending.ts";
import { copyText } from "../copyText.ts";
import { InLink } from "../inLink.tsx";
import { RefusalNotice } from "../notice.tsx";
import type { WantedClaim } from "./citing.ts";
import "./citedNumber.css";

/** A claim that has just been made, with whether it is on the clipboard. */
interface Made {
  readonly claim: ClaimSummary;
  readonly isCopied: boolean;
}

/** Makes claims of numbers and copies what to write. */
export function useCitedNumber(study: string) {
  const { language } = useReader();
  const { isSending, refusal, send } = useSending<ClaimSummary>();
  const [made, setMade] = useState<Made | null>(null);
  return {
    isSending,
    cite: (wanted: WantedClaim): void => {
      send(`/api/studies/${study}/claims`, { method: "POST", body: wanted }, (claim) => {
        void copyText(`${sentenceOf(claim, language)}\n${markerOf(claim)}`).then((isCopied) => {
          setMade({ claim, isCopied });
        });
      });
    },
    panel: (
      <>
        {refusal !== null && <RefusalNotice refusal={refusal} />}
        {made !== null && <CitedNumber key={made.claim.claim} made={made} />}
      </>
    ),
  };
}

/** The number as it is written into a text: with its interval, n and day, and the address of its page. */
function sentenceOf({ claim, says }: ClaimSummary, language: "zh-CN" | "en"): string {
  return `${says?.state.editions[language].words ?? ""} ${location.origin}/c/${claim}`;
}

/** What is put into a report, to be replaced by the number. */
function markerOf({ claim }: Pick<ClaimSummary, "claim">): string {
  return `{{claim:${claim}}}`;
}

function CitedNumber({ made }: { made: Made }): JSX.Element {
  const { language } = useReader();
  const words = useWords(claimsTexts);
  const { isSending, refusal, send } = useSending<ClaimSummary>();
  const [claim, setClaim] = useState(made.claim);
  const [said, setSaid] = useState(words(made.isCopied ? "copiedBoth" : "made"));
  const { study, claim: name, visibility, heldBack, says } = claim;
  return (
    <div class="cited">
      <p class="soft">{says?.state.editions[language].about}</p>
      <p class="cited-words">{says?.state.editions[language].words ?? words("noAnswer")}</p>
      <p>
        <code>{markerOf(claim)}</code>
      </p>
      {refusal !== null && <RefusalNotice refusal={refusal} />}
      {visibility === "private" && (
        <p class="soft">
          {heldBack.length === 0
            ? words("privateNote")
            : words("heldBack").replace("{names}", () => heldBack.join(", "))}
        </p>
      )}
      <div class="result-tools" role="group" aria-label={words("claims")}>
        <CopyClaim claim={claim} onSaid={setSaid} />
        {visibility === "private" && heldBack.length === 0 && (
          <button
            type="button"
            class="quiet"
            disabled={isSending}
            onClick={() => {
              const path = `/api/studies/${study}/claims/${name}/visibility`;
              send(path, { method: "PUT", body: { visibility: "public" } }, (shown) => {
                setClaim(shown);
                setSaid(words("public"));
              });
            }}
          >
            {words("makePublic")}
          </button>
        )}
        <InLink to={`/studies/${study}/claims`}>{words("allClaims")}</InLink>
        <span class="result-said" role="status">
          {said}
        </span>
      </div>
    </div>
  );
}

/** Copies a claim's sentence, or its marker. */
export function CopyClaim({ claim, onSaid }: { claim: ClaimSummary; onSaid: (said: string) => void }): JSX.Element {
  const { language } = useReader();
  const words = useWords(claimsTexts);
  const copy = async (text: string): Promise<void> => {
    onSaid(words((await copyText(text)) ? "copied" : "notCopied"));
  };
  return (
    <>
      <button type="button" class="quiet" onClick={() => void copy(sentenceOf(claim, language))}>
        {words("copySentence")}
      </button>
      <button type="button" class="quiet" onClick={() => void copy(markerOf(claim))}>
        {words("copyMarker")}
      </button>
    </>
  );
}
