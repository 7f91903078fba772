import type { JSX } from "preact";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { useReader, useWords } from "../../reader.ts";
import type { AddressQuery } from "../../useAddressQuery.ts";
import { VariableSelect } from "../lens/variableSelect.tsx";
import { columnChoices, isAmong, rowChoices, type ChoiceGroup } from "./crosstabChoices.ts";
import { crosstabsTexts } from "./crosstabsTexts.ts";
import { offeredAdjustments, offeredShadings, type WantedCrosstab } from "./wantedCrosstab.ts";

/** Chooses what is set against what, and how it is tested and shown. */
export function CrosstabsBar({
  codebook,
  wanted,
  change,
}: {
  codebook: Codebook;
  wanted: WantedCrosstab;
  change: AddressQuery["change"];
}): JSX.Element {
  const words = useWords(crosstabsTexts);
  const { rows, by, layer, adjustment, shading, hasIntervals } = wanted;
  const [asRows, asColumns] = [rowChoices(codebook), columnChoices(codebook)];
  const canSwap = isAmong(rows, asColumns) && isAmong(by, asRows);
  return (
    <section class="crosstabs-bar" aria-label={words("choice")}>
      <div class="crosstabs-axes">
        <ChoiceSelect
          label={words("rows")}
          value={rows}
          groups={asRows}
          onChoose={(chosen) => {
            change({ rows: [chosen], by: [by] });
          }}
        />
        <button
          type="button"
          class="crosstabs-swap"
          disabled={!canSwap}
          aria-label={words("swap")}
          title={words("swap")}
          onClick={() => {
            change({ rows: [by], by: [rows] });
          }}
        >
          ⇄
        </button>
        <ChoiceSelect
          label={words("columns")}
          value={by}
          groups={asColumns}
          onChoose={(chosen) => {
            change({ rows: [rows], by: [chosen] });
          }}
        />
        <VariableSelect
          codebook={codebook}
          value={layer}
          none={words("noLayer")}
          label={words("layer")}
          onChoose={(chosen) => {
            change({ layer: chosen === "" ? [] : [chosen] });
          }}
        />
      </div>
      <div class="crosstabs-manner">
        <NameSelect
          label={words("adjustment")}
          value={adjustment}
          names={offeredAdjustments}
          wordsOf={words}
          onChoose={(chosen) => {
            change({ adjust: chosen === offeredAdjustments[0] ? [] : [chosen] });
          }}
        />
        <NameSelect
          label={words("shading")}
          value={shading}
          names={offeredShadings}
          wordsOf={(name) => words(`shade-${name}`)}
          onChoose={(chosen) => {
            change({ shade: chosen === offeredShadings[0] ? [] : [chosen] });
          }}
        />
        <label class="crosstabs-check">
          <input
            type="checkbox"
            checked={hasIntervals}
            onChange={({ currentTarget }) => {
              change({ intervals: currentTarget.checked ? ["1"] : [] });
            }}
          />
          <span>{words("showIntervals")}</span>
        </label>
      </div>
    </section>
  );
}

function ChoiceSelect({
  label,
  value,
  groups,
  onChoose,
}: {
  label: string;
  value: string;
  groups: readonly ChoiceGroup[];
  onChoose: (name: string) => void;
}): JSX.Element {
  const { read } = useReader();
  const words = useWords(crosstabsTexts);
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value);
        }}
      >
        {groups
          .filter(({ choices }) => choices.length > 0)
          .map(({ heading, choices }) => (
            <optgroup key={heading} label={words(heading)}>
              {choices.map(({ name, title, part }) => (
                <option key={name} value={name}>
                  {part === null ? read(title) : `${read(title)} – ${read(part)}`}
                </option>
              ))}
            </optgroup>
          ))}
      </select>
    </label>
  );
}

function NameSelect<Name extends string>({
  label,
  value,
  names,
  wordsOf,
  onChoose,
}: {
  label: string;
  value: Name;
  names: readonly Name[];
  wordsOf: (name: Name) => string;
  onChoose: (name: Name) => void;
}): JSX.Element {
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = names.find((name) => name === currentTarget.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {names.map((name) => (
          <option key={name} value={name}>
            {wordsOf(name)}
          </option>
        ))}
      </select>
    </label>
  );
}
