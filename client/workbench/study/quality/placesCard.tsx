import type { JSX } from "preact";
import { formatCount, formatShare } from "../../../../charts/format.ts";
import type { ScreenedPlace, StudyQuality } from "../../../../server/quality/qualityApi.ts";
import { ResultFrame } from "../../parts/resultFrame.tsx";
import { useReader, useWords } from "../../reader.ts";
import { countsProvenance } from "./countsProvenance.ts";
import { qualityTexts } from "./qualityTexts.ts";
import { reasonTexts, shownReasons } from "./reasonTexts.ts";

/** What was screened and excluded of what came through each collector, or from each grid unit. */
export function PlacesCard({
  of,
  quality,
  places,
}: {
  of: "collectors" | "gridUnits";
  quality: StudyQuality;
  places: readonly ScreenedPlace[];
}): JSX.Element {
  const { language, read } = useReader();
  const words = useWords(qualityTexts);
  const title = words(of === "collectors" ? "byCollector" : "byGridUnit");
  const nameOf = ({ place, label }: ScreenedPlace): string => (place === null ? words("none") : read(label ?? place));
  const most = Math.max(0.001, ...places.map(shareOf));
  return (
    <section class="card" id={`quality-${of}`}>
      <ResultFrame
        name={`quality-${of}`}
        title={title}
        table={{
          title,
          columns: [
            ...(["place", "responses", "screened", "excluded"] as const).map((name) => words(name)),
            ...shownReasons.map((reason) => reasonTexts[reason].name[language]),
          ],
          rows: places.map((each) => [
            nameOf(each),
            each.responses,
            each.screened,
            each.excluded,
            ...shownReasons.map((reason) => each.marked[reason]),
          ]),
        }}
        provenance={countsProvenance(
          quality,
          places.reduce((sum, { responses }) => sum + responses, 0),
          language,
        )}
      >
        <h2>{title}</h2>
        <p class="soft base">{words("placesNote")}</p>
        <div class="table-frame" tabIndex={0} role="region" aria-label={title}>
          <table class="quality-places">
            <thead>
              <tr>
                <th scope="col">{words("place")}</th>
                <th scope="col" class="number">
                  {words("screened")}
                </th>
                <th scope="col" class="number">
                  {words("excludedShare")}
                </th>
              </tr>
            </thead>
            <tbody>
              {places.map((each) => (
                <tr key={each.place}>
                  <th scope="row">
                    {nameOf(each)}
                    <span class="quality-bar" style={{ width: `${(100 * shareOf(each)) / most}%` }} />
                  </th>
                  <td class="number">{formatCount(each.screened, language)}</td>
                  <td class="number">
                    {each.screened === 0 ? "–" : formatShare(shareOf(each), { language, n: each.screened })}
                    <small class="soft">
                      {formatCount(each.excluded, language)} / {formatCount(each.screened, language)}
                    </small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </ResultFrame>
    </section>
  );
}

function shareOf({ screened, excluded }: ScreenedPlace): number {
  return screened === 0 ? 0 : excluded / screened;
}
