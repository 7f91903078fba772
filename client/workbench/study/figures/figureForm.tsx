import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { FigureSummary } from "../../../../server/figures/figuresApi.ts";
import type { Translated } from "../../../../surveys/language.ts";
import { RefusalNotice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useSending } from "../../useSending.ts";
import { BothLanguages } from "./bothLanguages.tsx";
import { figuresTexts, kindTexts } from "./figuresTexts.ts";
import { kindsFor, type WantedLook } from "./wantedFigure.ts";

/** What is written around a figure's numbers. */
export interface FigureWords {
  readonly title: Translated;
  readonly headline: Translated;
  readonly note: Translated;
}

/** Where a figure is kept: a new one, or a further version of one. */
export interface FigureTarget {
  readonly method: "POST" | "PUT";
  readonly path: string;
  /** Of the version that was changed. */
  readonly version?: number;
}

/** The words of a figure, and of a new one its kind. */
export function FigureForm({
  heading,
  look,
  words: given,
  target: { method, path, version },
  onEnd,
}: {
  heading: string;
  look: WantedLook | FigureSummary["look"];
  words: FigureWords;
  target: FigureTarget;
  /** Hears the figure as it is kept; `null` when nothing was. */
  onEnd: (kept: FigureSummary | null) => void;
}): JSX.Element {
  const { texts, language } = useReader();
  const words = useWords(figuresTexts);
  const { isSending, refusal, send } = useSending<FigureSummary>();
  const [said, setSaid] = useState(given);
  const kinds = method === "POST" ? kindsFor(look) : [look.kind];
  const [kind, setKind] = useState(look.kind);
  return (
    <form
      class="card figures-form"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { ...said, look: { ...look, kind }, ...(version !== undefined && { version }) };
        send(path, { method, body }, onEnd);
      }}
    >
      <h2>{heading}</h2>
      {refusal !== null && <RefusalNotice refusal={refusal} beside={["title.zh-CN", "title.en"]} />}
      {(["title", "headline", "note"] as const).map((name) => (
        <BothLanguages
          key={name}
          name={name}
          label={words(name)}
          value={said[name]}
          isRequired={name === "title"}
          refusal={refusal}
          onInput={(value) => {
            setSaid({ ...said, [name]: value });
          }}
        />
      ))}
      {kinds.length > 1 && (
        <div class="field figures-kind">
          <label for="figure-kind">{words("kind")}</label>
          <select
            id="figure-kind"
            value={kind}
            onChange={({ currentTarget }) => {
              setKind(kinds.find((each) => each === currentTarget.value) ?? look.kind);
            }}
          >
            {kinds.map((each) => (
              <option key={each} value={each}>
                {kindTexts[each][language]}
              </option>
            ))}
          </select>
        </div>
      )}
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
      </div>
    </form>
  );
}
