import type { JSX } from "preact";
import type { StudySummary } from "../../../../server/fielding/fieldingApi.ts";
import { ask } from "../../api.ts";
import { Loading, Notice, RefusalNotice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { ChangesCard } from "./changesCard.tsx";
import { definitionTexts } from "./definitionTexts.ts";
import { EditorPart } from "./editorPart.tsx";
import { FieldingLine } from "./fieldingLine.tsx";
import { PreviewPart } from "./previewPart.tsx";
import { useDraft, type Drafting } from "./useDraft.ts";

/** The questionnaire while it is written: text, preview, differences, and the way into the field. */
export function WritePart({ study, onChanged }: { study: StudySummary; onChanged: () => void }): JSX.Element {
  const { language } = useReader();
  const drafting = useDraft(study.study);
  const { draft, declared, declare, reload, refusal } = drafting;
  if (draft === null)
    return refusal === null ? <Loading /> : <RefusalNotice refusal={refusal} again={() => void reload()} />;
  const discard = (): void => {
    const query = { revision: draft.revision };
    void ask(`/api/studies/${study.study}/draft`, { method: "DELETE", query, language }).then(reload);
  };
  return (
    <div class="definition">
      <DraftState drafting={drafting} newest={Math.max(draft.newest, study.questionnaireVersion ?? 0)} />
      <div class="definition-desk">
        <EditorPart drafting={drafting} draft={draft} onDiscard={discard} />
        <PreviewPart study={study} draft={draft} />
      </div>
      <ChangesCard draft={draft} declared={declared} onDeclare={declare} />
      <FieldingLine
        study={study.study}
        drafting={drafting}
        onFielded={() => {
          onChanged();
          void reload();
        }}
      />
    </div>
  );
}

/** Whether the draft is kept, and what has happened to it elsewhere. */
function DraftState({ drafting, newest }: { drafting: Drafting; newest: number }): JSX.Element {
  const words = useWords(definitionTexts);
  const { draft, isKept, refusal } = drafting;
  const state = refusal !== null ? "notKept" : !isKept ? "keeping" : draft?.revision === "" ? "nothingKept" : "kept";
  const basedOn = draft?.basedOn ?? newest;
  return (
    <>
      <p class="definition-state" role="status" data-state={state}>
        {words(state === "nothingKept" && newest === 0 ? "nothingFielded" : state)}
      </p>
      {refusal?.status === 409 && (
        <Notice title={words("conflict")} tone="bad">
          <p>{words("conflictNote")}</p>
          <p class="actions">
            <button type="button" onClick={() => void drafting.reload()}>
              {words("takeTheirs")}
            </button>
            <button type="button" onClick={() => void drafting.insist()}>
              {words("keepMine")}
            </button>
          </p>
        </Notice>
      )}
      {refusal !== null && refusal.status !== 409 && (
        <RefusalNotice refusal={refusal} again={() => void drafting.keep()} />
      )}
      {newest > basedOn && (
        <Notice title={`${words("overtaken")} ${newest}`} tone="bad">
          <p>{words("overtakenNote")}</p>
          <button
            type="button"
            onClick={() => {
              drafting.follow(newest);
            }}
          >
            {words("follow")}
          </button>
        </Notice>
      )}
    </>
  );
}
