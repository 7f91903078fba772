import type { JSX } from "preact";
import type { StudyDays } from "../../../../server/estimates/estimatesApi.ts";
import type { StudyEvents } from "../../../../server/events/eventsApi.ts";
import type { StudySummary } from "../../../../server/fielding/fieldingApi.ts";
import type { Codebook } from "../../../../surveys/codebook/codebook.ts";
import { Answered } from "../../parts/answered.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAgainWhen } from "../../useAgainWhen.ts";
import { useAnalysis } from "../../useAnalysis.ts";
import { useAnswer, useKnownAnswer } from "../../useAnswer.ts";
import { requestThrough, useLens } from "../lens/lens.ts";
import { LensBar } from "../lens/lensBar.tsx";
import { EventsCard } from "./eventsCard.tsx";
import { requestFor, useFollowing } from "./following.ts";
import { SeriesCards } from "./seriesCards.tsx";
import { TrendsBar } from "./trendsBar.tsx";
import { trendsTexts } from "./trendsTexts.ts";
import "./trends.css";

/** Any question or scale over time: its line, how it moved, and what happened on the way. */
export function TrendsView({ study, days }: { study: StudySummary; days: StudyDays | null }): JSX.Element {
  const { texts } = useReader();
  const path = study.questionnaireVersion === null ? null : `/api/studies/${study.study}/codebook`;
  const codebook = useKnownAnswer<Codebook>(path);
  if (path === null || days?.responses === 0)
    return (
      <Notice title={texts(path === null ? "noQuestionnaire" : "noResponses")}>
        <p>{texts(path === null ? "noQuestionnaireNote" : "noResponsesNote")}</p>
      </Notice>
    );
  return (
    <Answered reading={codebook}>
      {(found) => <Trends study={study.study} codebook={found} responses={days?.responses ?? 0} />}
    </Answered>
  );
}

function Trends({ study, codebook, responses }: { study: string; codebook: Codebook; responses: number }): JSX.Element {
  const words = useWords(trendsTexts);
  const { lens } = useLens();
  const { following, change } = useFollowing(codebook);
  const events = useAnswer<StudyEvents>(`/api/studies/${study}/events`);
  const reading = useAnalysis(
    study,
    following === null ? null : { ...requestThrough(lens, codebook), ...requestFor(following, codebook) },
  );
  const { again } = reading;
  // What comes in while the page is open belongs to the last point.
  useAgainWhen(responses, again);
  if (following === null) return <Notice title={words("noClosed")} />;
  return (
    <div class="trends">
      <LensBar study={study} codebook={codebook} refusal={reading.refusal} />
      <TrendsBar codebook={codebook} following={following} onChange={change} />
      <Answered reading={reading} beside={["from", "to"]}>
        {(result) => (
          <>
            <SeriesCards
              result={result}
              following={following}
              codebook={codebook}
              events={events.answer?.events ?? []}
            />
            <EventsCard study={study} result={result} events={events} />
          </>
        )}
      </Answered>
    </div>
  );
}
