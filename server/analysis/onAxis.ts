import type { Coded } from "../../stats/design.ts";
import { createTimeAxis, type TimeAxis } from "../../stats/trends/timeAxis.ts";
import { domainOf, type Condition } from "../estimates/conditions.ts";
import { lately } from "../estimates/lately.ts";
import { alikeIn, both, readingOf, type Alike, type Among, type FindAlike, type Reading } from "./alike.ts";
import type { AnalysisRequest } from "./analysisApi.ts";
import type { AnalysisSource } from "./analysisSource.ts";
import { rowsWithin, type Respondents } from "./respondents.ts";

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
  const alike = alikeIn(besides(places), among);
  return once((reads) => onAxis(alike(reads)));
}

/**
 * The same for a request. Its filter is read of those who are alike, as far as it goes: then requests with other filters
 * are answered from the same kinds of people, which are kept as long as the design.
 */
export function readRequest(
  { from, to, every, by, filter }: Pick<AnalysisRequest, "from" | "to" | "every" | "by" | "filter">,
  { columns, design }: Pick<AnalysisSource, "columns" | "design">,
  { places, calendar, within }: { places: Coded } & Pick<Respondents, "calendar" | "within">,
): (reads: Reading) => OnAxis {
  const inPeriod = lately(design, ["people", from, to, every, by], (): FindAlike => {
    const domain = from === undefined && to === undefined ? null : rowsWithin(calendar, null);
    const find = alikeIn(besides(places), { columns, design, domain });
    return once((reads) => find(reads));
  });
  const filtered = alikeIn(besides(places), { columns, design, domain: within });
  return once((reads) => {
    if (filter === undefined) return onAxis(inPeriod(reads));
    const alike = inPeriod(both(reads, readingOf([filter])));
    return alike.columns === columns ? onAxis(filtered(reads)) : onAxis(whoMeets(filter, alike));
  });
}

function besides(places: Coded): readonly Coded[] {
  return places.categories === 1 ? [] : [places];
}

function whoMeets(filter: Condition, alike: Alike): Alike {
  const { domain } = alike;
  const meets = domainOf(filter, alike.columns);
  return { ...alike, domain: domain === null ? meets : meets.map((each, row) => (domain[row] === 1 ? each : 0)) };
}

function onAxis({ columns, domain, design, coded }: Alike): OnAxis {
  const time = coded[0] ?? { codes: new Int32Array(columns.rows), categories: 1 };
  return { columns, domain, axis: createTimeAxis(time, design) };
}

/** Does something once for the same reading. */
function once<Found>(find: (reads: Reading) => Found): (reads: Reading) => Found {
  const made = new Map<string, Found>();
  return (reads) => {
    const key = JSON.stringify(reads);
    const found = made.get(key) ?? find(reads);
    made.set(key, found);
    return found;
  };
}
