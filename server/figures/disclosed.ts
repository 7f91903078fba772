import { publication, roundedToBase } from "../../stats/disclosure/publication.ts";
import type { Estimate, Estimated, Interval, NotEstimableReason, Statistic } from "../../stats/estimate.ts";
import type { AnalysisResult } from "../analysis/analysisApi.ts";
import type { NeedsResult } from "../needs/needsApi.ts";
import type { Apart } from "./asking.ts";

/** Where all who are in a group stand, and one group alone may not be public, the rest would give it away. */
const fewestHidden = 2;

/** Fewest answers beyond a quantile: nearer to the end it would be what one person has said. */
const fewestBeyond = 10;

/** Counts in public are to the nearest 5. */
const countBase = 5;

/**
 * An answer as the public may have it: each estimate by `disclosedEstimate`; where a single group of a breakdown is
 * withheld, so are all together, from which it could be worked out. What was tested beside the estimates is left out.
 */
export function disclosedResult(result: AnalysisResult): AnalysisResult {
  const { groups, responses } = result;
  const together = groups.findIndex(({ codes }) => codes.length === 0);
  const estimates = disclosedEach(result);
  return {
    ...result,
    responses: roundedToBase(responses, countBase),
    screening: roundedScreening(result.screening),
    trends: null,
    changes: null,
    tests: null,
    estimates: estimates.map((item) => {
      if (together < 0 || groups.length === 1) return item;
      return item.map((windows, group) =>
        group !== together
          ? windows
          : windows.map((estimate, window) => (givesAway(item, together, window) ? withheld : estimate)),
      );
    }),
  };
}

/** Each estimate by itself; where all of a group gave one answer, that nobody gave another would tell it. */
function disclosedEach({ request, items, estimates }: AnalysisResult): Estimate[][][] {
  const isExtreme = ({ n }: Estimate): boolean => {
    const { statistic, probability = 0.5 } = request;
    return statistic === "quantile" && Math.min(probability, 1 - probability) * n < fewestBeyond;
  };
  const disclosed = estimates.map((item) =>
    item.map((windows) => windows.map((each) => (isExtreme(each) ? withheld : disclosedEstimate(each)))),
  );
  const siblings = items.map(({ variable }, item) =>
    variable === null ? [item] : [...items.keys()].filter((other) => items[other]?.variable?.name === variable.name),
  );
  return disclosed.map((item, place) =>
    item.map((windows, group) =>
      windows.map((estimate, window) =>
        siblings[place]?.some((other) => isAllAlike(disclosed[other]?.[group]?.[window])) === true
          ? allAlike
          : estimate,
      ),
    ),
  );
}

/** Needs as the public may have them: a topic of which need or satisfaction is withheld shows neither, and no gap. */
export function disclosedNeeds(result: NeedsResult): NeedsResult {
  const { responses, topics, lines } = result;
  return {
    ...result,
    responses: roundedToBase(responses, countBase),
    screening: roundedScreening(result.screening),
    topics: topics.map((topic) => {
      const [need, satisfied] = [disclosedEstimate(topic.need), disclosedEstimate(topic.satisfied)];
      if (need.kind !== "estimate" || satisfied.kind !== "estimate" || topic.gap.kind !== "estimate")
        return { ...topic, need: withheld, satisfied: withheld, gap: withheld };
      // Worked out of the two, of whom each is enough.
      return { ...topic, need, satisfied, gap: coarse(topic.gap, roundedToBase(topic.gap.n, countBase)) };
    }),
    lines: lines === null ? null : { need: roundTo(lines.need, "share"), satisfied: roundTo(lines.satisfied, "share") },
  };
}

/**
 * How far two groups are apart, as the public may have it: each of the two must be enough by itself. A difference of
 * shares is a net, in points.
 */
export function disclosedDifference<Found extends Apart>(found: Found): Found {
  const { responses, screening, first, second, difference } = found;
  const both = [disclosedEstimate(first), disclosedEstimate(second)] as const;
  return {
    ...found,
    responses: {
      first: roundedToBase(responses.first, countBase),
      second: roundedToBase(responses.second, countBase),
    },
    screening: roundedScreening(screening),
    first: both[0],
    second: both[1],
    difference: differenceOf(both, difference),
  };
}

