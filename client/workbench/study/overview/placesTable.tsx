import type { JSX } from "preact";
import { formatCount, formatShortDay } from "../../../../charts/format.ts";
import type { PlaceArrivals, StudyOverview } from "../../../../server/overview/overviewApi.ts";
import { useReader, useWords } from "../../reader.ts";
import { fill } from "./fill.ts";
import { MedianTime } from "./medianTime.tsx";
import { overviewTexts } from "./overviewTexts.ts";
import { ValidShare } from "./validShare.tsx";

/** What came in through each collector, or from each grid unit, the busiest first. */
export function PlacesTable({
  title,
  places,
  overview: { day },
  others = { units: 0, responses: 0 },
}: {
  title: string;
  places: readonly PlaceArrivals[];
  overview: StudyOverview;
  others?: StudyOverview["otherGridUnits"];
}): JSX.Element {
  const { language, read } = useReader();
  const words = useWords(overviewTexts);
  const most = Math.max(1, ...places.map(({ all }) => all.responses));
  const dayName = day === null || day.isToday ? words("ofDay") : formatShortDay(day.day, language);
  return (
    <section class="card">
      <h3>{title}</h3>
      <div class="table-frame" tabIndex={0} role="region" aria-label={title}>
        <table class="overview-places">
          <thead>
            <tr>
              <td />
              <th scope="col" class="number">
                {dayName}
              </th>
              <th scope="col" class="number">
                {words("allDays")}
              </th>
              <th scope="col" class="number" title={words("validNote")}>
                {words("valid")}
              </th>
              <th scope="col" class="number">
                {words("median")}
              </th>
            </tr>
          </thead>
          <tbody>
            {places.map(({ place, label, all: arrivals, ofDay }) => (
              <tr key={place}>
                <th scope="row">
                  {place === null ? <span class="soft">{words("none")}</span> : read(label ?? place)}
                  <span class="overview-bar" style={{ width: `${(100 * arrivals.responses) / most}%` }} />
                </th>
                <td class="number">{formatCount(ofDay, language)}</td>
                <td class="number">{formatCount(arrivals.responses, language)}</td>
                <td class="number">
                  <ValidShare arrivals={arrivals} />
                </td>
                <td class="number">
                  <MedianTime estimate={arrivals.medianSeconds} />
                </td>
              </tr>
            ))}
            {others.units > 0 && (
              <tr class="soft">
                <th scope="row">{fill(words("otherUnits"), { units: formatCount(others.units, language) })}</th>
                <td />
                <td class="number">{formatCount(others.responses, language)}</td>
                <td colSpan={2} />
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </section>
  );
}
