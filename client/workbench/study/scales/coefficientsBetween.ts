import { formatCoefficient } from "../../../../charts/format.ts";
import type { Interval } from "../../../../stats/estimate.ts";
import type { Language } from "../../../../surveys/language.ts";

/** Both ends of a coefficient's interval. */
export function coefficientsBetween({ lower, upper }: Interval, language: Language): string {
  return `${formatCoefficient(lower, language)}–${formatCoefficient(upper, language)}`;
}
