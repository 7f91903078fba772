import type { JSX } from "preact";
import type { Draft } from "../../../../server/drafts/draftsApi.ts";
import type { Declaration } from "../../../../surveys/revision/definitionChange.ts";
import { Choice } from "../../parts/field.tsx";
import { useWords } from "../../reader.ts";
import { ChangeSaid } from "./changeRow.tsx";
import { changeTexts } from "./changeTexts.ts";
import { definitionTexts } from "./definitionTexts.ts";

/** What differs from the version in the field, and for each whether results compare across it. */
export function ChangesCard({
  draft,
  declared,
  onDeclare,
}: {
  draft: Draft;
  declared: Draft["declared"];
  onDeclare: (changes: readonly string[], declaration: Declaration) => void;
}): JSX.Element {
  const words = useWords(definitionTexts);
  const kinds = useWords(changeTexts);
  const { changes, basedOn } = draft;
  const undeclared = (changes ?? []).filter(({ change }) => declared[change] === undefined);
  return (
    <section class="card definition-changes">
      <h2>{basedOn === 0 ? words("changes") : words("changesSince").replace("{version}", String(basedOn))}</h2>
      {changes === null || changes.length === 0 ? (
        <p class="soft">{words(changes === null ? "changesLater" : basedOn === 0 ? "firstVersion" : "noChanges")}</p>
      ) : (
        <>
          <div class="definition-changes-head">
            <p class="soft">{words("changesNote")}</p>
            {undeclared.length > 0 && (
              <button
                type="button"
                onClick={() => {
                  onDeclare(
                    undeclared.map(({ change }) => change),
                    "comparable",
                  );
                }}
              >
                {words("allComparable")}
              </button>
            )}
          </div>
          <ul>
            {changes.map((change) => (
              <li key={change.change}>
                <ChangeSaid change={change} />
                <Choice<Declaration | "">
                  label={
                    <>
                      {words("declaration")}
                      <span class="hidden">
                        {[change.question, kinds(change.kind), change.member, change.part].join(" ")}
                      </span>
                    </>
                  }
                  value={declared[change.change] ?? ""}
                  options={(["comparable", "break"] as const).map((value) => ({ value, label: words(value) }))}
                  onChoose={(declaration) => {
                    if (declaration !== "") onDeclare([change.change], declaration);
                  }}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
