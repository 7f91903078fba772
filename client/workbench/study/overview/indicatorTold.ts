import type { StudyWarnings } from "../../../../server/warnings/warningsApi.ts";

/** What is told of an indicator, among all of its study. */
export interface IndicatorTold {
  readonly watched: StudyWarnings["indicators"][number];
  readonly warnings: StudyWarnings;
}
