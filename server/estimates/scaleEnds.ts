import type { CodedValue } from "../../surveys/codebook/codebook.ts";
import type { ChoiceCode } from "../../surveys/definition.ts";

/** The codes whose shares make a net, and those that are no answer on the scale. */
export interface ScaleEnds {
  readonly codes: readonly ChoiceCode[];
  readonly against: readonly ChoiceCode[];
  readonly without: readonly ChoiceCode[];
}

/** Codes that researchers give to "don't know" beside a scale; a definition has no other way to say it. */
const noAnswer =
  /^(?:dk|na|n\/a|unsure|not_?sure|un(?:known|certain)|do(?:es)?_?n(?:o|')?t_?know|no_?answer|no_?opinion|refused?|prefer_?not(?:_?to_?say)?|cannot_?say|98|99|998|999)$/i;

/**
 * The first half of a scale and the last, a middle in neither: for a net, which is the first less the last whichever
 * way the scale runs. `null` for fewer than three points, whose shares say it already.
 */
export function scaleEnds(values: readonly CodedValue[]): ScaleEnds | null {
  const without = values.map(({ code }) => code).filter((code) => noAnswer.test(String(code)));
  const points = values.map(({ code }) => code).filter((code) => !without.includes(code));
  if (points.length < 3) return null;
  const half = Math.floor(points.length / 2);
  return { codes: points.slice(0, half), against: points.slice(-half), without };
}
