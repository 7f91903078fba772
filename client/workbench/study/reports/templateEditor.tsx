import type { JSX } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import type { TemplateSummary } from "../../../../server/reports/reportsApi.ts";
import type { Language } from "../../../../surveys/language.ts";
import type { Refusal } from "../../api.ts";
import { ConfirmButton } from "../../parts/confirmButton.tsx";
import { Field } from "../../parts/field.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useSending } from "../../useSending.ts";
import { reportsTexts } from "./reportsTexts.ts";
import { selectPlace, TemplateFaults } from "./templateFaults.tsx";
import { TemplateWords } from "./templateWords.tsx";

/** A template as text: one of the study's own, or a new one that begins as another. */
export function TemplateEditor({
  study,
  template,
  language,
  onEnd,
}: {
  study: string;
  template: TemplateSummary;
  language: Language;
  /** Hears the name of the template to go on with; `null` when nothing was changed. */
  onEnd: (kept: string | null) => void;
}): JSX.Element {
  const { texts } = useReader();
  const words = useWords(reportsTexts);
  const { isSending, refusal, send } = useSending<unknown>();
  const { isOwn, version } = template;
  const [name, setName] = useState(isOwn ? template.template : `${template.template}-1`);
  const [title, setTitle] = useState(template.title[language]);
  const [markdown, setMarkdown] = useState(template.markdown[language]);
  const text = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const path = `/api/studies/${study}/reports/${encodeURIComponent(name)}`;
  return (
    <form
      class="card reports-form"
      onSubmit={(event) => {
        event.preventDefault();
        send(path, { method: "PUT", body: { title, markdown, version } }, () => {
          onEnd(name);
        });
      }}
    >
      <h2>{words(isOwn ? "edit" : "newTemplate")}</h2>
      {refusal !== null && (
        <TemplateFaults
          refusal={refusal}
          onChoose={(place) => {
            selectPlace(text.current, place);
          }}
        />
      )}
      <NameFields isNew={!isOwn} name={name} title={title} refusal={refusal} onName={setName} onTitle={setTitle} />
      <div class="field">
        <label for={id}>{words("markdown")}</label>
        <textarea
          ref={text}
          id={id}
          class="reports-markdown"
          rows={24}
          spellcheck={false}
          value={markdown}
          onInput={({ currentTarget }) => {
            setMarkdown(currentTarget.value);
          }}
        />
      </div>
      <TemplateWords />
      <div class="actions">
        <button type="submit" class="main" disabled={isSending}>
          {words("save")}
        </button>
        <button
          type="button"
          onClick={() => {
            onEnd(null);
          }}
        >
          {texts("cancel")}
        </button>
        {isOwn && (
          <ConfirmButton
            class="quiet"
            label={words("remove")}
            question={words("removeSure")}
            action={words("remove")}
            onConfirm={() => {
              send(path, { method: "DELETE" }, () => {
                onEnd("");
              });
            }}
          >
            <p>{words("removeNote")}</p>
          </ConfirmButton>
        )}
      </div>
    </form>
  );
}

/** What a template is called, and the name of a new one in addresses. */
function NameFields({
  isNew,
  name,
  title,
  refusal,
  onName,
  onTitle,
}: {
  isNew: boolean;
  name: string;
  title: string;
  refusal: Refusal | null;
  onName: (name: string) => void;
  onTitle: (title: string) => void;
}): JSX.Element {
  const words = useWords(reportsTexts);
  return (
    <div class="fields">
      <Field
        name="title"
        label={words("title")}
        refusal={refusal}
        required
        maxLength={120}
        value={title}
        onInput={({ currentTarget }) => {
          onTitle(currentTarget.value);
        }}
      />
      {isNew && (
        <Field
          name="template"
          label={words("name")}
          rule={words("nameRule")}
          refusal={refusal}
          required
          pattern="[a-z0-9]+(-[a-z0-9]+)*"
          maxLength={60}
          value={name}
          onInput={({ currentTarget }) => {
            onName(currentTarget.value);
          }}
        />
      )}
    </div>
  );
}
