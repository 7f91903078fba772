import type { Design } from "../design.ts";
import { visitUsedRows, type ModelMatrix, type ModelRow } from "./modelMatrix.ts";

/** Calls with what explains, the outcome's mean among the rows alike in that, and the sum of their weights. */
export type VisitProfiles = (see: (explaining: ModelRow, outcome: number, weight: number) => void) => void;

/**
 * The used rows of a model, those alike in all terms put together where every term is of categories: score equations need
 * no more of them than a weighted mean, and there are far fewer kinds of people than people.
 */
export function profilesOf(matrix: ModelMatrix, outcome: Float64Array, design: Design): VisitProfiles {
  const numbered = stridesOf(matrix);
  return numbered === null ? oneByOne(matrix, outcome, design) : together({ matrix, outcome, ...numbered }, design);
}

/** What each column adds to the number of a profile, and how many there can be; `null` where they cannot be numbered. */
function stridesOf({ columns, isNumber }: ModelMatrix): { strides: Float64Array; profiles: number } | null {
  const strides = new Float64Array(columns.length);
  let profiles = 1;
  for (let start = 1; start < columns.length;) {
    const { term } = columns[start] ?? { term: null };
    if (term === null || isNumber[start] === 1) return null;
    let end = start;
    while (end < columns.length && columns[end]?.term === term) end += 1;
    for (let column = start; column < end; column++) strides[column] = (column - start + 1) * profiles;
    profiles *= end - start + 1;
    start = end;
  }
  return profiles <= Number.MAX_SAFE_INTEGER ? { strides, profiles } : null;
}

function oneByOne(matrix: ModelMatrix, outcome: Float64Array, design: Design): VisitProfiles {
  const row = matrix.newRow();
  return (see) => {
    visitUsedRows(matrix.used, design, (place, weight) => {
      matrix.fill(place, row);
      see(row, outcome[place] ?? 0, weight);
    });
  };
}

function together(
  {
    matrix,
    outcome,
    strides,
    profiles,
  }: { matrix: ModelMatrix; outcome: Float64Array; strides: Float64Array; profiles: number },
  design: Design,
): VisitProfiles {
  const placeOf = numbering(profiles);
  const found: { row: ModelRow; weight: number; sum: number }[] = [];
  const row = matrix.newRow();
  visitUsedRows(matrix.used, design, (at, weight) => {
    matrix.fill(at, row);
    let number = 0;
    for (let entry = 0; entry < row.columns.length; entry++) number += strides[row.columns[entry] ?? 0] ?? 0;
    const place = placeOf(number);
    let profile = found[place];
    if (profile === undefined) {
      profile = { row: { columns: row.columns.slice(), values: row.values.slice() }, weight: 0, sum: 0 };
      found[place] = profile;
    }
    profile.weight += weight;
    profile.sum += weight * (outcome[at] ?? 0);
  });
  return (see) => {
    for (const profile of found) see(profile.row, profile.sum / profile.weight, profile.weight);
  };
}

/** Up to so many possible profiles are looked up in an array, more in a map. */
const mostInArray = 1_000_000;

/** Numbers what comes by the order in which it first comes. */
function numbering(possible: number): (number: number) => number {
  let many = 0;
  if (possible > mostInArray) {
    const places = new Map<number, number>();
    return (number) => {
      const known = places.get(number) ?? many++;
      places.set(number, known);
      return known;
    };
  }
  // One more than the place; 0 for what has not come yet.
  const places = new Int32Array(possible);
  return (number) => {
    const known = places[number] ?? 0;
    if (known > 0) return known - 1;
    many += 1;
    places[number] = many;
    return many - 1;
  };
}
