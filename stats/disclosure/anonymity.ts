import type { Coded } from "../design.ts";
import { crossCells } from "../weights/crossCells.ts";

/** How well the respondents of a file hide among each other. */
export interface Anonymity {
  /** Combinations of the quasi-identifiers that occur. */
  readonly classes: number;
  /** Respondents in the smallest of them. */
  readonly smallest: number;
  /** Respondents in classes smaller than k: those to generalise or leave out. */
  readonly belowK: number;
  /** Respondents alone in their class. */
  readonly uniques: number;
  /** The chance of naming a respondent right from the class, on average. */
  readonly averageRisk: number;
  /** One entry a row: how many are in its class. */
  readonly sizeOfClass: Float64Array;
  /** For each sensitive item, in order. */
  readonly diversity: readonly Diversity[];
}

/** The least any class has; answers that are missing are not counted. */
export interface Diversity {
  /** Different answers; 0 where a class has none at all. */
  readonly distinct: number;
  /** The exponential of the entropy: as many equally frequent answers as would be as uncertain. */
  readonly effective: number;
}

/**
 * Measures k-anonymity over what others may know of a person, and l-diversity of what they should not learn.
 *
 * @param of no answer to a quasi-identifier is a category like any other.
 * @param k respondents a class needs, 5 as a rule.
 * @see Sweeney (2002), IJUFKS 10(5); Machanavajjhala et al. (2007), ACM TKDD 1(1).
 */
export function anonymity(
  { quasiIdentifiers, sensitive }: { quasiIdentifiers: readonly Coded[]; sensitive: readonly Coded[] },
  { rows, k = 5 }: { rows: number; k?: number },
): Anonymity {
  const shifted = quasiIdentifiers.map(({ codes, categories }) => ({
    codes: Int32Array.from(codes, (code) => Math.max(0, code + 1)),
    categories: categories + 1,
  }));
  const { cells, cellOf } = crossCells(shifted, rows);
  const sizes = new Float64Array(cells);
  for (const cell of cellOf) sizes[cell] = (sizes[cell] ?? 0) + 1;
  return {
    classes: cells,
    smallest: sizes.reduce((least, size) => Math.min(least, size), rows),
    belowK: sizes.reduce((sum, size) => sum + (size < k ? size : 0), 0),
    uniques: sizes.reduce((sum, size) => sum + (size === 1 ? 1 : 0), 0),
    averageRisk: rows === 0 ? 0 : cells / rows,
    sizeOfClass: Float64Array.from(cellOf, (cell) => sizes[cell] ?? 0),
    diversity: sensitive.map((item) => diversityOf(item, cellOf, cells)),
  };
}

function diversityOf({ codes, categories }: Coded, cellOf: Int32Array, cells: number): Diversity {
  const counts = new Float64Array(cells * categories);
  for (let row = 0; row < cellOf.length; row++) {
    const code = codes[row] ?? -1;
    if (code < 0) continue;
    const place = (cellOf[row] ?? 0) * categories + code;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  let distinct = Infinity;
  let effective = Infinity;
  for (let cell = 0; cell < cells; cell++) {
    const of = counts.subarray(cell * categories, (cell + 1) * categories);
    const all = of.reduce((sum, count) => sum + count, 0);
    const entropy = of.reduce((sum, count) => (count === 0 ? sum : sum - (count / all) * Math.log(count / all)), 0);
    distinct = Math.min(
      distinct,
      of.reduce((sum, count) => sum + Number(count > 0), 0),
    );
    effective = Math.min(effective, Math.exp(entropy));
  }
  return cells === 0 ? { distinct: 0, effective: 0 } : { distinct, effective };
}
