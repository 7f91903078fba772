import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { languages, type Translated } from "../../../../surveys/language.ts";
import type { Refusal } from "../../api.ts";
import { useWords } from "../../reader.ts";
import { problemsTexts } from "./problemsTexts.ts";

/** Sentences in both languages: what happened, or what was done about it. */
export function WordsFields({
  name,
  value,
  refusal,
  onInput,
}: {
  name: "what" | "done";
  value: Translated;
  refusal: Refusal | null;
  onInput: (value: Translated) => void;
}): JSX.Element {
  const id = useId();
  const words = useWords(problemsTexts);
  return (
    <div class="problems-words">
      {languages.map((language) => {
        const fault = refusal?.faults.find(({ field }) => field === `${name}.${language}`)?.message;
        return (
          <div class="field" key={language}>
            <label for={`${id}-${language}`}>{words(`${name}${language === "en" ? "English" : "Chinese"}`)}</label>
            <textarea
              id={`${id}-${language}`}
              name={`${name}.${language}`}
              rows={3}
              maxLength={400}
              required
              lang={language}
              aria-invalid={fault !== undefined}
              aria-describedby={fault === undefined ? `${id}-rule` : `${id}-${language}-fault`}
              value={value[language]}
              onInput={({ currentTarget }) => {
                onInput({ ...value, [language]: currentTarget.value });
              }}
            />
            {fault !== undefined && (
              <p id={`${id}-${language}-fault`} class="fault">
                {fault}
              </p>
            )}
          </div>
        );
      })}
      <p id={`${id}-rule`} class="rule">
        {words(`${name}Rule`)}
      </p>
    </div>
  );
}
