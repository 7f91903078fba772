import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { AnalysisResult } from "../../../../server/analysis/analysisApi.ts";
import type { Indicator } from "../../../../server/indicators/indicatorsApi.ts";
import type { StudyWarnings } from "../../../../server/warnings/warningsApi.ts";
import { RefusalNotice } from "../../parts/notice.tsx";
import { weightInWords } from "../../../../charts/weightInWords.ts";
import { ProblemNotes } from "../../parts/result/problemNotes.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAgainWhen } from "../../useAgainWhen.ts";
import { useAnalyses, type WantedAnalysis } from "../../useAnalysis.ts";
import { AreaStates } from "./areaStates.tsx";
import { LatestShare } from "./latestShare.tsx";
import { overviewTexts } from "./overviewTexts.ts";
import { PooledSeries } from "./pooledSeries.tsx";
import { shownState, StateBadge } from "./stateBadge.tsx";
import { WeekChange } from "./weekChange.tsx";
import { whyState } from "./whyState.ts";

/** What a card shows: an indicator and what is told of it. */
export interface IndicatorShown {
  readonly study: string;
  readonly indicator: Indicator;
  readonly watched: StudyWarnings["indicators"][number];
  readonly warnings: StudyWarnings;
}

/** An indicator: its state and why, the latest day's share, how it changed in a week, and where it stands in each area. */
export function IndicatorCard({
  shown,
  responses,
  onRemove,
}: {
  shown: IndicatorShown;
  /** The numbers are asked for anew when it changes. */
  responses: number;
  onRemove: () => void;
}): JSX.Element {
  const { study, indicator, watched, warnings } = shown;
  const { language } = useReader();
  const words = useWords(overviewTexts);
  const { answer, refusal, again } = useAnalyses(study, requestsFor(indicator));
  useAgainWhen(responses, again);
  const [nation] = watched.series;
  const state = shownState(nation?.states.at(-1));
  return (
    <section class={`card overview-indicator ${state}`} aria-labelledby={`indicator-${indicator.indicator}`}>
      <header>
        <h3 id={`indicator-${indicator.indicator}`}>{indicator.title[language]}</h3>
        <StateBadge state={state} />
      </header>
      {nation !== undefined && <p class="overview-why">{whyState(nation, warnings, { words, language })}</p>}
      {refusal !== null && <RefusalNotice refusal={refusal} again={again} />}
      {answer === null ? <div class="overview-waiting" /> : <Numbers answer={answer} shown={shown} />}
      {watched.series.length > 1 && <AreaStates watched={watched} warnings={warnings} />}
      <ProblemNotes problems={watched.problems} />
      <footer class="soft">
        <span>
          {words(indicator.worse === "higher" ? "higherIsWorse" : "lowerIsWorse")}
          {indicator.among !== null && ` · ${words("among")}`}
          {` · ${weightInWords(warnings.weight, language)}`}
        </span>
        <RemoveButton onRemove={onRemove} />
      </footer>
    </section>
  );
}

function requestsFor({ of, among }: Indicator): WantedAnalysis[] {
  const asked = { indicator: of, ...(among !== null && { filter: among }) };
  return [
    { ...asked, every: "day" },
    { ...asked, every: "7-days", also: ["change"] },
  ];
}

function Numbers({
  answer: [byDay, pooled],
  shown,
}: {
  answer: readonly AnalysisResult[];
  shown: IndicatorShown;
}): JSX.Element {
  return (
    <>
      <dl class="overview-numbers">
        {byDay !== undefined && <LatestShare byDay={byDay} warnings={shown.warnings} />}
        <WeekChange change={pooled?.changes?.[0]?.[0]} worse={shown.watched.worse} />
      </dl>
      {pooled !== undefined && <PooledSeries pooled={pooled} watched={shown.watched} days={shown.warnings.days} />}
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
