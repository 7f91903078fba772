import type { Expected } from "./corpus.ts";
import type { Service } from "./service.ts";

const usualP99Ms = 500;

/**
 * Does something to the service, and says what it did to the service: died, grew, let others wait, or had its object
 * prototype changed. `null` when it stood it well.
 */
export async function watched<Outcome>(
  service: Service,
  expected: Expected,
  work: () => Promise<Outcome>,
): Promise<{ outcome: Outcome; strain: string | null }> {
  const before = await service.probe();
  const outcome = await work();
  if (!service.isAlive()) return { outcome, strain: "the service ended" };
  const after = await service.probe();
  const grownMB = (after.peakRssBytes - before.rssBytes) / 1_048_576;
  const { rssGrowthMaxMB = Number.POSITIVE_INFINITY, othersP99Ms = usualP99Ms } = expected;
  if (after.strangeNames.length > 0)
    return { outcome, strain: `the object prototype has ${after.strangeNames.join(", ")}` };
  if (grownMB > rssGrowthMaxMB) return { outcome, strain: `memory grew by ${Math.round(grownMB)} MB` };
  if (after.latenessP99Ms > othersP99Ms)
    return { outcome, strain: `others waited ${Math.round(after.latenessP99Ms)} ms (99th percentile)` };
  return { outcome, strain: null };
}
