import type { DotFigure, Mark } from "../../../../charts/figure.ts";
import type { Contrast, ContrastsResult } from "../../../../server/contrasts/contrastsApi.ts";
import type { Interval } from "../../../../stats/estimate.ts";
import type { Language } from "../../../../surveys/language.ts";
import { rumourTexts } from "./rumourTexts.ts";

/** With fewer in a group nothing is said of it. */
const fewestPeople = 30;

/** Whether both groups are large enough to be compared in public. */
export function isComparable({ one, other }: Contrast): boolean {
  return one.n >= fewestPeople && other.n >= fewestPeople;
}

/** The differences of means, as they are and adjusted, held against no difference. */
export function contrastFigure(
  { contrasts }: ContrastsResult,
  labels: readonly string[],
  language: Language,
): DotFigure {
  const isAdjusted = contrasts.some(({ adjustedDifference }) => adjustedDifference !== null);
  const marks = (of: (contrast: Contrast) => Mark | null): (Mark | null)[] =>
    contrasts.map((contrast) => (isComparable(contrast) ? of(contrast) : null));
  return {
    kind: "dots",
    title: rumourTexts.difference[language],
    unit: "mean",
    n: Math.max(0, ...contrasts.map(({ one, other }) => one.n + other.n)),
    reference: 0,
    places: labels.map((label) => ({ label })),
    series: [
      { label: rumourTexts.unadjusted[language], marks: marks(({ difference }) => markIn(difference)) },
      ...(isAdjusted
        ? [
            {
              label: rumourTexts.adjusted[language],
              marks: marks(({ adjustedDifference }) => markIn(adjustedDifference)),
            },
          ]
        : []),
    ],
  };
}

function markIn(found: { readonly value: number; readonly interval: Interval } | object | null): Mark | null {
  if (found === null || !("value" in found) || !("interval" in found)) return null;
  return { value: found.value, interval: found.interval, whyNoInterval: null };
}
