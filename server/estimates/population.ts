import type { Design } from "../../stats/design.ts";

/** Whom an estimate is of, and how they count. */
export interface Population {
  readonly design: Design;
  /** 1 for responses of the period, 0 for others; `null` for all of them. */
  readonly domain: Uint8Array | null;
}
