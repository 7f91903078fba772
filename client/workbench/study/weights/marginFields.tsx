import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { PopulationList, SchemeMargin } from "../../../../server/weighting/weightingApi.ts";
import { useReader, useWords } from "../../reader.ts";
import { CategoryFields } from "./categoryFields.tsx";
import { categoriesOf, matched, partsOf, type MatchedVariable, type Weightable } from "./schemeDraft.ts";
import { schemeTexts } from "./schemeTexts.ts";
import { VariableFields } from "./variableFields.tsx";

/** One margin of a scheme: whose shares, what becomes of their categories, and which answers they are. */
export function MarginFields({
  margin,
  populations,
  variables,
  faults,
  onChange,
  onRemove,
}: {
  margin: SchemeMargin;
  populations: PopulationList["populations"];
  variables: readonly Weightable[];
  /** What was refused of it. */
  faults: readonly string[];
  onChange: (margin: SchemeMargin) => void;
  onRemove: () => void;
}): JSX.Element {
  const { read } = useReader();
  const words = useWords(schemeTexts);
  const faultsId = useId();
  const categories = categoriesOf(margin, populations);
  const choose = (place: number, name: string): void => {
    const found = variables.find((each) => each.name === name);
    const parts = partsOf(categories, { place, of: Math.max(place + 1, margin.variables.length) });
    const one = found === undefined ? { variable: "", codes: {} } : matched(found, parts);
    onChange({
      ...margin,
      variables: changedAt(margin.variables, place, found === undefined && place === 1 ? null : one),
    });
  };
  return (
    <fieldset class="weights-margin-fields" {...(faults.length > 0 && { "aria-describedby": faultsId })}>
      <legend>{margin.name === "" ? words("margins") : margin.name}</legend>
      {faults.length > 0 && (
        <ul id={faultsId} class="fault" role="alert">
          {faults.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      <div class="fields">
        <label class="field">
          {words("marginName")}
          <input
            type="text"
            required
            maxLength={200}
            value={margin.name}
            onInput={({ currentTarget }) => {
              onChange({ ...margin, name: currentTarget.value });
            }}
          />
        </label>
        <TargetSelect margin={margin} populations={populations} onChange={onChange} />
        {[0, 1].map((place) => (
          <label class="field" key={place}>
            {words(place === 0 ? "variable" : "secondVariable")}
            <select
              required={place === 0}
              value={margin.variables[place]?.variable ?? ""}
              onChange={({ currentTarget }) => {
                choose(place, currentTarget.value);
              }}
            >
              <option value="">{words(place === 0 ? "chooseVariable" : "noSecond")}</option>
              {variables.map(({ name, title, part }) => (
                <option key={name} value={name}>
                  {part === null ? read(title) : `${read(title)} – ${read(part)}`}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <CategoryFields margin={margin} populations={populations} onChange={onChange} />
      {margin.variables.map((each, place) => (
        <VariableFields
          key={place}
          matched={each}
          variable={variables.find(({ name }) => name === each.variable)}
          categories={partsOf(categories, { place, of: margin.variables.length })}
          onChange={(changed) => {
            onChange({ ...margin, variables: changedAt(margin.variables, place, changed) });
          }}
        />
      ))}
      <button type="button" class="quiet weights-remove" onClick={onRemove}>
        {words("removeMargin")}
      </button>
    </fieldset>
  );
}

/** The variables with one changed, added, or, by `null`, taken away. */
function changedAt(
  variables: readonly MatchedVariable[],
  place: number,
  changed: MatchedVariable | null,
): MatchedVariable[] {
  return [...variables.slice(0, place), ...(changed === null ? [] : [changed]), ...variables.slice(place + 1)];
}

function TargetSelect({
  margin,
  populations,
  onChange,
}: {
  margin: SchemeMargin;
  populations: PopulationList["populations"];
  onChange: (margin: SchemeMargin) => void;
}): JSX.Element {
  const words = useWords(schemeTexts);
  const { target } = margin;
  const isOwn = "shares" in target;
  const chosen = isOwn ? null : populations.find(({ population }) => population === target.population);
  const about = isOwn
    ? `${words("source")}: ${target.source}`
    : chosen === undefined || chosen === null
      ? ""
      : `${words("covers")}: ${chosen.covers} (${chosen.date})`;
  return (
    <div class="field">
      <label>
        {words("target")}
        <select
          required
          value={isOwn ? "own" : target.population === "" ? "" : `${target.population} ${target.margin}`}
          onChange={({ currentTarget }) => {
            const [population = "", of = ""] = currentTarget.value.split(" ");
            const name = margin.name === "" ? of : margin.name;
            onChange({ ...margin, name, target: { population, margin: of }, categories: {}, neighbours: {} });
          }}
        >
          {isOwn && <option value="own">{words("ownShares")}</option>}
          <option value="" disabled>
            {words("chooseTarget")}
          </option>
          {populations.map(({ population, name, margins }) => (
            <optgroup key={population} label={name}>
              {margins.map((each) => (
                <option key={each.margin} value={`${population} ${each.margin}`}>
                  {name} – {each.margin}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      {about !== "" && <small class="soft weights-about">{about}</small>}
    </div>
  );
}
