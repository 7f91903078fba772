import type { JSX } from "preact";
import type { StudySummary } from "../../../server/fielding/fieldingApi.ts";
import { ConfirmButton } from "../parts/confirmButton.tsx";
import { RefusalNotice } from "../parts/notice.tsx";
import { useReader, useWords } from "../reader.ts";
import { useSending } from "../useSending.ts";
import { fieldingTexts } from "./fielding/fieldingTexts.ts";

/** Opens a study to answers or closes it, once that is confirmed. */
export function StateButton({ study, onChanged }: { study: StudySummary; onChanged: () => void }): JSX.Element {
  const { texts } = useReader();
  const words = useWords(fieldingTexts);
  const { isSending, refusal, send } = useSending<StudySummary>();
  const isOpen = study.state === "open";
  const label = texts(isOpen ? "closeStudy" : "openStudy");
  return (
    <div class="state">
      <ConfirmButton
        class={isOpen ? "" : "main"}
        disabled={isSending || study.questionnaireVersion === null}
        label={label}
        question={words(isOpen ? "closeQuestion" : "openQuestion")}
        action={label}
        onConfirm={() => {
          const body = { state: isOpen ? "closed" : "open" };
          send(`/api/studies/${study.study}`, { method: "PATCH", body }, onChanged);
        }}
      >
        <p>{isOpen ? words("closeConsequence") : `${words("openConsequence")} ${study.questionnaireVersion ?? ""}`}</p>
      </ConfirmButton>
      {study.questionnaireVersion === null && <p class="rule">{texts("noQuestionnaireNote")}</p>}
      {refusal !== null && <RefusalNotice refusal={refusal} />}
    </div>
  );
}
