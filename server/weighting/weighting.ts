import type { Clock } from "../clock.ts";
import type { ColumnsReadModel } from "../estimates/columnsReadModel.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import type { ScreenedRowsOf } from "../quality/screenedRows.ts";
import { createSchemes } from "./schemes.ts";
import { createWeightingRuns } from "./weightingRuns.ts";
import type { WeightingStore } from "./weightingStore.ts";
import { createWeightReports } from "./weightReports.ts";

/** Schemes, runs and reports: all that is done about weights. */
export type Weighting = ReturnType<typeof createWeighting>;

/** Makes the three of them on one store. */
export function createWeighting({
  store,
  columns,
  screenedRowsOf,
  questionnaires,
  clock,
}: {
  store: WeightingStore;
  columns: ColumnsReadModel;
  screenedRowsOf: ScreenedRowsOf;
  questionnaires: QuestionnaireStore;
  clock: Clock;
}) {
  const schemes = createSchemes({ store, questionnaires, clock });
  const reports = createWeightReports(store);
  return { schemes, reports, runs: createWeightingRuns({ store, schemes, reports, columns, screenedRowsOf, clock }) };
}
