import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { StudySummary } from "../../../server/fielding/fieldingApi.ts";
import { Field } from "../parts/field.tsx";
import { RefusalNotice } from "../parts/notice.tsx";
import { useReader } from "../reader.ts";
import { goTo } from "../route.ts";
import { useSending } from "../useSending.ts";
import { bodyOf, emptyStudy, StudyFields } from "./studyFields.tsx";

/** Makes a study and goes to it. */
export function NewStudyForm({ onCancel }: { onCancel: () => void }): JSX.Element {
  const { texts } = useReader();
  const { isSending, refusal, send } = useSending<StudySummary>();
  const [name, setName] = useState("");
  const [given, setGiven] = useState(emptyStudy);
  return (
    <form
      class="card new-study"
      onSubmit={(event) => {
        event.preventDefault();
        send("/api/studies", { method: "POST", body: { study: name, ...bodyOf(given) } }, ({ study }) => {
          goTo(`/studies/${study}/questionnaire`);
        });
      }}
    >
      <h2>{texts("newStudy")}</h2>
      {refusal !== null && <RefusalNotice refusal={refusal} beside={["study", ...Object.keys(given)]} />}
      <div class="fields">
        <Field
          name="study"
          label={texts("studyName")}
          rule={texts("studyNameRule")}
          required
          refusal={refusal}
          value={name}
          onInput={({ currentTarget }) => {
            setName(currentTarget.value);
          }}
        />
      </div>
      <StudyFields given={given} refusal={refusal} onGiven={setGiven} />
      <p class="actions">
        <button type="submit" class="main" disabled={isSending}>
          {texts("create")}
        </button>
        <button type="button" onClick={onCancel}>
          {texts("cancel")}
        </button>
      </p>
    </form>
  );
}
