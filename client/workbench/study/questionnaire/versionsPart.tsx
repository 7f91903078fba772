import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { QuestionnaireVersionSummary } from "../../../../server/fielding/fieldingApi.ts";
import { Answered } from "../../parts/answered.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAnswer } from "../../useAnswer.ts";
import { ChangeSaid } from "./changeRow.tsx";
import { CodebookTable } from "./codebookTable.tsx";
import { definitionTexts } from "./definitionTexts.ts";
import { relationTexts } from "./relationTexts.ts";

/** A fielded version: how it differs from the one before, and its codebook. */
export function VersionsPart({ study, newest }: { study: string; newest: number }): JSX.Element {
  const { texts } = useReader();
  const words = useWords(definitionTexts);
  const [version, setVersion] = useState(newest);
  const reading = useAnswer<QuestionnaireVersionSummary>(`/api/studies/${study}/versions/${version}`);
  return (
    <Answered reading={reading}>
      {({ codebook, relation, changes }) => (
        <>
          <section class="card definition-changes">
            <div class="results-bar">
              <label class="version">
                {texts("version")}
                <select
                  value={version}
                  onChange={({ currentTarget }) => {
                    setVersion(Number(currentTarget.value));
                  }}
                >
                  {Array.from({ length: newest }, (_, place) => newest - place).map((each) => (
                    <option key={each} value={each}>
                      {each}
                    </option>
                  ))}
                </select>
              </label>
              <p class="soft">{texts(relationTexts[relation])}</p>
            </div>
            {changes.length > 0 && (
              <>
                <h2>{words("declaredBefore")}</h2>
                <ul>
                  {changes.map((change) => (
                    <li key={change.change}>
                      <ChangeSaid change={change} />
                      <p class={change.declared === "break" ? "badge simulated" : "badge"}>{words(change.declared)}</p>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
          <section class="card">
            <h2>{texts("codebook")}</h2>
            <CodebookTable codebook={codebook} />
          </section>
        </>
      )}
    </Answered>
  );
}
