/** Quantities times these factors sum to `sum`. */
export interface Equation {
  /** Places of quantities, each once, and for each its factor: a whole number. */
  readonly of: readonly number[];
  readonly factors: readonly number[];
  readonly sum: number;
}

/** Equations solved for some of the quantities, the basic ones, while each of the others is 0 or at its bound. */
export interface Solution {
  /** For each quantity what it may be at most; infinite for no bound. */
  readonly bounds: Float64Array;
  /** For each quantity whether the rows count it down from its bound: 1 or 0. */
  readonly isTurned: Uint8Array;
  /** For each equation the factors of all quantities, then the value of its basic one. */
  readonly rows: readonly Float64Array[];
  /** For each equation its basic quantity. */
  readonly basic: readonly number[];
}

/** What a weighted sum of the quantities can be at most, and where. */
export interface Greatest {
  /** Infinite where nothing bounds it. */
  readonly sum: number;
  readonly at: Solution;
}

/** A solution on the move. */
interface Tableau extends Solution {
  readonly basic: number[];
}

/** Anything nearer to 0 is rounding: factors are whole numbers. */
const rounding = 1e-9;

/**
 * Solves equations with every quantity from 0 to its bound; `null` where that cannot be.
 *
 * It is the first phase of the simplex method. Its cost grows with equations times quantities for each step, and there
 * are about as many steps as equations: for hundreds of each, not for thousands.
 *
 * @param bounds one entry a quantity; infinite for none.
 * @see Dantzig (1963), Linear Programming and Extensions, chapters 5 and 18.
 */
export function solve(equations: readonly Equation[], bounds: Float64Array): Solution | null {
  const quantities = bounds.length;
  const all = quantities + equations.length;
  const rows = equations.map(({ of, factors, sum }, place) => {
    const sign = sum < 0 ? -1 : 1;
    const row = new Float64Array(all + 1);
    for (const [at, quantity] of of.entries()) row[quantity] = sign * (factors[at] ?? 0);
    // What is missing to the sum: at first all of it.
    row[quantities + place] = 1;
    row[all] = sign * sum;
    return row;
  });
  const withMissing = new Float64Array(all).fill(Infinity);
  withMissing.set(bounds);
  const basic = equations.map((_, place) => quantities + place);
  const weights = new Float64Array(all).fill(-1, quantities);
  const { sum, at } = greatest({ bounds: withMissing, isTurned: new Uint8Array(all), rows, basic }, weights);
  const largest = equations.reduce((most, equation) => Math.max(most, Math.abs(equation.sum)), 1);
  return sum < -rounding * largest ? null : withoutMissing(at, quantities);
}

/** Where something missing is basic, at 0, a quantity takes its place; where none can, the equation says nothing new. */
function withoutMissing(solution: Solution, quantities: number): Solution {
  const left = copyOf(solution);
  const kept = [...left.rows.entries()].filter(([place, row]) => {
    if ((left.basic[place] ?? 0) < quantities) return true;
    const enters = row.subarray(0, quantities).findIndex((factor) => Math.abs(factor) > rounding);
    if (enters >= 0) pivot(left, place, enters);
    return enters >= 0;
  });
  return {
    bounds: left.bounds.slice(0, quantities),
    isTurned: left.isTurned.slice(0, quantities),
    rows: kept.map(([, row]) => {
      const shorter = row.slice(0, quantities + 1);
      shorter[quantities] = row.at(-1) ?? 0;
      return shorter;
    }),
    basic: kept.map(([place]) => left.basic[place] ?? 0),
  };
}

function copyOf({ bounds, isTurned, rows, basic }: Solution): Tableau {
  return { bounds, isTurned: isTurned.slice(), rows: rows.map((row) => row.slice()), basic: [...basic] };
}

/**
 * Makes a weighted sum of the quantities as great as the equations allow: the second phase of the simplex method. The
 * quantity that gains most moves, or while nothing is gained the first that may (Bland's rule), so that it never runs
 * in circles.
 *
 * @param weights one entry a quantity.
 * @param enough a sum that is great enough to stop at.
 * @see Bland (1977), Mathematics of Operations Research 2(2).
 */
export function greatest(solution: Solution, weights: Float64Array, enough = Infinity): Greatest {
  const at = copyOf(solution);
  let sum = sumAt(at, weights);
  for (let idle = 0; sum < enough;) {
    const enters = entering(at, weights, idle > at.rows.length);
    if (enters < 0) break;
    if (!moveIn(at, enters)) return { sum: Infinity, at };
    const next = sumAt(at, weights);
    idle = next > sum + rounding ? 0 : idle + 1;
    sum = next;
  }
  return { sum, at };
}

