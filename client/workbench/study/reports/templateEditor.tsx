import type { JSX } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import type { TemplateSummary } from "../../../../server/reports/reportsApi.ts";
import type { Language } from "../../../../surveys/language.ts";
import type { Refusal } from "../../api.ts";
import { ConfirmButton } from "../../parts/confirmButton.tsx";
import { Field } from "../../parts/field.tsx";
import { Notice, RefusalNotice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useSending } from "../../useSending.ts";
import { reportsTexts } from "./reportsTexts.ts";
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
        <Faults
          refusal={refusal}
          onChoose={(place) => {
            select(text.current, place);
          }}
        />
      )}
      <div class="fields">
        <Field
          name="title"
          label={words("title")}
          refusal={refusal}
          required
          maxLength={120}
          value={title}
          onInput={({ currentTarget }) => {
            setTitle(currentTarget.value);
          }}
        />
        {!isOwn && (
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
              setName(currentTarget.value);
            }}
          />
        )}
      </div>
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

interface Place {
  readonly line: number;
  readonly column: number;
}

/** What is wrong in a template, each with the way to its place. */
function Faults({ refusal, onChoose }: { refusal: Refusal; onChoose: (place: Place) => void }): JSX.Element {
  const words = useWords(reportsTexts);
  const placed = refusal.faults.flatMap(({ field, message }) => {
    const place = placeIn(field);
    return place === null ? [] : [{ place, message }];
  });
  if (placed.length === 0) return <RefusalNotice refusal={refusal} beside={["title", "template"]} />;
  return (
    <Notice title={words("faults")} tone="bad">
      <ul class="reports-faults">
        {placed.map(({ place, message }) => (
          <li key={`${place.line}:${place.column} ${message}`}>
            <button
              type="button"
              class="quiet"
              onClick={() => {
                onChoose(place);
              }}
            >
              {words("at").replace("{line}", String(place.line)).replace("{column}", String(place.column))}
            </button>{" "}
            {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function placeIn(field: string): Place | null {
  const [, line, column] = /^line (\d+), column (\d+)$/.exec(field) ?? [];
  return line === undefined || column === undefined ? null : { line: Number(line), column: Number(column) };
}

/** Puts the cursor to a place and selects the rest of its line. */
function select(text: HTMLTextAreaElement | null, { line, column }: Place): void {
  if (text === null) return;
  const lines = text.value.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  text.focus();
  text.setSelectionRange(start + column - 1, start + (lines[line - 1] ?? "").length);
  // Browsers do not scroll to a selection.
  text.scrollTop = (text.scrollHeight * (line - 4)) / Math.max(1, lines.length);
}
