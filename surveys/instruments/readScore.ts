import type { Band, Instrument } from "./instrument.ts";

/** A broken score as it is printed and banded: halves go up, where many a language's own rounding takes 10.5 to 10. */
export function roundedScore(exact: number): number {
  return Math.floor(exact + 0.5);
}

/** The band a whole score falls into; `null` where the scale has none. */
export function bandOf({ bands }: Instrument, score: number): Band | null {
  return bands.find(({ from, to }) => score >= from && score <= to) ?? null;
}

/** Whether a whole score screens positive, which is no diagnosis; `null` where the scale has no agreed cut-off. */
export function isScreenPositive({ cutOff, direction }: Instrument, score: number): boolean | null {
  if (cutOff === null) return null;
  return direction === "higher-is-worse" ? score >= cutOff : score <= cutOff;
}
