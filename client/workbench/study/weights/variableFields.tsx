import type { JSX } from "preact";
import { useReader, useWords } from "../../reader.ts";
import { categoryOf, withMember, type MatchedVariable, type Weightable } from "./schemeDraft.ts";
import { schemeTexts } from "./schemeTexts.ts";

/** What stands in a list for a code that is no answer; no category is called so. */
const none = "\u0000";

/** Which category each answer of a variable is. */
export function VariableFields({
  matched,
  variable,
  categories,
  onChange,
}: {
  matched: MatchedVariable;
  /** `undefined` before one is chosen. */
  variable: Weightable | undefined;
  categories: readonly string[];
  onChange: (matched: MatchedVariable) => void;
}): JSX.Element | null {
  const { read } = useReader();
  const words = useWords(schemeTexts);
  if (variable === undefined) return null;
  if (variable.codes === null)
    return <Bands matched={matched} title={read(variable.title)} categories={categories} onChange={onChange} />;
  const open = variable.codes.filter(({ code }) => categoryOf(matched, code, categories) === undefined).length;
  return (
    <details class="weights-categories" open={open > 0}>
      <summary>
        {words("answers")}: {read(variable.part ?? variable.title)} ({variable.codes.length})
      </summary>
      <ul class="weights-codes">
        {variable.codes.map(({ code, label }) => {
          const category = categoryOf(matched, code, categories);
          return (
            <li key={code}>
              <label>
                <span>{read(label)}</span>
                <select
                  aria-invalid={category === undefined}
                  value={category === null ? none : (category ?? "")}
                  onChange={({ currentTarget: { value } }) => {
                    const chosen = value === none ? null : value === code ? undefined : value;
                    onChange({ ...matched, codes: withMember(matched.codes, code, chosen) });
                  }}
                >
                  {category === undefined && <option value="">{words("chooseCategory")}</option>}
                  {categories.map((each) => (
                    <option key={each} value={each}>
                      {each}
                    </option>
                  ))}
                  <option value={none}>{words("noAnswer")}</option>
                </select>
              </label>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Bands({
  matched,
  title,
  categories,
  onChange,
}: {
  matched: MatchedVariable;
  title: string;
  categories: readonly string[];
  onChange: (matched: MatchedVariable) => void;
}): JSX.Element {
  const words = useWords(schemeTexts);
  const bands = matched.bands ?? [];
  const change = (place: number, part: Partial<(typeof bands)[number]>): void => {
    onChange({ ...matched, bands: bands.map((band, at) => (at === place ? { ...band, ...part } : band)) });
  };
  return (
    <fieldset class="weights-bands">
      <legend>
        {words("answers")}: {title}
      </legend>
      <ul>
        {bands.map(({ category, from, to }, place) => (
          <li key={place}>
            {(["from", "to"] as const).map((end) => (
              <label key={end}>
                {words(end)}
                <input
                  type="number"
                  step="any"
                  value={end === "from" ? from : to}
                  onChange={({ currentTarget }) => {
                    change(place, { [end]: Number(currentTarget.value) });
                  }}
                />
              </label>
            ))}
            <label>
              {words("category")}
              <select
                value={category}
                onChange={({ currentTarget }) => {
                  change(place, { category: currentTarget.value });
                }}
              >
                {categories.map((each) => (
                  <option key={each} value={each}>
                    {each}
                  </option>
                ))}
              </select>
            </label>
            <button
              type="button"
              class="quiet"
              aria-label={`${words("removeBand")} ${place + 1}`}
              disabled={bands.length === 1}
              onClick={() => {
                onChange({ ...matched, bands: bands.filter((_, at) => at !== place) });
              }}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          const next = categories.find((each) => !bands.some((band) => band.category === each)) ?? categories[0] ?? "";
          const from = (bands.at(-1)?.to ?? 0) + 1;
          onChange({ ...matched, bands: [...bands, { category: next, from, to: from }] });
        }}
      >
        + {words("addBand")}
      </button>
    </fieldset>
  );
}
