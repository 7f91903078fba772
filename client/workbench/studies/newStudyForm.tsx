import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { StudySummary } from "../../../server/fielding/fieldingApi.ts";
import type { TemplateName } from "../../../surveys/questionnaires/templates.ts";
import { Choice, Field } from "../parts/field.tsx";
import { RefusalNotice } from "../parts/notice.tsx";
import { useReader, useWords } from "../reader.ts";
import { goTo } from "../route.ts";
import { useSending } from "../useSending.ts";
import { newStudyTexts } from "./newStudyTexts.ts";
import { bodyOf, emptyStudy, StudyFields, type GivenStudy } from "./studyFields.tsx";

const templateNames = ["daily-tracking", "gad7", "empty"] as const satisfies readonly TemplateName[];

/** Makes a study, from a template or with the settings of another, and goes to it. */
export function NewStudyForm({ from, onCancel }: { from: StudySummary | null; onCancel: () => void }): JSX.Element {
  const { texts, language } = useReader();
  const words = useWords(newStudyTexts);
  const { isSending, refusal, send } = useSending<StudySummary>();
  const [name, setName] = useState(from === null ? "" : `${from.study.slice(0, 59)}-copy`);
  const [given, setGiven] = useState(() => (from === null ? emptyStudy : likeStudy(from)));
  const [template, setTemplate] = useState<TemplateName>("daily-tracking");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <form
      class="card new-study"
      onSubmit={(event) => {
        event.preventDefault();
        const path = from === null ? "/api/studies" : `/api/studies/${from.study}/copies`;
        const body = { study: name, ...bodyOf(given), ...(from === null && { template }) };
        send(path, { method: "POST", body }, ({ study }) => {
          goTo(`/studies/${study}/questionnaire`);
        });
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {from === null ? texts("newStudy") : words("duplicateOf") + from.title[language]}
      </h2>
      {from !== null && <p class="soft">{words("duplicateNote")}</p>}
      {refusal !== null && <RefusalNotice refusal={refusal} beside={["study", ...Object.keys(given)]} />}
      <StudyFields given={given} refusal={refusal} onGiven={setGiven}>
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
      </StudyFields>
      {from === null && (
        <>
          <Choice
            label={words("template")}
            value={template}
            options={templateNames.map((value) => ({ value, label: words(value) }))}
            onChoose={setTemplate}
          />
          <p class="rule">{words("templateNote")}</p>
        </>
      )}
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

/** The days of another study are over or its own; everything else is as there. */
function likeStudy({ title, timeZone, languages }: StudySummary): GivenStudy {
  const { copySuffix } = newStudyTexts;
  return {
    ...emptyStudy,
    "title.zh-CN": title["zh-CN"] + copySuffix["zh-CN"],
    "title.en": title.en + copySuffix.en,
    timeZone,
    languages,
  };
}
