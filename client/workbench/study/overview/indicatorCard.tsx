import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { AnalysisResult } from "../../../../server/analysis/analysisApi.ts";
import type { Indicator } from "../../../../server/indicators/indicatorsApi.ts";
import { RefusalNotice } from "../../parts/notice.tsx";
import { weightInWords } from "../../../../charts/weightInWords.ts";
import { ProblemNotes } from "../../parts/result/problemNotes.tsx";
import { useReader, useWords } from "../../reader.ts";
import type { Reading } from "../../useAnswer.ts";
import type { Language } from "../../../../surveys/language.ts";
import { AreaStates } from "./areaStates.tsx";
import type { IndicatorTold } from "./indicatorTold.ts";
import { LatestShare } from "./latestShare.tsx";
import { overviewTexts } from "./overviewTexts.ts";
import { PooledSeries } from "./pooledSeries.tsx";
import { shownState, StateBadge } from "./stateBadge.tsx";
import { WeekChange } from "./weekChange.tsx";
import { whyState } from "./whyState.ts";

/** What a card shows: an indicator, what is told of it, `null` before that is known, and its numbers, as they are asked for. */
export interface IndicatorShown {
  readonly indicator: Indicator;
  readonly reading: Reading<readonly AnalysisResult[]>;
  readonly told: IndicatorTold | null;
}

/** An indicator: its state and why, the latest day's share, how it changed in a week, and where it stands in each area. */
export function IndicatorCard({ shown, onRemove }: { shown: IndicatorShown; onRemove: () => void }): JSX.Element {
  const { indicator, told, reading } = shown;
  const { language } = useReader();
  const words = useWords(overviewTexts);
  const { answer, refusal, again } = reading;
  const state = told === null ? null : shownState(told.watched.series[0]?.states.at(-1));
  const isThere = told !== null && answer !== null;
  return (
    <section
      class={`card overview-indicator ${state ?? ""}`}
      aria-labelledby={`indicator-${indicator.indicator}`}
      aria-busy={!isThere && refusal === null}
    >
      <header>
        <h3 id={`indicator-${indicator.indicator}`}>{indicator.title[language]}</h3>
        {state !== null && <StateBadge state={state} />}
      </header>
      {told !== null && <Why told={told} />}
      {refusal !== null && <RefusalNotice refusal={refusal} again={again} />}
      {isThere ? <Numbers answer={answer} told={told} /> : <div class="overview-waiting waiting" />}
      {told !== null && (
        <>
          <AreaStates told={told} />
          <ProblemNotes problems={told.watched.problems} />
        </>
      )}
      <footer class="soft">
        <span>{footNote(indicator, told, { words, language })}</span>
        <RemoveButton onRemove={onRemove} />
      </footer>
    </section>
  );
}

function Why({ told: { watched, warnings } }: { told: IndicatorTold }): JSX.Element | null {
  const { language } = useReader();
  const words = useWords(overviewTexts);
  const [nation] = watched.series;
  return nation === undefined ? null : <p class="overview-why">{whyState(nation, warnings, { words, language })}</p>;
}

function footNote(
  { worse, among }: Indicator,
  told: IndicatorTold | null,
  { words, language }: { words: (name: keyof typeof overviewTexts) => string; language: Language },
): string {
  return [
    words(worse === "higher" ? "higherIsWorse" : "lowerIsWorse"),
    ...(among === null ? [] : [words("among")]),
    ...(told === null ? [] : [weightInWords(told.warnings.weight, language)]),
  ].join(" · ");
}

function Numbers({
  answer: [latest, pooled],
  told: { watched, warnings },
}: {
  answer: readonly AnalysisResult[];
  told: IndicatorTold;
}): JSX.Element {
  return (
    <>
      <dl class="overview-numbers">
        {latest !== undefined && <LatestShare byDay={latest} warnings={warnings} />}
        <WeekChange change={pooled?.changes?.[0]?.[0]} worse={watched.worse} />
      </dl>
      {pooled !== undefined && <PooledSeries pooled={pooled} watched={watched} days={warnings.days} />}
    </>
  );
}

/** Takes the indicator off, at the second press: what is gone must be made anew. */
function RemoveButton({ onRemove }: { onRemove: () => void }): JSX.Element {
  const words = useWords(overviewTexts);
  const [isAsked, setAsked] = useState(false);
  return (
    <button
      type="button"
      class="quiet overview-remove"
      onBlur={() => {
        setAsked(false);
      }}
      onClick={() => {
        if (isAsked) onRemove();
        else setAsked(true);
      }}
    >
      {words(isAsked ? "removeSure" : "removeIndicator")}
    </button>
  );
}
