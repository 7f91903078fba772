import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { PublicationSettings } from "../../../../server/figures/figuresApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { instruments } from "../../../../surveys/instruments/registry.ts";
import { RefusalNotice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useSending } from "../../useSending.ts";
import { BothLanguages } from "./bothLanguages.tsx";
import { figuresTexts } from "./figuresTexts.ts";

/** What of a study may be public, who may embed it, and what its methods boxes say. */
export function PublicationForm({
  study,
  codebook,
  settings: given,
  onSaved,
}: {
  study: string;
  codebook: Codebook;
  settings: PublicationSettings;
  onSaved: () => void;
}): JSX.Element {
  const words = useWords(figuresTexts);
  const { isSending, refusal, send } = useSending<PublicationSettings>();
  const [settings, setSettings] = useState(given);
  const [embedders, setEmbedders] = useState((given.embedders ?? []).join("\n"));
  const [isSaved, setSaved] = useState(false);
  const change = (part: Partial<PublicationSettings>): void => {
    setSaved(false);
    setSettings({ ...settings, ...part });
  };
  return (
    <form
      class="figures-form"
      onSubmit={(event) => {
        event.preventDefault();
        const origins = embedders.split(/\s+/).filter((origin) => origin !== "");
        const body = { ...settings, embedders: origins.length === 0 ? null : origins };
        send(`/api/studies/${study}/publication`, { method: "PUT", body }, () => {
          setSaved(true);
          onSaved();
        });
      }}
    >
      {refusal !== null && <RefusalNotice refusal={refusal} beside={[]} />}
      <PublicQuestions
        codebook={codebook}
        chosen={settings.questions}
        onChoose={(questions) => {
          change({ questions: [...questions] });
        }}
      />
      {(["conductor", "population", "mode", "limits"] as const).map((name) => (
        <BothLanguages
          key={name}
          name={name}
          label={words(name)}
          value={settings[name]}
          refusal={refusal}
          onInput={(value) => {
            change({ [name]: value });
          }}
        />
      ))}
      <div class="field">
        <label for="figures-embedders">{words("embedders")}</label>
        <textarea
          id="figures-embedders"
          rows={3}
          value={embedders}
          onInput={({ currentTarget }) => {
            setSaved(false);
            setEmbedders(currentTarget.value);
          }}
        />
      </div>
      <div class="actions">
        <button type="submit" class="main" disabled={isSending}>
          {words("save")}
        </button>
        <span role="status" class="soft">
          {isSaved ? words("saved") : ""}
        </span>
      </div>
    </form>
  );
}

function PublicQuestions({
  codebook: { questions, scores },
  chosen,
  onChoose,
}: {
  codebook: Codebook;
  chosen: readonly string[];
  onChoose: (chosen: readonly string[]) => void;
}): JSX.Element {
  const { read } = useReader();
  const words = useWords(figuresTexts);
  const closed = questions.filter(({ variables }) => variables.some(({ kind }) => kind !== "text" && kind !== "date"));
  const all = [
    ...closed.map(({ name, title }) => ({ name, label: read(title) })),
    ...scores.map(({ name, instrument }) => ({ name, label: instruments[instrument]?.name ?? name })),
  ];
  return (
    <fieldset class="choice figures-questions">
      <legend>{words("mayBePublic")}</legend>
      {all.map(({ name, label }) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            onChange={({ currentTarget }) => {
              onChoose(currentTarget.checked ? [...chosen, name] : chosen.filter((each) => each !== name));
            }}
          />
          <span>
            {label} <code>{name}</code>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
