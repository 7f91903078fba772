import { gad7Rows } from "../../surveys/questionnaires/dailyTracking/mood.ts";
import type { Person } from "./person.ts";
import type { Random } from "./random.ts";
import { truths } from "./truths.ts";

/** How much of an item is the person's anxiety: correlations near 0.6 between items, an alpha near 0.88. */
const loading = 0.78;
/** Where the answers begin: not at all, several days, more than half the days, nearly every day. */
const steps = [0.35, 1.15, 1.85] as const;
/** How readily each item is said to be there. */
const ease = [0.25, 0, 0.3, 0.05, -0.35, 0.1, 0.05] as const;

/** GAD-7 and confidence of a person on a day (counted from 0). */
export function moodAnswers(
  person: Person,
  { day, fear }: { day: number; fear: number },
  random: Random,
): Record<string, unknown> {
  const anxiety = usualAnxiety(person, day) + fear + random.normal();
  const confidence = Math.min(5, Math.max(1, Math.round(3.9 - 0.45 * anxiety + 0.7 * random.normal())));
  const skips = random.happens(0.03);
  const gad7 = gad7Rows.flatMap((row, place) => {
    const felt = loading * anxiety + Math.sqrt(1 - loading ** 2) * random.normal() + (ease[place] ?? 0);
    const answer = String(steps.filter((step) => felt > step).length);
    return skips || random.happens(0.004) ? [] : [[row, answer]];
  });
  return { ...(gad7.length > 0 && { gad7: Object.fromEntries(gad7) }), confidence };
}

function usualAnxiety({ sex, ageBand, county }: Person, day: number): number {
  const { county: rising, firstDay, lastDay, rise } = truths.localRise;
  const local = county === rising && day >= firstDay && day <= lastDay ? rise : 0;
  const early = 0.25 * Math.exp(-day / 10);
  return -0.15 + early + local + (sex === "female" ? 0.1 : 0) + (ageBand === "18-29" ? 0.08 : 0);
}
