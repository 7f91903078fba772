/** What each event of `GET /api/studies/:study/live` says: how many responses there are now. */
export interface LiveCounts {
  readonly responses: number;
  /** Of those, how many carry a flag. */
  readonly flagged: number;
  /** The last day that has a response, and how many it has; `null` before the first. */
  readonly latestDay: { readonly day: string; readonly responses: number } | null;
}
