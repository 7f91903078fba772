import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { StudySummary } from "../../../server/fielding/fieldingApi.ts";
import { languages, type Language } from "../../../surveys/language.ts";
import { Field } from "../parts/field.tsx";
import { RefusalNotice } from "../parts/notice.tsx";
import { useReader } from "../reader.ts";
import { goTo } from "../route.ts";
import type { TextName } from "../texts.ts";
import { useSending } from "../useSending.ts";

const fields = [
  { name: "study", text: "studyName", rule: "studyNameRule", type: "text", required: true },
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

type Given = Readonly<Record<(typeof fields)[number]["name"], string>>;

const languageNames = { "zh-CN": "chinese", en: "english" } as const satisfies Record<Language, TextName>;

/** Makes a study and goes to it. */
export function NewStudyForm({ onCancel }: { onCancel: () => void }): JSX.Element {
  const { texts } = useReader();
  const { isSending, refusal, send } = useSending<StudySummary>();
  const [spoken, setSpoken] = useState<readonly Language[]>(languages);
  const [given, setGiven] = useState<Given>({
    study: "",
    "title.zh-CN": "",
    "title.en": "",
    firstDay: "",
    lastDay: "",
    timeZone: "Asia/Shanghai",
  });
  return (
    <form
      class="card new-study"
      onSubmit={(event) => {
        event.preventDefault();
        send("/api/studies", { method: "POST", body: bodyOf(given, spoken) }, ({ study }) => {
          goTo(`/studies/${study}/questionnaire`);
        });
      }}
    >
      <h2>{texts("newStudy")}</h2>
      {refusal !== null && <RefusalNotice refusal={refusal} beside={fields.map(({ name }) => name)} />}
      <div class="fields">
        {fields.map(({ name, text, rule, type, required }) => (
          <Field
            key={name}
            name={name}
            label={texts(text)}
            {...(rule !== null && { rule: texts(rule) })}
            type={type}
            required={required}
            refusal={refusal}
            value={given[name]}
            onInput={({ currentTarget }) => {
              setGiven({ ...given, [name]: currentTarget.value });
            }}
          />
        ))}
        <fieldset class="choice">
          <legend>{texts("languages")}</legend>
          {languages.map((language) => (
            <label key={language}>
              <input
                type="checkbox"
                checked={spoken.includes(language)}
                onChange={({ currentTarget }) => {
                  setSpoken(
                    languages.filter((each) => (each === language ? currentTarget.checked : spoken.includes(each))),
                  );
                }}
              />
              <span>{texts(languageNames[language])}</span>
            </label>
          ))}
        </fieldset>
      </div>
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

function bodyOf(given: Given, spoken: readonly Language[]): object {
  return {
    study: given.study,
    title: { "zh-CN": given["title.zh-CN"], en: given["title.en"] },
    timeZone: given.timeZone,
    languages: spoken,
    firstDay: given.firstDay === "" ? null : given.firstDay,
    lastDay: given.lastDay === "" ? null : given.lastDay,
  };
}
