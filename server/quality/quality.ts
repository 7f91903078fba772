import { createClosingScreening, type ClosingScreeningParts } from "./closingScreening.ts";
import { createPatterns } from "./patterns.ts";
import { createQualityReports } from "./qualityReports.ts";
import type { ScreenedRowsOf } from "./screenedRows.ts";
import { createScreeningRules } from "./screeningRules.ts";
import { createScreeningRuns, type ScreeningParts } from "./screeningRuns.ts";

/** Rules, runs and reports: all that is done about the quality of answers. */
export type Quality = ReturnType<typeof createQuality>;

/** Makes them on one store. */
export function createQuality(
  parts: ScreeningParts & { screenedRowsOf: ScreenedRowsOf } & Omit<ClosingScreeningParts, "runs">,
) {
  const runs = createScreeningRuns(parts);
  return {
    rules: createScreeningRules(parts),
    runs,
    reports: createQualityReports(parts),
    patterns: createPatterns(parts),
    closeDays: createClosingScreening({ ...parts, runs }),
  };
}
