/** Neighbouring periods whose respondents are pooled into one point of a series; both ends belong to it. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Where a series begins anew, because what it shows is no longer the same. */
export interface Break {
  /** The first period of the new kind. */
  readonly at: number;
  readonly reason: "wording" | "weighting" | "mode" | "target-population";
}

/** Each period on its own: the points of a daily line, or of waves. */
export function singleWindows(periods: number): Window[] {
  return trailingWindows(periods, 1);
}

/** For each period from the first full one: the period and those before it, `length` together. */
export function trailingWindows(periods: number, length = 7): Window[] {
  const full = Math.max(0, periods - length + 1);
  return Array.from({ length: full }, (_, from) => ({ from, to: from + length - 1 }));
}

/** The stretches between breaks, in order; none goes across one. */
export function stretches(periods: number, breaks: readonly Break[]): Window[] {
  const starts = [...new Set([0, ...breaks.map(({ at }) => at)])]
    .filter((at) => at >= 0 && at < periods)
    .sort((one, other) => one - other);
  return starts.map((from, place) => ({ from, to: (starts[place + 1] ?? periods) - 1 }));
}

/** Whether a break lies between the first and the last of these periods. */
export function isBroken({ from, to }: Window, breaks: readonly Break[]): boolean {
  return breaks.some(({ at }) => from < at && at <= to);
}
