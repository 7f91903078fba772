import type { Estimate, Estimated, Statistic } from "../../stats/estimate.ts";
import type { Standing } from "./claimsApi.ts";

/** A number as somebody has printed it. */
export interface SaidNumber {
  /** A share of 27% is 0.27. */
  readonly value: number;
  /** What the last printed digit is worth: 0.001 for 27.0%. */
  readonly step: number;
}

/** Numbers in binary are rarely what was printed. */
const slack = 1e-9;

/** How a number that was said stands to the estimate there is now. */
export function standingOf({ value, step }: SaidNumber, now: Estimate): Standing {
  if (now.kind === "not-estimable") return { kind: "no-number" };
  const difference = value - now.value;
  const isSamePrinted = Math.abs(difference) <= step / 2 + slack;
  const { interval } = now;
  const isWithin = interval !== null && value >= interval.lower - slack && value <= interval.upper + slack;
  return { kind: isSamePrinted || isWithin ? "holds" : "drifted", difference };
}

/** What the last digit is worth of a number that is printed for everyone. */
export function printedStep({ statistic }: Pick<Estimated, "statistic">): number {
  return isOfShares(statistic) ? 0.001 : 0.01;
}

/** Whether a statistic is printed in percent or points; others are numbers with decimals. */
export function isOfShares(statistic: Statistic): boolean {
  return statistic === "share" || statistic === "net" || statistic === "gap";
}
