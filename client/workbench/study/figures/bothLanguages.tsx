import type { JSX } from "preact";
import { languages, type Translated } from "../../../../surveys/language.ts";
import type { Refusal } from "../../api.ts";
import { Field } from "../../parts/field.tsx";
import { useWords } from "../../reader.ts";
import { figuresTexts } from "./figuresTexts.ts";

/** A text that is asked for in both languages. */
export function BothLanguages({
  name,
  label,
  value,
  isRequired = false,
  refusal,
  onInput,
}: {
  name: string;
  label: string;
  value: Translated;
  isRequired?: boolean;
  refusal: Refusal | null;
  onInput: (value: Translated) => void;
}): JSX.Element {
  const words = useWords(figuresTexts);
  return (
    <div class="fields">
      {languages.map((language) => (
        <Field
          key={language}
          name={`${name}.${language}`}
          label={label + words(language === "en" ? "inEnglish" : "inChinese")}
          required={isRequired}
          lang={language}
          refusal={refusal}
          value={value[language]}
          onInput={({ currentTarget }) => {
            onInput({ ...value, [language]: currentTarget.value });
          }}
        />
      ))}
    </div>
  );
}
