import { createHmac, randomBytes } from "node:crypto";
import type { Clock } from "../clock.ts";

/** Tells a submission that comes as one of very many from one network address. */
export type BurstWatch = ReturnType<typeof createBurstWatch>;

const dayMs = 86_400_000;
const mostWatched = 100_000;

/**
 * Watches how fast answers come from one network address, so that stuffing can be seen without refusing a school that
 * answers behind one address: each address may send `perMinute` at once and as many again each minute.
 *
 * An address is known only as a hash under a salt that lives in this process and changes every day.
 */
export function createBurstWatch({ perMinute, clock }: { perMinute: number; clock: Clock }) {
  let salt = randomBytes(32);
  let saltDay = Math.floor(clock().getTime() / dayMs);
  const buckets = new Map<string, { left: number; at: number }>();

  const renewSalt = (now: number): void => {
    const today = Math.floor(now / dayMs);
    if (today === saltDay && buckets.size < mostWatched) return;
    saltDay = today;
    salt = randomBytes(32);
    buckets.clear();
  };

  return {
    /** Counts one submission; `true` when it comes faster than one address should send. */
    isBurst(address: string): boolean {
      const now = clock().getTime();
      renewSalt(now);
      const key = createHmac("sha256", salt).update(address).digest("base64");
      const bucket = buckets.get(key) ?? { left: perMinute, at: now };
      const regained = (Math.max(0, now - bucket.at) / 60_000) * perMinute;
      const left = Math.min(perMinute, bucket.left + regained);
      buckets.set(key, { left: Math.max(0, left - 1), at: now });
      return left < 1;
    },
  };
}
