import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { formatCount, formatDay } from "../../../charts/format.ts";
import type { StudyDays } from "../../../server/estimates/estimatesApi.ts";
import type { StudySummary } from "../../../server/fielding/fieldingApi.ts";
import { copyText } from "../parts/copyText.ts";
import { resultWords } from "../parts/result/resultWords.ts";
import { useReader, useWords } from "../reader.ts";
import type { Reading } from "../useAnswer.ts";
import { usePageTitle } from "../usePageTitle.ts";
import { OpeningBadge, SimulatedBadge } from "./badges.tsx";
import { StateButton } from "./stateButton.tsx";

/** What a study is, whether it takes answers, and how many have come. */
export function StudyHead({
  study,
  days,
  isTold,
  isFirst,
  onChanged,
}: {
  study: StudySummary;
  days: Reading<StudyDays>;
  /** Whether it stands above the first part of the page: above others a phone has no room for all of it. */
  isFirst: boolean;
  /** Whether responses are told of as they come; else the page asks now and then. */
  isTold: boolean;
  onChanged: () => void;
}): JSX.Element {
  const { texts, language } = useReader();
  usePageTitle(study.title[language]);
  const { firstDay, lastDay } = study;
  const period = [firstDay, lastDay].map((day) => (day === null ? "" : formatDay(day, language)));
  return (
    <header class={isFirst ? "study-head" : "study-head brief"}>
      <div class="page-head">
        <div>
          <h1>{study.title[language]}</h1>
          <p class="badges">
            <OpeningBadge opening={study.opening} />
            {study.simulated && <SimulatedBadge />}
            <span class="soft">
              {firstDay === null && lastDay === null ? texts("noDayLimit") : period.join(" – ")} · {study.timeZone}
            </span>
          </p>
          {study.simulated && <p class="soft simulated-note">{texts("simulatedNote")}</p>}
        </div>
        <StateButton study={study} onChanged={onChanged} />
      </div>
      <RespondentLink study={study.study} />
      <Numbers days={days} isTold={isTold} responses={study.responses} />
    </header>
  );
}

function RespondentLink({ study }: { study: string }): JSX.Element {
  const { texts } = useReader();
  const words = useWords(resultWords);
  const [isCopied, setCopied] = useState<boolean | null>(null);
  const address = `${location.origin}/s/${study}`;
  return (
    <p class="respondent-link">
      <span class="soft">{texts("respondentLink")}</span>
      <a href={address} target="_blank" rel="noreferrer">
        {address}
      </a>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          void copyText(address).then(setCopied);
        }}
      >
        {texts(isCopied === true ? "copied" : "copy")}
      </button>
      <span role="status" class="soft">
        {isCopied === false && words("notCopied")}
      </span>
    </p>
  );
}

function Numbers({
  days,
  isTold,
  responses,
}: {
  days: Reading<StudyDays>;
  isTold: boolean;
  responses: number;
}): JSX.Element {
  const { texts, language } = useReader();
  const found = days.answer?.days;
  const excluded = found?.reduce((sum, day) => sum + day.excluded, 0);
  const last = found?.at(-1)?.responses;
  const count = (number: number | undefined): string => (number === undefined ? "–" : formatCount(number, language));
  const isLost = days.refusal !== null;
  return (
    <div class="numbers">
      <dl>
        <div>
          <dt>{texts("responses")}</dt>
          <dd data-testid="responses">{count(days.answer?.responses ?? responses)}</dd>
        </div>
        <div>
          <dt>{texts("lastDayCount")}</dt>
          <dd>{count(last)}</dd>
        </div>
        <div>
          <dt>{texts("excluded")}</dt>
          <dd>{count(excluded)}</dd>
        </div>
      </dl>
      <p class={isLost ? "live lost" : "live"} role="status">
        {texts(isLost ? "liveLost" : isTold ? "live" : "liveByAsking")}
      </p>
    </div>
  );
}
