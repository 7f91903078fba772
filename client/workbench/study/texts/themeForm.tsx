import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { TextFrame, Theme } from "../../../../server/texts/textsApi.ts";
import { Field } from "../../parts/field.tsx";
import { RefusalNotice } from "../../parts/notice.tsx";
import { useWords } from "../../reader.ts";
import type { Sending } from "../../useSending.ts";
import { openTextWords } from "./openTextWords.ts";
import { linesOf } from "./useFrame.ts";

/** Makes or changes a theme. */
export function ThemeForm({
  theme,
  place,
  sending: { refusal, isSending },
  onKeep,
  onCancel,
}: {
  theme: Theme;
  /** Where it stands in the frame, by which the server names its faults. */
  place: number;
  sending: Sending<TextFrame>;
  onKeep: (theme: Theme) => void;
  onCancel: () => void;
}): JSX.Element {
  const words = useWords(openTextWords);
  const [typed, setTyped] = useState({
    label: theme.label,
    name: theme.name,
    rule: theme.rule,
    terms: theme.terms.join("\n"),
    without: theme.without.join("\n"),
  });
  return (
    <form
      class="texts-form texts-theme"
      onSubmit={(event) => {
        event.preventDefault();
        onKeep({
          ...theme,
          ...typed,
          terms: linesOf(typed.terms),
          without: linesOf(typed.without),
        });
      }}
    >
      <Field
        name={`themes.${place}.label`}
        label={words("label")}
        refusal={refusal}
        required
        maxLength={80}
        value={typed.label}
        onInput={({ currentTarget }) => {
          setTyped({ ...typed, label: currentTarget.value });
        }}
      />
      <Field
        name={`themes.${place}.name`}
        label={words("themeName")}
        rule={words("themeNameRule")}
        refusal={refusal}
        required
        pattern="[a-z][a-z0-9_]*"
        maxLength={40}
        value={typed.name}
        onInput={({ currentTarget }) => {
          setTyped({ ...typed, name: currentTarget.value });
        }}
      />
      {(
        [
          ["terms", "termsOfTheme", 5],
          ["without", "without", 5],
          ["rule", "rule", 3],
        ] as const
      ).map(([name, label, rows]) => (
        <label key={name} class={name === "rule" ? "wide" : ""}>
          {words(label)}
          <textarea
            rows={rows}
            value={typed[name]}
            onInput={({ currentTarget }) => {
              setTyped({ ...typed, [name]: currentTarget.value });
            }}
          />
        </label>
      ))}
      {refusal !== null && (
        <RefusalNotice refusal={refusal} beside={[`themes.${place}.label`, `themes.${place}.name`]} />
      )}
      <div class="actions">
        <button type="submit" class="main" disabled={isSending}>
          {words("save")}
        </button>
        <button type="button" onClick={onCancel}>
          {words("cancel")}
        </button>
      </div>
    </form>
  );
}
