import { arrivalBursts } from "../../stats/quality/arrivalBursts.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";

/** A day on which far more came in through a collector or from a grid unit than usual. */
export interface PlaceBurst {
  readonly of: "collector" | "grid-unit";
  readonly name: string;
  readonly day: string;
  readonly responses: number;
  /** The mean of the seven days before. */
  readonly usual: number;
}

/**
 * Finds the days on which far more came in than usual, and the rows that came on them. Of the time of day nothing is
 * kept, so that nothing finer can be found.
 */
export function placeBursts(columns: StudyColumns): { bursts: PlaceBurst[]; isInBurst: Uint8Array } {
  const isInBurst = new Uint8Array(columns.rows);
  const found = (["collector", "gridUnit"] as const).map((of) => burstsIn(of, columns, isInBurst));
  return { bursts: found.flat(), isInBurst };
}

function burstsIn(of: "collector" | "gridUnit", columns: StudyColumns, isInBurst: Uint8Array): PlaceBurst[] {
  const { words, day, rows, [of]: places } = columns;
  const { calendar, placeOf } = calendarOf(columns.days);
  const counts = new Map<number, Float64Array>();
  for (let row = 0; row < rows; row++) {
    const place = places[row] ?? 0;
    const ofPlace = counts.get(place) ?? new Float64Array(calendar.length);
    const on = placeOf[day[row] ?? 0] ?? 0;
    ofPlace[on] = (ofPlace[on] ?? 0) + 1;
    counts.set(place, ofPlace);
  }
  const marks = new Map(Array.from(counts, ([place, ofPlace]) => [place, arrivalBursts(ofPlace)]));
  for (let row = 0; row < rows; row++)
    if (marks.get(places[row] ?? 0)?.isBurst[placeOf[day[row] ?? 0] ?? 0] === 1) isInBurst[row] = 1;
  return Array.from(marks).flatMap(([place, { isBurst, usual }]) =>
    Array.from(isBurst.keys())
      .filter((on) => isBurst[on] === 1 && typeof words[place] === "string")
      .map((on) => ({
        of: of === "collector" ? "collector" : "grid-unit",
        name: words[place] ?? "",
        day: calendar[on] ?? "",
        responses: counts.get(place)?.[on] ?? 0,
        usual: usual[on] ?? 0,
      })),
  );
}

const dayMs = 86_400_000;

/** Every day from the first to the last, and for each of the named days its place among them. */
function calendarOf(days: readonly string[]): { calendar: string[]; placeOf: number[] } {
  const moments = days.map((each) => Date.parse(each));
  const [first, last] = [Math.min(...moments), Math.max(...moments)];
  const calendar = Array.from({ length: days.length === 0 ? 0 : (last - first) / dayMs + 1 }, (_, place) =>
    new Date(first + place * dayMs).toISOString().slice(0, 10),
  );
  return { calendar, placeOf: moments.map((moment) => (moment - first) / dayMs) };
}
