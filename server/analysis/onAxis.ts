import type { Coded } from "../../stats/design.ts";
import { createTimeAxis, type TimeAxis } from "../../stats/trends/timeAxis.ts";
import { alikeIn, type Alike, type Among, type Reading } from "./alike.ts";

/** What an item is summed up from: respondents alike in what it reads, in their places on an axis. */
export interface OnAxis extends Pick<Alike, "columns" | "domain"> {
  readonly axis: TimeAxis;
}

/**
 * Makes what puts respondents together who are alike in what an item reads, once for the items that read the same.
 *
 * @param places for each respondent the place on the axis.
 */
export function readOnAxis(places: Coded, among: Among): (reads: Reading) => OnAxis {
  const alike = alikeIn(places.categories === 1 ? [] : [places], among);
  const made = new Map<string, OnAxis>();
  return (reads) => {
    const key = JSON.stringify(reads);
    const before = made.get(key);
    if (before !== undefined) return before;
    const { columns, domain, design, coded } = alike(reads);
    const time = coded[0] ?? { codes: new Int32Array(columns.rows), categories: 1 };
    const found = { columns, domain, axis: createTimeAxis(time, design) };
    made.set(key, found);
    return found;
  };
}
