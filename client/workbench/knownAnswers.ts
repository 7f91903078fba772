/** What was read lately of what all views of a study need and seldom changes, and when. */
const known = new Map<string, { readonly answer: unknown; readonly at: number }>();

/** What others change is seen this much later at most. */
const mostMs = 60_000;

/** What was read; `null` where nothing was. */
export function knownAnswer(wanted: string): { readonly answer: unknown; readonly isFresh: boolean } | null {
  const found = known.get(wanted);
  return found === undefined ? null : { answer: found.answer, isFresh: performance.now() - found.at < mostMs };
}

/** Keeps what was read. */
export function keepAnswer(wanted: string, answer: unknown): void {
  known.set(wanted, { answer, at: performance.now() });
}

/** Forgets what was read: once something was changed, and before somebody else signs in. */
export function forgetAnswers(): void {
  known.clear();
}
