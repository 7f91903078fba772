import type { Logger } from "pino";

/** A study's midnight is noticed within so much time. */
const everyMs = 10 * 60_000;

/** Screens answers and freezes weights as days close, for as long as the process lives; gives what stops it. */
export function closeDaysNowAndThen({
  closeDays,
  log,
}: {
  /** Gives what it closed, for the log. */
  closeDays: () => Promise<readonly object[]>;
  log: Logger;
}): () => void {
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      for (const closed of await closeDays()) log.info(closed, "days closed");
    } catch (error) {
      log.error({ kind: error instanceof Error ? error.name : typeof error }, "days were not closed");
    } finally {
      isLooking = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), everyMs);
  return () => {
    clearInterval(timer);
  };
}
