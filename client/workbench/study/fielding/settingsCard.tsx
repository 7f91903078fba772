import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { StudySummary } from "../../../../server/fielding/fieldingApi.ts";
import { RefusalNotice } from "../../parts/notice.tsx";
import { useWords } from "../../reader.ts";
import { bodyOf, StudyFields, type GivenStudy } from "../../studies/studyFields.tsx";
import { useSending } from "../../useSending.ts";
import { fieldingTexts } from "./fieldingTexts.ts";

/** What a study is called, when it takes answers, and in which languages. */
export function SettingsCard({ study, onChanged }: { study: StudySummary; onChanged: () => void }): JSX.Element {
  const words = useWords(fieldingTexts);
  const { isSending, refusal, send } = useSending<StudySummary>();
  const [given, setGiven] = useState(() => givenOf(study));
  const [isSaved, setSaved] = useState(false);
  const hasResponses = study.responses > 0;
  return (
    <form
      class="card"
      onSubmit={(event) => {
        event.preventDefault();
        const { timeZone, ...rest } = bodyOf(given);
        const body = hasResponses ? rest : { ...rest, timeZone };
        send(`/api/studies/${study.study}`, { method: "PATCH", body }, () => {
          setSaved(true);
          onChanged();
        });
      }}
    >
      <h2>{words("settings")}</h2>
      {refusal !== null && <RefusalNotice refusal={refusal} beside={Object.keys(given)} />}
      <StudyFields
        given={given}
        refusal={refusal}
        timeZone={{ isFixed: hasResponses, rule: words(hasResponses ? "zoneStays" : "zoneRule") }}
        onGiven={(next) => {
          setSaved(false);
          setGiven(next);
        }}
      />
      <p class="actions">
        <button type="submit" class="main" disabled={isSending}>
          {words("save")}
        </button>
        <span role="status" class="fielding-saved">
          {isSaved && words("saved")}
        </span>
      </p>
    </form>
  );
}

function givenOf({ title, firstDay, lastDay, timeZone, languages }: StudySummary): GivenStudy {
  return {
    "title.zh-CN": title["zh-CN"],
    "title.en": title.en,
    firstDay: firstDay ?? "",
    lastDay: lastDay ?? "",
    timeZone,
    languages,
  };
}
