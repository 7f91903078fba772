import { jointAssociation } from "../../stats/quality/jointAssociation.ts";
import { nearIdentical } from "../../stats/quality/nearIdentical.ts";
import { divisionLabel } from "../estimates/divisionLabel.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import { batteriesOf, batteryNamed } from "./batteries.ts";
import type { ToScreen } from "./markResponses.ts";
import { placeBursts } from "./placeBursts.ts";
import type { JointTest, RepeatGroup, StudyPatterns } from "./qualityApi.ts";
import { recordsOf } from "./recordsOf.ts";
import { toScreen, type ScreeningParts } from "./screeningRuns.ts";

const mostListed = 50;
/** Groups of fewer have nothing to be tested by, and more batteries than these no study has. */
const fewest = 60;

/** Makes what finds patterns, once for the responses there are. */
export function createPatterns(parts: ScreeningParts) {
  // Columns are made anew with each change of content, and what was found in them goes with them.
  const kept = new WeakMap<StudyColumns, StudyPatterns>();
  return async (study: string): Promise<StudyPatterns> => {
    const screened = await toScreen(study, parts);
    const known = kept.get(screened.columns);
    if (known !== undefined) return known;
    const found: StudyPatterns = {
      study,
      asOf: parts.clock().toISOString(),
      responses: screened.columns.rows,
      repeats: repeatsIn(screened),
      joint: jointTestsIn(screened),
      bursts: placeBursts(screened.columns).bursts.map((burst) => ({
        ...burst,
        label: divisionLabel(burst.name, screened.codebook),
      })),
    };
    kept.set(screened.columns, found);
    return found;
  };
}

function repeatsIn({ columns, codebook }: ToScreen): StudyPatterns["repeats"] {
  const { groups, share } = nearIdentical(recordsOf(codebook, columns));
  const dayOf = (row: number | undefined): string => columns.days[columns.day[row ?? 0] ?? 0] ?? "";
  const listed = groups.map((rows): RepeatGroup => {
    const shares = rows.map((row) => share[row] ?? 0);
    return {
      responses: rows.map((row) => columns.id[row] ?? ""),
      shares: [Math.min(...shares), Math.max(...shares)],
      days: [dayOf(rows[0]), dayOf(rows.at(-1))],
      collectors: [...new Set(rows.map((row) => columns.words[columns.collector[row] ?? 0] ?? null))],
    };
  });
  listed.sort((one, other) => other.responses.length - one.responses.length);
  return {
    groups: groups.length,
    responses: groups.reduce((sum, { length }) => sum + length, 0),
    listed: listed.slice(0, mostListed),
  };
}

function jointTestsIn(screened: ToScreen): StudyPatterns["joint"] {
  const all = batteriesOf(screened.codebook).flatMap(({ name }) => testsOf(name, screened));
  const tested = all.filter(({ verdict }) => verdict !== "cannot-tell");
  tested.sort((one, other) => (one.adjustedP ?? 1) - (other.adjustedP ?? 1));
  return { tested: tested.length, cannotTell: all.length - tested.length, listed: tested.slice(0, mostListed) };
}

function testsOf(name: string, screened: ToScreen): JointTest[] {
  const { columns, codebook } = screened;
  const battery = batteryNamed(name, screened);
  if (battery === null) return [];
  const of = [
    { of: "collector", groups: columns.collector, names: columns.words },
    { of: "grid-unit", groups: columns.gridUnit, names: columns.words },
    { of: "day", groups: columns.day, names: columns.days },
  ] as const;
  return of.flatMap(({ of: kind, groups, names }) => {
    const { numbered, wanted } = largeGroups(groups, names);
    return jointAssociation(battery.items, numbered, wanted.length).map((found, place) => {
      const word = wanted[place] ?? "";
      const label = kind === "day" ? null : divisionLabel(word, codebook);
      return { ...found, battery: name, title: battery.title, of: kind, name: word, label };
    });
  });
}

/** Numbers the groups that are named and large enough; all others are in none. */
function largeGroups(
  groups: Int16Array | Int32Array,
  names: readonly (string | null)[],
): { numbered: Int32Array; wanted: string[] } {
  const counts = new Int32Array(names.length);
  for (const group of groups) counts[group] = (counts[group] ?? 0) + 1;
  const wanted: string[] = [];
  const numbers = names.map((name, place) =>
    name !== null && (counts[place] ?? 0) >= fewest ? wanted.push(name) - 1 : -1,
  );
  return { numbered: Int32Array.from(groups, (group) => numbers[group] ?? -1), wanted };
}
