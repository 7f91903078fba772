import type { JSX } from "preact";
import { formatShare } from "../../../../charts/format.ts";
import type { PopulationList, SchemeMargin } from "../../../../server/weighting/weightingApi.ts";
import { useReader, useWords } from "../../reader.ts";
import { categoriesOf, sharesOf, withMember } from "./schemeDraft.ts";
import { schemeTexts } from "./schemeTexts.ts";

/** Census shares are of very many. */
const many = 1_000;

/** The categories of a margin's target: which become one, which are left out, and where small ones go. */
export function CategoryFields({
  margin,
  populations,
  onChange,
}: {
  margin: SchemeMargin;
  populations: PopulationList["populations"];
  onChange: (margin: SchemeMargin) => void;
}): JSX.Element | null {
  const words = useWords(schemeTexts);
  const shares = Object.entries(sharesOf(margin, populations));
  if (shares.length === 0) return null;
  return (
    <details class="weights-categories">
      <summary>
        {words("categories")} ({shares.length})
      </summary>
      <div class="table-frame" tabIndex={0} role="region" aria-label={`${words("categories")}: ${margin.name}`}>
        <table>
          <thead>
            <tr>
              {(["category", "share", "becomes", "leftOut", "neighbour"] as const).map((column) => (
                <th key={column} scope="col" class={column === "share" ? "number" : ""}>
                  {words(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shares.map(([category, share]) => (
              <CategoryRow
                key={category}
                category={category}
                share={share}
                margin={margin}
                all={categoriesOf(margin, populations)}
                onChange={onChange}
              />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function CategoryRow({
  category,
  share,
  margin,
  all,
  onChange,
}: {
  category: string;
  share: number;
  margin: SchemeMargin;
  /** What categories there are after some became one. */
  all: readonly string[];
  onChange: (margin: SchemeMargin) => void;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(schemeTexts);
  const becomes = Object.hasOwn(margin.categories, category) ? (margin.categories[category] ?? null) : category;
  const become = (name: string | null): void => {
    const kept = name === category || name === "" ? undefined : name;
    onChange({ ...margin, categories: withMember(margin.categories, category, kept) });
  };
  return (
    <tr>
      <th scope="row">{category}</th>
      <td class="number">{formatShare(share, { language, n: many })}</td>
      <td>
        <input
          type="text"
          aria-label={`${words("becomes")}: ${category}`}
          maxLength={100}
          disabled={becomes === null}
          placeholder={category}
          value={becomes === category ? "" : (becomes ?? "")}
          onChange={({ currentTarget }) => {
            become(currentTarget.value.trim());
          }}
        />
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={`${words("leftOut")}: ${category}`}
          checked={becomes === null}
          onChange={({ currentTarget }) => {
            become(currentTarget.checked ? null : category);
          }}
        />
      </td>
      <td>
        {becomes !== null && (
          <select
            aria-label={`${words("neighbour")}: ${becomes}`}
            value={margin.neighbours[becomes] ?? ""}
            onChange={({ currentTarget }) => {
              const into = currentTarget.value === "" ? undefined : currentTarget.value;
              onChange({ ...margin, neighbours: withMember(margin.neighbours, becomes, into) });
            }}
          >
            <option value="">{words("staysAlone")}</option>
            {all
              .filter((each) => each !== becomes)
              .map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
          </select>
        )}
      </td>
    </tr>
  );
}
