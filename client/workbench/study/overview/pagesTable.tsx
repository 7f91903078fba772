import type { JSX } from "preact";
import { formatCount, formatShare } from "../../../../charts/format.ts";
import type { StudyOverview } from "../../../../server/overview/overviewApi.ts";
import { useReader, useWords } from "../../reader.ts";
import { fill } from "./fill.ts";
import { MedianTime } from "./medianTime.tsx";
import { overviewTexts } from "./overviewTexts.ts";

/** How far people answer, page by page, and what of that cannot be known. */
export function PagesTable({ pages }: { pages: NonNullable<StudyOverview["pages"]> }): JSX.Element {
  const { language, read } = useReader();
  const words = useWords(overviewTexts);
  const { responses, progress, questionnaireVersion } = pages;
  return (
    <section class="card">
      <h3>{words("dropOff")}</h3>
      <p class="soft overview-note">
        {words("dropOffNote")} {fill(words("ofVersion"), { version: String(questionnaireVersion) })}, n ={" "}
        {formatCount(responses, language)}.
      </p>
      <div class="table-frame" tabIndex={0} role="region" aria-label={words("dropOff")}>
        <table class="overview-pages">
          <thead>
            <tr>
              <th scope="col">{words("page")}</th>
              <th scope="col" class="number">
                {words("stillAnswering")}
              </th>
              <th scope="col" class="number">
                {words("pageTime")}
              </th>
            </tr>
          </thead>
          <tbody>
            {progress.map(({ title, answering, medianSeconds }, page) => (
              <tr key={page}>
                <th scope="row">
                  {page + 1}. {title === null ? "" : read(title)}
                  <span class="overview-bar" style={{ width: `${(100 * answering) / Math.max(1, responses)}%` }} />
                </th>
                <td class="number">
                  {responses === 0 ? "–" : formatShare(answering / responses, { language, n: responses })}
                  <small class="soft">
                    <span class="overview-whole">
                      {formatCount(answering, language)} / {formatCount(responses, language)}
                    </span>
                  </small>
                </td>
                <td class="number">
                  <MedianTime estimate={medianSeconds} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
