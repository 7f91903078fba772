import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatDay } from "../../../../charts/format.ts";
import type { FigureSummary, FrozenSummary } from "../../../../server/figures/figuresApi.ts";
import { RefusalNotice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useSending } from "../../useSending.ts";
import { BothLanguages } from "./bothLanguages.tsx";
import { figuresTexts } from "./figuresTexts.ts";

/** The frozen states of a figure, the newest first. */
export function FrozenList({ figure, onChanged }: { figure: FigureSummary; onChanged: () => void }): JSX.Element {
  const words = useWords(figuresTexts);
  return (
    <div class="figures-frozen">
      <h3>{words("frozenStates")}</h3>
      <ul>
        {[...figure.frozen].reverse().map((frozen) => (
          <FrozenLine key={frozen.number} figure={figure} frozen={frozen} onChanged={onChanged} />
        ))}
      </ul>
    </div>
  );
}

function FrozenLine({
  figure,
  frozen: { number, frozenAt, sha256, withdrawn },
  onChanged,
}: {
  figure: FigureSummary;
  frozen: FrozenSummary;
  onChanged: () => void;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(figuresTexts);
  const [isWithdrawing, setWithdrawing] = useState(false);
  const address = `/f/${figure.figure}/frozen/${number}`;
  const named =
    figure.visibility === "public" ? (
      <a href={`${address}?lang=${language}`} target="_blank" rel="noopener">
        {address}
      </a>
    ) : (
      <code>{address}</code>
    );
  return (
    <li>
      <p>
        {named}{" "}
        <span class="soft">
          {words("frozenOn")} {formatDay(frozenAt.slice(0, 10), language)} · SHA-256 <code>{sha256.slice(0, 12)}…</code>
        </span>{" "}
        {withdrawn === null && !isWithdrawing && (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              setWithdrawing(true);
            }}
          >
            {words("withdraw")}
          </button>
        )}
      </p>
      {withdrawn !== null && (
        <p class="fault">
          {words("withdrawn")}
          {withdrawn.reason[language]}
        </p>
      )}
      {isWithdrawing && (
        <WithdrawForm
          path={`/api/studies/${figure.study}/figures/${figure.figure}/frozen/${number}/withdrawal`}
          onEnd={(isDone) => {
            setWithdrawing(false);
            if (isDone) onChanged();
          }}
        />
      )}
    </li>
  );
}

/** Asks why something should not be used any more, and withdraws it. */
export function WithdrawForm({ path, onEnd }: { path: string; onEnd: (isDone: boolean) => void }): JSX.Element {
  const { texts } = useReader();
  const words = useWords(figuresTexts);
  const { isSending, refusal, send } = useSending<unknown>();
  const [reason, setReason] = useState({ "zh-CN": "", en: "" });
  return (
    <form
      class="figures-form"
      onSubmit={(event) => {
        event.preventDefault();
        send(path, { method: "PUT", body: { reason } }, () => {
          onEnd(true);
        });
      }}
    >
      <p class="soft">{words("withdrawNote")}</p>
      {refusal !== null && <RefusalNotice refusal={refusal} beside={["reason.zh-CN", "reason.en"]} />}
      <BothLanguages
        name="reason"
        label={words("reason")}
        value={reason}
        isRequired
        refusal={refusal}
        onInput={setReason}
      />
      <div class="actions">
        <button type="submit" class="main" disabled={isSending}>
          {words("withdraw")}
        </button>
        <button
          type="button"
          onClick={() => {
            onEnd(false);
          }}
        >
          {texts("cancel")}
        </button>
      </div>
    </form>
  );
}
