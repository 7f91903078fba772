/** How fast respondents were: the median of all by each one's time, 1 is usual and 2 twice as fast. */
export interface RelativeSpeed {
  readonly median: number;
  /** One entry a row; not a number where no time is known. */
  readonly speed: Float64Array;
  /** 1 for those who took less than a share of the median, else 0. */
  readonly isTooFast: Uint8Array;
}

/**
 * Marks those who rushed through. Take the rows of one device class and one questionnaire version at a time: medians of
 * others do not apply.
 *
 * @param seconds one entry a row; not a number where unknown.
 * @param fastest the share of the median below which a time is too short.
 * @returns `null` where no time is known.
 */
export function relativeSpeed(seconds: Float64Array, fastest = 0.4): RelativeSpeed | null {
  const median = medianOf(seconds);
  if (median === null) return null;
  return {
    median,
    speed: seconds.map((time) => (time > 0 ? median / time : Number.NaN)),
    isTooFast: Uint8Array.from(seconds, (time) => Number(time < fastest * median)),
  };
}

/** Speed page by page. */
export interface PageSpeed {
  readonly pageMedians: readonly number[];
  /** One entry a row: the mean over pages of median by time; not a number where no time is known. */
  readonly index: Float64Array;
  /** 1 where the index is above the limit, else 0. */
  readonly isTooFast: Uint8Array;
}

/**
 * Leiner's relative speed index: a page read in a third of the usual time or less counts 3, so that one skipped page
 * does not decide alone.
 *
 * @param pages for each page one time in seconds a row; not a number where unknown.
 * @see Leiner (2019), Survey Research Methods 13(3).
 */
export function pageSpeed(
  pages: readonly Float64Array[],
  { most = 3, limit = 1.75 }: { most?: number; limit?: number } = {},
): PageSpeed {
  const known = pages.map((seconds) => ({ seconds, median: medianOf(seconds) ?? Number.NaN }));
  const index = Float64Array.from({ length: pages[0]?.length ?? 0 }, (_, row) => {
    let sum = 0;
    let seen = 0;
    for (const { seconds, median } of known) {
      const time = seconds[row] ?? Number.NaN;
      if (!(time > 0)) continue;
      sum += Math.min(most, median / time);
      seen += 1;
    }
    return sum / seen;
  });
  const isTooFast = Uint8Array.from(index, (value) => Number(value > limit));
  return { pageMedians: known.map(({ median }) => median), index, isTooFast };
}

function medianOf(values: Float64Array): number | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return null;
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
