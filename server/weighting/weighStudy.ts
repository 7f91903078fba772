import type { StudyColumns } from "../estimates/studyColumns.ts";
import { codedMargin, type CodedMargin } from "./codedMargin.ts";
import { marginReports, spreadOf, weighBlock } from "./weighBlock.ts";
import { cutIntoBlocks, type Block, type DaysToCut } from "./weightingBlocks.ts";
import type { BlockReport, MarginReport, Scheme, WeightSpread } from "./weightingApi.ts";

/** A block whose weights stay as they are. */
export interface FrozenBlock {
  readonly days: readonly string[] | null;
}

/** What a study is weighted from. */
export interface StudyToWeigh {
  readonly columns: StudyColumns;
  readonly scheme: Scheme;
  /** 1 for those whom screening excludes, else 0; `null` for nobody. */
  readonly isExcluded: Uint8Array | null;
  readonly frozen: readonly FrozenBlock[];
  /** Weights of the frozen blocks, one entry a row; not a number where there is none. */
  readonly frozenWeights: Float64Array;
  /** The study's day now, and its last; `null` for no end. */
  readonly today: string;
  readonly lastDay: string | null;
}

/** A block that was weighted now, and the weights of its rows; none where nothing meets the margins. */
export interface NewBlock {
  readonly report: BlockReport;
  readonly ids: readonly string[];
  readonly weights: Float64Array;
}

/** A study's weights, and what is to be said of them. */
export interface WeighedStudy {
  readonly blocks: readonly NewBlock[];
  readonly weighted: number;
  readonly excludedByFlag: Readonly<Record<string, number>>;
  readonly excludedByScreening: number;
  readonly withoutWeight: number;
  readonly cameAfterFreezing: number;
  readonly weights: WeightSpread | null;
  readonly margins: readonly MarginReport[];
}

/** Called after each of `of` steps with how many are `done`: the place to let others have their turn, or to throw and stop. */
export type Pace = (done: number, of: number) => Promise<void>;

/**
 * Weights every row of a study that no frozen block has, block by block. The cost is linear in rows.
 *
 * @param pace called after each block.
 */
export async function weighStudy(parts: StudyToWeigh, pace: Pace): Promise<WeighedStudy> {
  const { columns, scheme, isExcluded, frozenWeights } = parts;
  const margins = scheme.margins.map((margin) => codedMargin(margin, columns));
  const { baseWeights, excludedByFlag } = baseOf(columns, scheme, isExcluded);
  const { blocks, blockOfDay } = blocksOf(parts, margins, baseWeights);
  const rowsOf = rowsByBlock(columns, blockOfDay, blocks.length);
  const weights = Float64Array.from(frozenWeights);
  const weighed: NewBlock[] = [];
  for (const [place, block] of blocks.entries()) {
    const rows = rowsOf[place] ?? new Int32Array(0);
    const found = weighBlock(
      margins.map((margin) => ({ ...margin, codes: taken(margin.codes, rows) })),
      taken(baseWeights, rows),
      scheme,
    );
    const report: BlockReport = { ...block, schemeVersion: scheme.schemeVersion, ...found.outcome };
    const made = found.weights ?? new Float64Array(0);
    for (const [index, weight] of made.entries()) weights[rows[index] ?? 0] = weight;
    weighed.push({ report, ids: Array.from(made, (_, index) => columns.id[rows[index] ?? 0] ?? ""), weights: made });
    await pace(weighed.length, blocks.length);
  }
  return {
    blocks: weighed,
    excludedByFlag,
    excludedByScreening: isExcluded?.reduce((sum, mark) => sum + mark, 0) ?? 0,
    ...totals(weights, { margins, baseWeights, columns, blockOfDay }),
  };
}

/**
 * Base weights of all rows: 0 for a response with an excluded flag, one whom screening excludes, and one without a weight
 * where weights were given.
 */
function baseOf(
  { rows, flags, words, weight }: StudyColumns,
  { baseWeights: wanted, excludedFlags }: Scheme,
  isExcluded: Uint8Array | null,
): { baseWeights: Float64Array; excludedByFlag: Record<string, number> } {
  const carried = words.map((word) => (word ?? "").split(" "));
  const isFlagged = carried.map((each) => each.some((flag) => excludedFlags.includes(flag)));
  const responsesOf = new Float64Array(words.length);
  const baseWeights = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const place = flags[row] ?? 0;
    responsesOf[place] = (responsesOf[place] ?? 0) + 1;
    if (isFlagged[place] === true || isExcluded?.[row] === 1) continue;
    const given = weight[row] ?? Number.NaN;
    baseWeights[row] = wanted === "none" ? 1 : Number.isNaN(given) ? 0 : given;
  }
  const excludedByFlag = excludedFlags.map((flag): [string, number] => [
    flag,
    carried.reduce((sum, each, place) => sum + (each.includes(flag) ? (responsesOf[place] ?? 0) : 0), 0),
  ]);
  return { baseWeights, excludedByFlag: Object.fromEntries(excludedByFlag) };
}

