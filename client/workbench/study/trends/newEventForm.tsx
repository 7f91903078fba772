import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { StudyEvent } from "../../../../server/events/eventsApi.ts";
import type { Language } from "../../../../surveys/language.ts";
import { Field } from "../../parts/field.tsx";
import { RefusalNotice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useSending } from "../../useSending.ts";
import { eventKindTexts } from "./eventKindTexts.ts";
import { trendsTexts } from "./trendsTexts.ts";

/** Notes an event: its day, what kind it is, and what happened, in the reader's language and, if they like, in the other. */
export function NewEventForm({
  study,
  day: firstDay,
  onDone,
}: {
  study: string;
  /** The day that stands in the form at first. */
  day: string;
  onDone: () => void;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(trendsTexts);
  const { isSending, refusal, send } = useSending<StudyEvent>();
  const [day, setDay] = useState(firstDay);
  const [kind, setKind] = useState<StudyEvent["kind"]>("briefing");
  const [title, setTitle] = useState<Readonly<Record<Language, string>>>({ "zh-CN": "", en: "" });
  const other = language === "en" ? "zh-CN" : "en";
  return (
    <form
      class="trends-new-event"
      onSubmit={(event) => {
        event.preventDefault();
        const own = title[language];
        const titles = { ...title, [other]: title[other].trim() === "" ? own : title[other] };
        send(`/api/studies/${study}/events`, { method: "POST", body: { day, kind, title: titles } }, onDone);
      }}
    >
      {refusal !== null && <RefusalNotice refusal={refusal} beside={["day", "title.zh-CN", "title.en"]} />}
      <div class="fields">
        <Field
          name="day"
          label={words("eventDay")}
          type="date"
          required
          refusal={refusal}
          value={day}
          onInput={({ currentTarget }) => {
            setDay(currentTarget.value);
          }}
        />
        <label class="field">
          {words("eventKind")}
          <select
            value={kind}
            onChange={({ currentTarget }) => {
              setKind(currentTarget.value as StudyEvent["kind"]);
            }}
          >
            {Object.entries(eventKindTexts).map(([value, text]) => (
              <option key={value} value={value}>
                {text[language]}
              </option>
            ))}
          </select>
        </label>
        {([language, other] as const).map((each) => (
          <Field
            key={each}
            name={`title.${each}`}
            label={words(each === language ? "eventTitle" : "eventOtherTitle")}
            type="text"
            maxLength={120}
            required={each === language}
            lang={each}
            refusal={refusal}
            value={title[each]}
            onInput={({ currentTarget }) => {
              setTitle({ ...title, [each]: currentTarget.value });
            }}
          />
        ))}
      </div>
      <p class="actions">
        <button type="submit" class="main" disabled={isSending}>
          {words("add")}
        </button>
        <button type="button" onClick={onDone}>
          {words("cancel")}
        </button>
      </p>
    </form>
  );
}
