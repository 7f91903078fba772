import type { Column, Columns } from "../../stats/columns.ts";
import type { Margin } from "../../stats/weights/rake.ts";
import type { SchemeMargin } from "./weightingApi.ts";
import { wantedShares } from "./wantedMargin.ts";

/** A margin over all rows of a study, and the names of its categories. */
export interface CodedMargin extends Margin {
  readonly categoryNames: readonly string[];
  readonly neighbours: Readonly<Record<string, string>>;
}

/** What stands between the categories of two variables that are crossed. */
export const crossMark = "|";

type Matched = SchemeMargin["variables"][number];

/** For each row a place in a short list of categories; `null` is no answer. */
interface Placed {
  readonly places: ArrayLike<number>;
  readonly categories: readonly (string | null)[];
}

/**
 * Finds the category of each row: -1 where there is no answer.
 *
 * @throws {RangeError} for a variable that the study does not have: a scheme is checked before.
 */
export function codedMargin(margin: SchemeMargin, columns: Columns): CodedMargin {
  const wanted = wantedShares(margin);
  const categoryNames = [...wanted.keys()];
  const [first, second = everyone] = margin.variables.map((matched) => placedIn(matched, columns));
  if (first === undefined) throw new RangeError("Cannot weight to a margin of no variable");
  const isCross = second !== everyone;
  const width = second.categories.length;
  const codeOf = first.categories.flatMap((one) =>
    second.categories.map((other) => {
      if (one === null || other === null) return -1;
      return categoryNames.indexOf(isCross ? `${one}${crossMark}${other}` : one);
    }),
  );
  const codes = new Int32Array(columns.rows);
  for (let row = 0; row < columns.rows; row++) {
    const one = first.places[row] ?? -1;
    const other = isCross ? (second.places[row] ?? -1) : 0;
    codes[row] = one < 0 || other < 0 ? -1 : (codeOf[one * width + other] ?? -1);
  }
  return {
    variable: margin.name,
    codes,
    categories: categoryNames.length,
    shares: Float64Array.from(wanted.values()),
    categoryNames,
    neighbours: margin.neighbours,
  };
}

/** Stands in for the second variable where there is one only. */
const everyone: Placed = { places: [], categories: [""] };

function placedIn({ variable, codes, bands }: Matched, { column }: Columns): Placed {
  const found = column(variable);
  switch (found?.kind) {
    case "category":
      return { places: found.values, categories: found.codes.map((code) => categoryOf(codes, String(code))) };
    case "tick":
      return { places: found.values, categories: ["0", "1"].map((code) => categoryOf(codes, code)) };
    case "number":
      return { places: bandOfEach(found, bands ?? []), categories: (bands ?? []).map(({ category }) => category) };
    default:
      throw new RangeError(`Cannot weight by ${variable}: it is no category and no number of the study`);
  }
}

/** The category that a code is; `null` for no answer. */
export function categoryOf(codes: Matched["codes"], code: string): string | null {
  return Object.hasOwn(codes, code) ? (codes[code] ?? null) : code;
}

function bandOfEach({ values }: Extract<Column, { kind: "number" }>, bands: NonNullable<Matched["bands"]>): Int16Array {
  const places = new Int16Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    places[row] = bands.findIndex(({ from, to }) => value >= from && value <= to);
  }
  return places;
}
