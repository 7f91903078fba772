import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { QuestionnaireVersionSummary } from "../../../../server/fielding/fieldingApi.ts";
import type { DeclaredChange, DefinitionChange } from "../../../../surveys/revision/definitionChange.ts";
import { relationOf } from "../../../../surveys/revision/relationOf.ts";
import { ConfirmButton } from "../../parts/confirmButton.tsx";
import { Notice, RefusalNotice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useSending } from "../../useSending.ts";
import { definitionTexts } from "./definitionTexts.ts";
import { relationTexts } from "./relationTexts.ts";
import type { Drafting } from "./useDraft.ts";

/** What the draft would become, and the way to field it. */
export function FieldingLine({
  study,
  drafting,
  onFielded,
}: {
  study: string;
  drafting: Drafting;
  onFielded: () => void;
}): JSX.Element | null {
  const { texts } = useReader();
  const words = useWords(definitionTexts);
  const { isSending, refusal, send } = useSending<QuestionnaireVersionSummary>();
  const [fielded, setFielded] = useState<number | null>(null);
  const { draft, declared, isKept } = drafting;
  const isOvertaken = refusal?.status === 409;
  useEffect(() => {
    // What is newer is then said above, with the way to go on.
    if (isOvertaken) void drafting.reload();
  }, [isOvertaken]);
  if (draft === null) return null;
  const { basedOn, newest, revision } = draft;
  const isSound = draft.changes !== null && revision !== "";
  const changes = draft.changes ?? [];
  const said = declaredOf(changes, declared);
  const missing = changes.length - said.length;
  const isReady = isSound && isKept && missing === 0 && basedOn === newest;
  const relation = basedOn === 0 ? "first" : relationOf(said);
  return (
    <div class="definition-fielding">
      {fielded !== null && revision === "" && <Notice title={`${words("fielded")} ${fielded}`} />}
      {refusal !== null && <RefusalNotice refusal={refusal} />}
      <Becomes missing={missing} relation={isSound ? relation : null} />
      <ConfirmButton
        class="main"
        disabled={!isReady || isSending}
        label={words("field")}
        question={`${words("fieldAs")} ${newest + 1}`}
        action={words("field")}
        onConfirm={() => {
          send(`/api/studies/${study}/draft/fielding`, { method: "POST", body: { revision } }, (version) => {
            setFielded(version.questionnaireVersion);
            onFielded();
          });
        }}
      >
        <p>{words("fieldNote")}</p>
        <p>{texts(relationTexts[relation])}</p>
      </ConfirmButton>
    </div>
  );
}

/** How much is still to be said of the changes, or what the version will be. */
function Becomes({
  missing,
  relation,
}: {
  missing: number;
  relation: keyof typeof relationTexts | null;
}): JSX.Element | null {
  const { texts } = useReader();
  const words = useWords(definitionTexts);
  if (missing > 0)
    return (
      <p class="badge">
        {missing} {words("undeclared")}
      </p>
    );
  if (relation === null) return null;
  return (
    <p>
      {words("becomes")} <strong>{texts(relationTexts[relation])}</strong>
    </p>
  );
}

function declaredOf(changes: readonly DefinitionChange[], declared: Drafting["declared"]): DeclaredChange[] {
  return changes.flatMap((change) => {
    const declaration = declared[change.change];
    return declaration === undefined ? [] : [{ ...change, declared: declaration }];
  });
}
