import type { Coded, Design } from "../../stats/design.ts";
import { quantile } from "../../stats/estimators/quantile.ts";
import { kindsAmong } from "../../stats/tabulation/kinds.ts";
import { codedNumbers } from "../analysis/alike.ts";
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
export function arrivalsOf(domain: Uint8Array | null, counted: Counted): Arrivals {
  const codes = new Int8Array(counted.columns.rows);
  if (domain !== null) for (let row = 0; row < codes.length; row++) codes[row] = (domain[row] ?? 0) - 1;
  const medians = mediansBy({ codes, categories: 1 }, counted.columns.seconds, counted.design);
  return { ...(countsBy({ codes, categories: 1 }, counted)[0] ?? nobody), medianSeconds: medians(0) };
}

const nobody = { responses: 0, screened: 0, valid: 0 };

/**
 * What came in of the responses of each group.
 *
 * @param groups for each response its group; below 0 for none.
 */
export function arrivalsBy(groups: Coded, counted: Counted): Arrivals[] {
  const medians = mediansBy(groups, counted.columns.seconds, counted.design);
  return countsBy(groups, counted).map((group, place) => ({ ...group, medianSeconds: medians(place) }));
}

function countsBy(groups: Coded, { columns, screening }: Counted): (typeof nobody)[] {
  const found = Array.from({ length: groups.categories }, () => ({ ...nobody }));
  for (let row = 0; row < columns.rows; row++) {
    const group = found[groups.codes[row] ?? -1];
    if (group === undefined) continue;
    group.responses += 1;
    if (screening === null || screening.marks[row] === notScreened) continue;
    group.screened += 1;
    if (screening.isExcluded[row] !== 1) group.valid += 1;
  }
  return found;
}

/**
 * The median of seconds in each group.
 *
 * @param seconds one entry a row; not a number for none.
 */
export function mediansBy(groups: Coded, seconds: Float64Array, design: Design): (group: number) => Median {
  const coded = codedNumbers(seconds);
  const kinds = coded === null ? null : kindsAmong([groups], design, null)([coded]);
  const [group = groups.codes, second] = kinds?.codes ?? [];
  const values = second === undefined ? seconds : Float64Array.from(second, (code) => (code < 0 ? Number.NaN : code));
  return (wanted) => {
    const domain = new Uint8Array(group.length);
    for (let row = 0; row < domain.length; row++) if (group[row] === wanted) domain[row] = 1;
    return quantile(values, kinds?.design ?? design, domain, { probability: 0.5 });
  };
}

type Median = ReturnType<typeof quantile>;
