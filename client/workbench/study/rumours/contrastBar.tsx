import type { JSX } from "preact";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { useReader, useWords } from "../../reader.ts";
import { useAddressQuery } from "../../useAddressQuery.ts";
import { closedVariables } from "../lens/closedVariables.ts";
import { VariableSelect } from "../lens/variableSelect.tsx";
import { nothingFixed, type RumourChoice } from "./rumourChoice.ts";
import { rumourTexts } from "./rumourTexts.ts";

/** Chooses what is compared and what is held fixed. */
export function ContrastBar({ choice, codebook }: { choice: RumourChoice; codebook: Codebook }): JSX.Element {
  const { read } = useReader();
  const words = useWords(rumourTexts);
  const { change } = useAddressQuery();
  const { outcome, outcomes, fixed } = choice;
  const hold = (names: readonly string[]): void => {
    change({ fixed: names.length === 0 ? [nothingFixed] : names });
  };
  const titleOf = (variable: string): string => {
    const found = closedVariables(codebook).find(({ name }) => name === variable);
    return read(found?.part ?? found?.title ?? variable);
  };
  return (
    <div class="contrast-bar">
      <label>
        {words("outcome")}
        <select
          value={outcome ?? ""}
          onChange={({ currentTarget }) => {
            change({ outcome: [currentTarget.value] });
          }}
        >
          {outcomes.map(({ name, label }) => (
            <option key={name} value={name}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <fieldset class="held">
        <legend>{words("fixed")}</legend>
        {fixed.length === 0 && <span class="soft">{words("nothingFixed")}</span>}
        {fixed.map((variable) => (
          <span class="chip" key={variable}>
            <span>{titleOf(variable)}</span>
            <button
              type="button"
              aria-label={`${words("remove")}: ${titleOf(variable)}`}
              onClick={() => {
                hold(fixed.filter((name) => name !== variable));
              }}
            >
              ×
            </button>
          </span>
        ))}
        <VariableSelect
          codebook={codebook}
          value=""
          none={words("chooseVariable")}
          label={words("addFixed")}
          onChoose={(variable) => {
            if (variable !== "" && !fixed.includes(variable)) hold([...fixed, variable]);
          }}
        />
      </fieldset>
    </div>
  );
}