function blocksOf(
  { columns, scheme, frozen, today, lastDay }: StudyToWeigh,
  margins: readonly CodedMargin[],
  baseWeights: Float64Array,
): { blocks: Block[]; blockOfDay: Int32Array } {
  const frozenDays = new Set(frozen.flatMap(({ days }) => days ?? []));
  const isFrozen = (day: string): boolean => frozenDays.has(day) || frozen.some(({ days }) => days === null);
  const days = columns.days.filter((day) => !isFrozen(day));
  const isEnough = enoughOf(columns, margins, baseWeights);
  const blocks = cutIntoBlocks(scheme.blocks, { days, frozen: frozenDays, today, lastDay, isEnough });
  const placeOf = new Map(
    blocks.flatMap(({ days: of }, place) => (of ?? days).map((day): [string, number] => [day, place])),
  );
  return { blocks, blockOfDay: Int32Array.from(columns.days, (day) => placeOf.get(day) ?? -1) };
}

/** Counts each day's respondents, over all and in each category, once. */
function enoughOf(
  columns: StudyColumns,
  margins: readonly CodedMargin[],
  baseWeights: Float64Array,
): DaysToCut["isEnough"] {
  const { days, day, rows } = columns;
  const counts = [{ codes: new Int32Array(rows), categories: 1 }, ...margins].map(({ codes, categories }) => {
    const of = new Int32Array(days.length * categories);
    for (let row = 0; row < rows; row++) {
      const code = codes[row] ?? -1;
      if (code < 0 || baseWeights[row] === 0) continue;
      const cell = (day[row] ?? 0) * categories + code;
      of[cell] = (of[cell] ?? 0) + 1;
    }
    return { of, categories };
  });
  return (name, { respondents, inEachCategory }) => {
    const place = days.indexOf(name);
    return counts.every(({ of, categories }, index) => {
      const least = index === 0 ? respondents : inEachCategory;
      return of.subarray(place * categories, (place + 1) * categories).every((count) => count >= least);
    });
  };
}

function rowsByBlock({ day, rows }: StudyColumns, blockOfDay: Int32Array, blocks: number): Int32Array[] {
  const sizes = new Int32Array(blocks);
  const each = (visit: (row: number, block: number) => void): void => {
    for (let row = 0; row < rows; row++) {
      const block = blockOfDay[day[row] ?? 0] ?? -1;
      if (block >= 0) visit(row, block);
    }
  };
  each((_, block) => (sizes[block] = (sizes[block] ?? 0) + 1));
  const found = Array.from(sizes, (size) => new Int32Array(size));
  const filled = new Int32Array(blocks);
  each((row, block) => {
    const at = filled[block] ?? 0;
    const into = found[block];
    if (into !== undefined) into[at] = row;
    filled[block] = at + 1;
  });
  return found;
}

function taken<Values extends Int8Array | Int16Array | Int32Array | Float64Array>(
  values: Values,
  rows: Int32Array,
): Values {
  const some = new (values.constructor as new (length: number) => Values)(rows.length);
  for (let index = 0; index < rows.length; index++) some[index] = values[rows[index] ?? 0] ?? 0;
  return some;
}

/** What can be said once every row has its weight. */
function totals(
  weights: Float64Array,
  {
    margins,
    baseWeights,
    columns,
    blockOfDay,
  }: {
    margins: readonly CodedMargin[];
    baseWeights: Float64Array;
    columns: StudyColumns;
    blockOfDay: Int32Array;
  },
): Pick<WeighedStudy, "weighted" | "withoutWeight" | "cameAfterFreezing" | "weights" | "margins"> {
  let [withoutWeight, cameAfterFreezing] = [0, 0];
  const counting = new Float64Array(weights.length);
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row] ?? Number.NaN;
    counting[row] = Number.isNaN(weight) ? 0 : weight;
    if (!Number.isNaN(weight)) continue;
    withoutWeight += 1;
    // A day of no block now is a frozen one's.
    if ((blockOfDay[columns.day[row] ?? 0] ?? -1) < 0) cameAfterFreezing += 1;
  }
  const spread = spreadOf(counting);
  return {
    weighted: spread?.respondents ?? 0,
    withoutWeight,
    cameAfterFreezing,
    weights: spread,
    margins: marginReports(margins, { baseWeights, weights: counting, targets: margins }),
  };
}
