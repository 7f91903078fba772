import type { ComponentChildren, JSX } from "preact";
import { languages, type Language } from "../../../surveys/language.ts";
import type { Refusal } from "../api.ts";
import { Field } from "../parts/field.tsx";
import { useReader } from "../reader.ts";
import { languageNames } from "../study/languageNames.ts";
import type { TextName } from "../texts.ts";
import "./studyFields.css";

/** What a form says of a study beside its name, as it was typed. */
export type GivenStudy = Readonly<Record<(typeof fields)[number]["name"], string>> & {
  readonly languages: readonly Language[];
};

const fields = [
  { name: "title.zh-CN", text: "titleChinese", rule: null, type: "text", required: true },
  { name: "title.en", text: "titleEnglish", rule: null, type: "text", required: true },
  { name: "firstDay", text: "firstDay", rule: "dayRule", type: "date", required: false },
  { name: "lastDay", text: "lastDay", rule: "dayRule", type: "date", required: false },
  { name: "timeZone", text: "timeZone", rule: null, type: "text", required: true },
] as const satisfies readonly {
  name: string;
  text: TextName;
  rule: TextName | null;
  type: string;
  required: boolean;
}[];

/** What a new study is unless said otherwise. */
export const emptyStudy: GivenStudy = {
  "title.zh-CN": "",
  "title.en": "",
  firstDay: "",
  lastDay: "",
  timeZone: "Asia/Shanghai",
  languages,
};

/** The fields of a study's titles, days, time zone and languages. */
export function StudyFields({
  given,
  refusal,
  timeZone = null,
  onGiven,
  children,
}: {
  given: GivenStudy;
  refusal: Refusal | null;
  /** What is said of the time zone, and whether it stays. */
  timeZone?: { readonly isFixed: boolean; readonly rule: string } | null;
  onGiven: (given: GivenStudy) => void;
  /** Fields that come before. */
  children?: ComponentChildren;
}): JSX.Element {
  const { texts } = useReader();
  return (
    <div class="fields study-fields">
      {children}
      {fields.map(({ name, text, rule, type, required }) => {
        const said = name === "timeZone" && timeZone !== null ? timeZone.rule : rule === null ? null : texts(rule);
        return (
          <Field
            key={name}
            name={name}
            label={texts(text)}
            {...(said !== null && { rule: said })}
            type={type}
            required={required}
            disabled={name === "timeZone" && timeZone?.isFixed === true}
            refusal={refusal}
            value={given[name]}
            onInput={({ currentTarget }) => {
              onGiven({ ...given, [name]: currentTarget.value });
            }}
          />
        );
      })}
      <LanguagesChoice
        chosen={given.languages}
        onChosen={(chosen) => {
          onGiven({ ...given, languages: chosen });
        }}
      />
    </div>
  );
}

function LanguagesChoice({
  chosen,
  onChosen,
}: {
  chosen: readonly Language[];
  onChosen: (chosen: readonly Language[]) => void;
}): JSX.Element {
  const { texts } = useReader();
  return (
    <fieldset class="choice">
      <legend>{texts("languages")}</legend>
      {languages.map((language) => (
        <label key={language}>
          <input
            type="checkbox"
            checked={chosen.includes(language)}
            onChange={({ currentTarget }) => {
              onChosen(languages.filter((each) => (each === language ? currentTarget.checked : chosen.includes(each))));
            }}
          />
          <span>{texts(languageNames[language])}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What was given, as the server takes it. */
export function bodyOf({ timeZone, firstDay, lastDay, languages: spoken, ...titles }: GivenStudy) {
  return {
    title: { "zh-CN": titles["title.zh-CN"], en: titles["title.en"] },
    timeZone,
    languages: spoken,
    firstDay: firstDay === "" ? null : firstDay,
    lastDay: lastDay === "" ? null : lastDay,
  };
}
