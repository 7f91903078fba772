import type { Clock } from "../clock.ts";
import { domainOf } from "../estimates/conditions.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import { studyCodebook } from "../estimates/studyCodebook.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { DesignOf } from "../estimates/studyDesign.ts";
import { calendarDay } from "../fielding/calendarDay.ts";
import { openingOn } from "../fielding/opening.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import type { Study } from "../fielding/study.ts";
import { arrivalsOf } from "./arrivals.ts";
import type { StudyOverview } from "./overviewApi.ts";
import { pageProgress } from "./pageProgress.ts";
import { placeArrivals } from "./placeArrivals.ts";

/** Says how the fielding of studies goes. */
export type Overviews = ReturnType<typeof createOverviews>;

const mostCollectors = 30;
const mostGridUnits = 15;

/** Makes what says how the fielding of studies goes. */
export function createOverviews(parts: {
  columns: ColumnsReadModel;
  questionnaires: QuestionnaireStore;
  designOf: DesignOf;
  clock: Clock;
}) {
  const { columns, questionnaires, designOf, clock } = parts;
  // Columns are made anew with each change of content, and what was counted in them goes with them.
  const kept = new WeakMap<StudyColumns, { key: string; overview: StudyOverview }>();
  return {
    /** How the fielding of a study goes, from the responses there are now. */
    async overview(study: Study): Promise<StudyOverview> {
      const found = await columns.columnsOf(study.study);
      const now = clock();
      const today = calendarDay(now, study.timeZone);
      const isOpen = openingOn(today, study) === "open";
      const day = isOpen ? today : (found.days.at(-1) ?? null);
      const [versions, { screening }] = await Promise.all([
        questionnaires.versions(study.study),
        designOf(found, { weight: "none" }),
      ]);
      const key = JSON.stringify([day, today, versions.length, screening?.version]);
      const known = kept.get(found);
      if (known?.key === key) return known.overview;
      const { design } = await designOf(found, { weight: "none", exclusions: "none" });
      const codebook = studyCodebook(versions, found);
      const counted = { columns: found, design, screening };
      const ofDay = domainOf({ kind: "days", from: day ?? "", to: day ?? "" }, found);
      const collectors = placeArrivals("collector", counted, { codebook, ofDay, most: mostCollectors });
      const gridUnits = placeArrivals("gridUnit", counted, { codebook, ofDay, most: mostGridUnits });
      const newest = versions.at(-1);
      const overview: StudyOverview = {
        study: study.study,
        asOf: now.toISOString(),
        all: arrivalsOf(null, counted),
        day: day === null ? null : { day, isToday: day === today, ...arrivalsOf(ofDay, counted) },
        collectors: collectors.listed,
        gridUnits: gridUnits.listed,
        otherGridUnits: gridUnits.others,
        pages: newest === undefined ? null : pageProgress(newest, counted),
      };
      kept.set(found, { key, overview });
      return overview;
    },
  };
}
