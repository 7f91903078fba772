import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { useReader, useWords } from "../../reader.ts";
import { closedVariables } from "./closedVariables.ts";
import type { Lens } from "./lens.ts";
import { lensTexts } from "./lensTexts.ts";
import { VariableSelect } from "./variableSelect.tsx";

/** Who is looked at: a chip for each condition, and a way to add one. */
export function FilterChips({
  codebook,
  only,
  onChange,
}: {
  codebook: Codebook;
  only: Lens["only"];
  onChange: (only: Lens["only"]) => void;
}): JSX.Element {
  const { read } = useReader();
  const words = useWords(lensTexts);
  const [isAdding, setAdding] = useState(false);
  const variables = closedVariables(codebook);
  return (
    <div class="filters">
      {only.map(({ variable, codes }) => {
        const found = variables.find(({ name }) => name === variable);
        const labels = codes.map((text) =>
          read(found?.values.find(({ code }) => String(code) === text)?.label ?? text),
        );
        return (
          <span class="chip" key={variable}>
            <span>
              {read(found?.part ?? found?.title ?? variable)}: {labels.join(" / ")}
            </span>
            <button
              type="button"
              aria-label={`${words("remove")}: ${read(found?.part ?? found?.title ?? variable)}`}
              onClick={() => {
                onChange(only.filter((each) => each.variable !== variable));
              }}
            >
              ×
            </button>
          </span>
        );
      })}
      {isAdding ? (
        <NewFilter
          codebook={codebook}
          onDone={(added) => {
            setAdding(false);
            if (added !== null) onChange([...only.filter(({ variable }) => variable !== added.variable), added]);
          }}
        />
      ) : (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            setAdding(true);
          }}
        >
          + {words("addFilter")}
        </button>
      )}
    </div>
  );
}

function NewFilter({
  codebook,
  onDone,
}: {
  codebook: Codebook;
  onDone: (added: Lens["only"][number] | null) => void;
}): JSX.Element {
  const { read } = useReader();
  const words = useWords(lensTexts);
  const [variable, setVariable] = useState("");
  const [codes, setCodes] = useState<readonly string[]>([]);
  const found = closedVariables(codebook).find(({ name }) => name === variable);
  return (
    <form
      class="new-filter"
      onSubmit={(event) => {
        event.preventDefault();
        onDone({ variable, codes });
      }}
    >
      <VariableSelect
        codebook={codebook}
        value={variable}
        none={words("chooseQuestion")}
        label={words("onlyThose")}
        onChoose={(chosen) => {
          setVariable(chosen);
          setCodes([]);
        }}
      />
      {found !== undefined && (
        <fieldset class="choice">
          <legend>{words("anyOf")}</legend>
          {found.values.map(({ code, label }) => (
            <label key={String(code)}>
              <input
                type="checkbox"
                checked={codes.includes(String(code))}
                onChange={({ currentTarget }) => {
                  const others = codes.filter((each) => each !== String(code));
                  setCodes(currentTarget.checked ? [...others, String(code)] : others);
                }}
              />
              <span>{read(label)}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div class="actions">
        <button type="submit" class="main" disabled={codes.length === 0}>
          {words("apply")}
        </button>
        <button
          type="button"
          onClick={() => {
            onDone(null);
          }}
        >
          {words("cancel")}
        </button>
      </div>
    </form>
  );
}
