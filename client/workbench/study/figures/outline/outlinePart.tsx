import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { OutlineSummary } from "../../../../../server/figures/outlines/outlinesApi.ts";
import type { Codebook } from "../../../../../surveys/codebook/codebook.ts";
import { Answered } from "../../../parts/answered.tsx";
import { ConfirmButton } from "../../../parts/confirmButton.tsx";
import { RefusalNotice } from "../../../parts/notice.tsx";
import { useWords } from "../../../reader.ts";
import { useAnswer } from "../../../useAnswer.ts";
import { useSending } from "../../../useSending.ts";
import { OutlineForm } from "./outlineForm.tsx";
import { OutlineMap } from "./outlineMap.tsx";
import { outlineTexts } from "./outlineTexts.ts";

/** The approved outline that a study's maps are drawn with: shown, put in its place, removed. */
export function OutlinePart({
  study,
  codebook,
  approval,
  onChanged,
}: {
  study: string;
  codebook: Codebook;
  /** The number under which the outline in use was approved; `null` where there is none. */
  approval: string | null;
  onChanged: () => void;
}): JSX.Element {
  const words = useWords(outlineTexts);
  const path = `/api/studies/${study}/outline`;
  const [said, setSaid] = useState<"used" | "removed" | null>(null);
  const [changes, setChanges] = useState(0);
  const changed = (how: "used" | "removed"): void => {
    setSaid(how);
    setChanges(changes + 1);
    onChanged();
  };
  const state = approval === null ? words("none") : words("approvalNumber").replace("{number}", () => approval);
  return (
    <details>
      <summary>
        {words("heading")} <span class="soft">· {state}</span>
      </summary>
      <p class="soft figures-outline-note">{words("about")}</p>
      <p role="status">{said === null ? "" : words(said)}</p>
      {approval !== null && (
        <KeptOutline
          key={changes}
          path={path}
          codebook={codebook}
          onRemoved={() => {
            changed("removed");
          }}
        />
      )}
      <OutlineForm
        key={`form-${changes}`}
        path={path}
        codebook={codebook}
        heading={words(approval === null ? "add" : "replace")}
        onUsed={() => {
          changed("used");
        }}
      />
    </details>
  );
}

function KeptOutline({
  path,
  codebook,
  onRemoved,
}: {
  path: string;
  codebook: Codebook;
  onRemoved: () => void;
}): JSX.Element {
  const words = useWords(outlineTexts);
  const reading = useAnswer<OutlineSummary>(path);
  const { isSending, refusal, send } = useSending<null>();
  return (
    <section class="figures-kept" aria-label={words("kept")}>
      <h2>{words("kept")}</h2>
      <Answered reading={reading}>{({ outline }) => <OutlineMap outline={outline} codebook={codebook} />}</Answered>
      {refusal !== null && <RefusalNotice refusal={refusal} />}
      <p>
        <ConfirmButton
          class="quiet"
          disabled={isSending}
          label={words("remove")}
          question={words("removeQuestion")}
          action={words("remove")}
          onConfirm={() => {
            send(path, { method: "DELETE" }, onRemoved);
          }}
        >
          <p>{words("removeConsequence")}</p>
        </ConfirmButton>
      </p>
    </section>
  );
}
