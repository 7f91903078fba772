import type { Design } from "../design.ts";
import { visitUsedRows, type ModelMatrix, type ModelRow } from "./modelMatrix.ts";

/** Calls with what explains, the outcome's mean among the rows alike in that, and the sum of their weights. */
export type VisitProfiles = (see: (explaining: ModelRow, outcome: number, weight: number) => void) => void;

/**
 * The used rows of a model, those alike in all terms put together where every term is of categories: score equations need
 * no more of them than a weighted mean, and there are far fewer kinds of people than people.
 */
export function profilesOf(matrix: ModelMatrix, outcome: Float64Array, design: Design): VisitProfiles {
  const strides = stridesOf(matrix);
  return strides === null ? oneByOne(matrix, outcome, design) : together({ matrix, outcome, strides }, design);
}

/** What each column adds to the number of a profile; `null` where profiles cannot be numbered. */
function stridesOf({ columns, isNumber }: ModelMatrix): Float64Array | null {
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
  return profiles <= Number.MAX_SAFE_INTEGER ? strides : null;
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
  { matrix, outcome, strides }: { matrix: ModelMatrix; outcome: Float64Array; strides: Float64Array },
  design: Design,
): VisitProfiles {
  const found = new Map<number, { row: ModelRow; weight: number; sum: number }>();
  const row = matrix.newRow();
  visitUsedRows(matrix.used, design, (place, weight) => {
    matrix.fill(place, row);
    let number = 0;
    for (let entry = 0; entry < row.columns.length; entry++) number += strides[row.columns[entry] ?? 0] ?? 0;
    let profile = found.get(number);
    if (profile === undefined) {
      profile = { row: { columns: row.columns.slice(), values: row.values.slice() }, weight: 0, sum: 0 };
      found.set(number, profile);
    }
    profile.weight += weight;
    profile.sum += weight * (outcome[place] ?? 0);
  });
  return (see) => {
    for (const profile of found.values()) see(profile.row, profile.sum / profile.weight, profile.weight);
  };
}
