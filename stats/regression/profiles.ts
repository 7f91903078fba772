import type { Coded, Design } from "../design.ts";
import { visitUsedRows, type ModelMatrix, type ModelRows, type Term } from "./modelMatrix.ts";

/** The used rows of a model, those alike in all terms put together: one entry each in what follows. */
export interface Profiles {
  readonly count: number;
  /** What explains. */
  readonly explaining: ModelRows;
  /** The outcome's mean among the rows alike, and the sum of their weights. */
  readonly outcomes: Float64Array;
  readonly weights: Float64Array;
  /** For each row of the file which profile it has; -1 where it is not used. */
  readonly ofRow: Int32Array;
}

/**
 * Puts the used rows of a model together that are alike in all terms: score equations need no more of them than a weighted
 * mean, and there are far fewer kinds of people than people. Where a term has too many numbers, each row is its own.
 */
export function profilesOf(matrix: ModelMatrix, outcome: Float64Array, design: Design): Profiles {
  const { ofRow, firstRows } = placesOf(matrix, design);
  const count = firstRows.length;
  const outcomes = new Float64Array(count);
  const weights = new Float64Array(count);
  visitUsedRows(matrix.used, design, (row, weight) => {
    const profile = ofRow[row] ?? 0;
    weights[profile] = (weights[profile] ?? 0) + weight;
    outcomes[profile] = (outcomes[profile] ?? 0) + weight * (outcome[row] ?? 0);
  });
  for (let profile = 0; profile < count; profile++)
    outcomes[profile] = (outcomes[profile] ?? 0) / (weights[profile] ?? 1);
  return { count, explaining: matrix.rowsOf(firstRows), outcomes, weights, ofRow };
}

/** What is known of each profile, one entry a row of the file; 0 where a row is not used. */
export function forRows(ofProfiles: Float64Array, { ofRow }: Profiles): Float64Array {
  const found = new Float64Array(ofRow.length);
  for (let row = 0; row < found.length; row++) {
    const profile = ofRow[row] ?? -1;
    if (profile >= 0) found[row] = ofProfiles[profile] ?? 0;
  }
  return found;
}

/** For each row its profile, and for each profile its first row. */
function placesOf(matrix: ModelMatrix, design: Design): { ofRow: Int32Array; firstRows: Int32Array } {
  const { isUsed } = matrix.used;
  const numbers = numberedProfiles(matrix, design.rows);
  // One more than the place of a profile among those found; 0 for none yet.
  const places = new Int32Array(numbers?.categories ?? 0);
  const ofRow = new Int32Array(design.rows).fill(-1);
  const firstRows = new Int32Array(design.rows);
  let found = 0;
  for (let row = 0; row < ofRow.length; row++) {
    if (isUsed[row] !== 1) continue;
    const number = numbers?.codes[row] ?? 0;
    const place = numbers === null ? 0 : (places[number] ?? 0);
    ofRow[row] = place === 0 ? found : place - 1;
    if (place > 0) continue;
    firstRows[found] = row;
    found += 1;
    if (numbers !== null) places[number] = found;
  }
  return { ofRow, firstRows: firstRows.slice(0, found) };
}

/** Up to so many possible profiles are looked up in an array. */
const mostProfiles = 4_000_000;

/** For each row the number of its profile, of no meaning where it is not used; `null` where there would be too many. */
function numberedProfiles({ terms }: ModelMatrix, rows: number): Coded | null {
  const numbers = new Int32Array(rows);
  let profiles = 1;
  for (const term of terms) {
    const coded = "coded" in term ? term.coded : distinctNumbers(term);
    if (coded === null || profiles * coded.categories > mostProfiles) return null;
    for (let row = 0; row < rows; row++)
      numbers[row] = (numbers[row] ?? 0) * coded.categories + Math.max(coded.codes[row] ?? 0, 0);
    profiles *= coded.categories;
  }
  return { codes: numbers, categories: profiles };
}

/** Days, ages and groups are below it; of measurements few are alike. */
const mostNumbers = 2_000;

function distinctNumbers({ values }: Extract<Term, { values: Float64Array }>): Coded | null {
  const places = new Map<number, number>();
  const codes = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? Number.NaN;
    let code = places.get(value);
    if (code === undefined) {
      if (places.size === mostNumbers) return null;
      places.set(value, (code = places.size));
    }
    codes[row] = code;
  }
  return { codes, categories: Math.max(1, places.size) };
}