function differenceOf([first, second]: readonly [Estimate, Estimate], difference: Estimate): Estimate {
  if (difference.kind === "not-estimable") return disclosedEstimate(difference);
  if (first.kind === "not-estimable" || second.kind === "not-estimable") return withheld;
  const isNet = first.statistic === "share" && difference.statistic === "difference";
  return coarse({ ...difference, ...(isNet && { statistic: "net" }) }, roundedToBase(difference.n, countBase));
}

/**
 * An estimate as the public may have it: of at least 100 answers and 100 effective ones, with shares to 0.1 point, means
 * to 0.01 and counts to the nearest 5, and not the share of all. What would tell the exact count, such as the standard
 * error, is left out.
 */
function disclosedEstimate(estimate: Estimate): Estimate {
  if (estimate.kind === "not-estimable")
    return isPublicReason(estimate.reason) ? { kind: "not-estimable", reason: estimate.reason, n: 0 } : withheld;
  const { n, effectiveSampleSize } = estimate;
  const decided = publication({ n, effectiveSampleSize: effectiveSampleSize ?? 0 });
  if (decided.kind === "withheld") return withheld;
  return isOfOneMind(estimate) ? allAlike : coarse(estimate, decided.n);
}

function coarse(estimate: Estimated, n: number): Estimated {
  const { statistic, value, interval, effectiveSampleSize, degreesOfFreedom, reliability } = estimate;
  const rounded: Omit<Estimated, "interval" | "whyNoInterval"> = {
    kind: "estimate",
    statistic,
    value: roundTo(value, statistic),
    standardError: null,
    n,
    weightedBase: n,
    effectiveSampleSize: effectiveSampleSize === null ? null : roundedToBase(effectiveSampleSize, countBase),
    designEffect: null,
    degreesOfFreedom: roundedToBase(degreesOfFreedom, countBase),
    reliability,
  };
  if (interval === null) return { ...rounded, interval: null, whyNoInterval: estimate.whyNoInterval };
  return { ...rounded, interval: roundedInterval(interval, statistic), whyNoInterval: null };
}

function roundedScreening(screening: AnalysisResult["screening"]): AnalysisResult["screening"] {
  return screening === null ? null : { ...screening, excluded: roundedToBase(screening.excluded, countBase) };
}

/** Reasons that say nothing of how many there are. */
function isPublicReason(reason: NotEstimableReason): boolean {
  return reason === "crosses-break" || reason === "all-alike" || reason === "tells-of-few";
}

const withheld: Estimate = { kind: "not-estimable", reason: "withheld", n: 0 };
const allAlike: Estimate = { kind: "not-estimable", reason: "all-alike", n: 0 };

/** Whether it would tell what each of them has said: a share that is printed as that of everyone, a mean without variance. */
function isOfOneMind({ statistic, value, standardError }: Estimated): boolean {
  return statistic === "mean" ? standardError === 0 : statistic === "share" && roundTo(value, statistic) >= 1;
}

function isAllAlike(estimate: Estimate | undefined): boolean {
  return estimate?.kind === "not-estimable" && estimate.reason === "all-alike";
}

function givesAway(groups: readonly (readonly Estimate[])[], together: number, window: number): boolean {
  const hidden = groups.filter((windows, group) => group !== together && windows[window]?.kind !== "estimate").length;
  return hidden > 0 && hidden < fewestHidden;
}

function roundedInterval({ lower, upper, ...how }: Interval, statistic: Statistic): Interval {
  return { ...how, lower: roundTo(lower, statistic), upper: roundTo(upper, statistic) };
}

function roundTo(value: number, statistic: Statistic): number {
  const steps = statistic === "share" || statistic === "net" || statistic === "gap" ? 1000 : 100;
  return Math.round(value * steps) / steps;
}
