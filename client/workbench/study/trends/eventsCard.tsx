import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatDay } from "../../../../charts/format.ts";
import type { AnalysisResult } from "../../../../server/analysis/analysisApi.ts";
import type { StudyEvents } from "../../../../server/events/eventsApi.ts";
import { RefusalNotice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import type { Reading } from "../../useAnswer.ts";
import { useSending } from "../../useSending.ts";
import { eventKindTexts } from "./eventKindTexts.ts";
import { NewEventForm } from "./newEventForm.tsx";
import { notedIn, type NotedEvent } from "../../../../charts/noted.ts";
import { trendsTexts } from "./trendsTexts.ts";

/** What happened while the study was in the field, numbered as on the figure; one can be added or removed. */
export function EventsCard({
  study,
  result,
  events,
}: {
  study: string;
  result: AnalysisResult;
  events: Reading<StudyEvents>;
}): JSX.Element {
  const reader = useReader();
  const words = useWords(trendsTexts);
  const { refusal, send } = useSending<null>();
  const [isAdding, setAdding] = useState(false);
  const noted = notedIn(result, events.answer?.events ?? [], reader);
  return (
    <section class="card trends-events">
      <h2>{words("events")}</h2>
      <p class="soft base">{words(noted.length === 0 ? "noEvents" : "eventsNote")}</p>
      {events.refusal !== null && <RefusalNotice refusal={events.refusal} again={events.again} />}
      {refusal !== null && <RefusalNotice refusal={refusal} />}
      <ol>
        {noted.map((each) => (
          <EventLine
            key={each.event?.event ?? `break-${each.day}`}
            noted={each}
            onRemove={(event) => {
              send(`/api/studies/${study}/events/${event}`, { method: "DELETE" }, events.again);
            }}
          />
        ))}
      </ol>
      {isAdding ? (
        <NewEventForm
          study={study}
          day={result.windows.at(-1)?.to ?? ""}
          onDone={() => {
            setAdding(false);
            events.again();
          }}
        />
      ) : (
        <button
          type="button"
          class="quiet trends-add"
          onClick={() => {
            setAdding(true);
          }}
        >
          + {words("addEvent")}
        </button>
      )}
    </section>
  );
}

function EventLine({
  noted: { kind, day, sign, label, event, isOnFigure },
  onRemove,
}: {
  noted: NotedEvent;
  onRemove: (event: string) => void;
}): JSX.Element {
  const { language } = useReader();
  const words = useWords(trendsTexts);
  return (
    <li>
      <span class={`trends-sign ${kind}`} aria-hidden={!isOnFigure}>
        {sign}
      </span>
      <time class="soft" dateTime={day}>
        {formatDay(day, language)}
      </time>
      <span class="trends-event">
        <bdi>{label}</bdi>{" "}
        <small class="soft">
          {event === null ? "" : eventKindTexts[event.kind][language]}
          {!isOnFigure && ` · ${words("outside")}`}
        </small>
      </span>
      {event !== null && (
        <button
          type="button"
          class="quiet"
          aria-label={`${words("removeEvent")}: ${label}`}
          onClick={() => {
            onRemove(event.event);
          }}
        >
          ×
        </button>
      )}
    </li>
  );
}
