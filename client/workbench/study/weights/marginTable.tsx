import type { JSX } from "preact";
import { formatCount, formatDifference, formatShare } from "../../../../charts/format.ts";
import type { CategoryReport, MarginReport } from "../../../../server/weighting/weightingApi.ts";
import { useReader, useWords } from "../../reader.ts";
import type { LabelOf } from "./categoryLabels.ts";
import { Dumbbell } from "./dumbbell.tsx";
import { weightsTexts } from "./weightsTexts.ts";

/** A difference that is no rounding any more: half of what a percentage with one decimal shows. */
const least = 0.0005;

/** What was wanted of a margin, what was there and what was achieved, a line a category. */
export function MarginTable({ margin, labelOf }: { margin: MarginReport; labelOf: LabelOf }): JSX.Element {
  const words = useWords(weightsTexts);
  const { categories, margin: name } = margin;
  const n = categories.reduce((sum, { respondents }) => sum + respondents, 0);
  const most = Math.max(...categories.flatMap(({ wanted, before, achieved }) => [wanted, before, achieved]));
  return (
    <section class="weights-margin">
      <h4>{name}</h4>
      <div class="table-frame" tabIndex={0} role="region" aria-label={`${words("margins")}: ${name}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words("category")}</th>
              <th scope="col" class="number">
                n
              </th>
              {(["wanted", "before", "achieved"] as const).map((column) => (
                <th key={column} scope="col" class="number">
                  {words(column)}
                </th>
              ))}
              <th scope="col" class="weights-picture" aria-hidden="true">
                <span class="weights-key before">○ {words("before")}</span>{" "}
                <span class="weights-key">● {words("achieved")}</span>{" "}
                <span class="weights-key">┃ {words("wanted")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {categories.map((each) => (
              <Category key={each.category} found={each} label={labelOf(name, each.category)} n={n} most={most} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Category({
  found,
  label,
  n,
  most,
}: {
  found: CategoryReport;
  label: string;
  n: number;
  most: number;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(weightsTexts);
  const { respondents, wanted, before, achieved } = found;
  const off = achieved - wanted;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td class="number soft">{formatCount(respondents, language)}</td>
      <td class="number">{formatShare(wanted, { language, n })}</td>
      <td class="number soft">{formatShare(before, { language, n })}</td>
      <td class="number">
        {formatShare(achieved, { language, n })}
        {Math.abs(off) >= least && (
          <small class="weights-off">
            {words("off")} {formatDifference(off, "share", { language, plus: "+" })} {words("points")}
          </small>
        )}
      </td>
      <td class="weights-picture">
        <Dumbbell before={before} wanted={wanted} achieved={achieved} most={most} />
      </td>
    </tr>
  );
}
