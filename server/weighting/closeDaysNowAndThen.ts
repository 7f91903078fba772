import type { Logger } from "pino";
import type { FrozenNow } from "./closingDays.ts";

/** A study's midnight is noticed within so much time. */
const everyMs = 10 * 60_000;

/** Freezes weights as days close, for as long as the process lives; gives what stops it. */
export function closeDaysNowAndThen({
  closeDays,
  log,
}: {
  closeDays: () => Promise<FrozenNow>;
  log: Logger;
}): () => void {
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    try {
      for (const frozen of await closeDays()) log.info(frozen, "weights frozen");
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
