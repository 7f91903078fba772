import { rumourClaims } from "../../surveys/questionnaires/dailyTracking/rumours.ts";
import type { Person } from "./person.ts";
import type { Random } from "./random.ts";
import { truths } from "./truths.ts";

/** Share that heard of a claim, and share of those who believe it. */
const claims: Readonly<Record<string, readonly [number, number]>> = {
  laboratory: [0.55, 0.3],
  garlic: [0.6, 0.18],
  vinegar: [truths.rumourWave.heard[0], truths.rumourWave.believed[0]],
  pets: [0.48, 0.25],
  no_symptoms: [0.66, 0.82],
  surfaces: [0.7, 0.85],
};
const untrue = new Set(["laboratory", "garlic", "vinegar", "pets"]);

/** What a person heard and believes, and how much more anxious that makes them, in standard deviations. */
export function rumourAnswers(
  person: Person,
  day: number,
  random: Random,
): { answers: Record<string, unknown>; fear: number } {
  const heard: Record<string, string> = {};
  const believes: Record<string, string> = {};
  let fear = 0;
  for (const claim of rumourClaims) {
    const [hears, believed] = sharesOn(claim, day);
    heard[claim] = random.happens(hears) ? "yes" : "no";
    if (heard[claim] === "no") continue;
    const lean = untrue.has(claim) ? 0.25 * (0.727 - person.literacy) : 0.1 * (person.literacy - 0.727);
    const isBeliever = random.happens(believed + lean);
    believes[`believes_${claim}`] = isBeliever ? "true" : random.pick({ unsure: 0.45, false: 0.55 });
    if (isBeliever && untrue.has(claim)) fear = truths.believersMoreAnxious;
  }
  return { answers: { heard, ...believes }, fear };
}

function sharesOn(claim: string, day: number): readonly [number, number] {
  const usual = claims[claim] ?? [0, 0];
  const { claim: rising, firstDay, height, lastDay, heard, believed } = truths.rumourWave;
  if (claim !== rising || day < firstDay || day > lastDay) return usual;
  const part =
    day <= height ? (day - firstDay + 1) / (height - firstDay + 1) : (lastDay - day + 1) / (lastDay - height + 1);
  return [heard[0] + (heard[1] - heard[0]) * part, believed[0] + (believed[1] - believed[0]) * part];
}
