import type { Interval, NotEstimable } from "../estimate.ts";

/** How far coders agree beyond chance: 1 where always, 0 as often as chance would, below 0 less often than that. */
export interface Agreement {
  readonly kind: "agreement";
  readonly value: number;
  /** `null` where one unit alone leaves no way to find it. */
  readonly standardError: number | null;
  readonly interval: Interval | null;
  /** Units that two coders or more have coded. */
  readonly n: number;
  /** Share of pairs of codes that are equal, 0 to 1, chance included. */
  readonly observed: number;
}

/** An agreement, or why there is none: `no-data`, or `no-variance` where only one code was ever given. */
export type AgreementFound = Agreement | NotEstimable;
