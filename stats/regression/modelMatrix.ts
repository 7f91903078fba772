import type { Coded, Design } from "../design.ts";
import type { Domain } from "../linearised/linearised.ts";
import { usedRows, type UsedRows } from "../linearised/usedRows.ts";

/** What is explained, and by what. */
export interface Model {
  /** One entry a row; not a number means no answer. */
  readonly outcome: Float64Array;
  /** In the order in which their coefficients are wanted; an intercept always stands before them. */
  readonly terms: readonly Term[];
}

/** A variable that explains: numbers (not a number for no answer), or categories against one of them, the reference. */
export type Term =
  | { readonly name: string; readonly values: Float64Array }
  | { readonly name: string; readonly coded: Coded; readonly reference: number };

/** What a coefficient stands for: a term and, of categories, the one held against the reference; the intercept has neither. */
export interface ModelColumn {
  readonly term: string | null;
  readonly category: number | null;
}

/** The rows of a model that can be used, as numbers to compute with; no matrix is kept, a row is written when asked for. */
export interface ModelMatrix {
  /** The intercept first. Categories that nobody used has are left out. */
  readonly columns: readonly ModelColumn[];
  readonly used: UsedRows;
  /** Respondents of the domain and of positive weight who left the outcome or a term unanswered. */
  readonly lost: number;
  /** For each column its weighted mean and standard deviation; the intercept's are 0 and 1, and a constant's deviation is 0. */
  readonly means: Float64Array;
  readonly deviations: Float64Array;
  /** Writes a used row less the means by the deviations, so that the scale of a term does not tell on the rounding. */
  readonly fill: (row: number, into: Float64Array) => void;
}

/** A deviation below this part of the mean is rounding: the column is constant. */
const constantBelow = 1e-12;

/**
 * The rows that answered everything in a model, and how to write them as numbers. Its cost grows with rows times columns.
 */
export function modelMatrix({ outcome, terms }: Model, design: Design, domain: Domain): ModelMatrix {
  const numbers = terms.flatMap((term) => ("values" in term ? [term.values] : []));
  const used = usedRows([outcome, ...numbers], design, domainOfAnswered(terms, design, domain));
  const places = terms.map((term) => placesOf(term, used, design));
  const columns: ModelColumn[] = [{ term: null, category: null }];
  const starts = places.map(({ categories }, place) => {
    const term = terms[place]?.name ?? "";
    return columns.push(...categories.map((category) => ({ term, category }))) - categories.length;
  });
  const plain = (row: number, into: Float64Array): void => {
    into.fill(0);
    into[0] = 1;
    for (const [place, term] of terms.entries()) {
      const start = starts[place] ?? 0;
      if ("values" in term) into[start] = term.values[row] ?? 0;
      else {
        const column = places[place]?.columnOf[term.coded.codes[row] ?? -1] ?? -1;
        if (column >= 0) into[start + column] = 1;
      }
    }
  };
  const { means, deviations } = spreadsOf({ columns: columns.length, used, plain }, design);
  const fill = (row: number, into: Float64Array): void => {
    plain(row, into);
    for (let column = 1; column < into.length; column++) {
      const deviation = deviations[column] ?? 0;
      into[column] = deviation === 0 ? 0 : ((into[column] ?? 0) - (means[column] ?? 0)) / deviation;
    }
  };
  return { columns, used, lost: usedRows([], design, domain).n - used.n, means, deviations, fill };
}

/** The domain without those who left a categorical term unanswered. */
function domainOfAnswered(terms: readonly Term[], { rows }: Design, domain: Domain): Domain {
  const coded = terms.flatMap((term) => ("coded" in term ? [term.coded.codes] : []));
  if (coded.length === 0) return domain;
  const answered = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    if (domain !== null && domain[row] !== 1) continue;
    answered[row] = Number(coded.every((codes) => (codes[row] ?? -1) >= 0));
  }
  return answered;
}

/** The columns of a term: one for a number, and one for each category that is not the reference and that somebody has. */
function placesOf(
  term: Term,
  { isUsed }: UsedRows,
  { rows }: Design,
): { categories: readonly (number | null)[]; columnOf: Int32Array } {
  if ("values" in term) return { categories: [null], columnOf: new Int32Array(0) };
  const { codes, categories } = term.coded;
  const isSeen = new Uint8Array(categories);
  for (let row = 0; row < rows; row++) if (isUsed[row] === 1) isSeen[codes[row] ?? 0] = 1;
  const found: number[] = [];
  const columnOf = new Int32Array(categories).fill(-1);
  for (let category = 0; category < categories; category++)
    if (isSeen[category] === 1 && category !== term.reference) columnOf[category] = found.push(category) - 1;
  return { categories: found, columnOf };
}

/** Means, then deviations about them: in one pass a large mean would take the digits. */
function spreadsOf(
  { columns, used, plain }: { columns: number; used: UsedRows; plain: ModelMatrix["fill"] },
  design: Design,
): { means: Float64Array; deviations: Float64Array } {
  const values = new Float64Array(columns);
  const means = new Float64Array(columns);
  const squares = new Float64Array(columns);
  visitUsedRows(used, design, (row, weight) => {
    plain(row, values);
    for (let column = 1; column < columns; column++)
      means[column] = (means[column] ?? 0) + (weight * (values[column] ?? 0)) / used.weight;
  });
  visitUsedRows(used, design, (row, weight) => {
    plain(row, values);
    for (let column = 1; column < columns; column++)
      squares[column] = (squares[column] ?? 0) + weight * ((values[column] ?? 0) - (means[column] ?? 0)) ** 2;
  });
  const deviations = squares.map((square, column) => {
    const deviation = Math.sqrt(square / used.weight);
    return deviation <= constantBelow * Math.abs(means[column] ?? 0) ? 0 : deviation;
  });
  deviations[0] = 1;
  return { means, deviations };
}

/** Calls with each used row and its weight times its frequency. */
export function visitUsedRows(
  { isUsed }: UsedRows,
  { rows, weights, frequencies }: Design,
  visit: (row: number, weight: number) => void,
): void {
  for (let row = 0; row < rows; row++) {
    if (isUsed[row] !== 1) continue;
    const weight = weights === null ? 1 : (weights[row] ?? 0);
    visit(row, frequencies === null ? weight : weight * (frequencies[row] ?? 0));
  }
}
