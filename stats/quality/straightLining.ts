/**
 * For each respondent the longest run of equal answers in a battery. A missing answer is skipped and does not break the
 * run; nobody's answers are a run of 0.
 *
 * @param items for each item, in the order asked, one entry a row; not a number for no answer.
 */
export function longestRun(items: readonly Float64Array[]): Uint16Array {
  const rows = items[0]?.length ?? 0;
  const longest = new Uint16Array(rows);
  for (let row = 0; row < rows; row++) {
    let last = Number.NaN;
    let run = 0;
    let most = 0;
    for (const item of items) {
      const answer = item[row] ?? Number.NaN;
      if (Number.isNaN(answer)) continue;
      run = answer === last ? run + 1 : 1;
      last = answer;
      if (run > most) most = run;
    }
    longest[row] = most;
  }
  return longest;
}

/**
 * For each respondent the standard deviation (n - 1) of the answers to a battery; not a number with fewer than two. 0 is a
 * straight line.
 *
 * @see Dunn, Heggestad, Shanock & Theilgard (2018), Journal of Business and Psychology 33(1).
 */
export function intraIndividualVariability(items: readonly Float64Array[]): Float64Array {
  return Float64Array.from({ length: items[0]?.length ?? 0 }, (_, row) => {
    let sum = 0;
    let answers = 0;
    for (const item of items) {
      const answer = item[row] ?? Number.NaN;
      if (Number.isNaN(answer)) continue;
      sum += answer;
      answers += 1;
    }
    if (answers < 2) return Number.NaN;
    const mean = sum / answers;
    let squares = 0;
    for (const item of items) {
      const answer = item[row] ?? Number.NaN;
      if (!Number.isNaN(answer)) squares += (answer - mean) ** 2;
    }
    return Math.sqrt(squares / (answers - 1));
  });
}

/**
 * Marks straight lines: 1 where the longest run covers a share of a battery. It tells little on batteries of fewer than
 * eight items, or without any that are worded the other way round.
 *
 * @param share of the items that a run must cover.
 */
export function isStraightLine(
  runs: Uint16Array,
  { items, share = 0.8 }: { items: number; share?: number },
): Uint8Array {
  return Uint8Array.from(runs, (run) => Number(run >= share * items));
}

/**
 * Marks the least varied: 1 for a straight line and for the lowest share of all, else 0.
 *
 * @param variability as `intraIndividualVariability` gives it.
 */
export function isLeastVaried(variability: Float64Array, lowest = 0.01): Uint8Array {
  const known = variability.filter((value) => !Number.isNaN(value)).sort();
  const limit = known[Math.ceil(lowest * known.length) - 1] ?? 0;
  return Uint8Array.from(variability, (value) => Number(value === 0 || value <= limit));
}
