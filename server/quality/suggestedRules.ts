import type { RulesContent, StudyQuality } from "./qualityApi.ts";

/** A straight line tells nothing on shorter ones: people of one mind give it too. */
const longEnough = 8;

/**
 * What suits a questionnaire, to begin from. Attention checks are for the researcher to name. Straight lines are only
 * shown where no battery is long.
 */
export function suggestedRules(batteries: StudyQuality["batteries"]): Omit<RulesContent, "from" | "because"> {
  const isLong = batteries.some(({ items }) => items >= longEnough);
  const isAny = batteries.length > 0;
  return {
    batteries: batteries.map(({ name }) => name),
    attention: null,
    rush: { counts: "alone", share: 0.3 },
    speed: { counts: "with-another", index: 1.75, share: 0.4 },
    "straight-line": isAny ? { counts: isLong ? "with-another" : "shown", share: 0.8 } : null,
    distance: isAny ? { counts: "with-another" } : null,
    repeat: { counts: "with-another", share: 0.9 },
    burst: { counts: "shown" },
  };
}
