import type { Coded, Design } from "../design.ts";
import { visitUsedRows, type ModelMatrix, type ModelRow, type Term } from "./modelMatrix.ts";

/** The used rows of a model, those alike in all terms put together. */
export interface Profiles {
  /** Calls with what explains, the outcome's mean among the rows alike in that, and the sum of their weights. */
  readonly visit: (see: (explaining: ModelRow, outcome: number, weight: number) => void) => void;
  /** Works something out once for the rows alike, and gives it for each used row. */
  readonly forRows: (of: (explaining: ModelRow) => number) => (row: number) => number;
}

/**
 * Puts the used rows of a model together that are alike in all terms: score equations need no more of them than a weighted
 * mean, and there are far fewer kinds of people than people. Where a term has too many numbers, each row is its own.
 */
export function profilesOf(matrix: ModelMatrix, outcome: Float64Array, design: Design): Profiles {
  const profileOf = numberedProfiles(matrix, design.rows);
  return profileOf === null ? oneByOne(matrix, outcome, design) : together({ matrix, outcome, profileOf }, design);
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

function oneByOne(matrix: ModelMatrix, outcome: Float64Array, design: Design): Profiles {
  const explaining = matrix.newRow();
  return {
    visit(see) {
      visitUsedRows(matrix.used, design, (row, weight) => {
        matrix.fill(row, explaining);
        see(explaining, outcome[row] ?? 0, weight);
      });
    },
    forRows: (of) => (row) => {
      matrix.fill(row, explaining);
      return of(explaining);
    },
  };
}

function together(
  { matrix, outcome, profileOf }: { matrix: ModelMatrix; outcome: Float64Array; profileOf: Coded },
  design: Design,
): Profiles {
  // One more than the place of a profile among those found; 0 for none yet.
  const places = new Int32Array(profileOf.categories);
  const rows: ModelRow[] = [];
  const weights = new Float64Array(Math.min(design.rows, profileOf.categories));
  const sums = new Float64Array(weights.length);
  visitUsedRows(matrix.used, design, (row, weight) => {
    const number = profileOf.codes[row] ?? 0;
    let place = places[number] ?? 0;
    if (place === 0) {
      const explaining = matrix.newRow();
      matrix.fill(row, explaining);
      places[number] = place = rows.push(explaining);
    }
    weights[place - 1] = (weights[place - 1] ?? 0) + weight;
    sums[place - 1] = (sums[place - 1] ?? 0) + weight * (outcome[row] ?? 0);
  });
  return {
    visit(see) {
      for (const [place, row] of rows.entries()) {
        const weight = weights[place] ?? 0;
        see(row, (sums[place] ?? 0) / weight, weight);
      }
    },
    forRows(of) {
      const found = Float64Array.from(rows, of);
      return (row) => found[(places[profileOf.codes[row] ?? 0] ?? 1) - 1] ?? Number.NaN;
    },
  };
}
