import type { JSX } from "preact";
import type { CodedValue } from "../../../../surveys/codebook/codebook.ts";
import type { ChoiceCode } from "../../../../surveys/definition.ts";
import { useReader } from "../../reader.ts";

/** Chooses the answers that count as one thing; at least one stays. */
export function CodesChoice({
  legend,
  values,
  chosen,
  onChoose,
}: {
  legend: string;
  values: readonly CodedValue[];
  chosen: readonly ChoiceCode[];
  onChoose: (codes: readonly string[]) => void;
}): JSX.Element {
  const { read } = useReader();
  return (
    <fieldset class="choice codes-choice">
      <legend>{legend}</legend>
      {values.map(({ code, label }) => {
        const isChosen = chosen.includes(code);
        return (
          <label key={String(code)}>
            <input
              type="checkbox"
              checked={isChosen}
              disabled={isChosen && chosen.length === 1}
              onChange={() => {
                const kept = values.filter((value) => (value.code === code ? !isChosen : chosen.includes(value.code)));
                onChoose(kept.map((value) => String(value.code)));
              }}
            />
            <span>{read(label)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
