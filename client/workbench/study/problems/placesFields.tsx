import type { JSX } from "preact";
import type { ProblemContent } from "../../../../server/problems/problemsApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { useReader, useWords } from "../../reader.ts";
import { closedVariables } from "../lens/closedVariables.ts";
import { VariableSelect } from "../lens/variableSelect.tsx";
import { problemsTexts } from "./problemsTexts.ts";

type Place = ProblemContent["places"][number];

/** Fewer limits than the server takes: nobody needs more than province, city, county, grid unit and collector. */
const mostPlaces = 5;

/** Whom a problem concerns: everyone, or only responses with certain codes of each of some variables. */
export function PlacesFields({
  places,
  value,
  onChange,
}: {
  /** What can be chosen, as a codebook. */
  places: Codebook;
  value: readonly Place[];
  onChange: (value: Place[]) => void;
}): JSX.Element {
  const words = useWords(problemsTexts);
  return (
    <fieldset class="problems-places">
      <legend>{words("places")}</legend>
      {value.length === 0 && <p>{words("everyone")}</p>}
      {value.map((place, number) => (
        <PlaceFields
          key={number}
          places={places}
          place={place}
          onChange={(changed) => {
            onChange(value.map((each, at) => (at === number ? changed : each)));
          }}
          onRemove={() => {
            onChange(value.filter((_, at) => at !== number));
          }}
        />
      ))}
      {value.length < mostPlaces && (
        <button
          type="button"
          class="quiet problems-add"
          onClick={() => {
            onChange([...value, { variable: "", codes: [] }]);
          }}
        >
          + {words("addPlace")}
        </button>
      )}
      {value.length > 0 && <p class="rule">{words("placesRule")}</p>}
    </fieldset>
  );
}

function PlaceFields({
  places,
  place: { variable, codes },
  onChange,
  onRemove,
}: {
  places: Codebook;
  place: Place;
  onChange: (place: Place) => void;
  onRemove: () => void;
}): JSX.Element {
  const { read } = useReader();
  const words = useWords(problemsTexts);
  const found = closedVariables(places).find(({ name }) => name === variable);
  return (
    <div class="problems-place">
      <div class="problems-place-head">
        <VariableSelect
          codebook={places}
          value={variable}
          none={words("choosePlace")}
          label={words("onlyPlace")}
          onChoose={(chosen) => {
            onChange({ variable: chosen, codes: [] });
          }}
        />
        <button type="button" class="quiet" aria-label={words("removePlace")} onClick={onRemove}>
          ×
        </button>
      </div>
      {found !== undefined && (
        <fieldset class="choice">
          <legend>{words("anyOf")}</legend>
          {found.values.map(({ code, label }) => (
            <label key={String(code)}>
              <input
                type="checkbox"
                checked={codes.includes(code)}
                onChange={({ currentTarget }) => {
                  const others = codes.filter((each) => each !== code);
                  onChange({ variable, codes: currentTarget.checked ? [...others, code] : others });
                }}
              />
              <span>{read(label)}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
