import type { JSX } from "preact";
import { useMemo, useRef } from "preact/hooks";
import { responsesPerDay } from "../../../../charts/figures/responsesPerDay.ts";
import type { StudyDays } from "../../../../server/estimates/estimatesApi.ts";
import type { StudyOverview } from "../../../../server/overview/overviewApi.ts";
import { Answered } from "../../parts/answered.tsx";
import { FigureView } from "../../parts/figureView.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAgainWhen } from "../../useAgainWhen.ts";
import { useAnswer } from "../../useAnswer.ts";
import { useDue } from "../../useDue.ts";
import { ArrivalsTable } from "./arrivalsTable.tsx";
import { overviewTexts } from "./overviewTexts.ts";
import { PagesTable } from "./pagesTable.tsx";
import { PlacesTable } from "./placesTable.tsx";

/** How the fielding goes: what came in, from where, and how far people answer. */
export function Fielding({
  study,
  days,
  responses,
}: {
  study: string;
  days: StudyDays;
  /** All that is not counted as it comes is asked for anew when it changes. */
  responses: number;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(overviewTexts);
  const place = useRef<HTMLElement>(null);
  const isDue = useDue(place, study, { marginPx: 100 });
  const reading = useAnswer<StudyOverview>(isDue ? `/api/studies/${study}/overview` : null);
  const { again } = reading;
  useAgainWhen(responses, again);
  const perDay = useMemo(() => responsesPerDay(days, language), [days.responses, language]);
  return (
    <section ref={place} class="overview-fielding" aria-labelledby="overview-fielding">
      <h2 id="overview-fielding">{words("fielding")}</h2>
      {isDue ? (
        <Answered reading={reading}>
          {(overview) => (
            <>
              <div class="overview-pair">
                <section class="card">
                  <ArrivalsTable overview={overview} days={days} />
                  <p class="soft overview-note">{words("countsNote")}</p>
                </section>
                <section class="card">
                  <h3>{perDay.title}</h3>
                  <FigureView figure={perDay} />
                </section>
              </div>
              <div class="overview-pair">
                <div class="overview-stack">
                  <PlacesTable title={words("byCollector")} places={overview.collectors} overview={overview} />
                  {overview.pages !== null && <PagesTable pages={overview.pages} />}
                </div>
                <PlacesTable
                  title={words("byGridUnit")}
                  places={overview.gridUnits}
                  overview={overview}
                  others={overview.otherGridUnits}
                />
              </div>
            </>
          )}
        </Answered>
      ) : (
        <div class="overview-waiting waiting" />
      )}
    </section>
  );
}
