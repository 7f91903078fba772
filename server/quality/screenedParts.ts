import { divisionLabel } from "../estimates/divisionLabel.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { ToScreen } from "./markResponses.ts";
import { excludes, isMarkedBy, notScreened } from "./marks.ts";
import { reasons, type Reason, type ScreenedPart, type ScreenedPlace, type StudyQuality } from "./qualityApi.ts";
import type { ScreeningVersion } from "./qualityStore.ts";
import type { ScreenedRows } from "./screenedRows.ts";

type Parts = Pick<
  NonNullable<StudyQuality["screening"]>,
  "all" | "cameAfterClosing" | "days" | "collectors" | "gridUnits"
>;

/** More on one page hide each other. */
const mostPlaces = 12;

/** What was screened of all, on each day, and through each collector and from each grid unit. */
export function screenedParts(
  { columns, codebook }: ToScreen,
  { marks }: ScreenedRows,
  version: ScreeningVersion,
): Parts {
  const { days, day, words } = columns;
  const reportOf = new Map(version.days.map(({ report }) => [report.day, report]));
  const placesOf = (places: Int16Array): ScreenedPlace[] =>
    partsBy(places, words.length, marks).flatMap((part, place) => {
      const word = words[place] ?? null;
      return part.responses === 0
        ? []
        : [{ ...part, place: word, label: word === null ? null : divisionLabel(word, codebook) }];
    });
  const byDay = partsBy(day, days.length, marks);
  return {
    all: partsBy(new Int32Array(columns.rows), 1, marks)[0] ?? nobody(),
    cameAfterClosing: byDay.reduce(
      (count, part, place) =>
        count + (reportOf.get(days[place] ?? "")?.isClosed === true ? part.responses - part.screened : 0),
      0,
    ),
    days: byDay.map((part, place) => {
      const name = days[place] ?? "";
      return { ...part, day: name, rulesVersion: reportOf.get(name)?.rulesVersion ?? null };
    }),
    collectors: busiest(placesOf(columns.collector)),
    gridUnits: busiest(placesOf(columns.gridUnit)),
  };
}

/** The busiest places; those with the largest share excluded first. */
function busiest(places: ScreenedPlace[]): ScreenedPlace[] {
  const shareOf = ({ screened, excluded }: ScreenedPlace): number => (screened === 0 ? 0 : excluded / screened);
  return places
    .sort((one, other) => other.responses - one.responses)
    .slice(0, mostPlaces)
    .sort((one, other) => shareOf(other) - shareOf(one));
}

interface GrowingPart extends Omit<ScreenedPart, "marked"> {
  responses: number;
  screened: number;
  excluded: number;
  readonly marked: Record<Reason, number>;
}

function nobody(): GrowingPart {
  const marked = Object.fromEntries(reasons.map((reason) => [reason, 0])) as Record<Reason, number>;
  return { responses: 0, screened: 0, excluded: 0, marked };
}

/** Counts the rows of each part; `parts` numbers them. */
function partsBy(parts: StudyColumns["day"] | Int16Array, many: number, marks: Float64Array): ScreenedPart[] {
  const found = Array.from({ length: many }, nobody);
  for (let row = 0; row < marks.length; row++) {
    const part = found[parts[row] ?? 0];
    const bits = marks[row] ?? notScreened;
    if (part === undefined) continue;
    part.responses += 1;
    if (bits === notScreened) continue;
    part.screened += 1;
    if (bits === 0) continue;
    if (excludes(bits)) part.excluded += 1;
    for (const reason of reasons) if (isMarkedBy(bits, reason)) part.marked[reason] += 1;
  }
  return found;
}
