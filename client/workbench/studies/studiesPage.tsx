import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatCount, formatDay } from "../../../charts/format.ts";
import type { StudyList, StudySummary } from "../../../server/fielding/fieldingApi.ts";
import { Answered } from "../parts/answered.tsx";
import { InLink } from "../parts/inLink.tsx";
import { Notice } from "../parts/notice.tsx";
import { OpeningBadge, SimulatedBadge } from "../study/badges.tsx";
import { useReader, useWords } from "../reader.ts";
import { useAnswer } from "../useAnswer.ts";
import { usePageTitle } from "../usePageTitle.ts";
import { NewStudyForm } from "./newStudyForm.tsx";
import { newStudyTexts } from "./newStudyTexts.ts";

/** Every study of the researcher, and the way to a new one. */
export function StudiesPage(): JSX.Element {
  const { texts } = useReader();
  usePageTitle(texts("studies"));
  const [cursors, setCursors] = useState<readonly string[]>([""]);
  /** What is being made: a new study, a copy of one, or nothing. */
  const [making, setMaking] = useState<{ readonly from: StudySummary | null } | null>(null);
  return (
    <>
      <div class="page-head">
        <h1>{texts("studies")}</h1>
        {making === null && (
          <button
            type="button"
            class="main"
            onClick={() => {
              setMaking({ from: null });
            }}
          >
            {texts("newStudy")}
          </button>
        )}
      </div>
      {making !== null && (
        <NewStudyForm
          key={making.from?.study}
          from={making.from}
          onCancel={() => {
            setMaking(null);
          }}
        />
      )}
      {cursors.map((cursor, place) => (
        <StudiesFrom
          key={cursor}
          cursor={cursor}
          isLast={place === cursors.length - 1}
          onDuplicate={(from) => {
            setMaking({ from });
          }}
          onMore={(next) => {
            setCursors([...cursors, next]);
          }}
        />
      ))}
    </>
  );
}

function StudiesFrom({
  cursor,
  isLast,
  onDuplicate,
  onMore,
}: {
  cursor: string;
  isLast: boolean;
  onDuplicate: (study: StudySummary) => void;
  onMore: (cursor: string) => void;
}): JSX.Element {
  const { texts } = useReader();
  const reading = useAnswer<StudyList>("/api/studies", cursor === "" ? {} : { cursor });
  return (
    <Answered reading={reading}>
      {({ studies, nextCursor }) => (
        <>
          {studies.length === 0 && (
            <Notice title={texts("noStudies")}>
              <p>{texts("noStudiesNote")}</p>
            </Notice>
          )}
          <ul class="studies">
            {studies.map((study) => (
              <StudyRow
                key={study.study}
                study={study}
                onDuplicate={() => {
                  onDuplicate(study);
                }}
              />
            ))}
          </ul>
          {isLast && nextCursor !== null && (
            <button
              type="button"
              onClick={() => {
                onMore(nextCursor);
              }}
            >
              {texts("moreStudies")}
            </button>
          )}
        </>
      )}
    </Answered>
  );
}

function StudyRow({ study, onDuplicate }: { study: StudySummary; onDuplicate: () => void }): JSX.Element {
  const { texts, language } = useReader();
  const words = useWords(newStudyTexts);
  const { firstDay, lastDay, responses } = study;
  const days = [firstDay, lastDay].map((day) => (day === null ? "" : formatDay(day, language)));
  return (
    <li class="card study-row">
      <div>
        <h2>
          <InLink to={`/studies/${study.study}`}>{study.title[language]}</InLink>
        </h2>
        <p class="soft">
          <code>{study.study}</code> · {days.join("") === "" ? texts("noDayLimit") : days.join(" – ")}
        </p>
      </div>
      <p class="badges">
        <OpeningBadge opening={study.opening} />
        {study.simulated && <SimulatedBadge />}
      </p>
      <p class="count">
        <b>{formatCount(responses, language)}</b> {texts("responses").toLowerCase()}
      </p>
      <button
        type="button"
        class="quiet"
        aria-label={words("duplicateOf") + study.title[language]}
        onClick={onDuplicate}
      >
        {words("duplicate")}
      </button>
    </li>
  );
}
