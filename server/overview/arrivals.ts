import type { Design } from "../../stats/design.ts";
import { quantile } from "../../stats/estimators/quantile.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { Arrivals } from "./overviewApi.ts";

/** What is counted, and an unweighted design of it. */
export interface Counted {
  readonly columns: StudyColumns;
  readonly design: Design;
}

/**
 * What came in of some of the responses.
 *
 * @param domain 1 for those; `null` for all.
 */
export function arrivalsIn(domain: Uint8Array | null, { columns, design }: Counted): Arrivals {
  const { rows, flags, words, seconds } = columns;
  const isFlag = words.map((word) => word !== null);
  let [responses, flagged] = [0, 0];
  for (let row = 0; row < rows; row++) {
    if (domain !== null && domain[row] !== 1) continue;
    responses += 1;
    if (isFlag[flags[row] ?? 0] === true) flagged += 1;
  }
  return { responses, flagged, medianSeconds: quantile(seconds, design, domain, { probability: 0.5 }) };
}
