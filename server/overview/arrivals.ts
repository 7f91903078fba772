import type { Design } from "../../stats/design.ts";
import { quantile } from "../../stats/estimators/quantile.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import { notScreened } from "../quality/marks.ts";
import type { ScreenedRows } from "../quality/screenedRows.ts";
import type { Arrivals } from "./overviewApi.ts";

/** What is counted, and an unweighted design of it. */
export interface Counted {
  readonly columns: StudyColumns;
  readonly design: Design;
  /** `null` for a study that was not screened. */
  readonly screening: ScreenedRows | null;
}

/**
 * What came in of some of the responses.
 *
 * @param domain 1 for those; `null` for all.
 */
export function arrivalsIn(domain: Uint8Array | null, { columns, design, screening }: Counted): Arrivals {
  const { rows, seconds } = columns;
  let [responses, screened, valid] = [0, 0, 0];
  for (let row = 0; row < rows; row++) {
    if (domain !== null && domain[row] !== 1) continue;
    responses += 1;
    if (screening === null || screening.marks[row] === notScreened) continue;
    screened += 1;
    if (screening.isExcluded[row] !== 1) valid += 1;
  }
  return { responses, screened, valid, medianSeconds: quantile(seconds, design, domain, { probability: 0.5 }) };
}
