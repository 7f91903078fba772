import type { Coded, Design } from "../design.ts";
import type { Domain } from "../linearised/linearised.ts";
import { usedRows, weightedSum, type UsedRows } from "../linearised/usedRows.ts";
import type { OutcomeWithin } from "./outcomeWithin.ts";

/** What is explained, and by what. */
export interface Model {
  /** One entry a row; not a number means no answer. */
  readonly outcome: Float64Array;
  /** Where the respondents of a row differ in the outcome, which then is their mean: how they do. */
  readonly within?: OutcomeWithin | undefined;
  /** In the order in which their coefficients are wanted; an intercept always stands before them. */
  readonly terms: readonly Term[];
  /** Terms that are held fixed only: they belong to the model, and no coefficients of theirs are wanted. */
  readonly heldFixed?: readonly Term[];
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

/** Rows in numbers, one after the other: `width` entries each, for the intercept and for each term; all other columns are 0. */
export interface ModelRows {
  readonly width: number;
  /** The column of an entry. Those of a row increase, but for entries of 0, which stand in the intercept's. */
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** The rows of a model that can be used; no matrix is kept, rows are written as numbers to compute with when asked for. */
export interface ModelMatrix {
  /** The intercept first. Categories that nobody used has are left out. */
  readonly columns: readonly ModelColumn[];
  /** How many of the columns, the first ones, are not held fixed only. */
  readonly wanted: number;
  readonly used: UsedRows;
  /** Those that explain and those that are held fixed, in this order. */
  readonly terms: readonly Term[];
  /** Respondents of the domain and of positive weight who left the outcome or a term unanswered. */
  readonly lost: number;
  /**
   * For each column what was taken from its numbers, and what they were then divided by, so that the scale of a term does
   * not tell on the rounding: weighted mean and standard deviation of numbers, 0 and 1 of all else. 0 where constant.
   */
  readonly means: Float64Array;
  readonly deviations: Float64Array;
  /** For each column 1 where it is of a term of numbers. */
  readonly isNumber: Uint8Array;
  /** Writes rows of the file, used ones. */
  readonly rowsOf: (rows: Int32Array) => ModelRows;
}

/** A deviation below this part of the mean is rounding: the column is constant. */
const constantBelow = 1e-12;

/** The rows that answered everything in a model, and how to write them as numbers. */
export function modelMatrix(
  { outcome, terms: explaining, heldFixed = [] }: Model,
  design: Design,
  domain: Domain,
): ModelMatrix {
  const terms = [...explaining, ...heldFixed];
  const numbers = terms.flatMap((term) => ("values" in term ? [term.values] : []));
  const used = usedRows([outcome, ...numbers], design, domainOfAnswered(terms, design, domain));
  const columns: FilledColumn[] = [{ term: null, category: null, ...asItIs }];
  let wanted = 1;
  const writers = terms.map((term, place) => {
    const start = columns.length;
    const found = "values" in term ? [numberColumn(term, used, design)] : categoryColumns(term, used);
    columns.push(...found);
    if (place < explaining.length) wanted = columns.length;
    return "values" in term
      ? numberWriter(term.values, { place: place + 1, column: start, ...(found[0] ?? asItIs) })
      : categoryWriter(term.coded, { place: place + 1, start, columns: found });
  });
  return {
    columns,
    wanted,
    used,
    terms,
    lost: usedRows([], design, domain).n - used.n,
    means: Float64Array.from(columns, ({ mean }) => mean),
    deviations: Float64Array.from(columns, ({ deviation }) => deviation),
    isNumber: Uint8Array.from(columns, ({ term, category }) => Number(term !== null && category === null)),
    rowsOf(rows) {
      const width = terms.length + 1;
      const columnsOf = new Int32Array(rows.length * width);
      const values = new Float64Array(rows.length * width).fill(1);
      for (const write of writers) write(rows, { width, columns: columnsOf, values });
      return { width, columns: columnsOf, values };
    },
  };
}

type FilledColumn = ModelColumn & { readonly mean: number; readonly deviation: number };
/** Writes the entries of one term. */
type Writer = (rows: Int32Array, into: ModelRows) => void;
const asItIs = { mean: 0, deviation: 1 };

/** The domain without those who left a categorical term unanswered. */
function domainOfAnswered(terms: readonly Term[], { rows }: Design, domain: Domain): Domain {
  const coded = terms.flatMap((term) => ("coded" in term ? [term.coded.codes] : []));
  if (coded.length === 0) return domain;
  const answered = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    if (domain !== null && domain[row] !== 1) continue;
    answered[row] = 1;
  }
  // A loop for each term: a callback for each row and term is many times slower.
  for (const codes of coded) for (let row = 0; row < rows; row++) if ((codes[row] ?? -1) < 0) answered[row] = 0;
  return answered;
}

/** Deviations about the mean, which comes first: in one pass a large mean would take the digits. */
function numberColumn(
  { name: term, values }: { name: string; values: Float64Array },
  used: UsedRows,
  design: Design,
): FilledColumn {
  const mean = weightedSum(values, used, design) / used.weight;
  let squares = 0;
  visitUsedRows(used, design, (row, weight) => {
    squares += weight * ((values[row] ?? 0) - mean) ** 2;
  });
  const deviation = Math.sqrt(squares / used.weight);
  return { term, category: null, mean, deviation: deviation <= constantBelow * Math.abs(mean) ? 0 : deviation };
}

function numberWriter(
  values: Float64Array,
  { place, column, mean, deviation }: { place: number; column: number; mean: number; deviation: number },
): Writer {
  return (rows, into) => {
    for (let at = 0; at < rows.length; at++) {
      const entry = at * into.width + place;
      into.columns[entry] = column;
      into.values[entry] = deviation === 0 ? 0 : ((values[rows[at] ?? 0] ?? 0) - mean) / deviation;
    }
  };
}

/** One column for each category that is not the reference and that somebody used has. */
function categoryColumns(
  { name: term, coded, reference }: { name: string; coded: Coded; reference: number },
  { isUsed }: UsedRows,
): FilledColumn[] {
  const isSeen = new Uint8Array(coded.categories);
  for (let row = 0; row < isUsed.length; row++) if (isUsed[row] === 1) isSeen[coded.codes[row] ?? 0] = 1;
  isSeen[reference] = 0;
  return [...isSeen.keys()]
    .filter((category) => isSeen[category] === 1)
    .map((category) => ({ term, category, ...asItIs }));
}

/** A row of the reference has 0 in all columns of the term: its entry adds 0 to the intercept's. */
function categoryWriter(
  { codes, categories }: Coded,
  { place, start, columns }: { place: number; start: number; columns: readonly ModelColumn[] },
): Writer {
  const columnOf = new Int32Array(categories);
  for (const [at, { category }] of columns.entries()) columnOf[category ?? 0] = start + at;
  return (rows, into) => {
    for (let at = 0; at < rows.length; at++) {
      const column = columnOf[codes[rows[at] ?? 0] ?? 0] ?? 0;
      into.columns[at * into.width + place] = column;
      into.values[at * into.width + place] = Math.min(column, 1);
    }
  };
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