/** The quantity whose growth gains most, or the first that gains; -1 where none does. */
function entering({ rows, basic, isTurned }: Solution, weights: Float64Array, isFirstTaken: boolean): number {
  const gains = weights.map((weight, quantity) => (isTurned[quantity] === 1 ? -weight : weight));
  const own = basic.map((quantity) => gains[quantity] ?? 0);
  for (const [place, row] of rows.entries()) {
    const weight = own[place] ?? 0;
    if (weight === 0) continue;
    for (let quantity = 0; quantity < gains.length; quantity++)
      gains[quantity] = (gains[quantity] ?? 0) - weight * (row[quantity] ?? 0);
  }
  if (isFirstTaken) return gains.findIndex((gain) => gain > rounding);
  let best = -1;
  for (const [quantity, gain] of gains.entries())
    if (gain > (best < 0 ? rounding : (gains[best] ?? 0))) best = quantity;
  return best;
}

/** Lets a quantity grow until a basic one, or it itself, comes to an end; `false` where nothing stops it. */
function moveIn(at: Tableau, enters: number): boolean {
  let least = at.bounds[enters] ?? Infinity;
  let leaves = -1;
  for (const [place, row] of at.rows.entries()) {
    const factor = row[enters] ?? 0;
    if (Math.abs(factor) <= rounding) continue;
    const value = row.at(-1) ?? 0;
    const room = factor > 0 ? value / factor : ((at.bounds[at.basic[place] ?? 0] ?? Infinity) - value) / -factor;
    const isFirst = leaves >= 0 && (at.basic[place] ?? 0) < (at.basic[leaves] ?? 0);
    if (room < least - rounding || (room <= least + rounding && isFirst)) {
      leaves = place;
      least = Math.min(least, room);
    }
  }
  if (least === Infinity) return false;
  if (leaves < 0) {
    turn(at, enters);
    return true;
  }
  // A basic quantity that comes to its bound is counted down from there.
  if ((at.rows[leaves]?.[enters] ?? 0) < 0) turnBasic(at, leaves);
  pivot(at, leaves, enters);
  return true;
}

function turn({ bounds, isTurned, rows }: Tableau, quantity: number): void {
  const bound = bounds[quantity] ?? 0;
  isTurned[quantity] = 1 - (isTurned[quantity] ?? 0);
  for (const row of rows) {
    const factor = row[quantity] ?? 0;
    row[row.length - 1] = (row.at(-1) ?? 0) - factor * bound;
    row[quantity] = -factor;
  }
}

function turnBasic({ bounds, isTurned, rows, basic }: Tableau, place: number): void {
  const quantity = basic[place] ?? 0;
  const row = rows[place];
  if (row === undefined) return;
  const value = row.at(-1) ?? 0;
  isTurned[quantity] = 1 - (isTurned[quantity] ?? 0);
  for (let column = 0; column < row.length; column++) row[column] = -(row[column] ?? 0);
  row[quantity] = 1;
  row[row.length - 1] = (bounds[quantity] ?? 0) - value;
}

/** Solves an equation for another quantity, and puts it into all others. */
function pivot({ rows, basic }: Tableau, place: number, enters: number): void {
  const own = rows[place];
  if (own === undefined) return;
  const by = own[enters] ?? 1;
  for (let column = 0; column < own.length; column++) own[column] = (own[column] ?? 0) / by;
  basic[place] = enters;
  for (const row of rows) {
    const times = row === own ? 0 : (row[enters] ?? 0);
    if (times === 0) continue;
    for (let column = 0; column < row.length; column++) row[column] = (row[column] ?? 0) - times * (own[column] ?? 0);
    row[enters] = 0;
  }
}

function sumAt(at: Solution, weights: Float64Array): number {
  return valuesOf(at).reduce((sum, value, quantity) => (value === 0 ? sum : sum + value * (weights[quantity] ?? 0)), 0);
}

/** The values of the quantities. */
export function valuesOf({ bounds, isTurned, rows, basic }: Solution): Float64Array {
  const values = new Float64Array(bounds.length);
  for (const [place, quantity] of basic.entries()) values[quantity] = rows[place]?.at(-1) ?? 0;
  return values.map((value, quantity) => (isTurned[quantity] === 1 ? (bounds[quantity] ?? 0) - value : value));
}
