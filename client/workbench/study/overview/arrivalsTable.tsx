import type { JSX } from "preact";
import { formatCount, formatDay } from "../../../../charts/format.ts";
import type { StudyDays } from "../../../../server/estimates/estimatesApi.ts";
import type { Arrivals, StudyOverview } from "../../../../server/overview/overviewApi.ts";
import { useReader, useWords } from "../../reader.ts";
import { MedianTime } from "./medianTime.tsx";
import { overviewTexts } from "./overviewTexts.ts";
import { ValidShare } from "./validShare.tsx";

/** What came in on the day and on all days: how many, how many of them valid, and how long they took. */
export function ArrivalsTable({
  overview: { all, day },
  days,
}: {
  overview: StudyOverview;
  days: StudyDays;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(overviewTexts);
  const ofDay = days.days.find((each) => each.day === day?.day);
  // Counted as they come; the medians follow.
  const lines: readonly { name: string; arrivals: Arrivals }[] = [
    ...(day === null
      ? []
      : [
          {
            name: day.isToday ? words("today") : formatDay(day.day, language),
            arrivals: { ...day, ...(ofDay !== undefined && { responses: ofDay.responses }) },
          },
        ]),
    { name: words("allDays"), arrivals: { ...all, responses: days.responses } },
  ];
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label={words("responses")}>
      <table class="overview-arrivals">
        <thead>
          <tr>
            <td />
            <th scope="col" class="number">
              {words("responses")}
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
          {lines.map(({ name, arrivals }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="number overview-count">{formatCount(arrivals.responses, language)}</td>
              <td class="number">
                <ValidShare arrivals={arrivals} />
              </td>
              <td class="number">
                <MedianTime estimate={arrivals.medianSeconds} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
