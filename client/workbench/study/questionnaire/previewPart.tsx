import type { JSX } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import type { Draft } from "../../../../server/drafts/draftsApi.ts";
import type { StudySummary } from "../../../../server/fielding/fieldingApi.ts";
import type { Definition } from "../../../../surveys/definition.ts";
import type { Language } from "../../../../surveys/language.ts";
import type { Previewed } from "../../../respond/previewed.ts";
import { useReader, useWords } from "../../reader.ts";
import { languageNames } from "../languageNames.ts";
import { definitionTexts } from "./definitionTexts.ts";
import { PreviewFrame } from "./previewFrame.tsx";

/** How the draft looks on a phone; while it has faults, how it looked before them. */
export function PreviewPart({ study, draft }: { study: StudySummary; draft: Draft }): JSX.Element {
  const { texts, language } = useReader();
  const words = useWords(definitionTexts);
  const [chosen, setChosen] = useState<Language>(() =>
    study.languages.includes(language) ? language : (study.languages[0] ?? "zh-CN"),
  );
  const isSound = draft.faults.length === 0;
  const lastSound = useRef<string | null>(null);
  // SurveyJS is given only what the server has checked.
  if (isSound) lastSound.current = draft.text;
  const text = lastSound.current;
  const title = study.title[chosen];
  const previewed = useMemo<Previewed | null>(
    () => (text === null ? null : { definition: JSON.parse(text) as Definition, language: chosen, title }),
    [text, chosen, title],
  );
  return (
    <section class="definition-preview">
      <div class="definition-preview-head">
        <h2>{words("preview")}</h2>
        {study.languages.length > 1 && (
          <div class="definition-languages" role="group" aria-label={words("previewLanguage")}>
            {study.languages.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={each === chosen}
                onClick={() => {
                  setChosen(each);
                }}
              >
                {texts(languageNames[each])}
              </button>
            ))}
          </div>
        )}
      </div>
      <p class="soft">{words(isSound ? "previewNote" : previewed === null ? "previewNone" : "previewOld")}</p>
      {previewed !== null && <PreviewFrame previewed={previewed} />}
    </section>
  );
}
