import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { formatDay, formatUncertainty, formatCount, formatShortDay } from "../../../../charts/format.ts";
import { judge } from "../../../../charts/judgement.ts";
import { markOf, textOf } from "../../../../charts/mark.ts";
import type { AnalysisResult } from "../../../../server/analysis/analysisApi.ts";
import type { Indicator } from "../../../../server/indicators/indicatorsApi.ts";
import type { DayState, StudyWarnings } from "../../../../server/warnings/warningsApi.ts";
import type { Estimate } from "../../../../stats/estimate.ts";
import { RefusalNotice } from "../../parts/notice.tsx";
import { useReader, useWords } from "../../reader.ts";
import { useAnalyses, type WantedAnalysis } from "../../useAnalysis.ts";
import { AreaStates } from "./areaStates.tsx";
import { overviewTexts } from "./overviewTexts.ts";
import { Sparkline } from "./sparkline.tsx";
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
  useEffect(again, [responses]);
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
      <footer class="soft">
        <span>
          {words(indicator.worse === "higher" ? "higherIsWorse" : "lowerIsWorse")}
          {indicator.among !== null && ` · ${words("among")}`}
        </span>
        <button type="button" class="quiet overview-remove" onClick={onRemove}>
          {words("removeIndicator")}
        </button>
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
  const { language } = useReader();
  const words = useWords(overviewTexts);
  const { watched, warnings } = shown;
  const latest = byDay?.estimates[0]?.[0]?.at(-1) ?? nothing;
  const day = byDay?.windows.at(-1)?.to ?? "";
  const isToday = warnings.isLastDayOpen && day === warnings.days.at(-1);
  const series = pooled?.estimates[0]?.[0] ?? [];
  const first = pooled?.windows[0]?.to ?? "";
  return (
    <>
      <dl class="overview-numbers">
        <div>
          <dt>{isToday ? words("today") : formatDay(day, language)}</dt>
          <dd>{textOf(latest, language)}</dd>
          <dd class="soft">{uncertaintyOf(latest)}</dd>
        </div>
        <WeekChange change={pooled?.changes?.[0]?.[0]} worse={watched.worse} />
      </dl>
      <figure class="overview-series">
        <Sparkline
          marks={series.map(markOf)}
          states={statesAt(pooled?.windows ?? [], shown)}
          label={`${watched.title[language]}, ${words("sevenDays")}: ${series.map((each, place) => `${formatShortDay(pooled?.windows[place]?.to ?? first, language)} ${textOf(each, language)}`).join("; ")}`}
        />
        <figcaption class="soft">
          <span>{formatShortDay(first, language)}</span>
          <span>{words("sevenDays")}</span>
          <span>{formatShortDay(day, language)}</span>
        </figcaption>
      </figure>
    </>
  );

  function uncertaintyOf(estimate: Estimate): string {
    const n = `n = ${formatCount(estimate.n, language)}`;
    const judgement = judge(estimate);
    if (judgement.kind === "not-shown") return n;
    const ends = formatUncertainty(judgement.estimate, "share", { language, n: estimate.n });
    return `${ends} · ${n}`;
  }
}

/** What was told on the last day of each window: seven days pooled begin later than the days that are watched. */
function statesAt(windows: AnalysisResult["windows"], { watched, warnings }: IndicatorShown): DayState[] {
  return windows.map(({ to }) => watched.series[0]?.states[warnings.days.indexOf(to)] ?? "no-data");
}

const nothing: Estimate = { kind: "not-estimable", reason: "no-data", n: 0 };
