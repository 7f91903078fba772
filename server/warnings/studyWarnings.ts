import { usualRule } from "../../stats/warning/warningRule.ts";
import { breaksIn, breaksOfStudy, placedBreaks } from "../analysis/breaks.ts";
import type { Clock } from "../clock.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { variablesOf } from "../estimates/conditions.ts";
import { studyCodebook } from "../estimates/studyCodebook.ts";
import type { DesignOf } from "../estimates/studyDesign.ts";
import { calendarDay } from "../fielding/calendarDay.ts";
import { openingOn } from "../fielding/opening.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import type { Study } from "../fielding/study.ts";
import type { Indicators } from "../indicators/indicators.ts";
import type { Indicator } from "../indicators/indicatorsApi.ts";
import type { MadeOf, ProblemLedger } from "../problems/problemLedger.ts";
import { createToldAnswers } from "../problems/toldAnswers.ts";
import type { WeightWanted } from "../weighting/weightingApi.ts";
import { createDailySeries } from "./dailySeries.ts";
import type { StudyWarnings, WatchedIndicator } from "./warningsApi.ts";
import { watchedDays, type WatchedDays } from "./watchedDays.ts";
import { watchIndicators } from "./watchIndicators.ts";

/** Watches studies for what becomes worse. */
export type Warnings = ReturnType<typeof createStudyWarnings>;

/** Makes the watch over the indicators of studies. */
export function createStudyWarnings(parts: {
  indicators: Indicators;
  columns: ColumnsReadModel;
  questionnaires: QuestionnaireStore;
  designOf: DesignOf;
  problemLedger: ProblemLedger;
  clock: Clock;
}) {
  const { indicators, columns, questionnaires, designOf, problemLedger, clock } = parts;
  const told = createToldAnswers<Untold, StudyWarnings>();

  return {
    /**
     * What is told of every indicator in every area, day by day, from the responses there are now.
     *
     * @throws {Problem} `invalid-parameter` when the weights that are asked for do not exist.
     */
    async warnings(study: Study, wanted: WeightWanted | undefined): Promise<StudyWarnings> {
      const found = await columns.columnsOf(study.study);
      const [versions, { design, weight }, list, ledger] = await Promise.all([
        questionnaires.versions(study.study),
        designOf(found, { weight: wanted }),
        indicators.list(study.study),
        problemLedger.of(study.study),
      ]);
      const codebook = studyCodebook(versions, found);
      const now = clock();
      const today = calendarDay(now, study.timeZone);
      const isOpen = openingOn(today, study) === "open";
      // A design is made once for its columns and weights: the same design means the same days and answers.
      return told({ from: design, request: JSON.stringify([list, today, isOpen]) }, ledger, {
        work: () => {
          const watched = watchedDays(found, isOpen ? today : null);
          return {
            study: study.study,
            asOf: now.toISOString(),
            weight,
            days: watched.days,
            isLastDayOpen: isOpen && watched.days.at(-1) === today,
            smallestN: usualRule.smallestN,
            indicators: watchedIn(watched, list, { columns: found, codebook, design, versions }),
          };
        },
        tell: async (untold) => {
          const affecting = await problemLedger.affectingBy(ledger, { weight, codebook });
          const problems = list.map((indicator) => affecting(madeOf(indicator, untold)));
          return {
            ...untold,
            indicators: untold.indicators.map((each, place) => ({ ...each, problems: problems[place] ?? [] })),
          };
        },
      });
    },
  };
}

/** The answers behind an indicator's series on all days, by which its problems are found. */
function madeOf({ of, among, areas }: Indicator, { days }: Untold): Omit<MadeOf, "weight"> {
  return {
    names: [...variablesOf(of), ...(areas === null ? [] : [areas])],
    filter: among ?? undefined,
    from: days[0],
    to: days.at(-1),
  };
}

/** What is told of indicators on the days that are watched. */
function watchedIn(
  watched: WatchedDays,
  list: readonly Indicator[],
  { versions, ...source }: Parameters<typeof createDailySeries>[0] & { versions: Parameters<typeof breaksOfStudy>[0] },
): WatchedIndicator[] {
  const breaks = breaksOfStudy(versions, source.columns);
  const seriesOf = createDailySeries(source, watched);
  const breaksOf = ({ of, among, areas }: Indicator): number[] => {
    const own = breaksIn({ names: [areas], conditions: [of, among] }, { breaks, codebook: source.codebook });
    return placedBreaks(watched, own).map(({ at }) => at);
  };
  const series = list.map((indicator) => {
    const ownBreaks = breaksOf(indicator);
    return { indicator, series: seriesOf(indicator, ownBreaks), breaks: ownBreaks };
  });
  return watchIndicators(series, watched.days);
}

/** Warnings before it is said what is wrong with the data behind them. */
type Untold = Omit<StudyWarnings, "indicators"> & { readonly indicators: readonly WatchedIndicator[] };
