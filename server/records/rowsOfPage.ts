import type { StudyColumns } from "../estimates/studyColumns.ts";

/** Where a page begins: behind this response. */
export interface Place {
  readonly day: string;
  readonly id: string;
}

/**
 * The rows of a page of responses, newest day first and within a day by id, and how many there are on all pages.
 *
 * One pass counts, one gathers; only the days that the page needs are put in order.
 *
 * @param isIn for each row whether it is wanted.
 * @param most how many rows a page has.
 */
export function rowsOfPage(
  { rows, days, day, id }: StudyColumns,
  isIn: (row: number) => boolean,
  { after, most }: { after: Place | null; most: number },
): { rows: number[]; matching: number } {
  const counts = new Int32Array(days.length);
  let matching = 0;
  for (let row = 0; row < rows; row++) {
    if (!isIn(row)) continue;
    const place = day[row] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
    matching += 1;
  }
  const needed = daysNeeded({ days, counts }, { after, most });
  const gathered: number[] = [];
  for (let row = 0; row < rows; row++) if (needed.has(day[row] ?? -1) && isIn(row)) gathered.push(row);
  const at = (row: number): Place => ({ day: days[day[row] ?? 0] ?? "", id: id[row] ?? "" });
  const behind = after === null ? gathered : gathered.filter((row) => comesBefore(after, at(row)));
  behind.sort((one, other) => (comesBefore(at(one), at(other)) ? -1 : 1));
  return { rows: behind.slice(0, most), matching };
}

function comesBefore(one: Place, other: Place): boolean {
  return one.day === other.day ? one.id < other.id : one.day > other.day;
}

/** Places of the days that hold the page: those from where it begins, until there are enough rows. */
function daysNeeded(
  { days, counts }: { days: readonly string[]; counts: Int32Array },
  { after, most }: { after: Place | null; most: number },
): Set<number> {
  const newestFirst = [...days.keys()].sort((one, other) => ((days[one] ?? "") > (days[other] ?? "") ? -1 : 1));
  const needed = new Set<number>();
  let sure = 0;
  for (const place of newestFirst) {
    const isOfAfter = days[place] === after?.day;
    if (after !== null && (days[place] ?? "") > after.day) continue;
    needed.add(place);
    // How many of the first day come behind the place is not known yet.
    if (!isOfAfter) sure += counts[place] ?? 0;
    if (sure >= most) break;
  }
  return needed;
}
