import type { Design } from "../../stats/design.ts";
import { usualRule } from "../../stats/warning/warningRule.ts";
import { breaksIn, breaksOfStudy, placedBreaks } from "../analysis/breaks.ts";
import type { Clock } from "../clock.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { studyCodebook } from "../estimates/studyCodebook.ts";
import type { DesignOf } from "../estimates/studyDesign.ts";
import { calendarDay } from "../fielding/calendarDay.ts";
import { openingOn } from "../fielding/opening.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import type { Study } from "../fielding/study.ts";
import type { Indicators } from "../indicators/indicators.ts";
import type { Indicator } from "../indicators/indicatorsApi.ts";
import type { WeightWanted } from "../weighting/weightingApi.ts";
import { createDailySeries } from "./dailySeries.ts";
import type { StudyWarnings } from "./warningsApi.ts";
import { watchedDays } from "./watchedDays.ts";
import { watchIndicators } from "./watchIndicators.ts";

/** Watches studies for what becomes worse. */
export type Warnings = ReturnType<typeof createStudyWarnings>;

/** Makes the watch over the indicators of studies. */
export function createStudyWarnings(parts: {
  indicators: Indicators;
  columns: ColumnsReadModel;
  questionnaires: QuestionnaireStore;
  designOf: DesignOf;
  clock: Clock;
}) {
  const { indicators, columns, questionnaires, designOf, clock } = parts;
  // A design is made once for its columns and weights: the same design means the same days and answers.
  const kept = new WeakMap<Design, { key: string; warnings: StudyWarnings }>();
  return {
    /**
     * What is told of every indicator in every area, day by day, from the responses there are now.
     *
     * @throws {Problem} `invalid-parameter` when the weights that are asked for do not exist.
     */
    async warnings(study: Study, wanted: WeightWanted | undefined): Promise<StudyWarnings> {
      const found = await columns.columnsOf(study.study);
      const { design, weight } = await designOf(found, { weight: wanted });
      const list = await indicators.list(study.study);
      const now = clock();
      const today = calendarDay(now, study.timeZone);
      const isOpen = openingOn(today, study) === "open";
      const key = JSON.stringify([list, today, isOpen]);
      const known = kept.get(design);
      if (known?.key === key) return known.warnings;
      const versions = await questionnaires.versions(study.study);
      const codebook = studyCodebook(versions, found);
      const watched = watchedDays(found, isOpen ? today : null);
      const breaks = breaksOfStudy(versions, found);
      const breaksOf = ({ of, among, areas }: Indicator): number[] =>
        placedBreaks(watched, breaksIn({ names: [areas], conditions: [of, among] }, { breaks, codebook })).map(
          ({ at }) => at,
        );
      const seriesOf = createDailySeries({ columns: found, codebook, design }, watched);
      const warnings: StudyWarnings = {
        study: study.study,
        asOf: now.toISOString(),
        weight,
        days: watched.days,
        isLastDayOpen: isOpen && watched.days.at(-1) === today,
        smallestN: usualRule.smallestN,
        indicators: watchIndicators(
          list.map((indicator) => {
            const ownBreaks = breaksOf(indicator);
            return { indicator, series: seriesOf(indicator, ownBreaks), breaks: ownBreaks };
          }),
          watched.days,
        ),
      };
      kept.set(design, { key, warnings });
      return warnings;
    },
  };
}
