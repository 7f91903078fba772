import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ClaimSummary } from "../../../../server/claims/claimsApi.ts";
import { RefusalNotice } from "../../parts/notice.tsx";
import { CopyClaim } from "../../parts/result/citedNumber.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useSending } from "../../useSending.ts";
import { WithdrawForm } from "../figures/frozenList.tsx";
import { claimsTexts } from "./claimsTexts.ts";

/** A claim: its frozen and its present number, whether the one still holds, and what can be done with it. */
export function ClaimCard({ claim, onChanged }: { claim: ClaimSummary; onChanged: () => void }): JSX.Element {
  const { language } = useReader();
  const words = useWords(claimsTexts);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { says, visibility, heldBack, withdrawn } = claim;
  const edition = says?.state.editions[language];
  return (
    <li class="card claims-card">
      <header class="figures-head">
        <h2>{edition?.about ?? claim.claim}</h2>
        <p class="soft">
          <span class={visibility === "public" ? "figures-state figures-public" : "figures-state"}>
            {words(visibility)}
          </span>{" "}
          <code>{claim.claim}</code>
        </p>
      </header>
      {withdrawn !== null && (
        <p class="fault">
          {words("withdrawn")}
          {withdrawn.reason[language]}
        </p>
      )}
      {edition === undefined ? <p class="soft">{words("noAnswer")}</p> : <Numbers claim={claim} />}
      {visibility === "private" && heldBack.length > 0 && (
        <p class="soft">{words("heldBack").replace("{names}", () => heldBack.join(", "))}</p>
      )}
      {isWithdrawing ? (
        <WithdrawForm
          path={`${pathOf(claim)}/withdrawal`}
          onEnd={(isDone) => {
            setWithdrawing(false);
            if (isDone) onChanged();
          }}
        />
      ) : (
        <Actions
          claim={claim}
          onChanged={onChanged}
          onWithdraw={() => {
            setWithdrawing(true);
          }}
        />
      )}
    </li>
  );
}

function pathOf({ study, claim }: ClaimSummary): string {
  return `/api/studies/${study}/claims/${claim}`;
}

/** What it says; of a frozen one also what it would say now, and how the two stand. */
function Numbers({ claim: { says, frozenAt, withdrawn, now } }: { claim: ClaimSummary }): JSX.Element {
  const { language } = useReader();
  const words = useWords(claimsTexts);
  const said = says?.state.editions[language].words;
  return (
    <dl class="claims-numbers">
      <div>
        <dt>{words(frozenAt === null ? "live" : "frozen")}</dt>
        <dd class={withdrawn === null ? "claims-words" : "claims-words claims-withdrawn"}>
          {withdrawn === null ? said : <del>{said}</del>}
        </dd>
        {frozenAt !== null && (
          <dd class="soft">
            SHA-256 <code>{says?.sha256.slice(0, 12)}…</code>
          </dd>
        )}
      </div>
      {now !== null && (
        <div>
          <dt>{words("now")}</dt>
          <dd>
            {now.state.editions[language].words}{" "}
            <span class={`claims-standing ${now.standing.kind}`}>{words(now.standing.kind)}</span>
          </dd>
        </div>
      )}
    </dl>
  );
}

function Actions({
  claim,
  onChanged,
  onWithdraw,
}: {
  claim: ClaimSummary;
  onChanged: () => void;
  onWithdraw: () => void;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(claimsTexts);
  const { isSending, refusal, send } = useSending<unknown>();
  const [said, setSaid] = useState("");
  const isPublic = claim.visibility === "public";
  return (
    <>
      {refusal !== null && <RefusalNotice refusal={refusal} />}
      <div class="result-tools" role="group" aria-label={claim.says?.state.editions[language].about ?? claim.claim}>
        <CopyClaim claim={claim} onSaid={setSaid} />
        <button
          type="button"
          class="quiet"
          disabled={isSending || (!isPublic && claim.heldBack.length > 0)}
          onClick={() => {
            const body = { visibility: isPublic ? "private" : "public" };
            send(`${pathOf(claim)}/visibility`, { method: "PUT", body }, onChanged);
          }}
        >
          {words(isPublic ? "makePrivate" : "makePublic")}
        </button>
        {claim.frozenAt === null && claim.withdrawn === null && (
          <button
            type="button"
            class="quiet"
            disabled={isSending}
            onClick={() => {
              send(`${pathOf(claim)}/frozen`, { method: "POST" }, onChanged);
            }}
          >
            {words("freeze")}
          </button>
        )}
        {claim.withdrawn === null && (
          <button type="button" class="quiet" onClick={onWithdraw}>
            {words("withdraw")}
          </button>
        )}
        {isPublic && (
          <a class="figures-link" href={`/c/${claim.claim}?lang=${language}`} target="_blank" rel="noopener">
            {words("open")}
          </a>
        )}
        <span class="result-said" role="status">
          {said}
        </span>
      </div>
    </>
  );
}
