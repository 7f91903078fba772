/** How the variance between areas is found: Paule and Mandel's, DerSimonian and Laird's, or restricted likelihood. */
export type BetweenVarianceMethod = "paule-mandel" | "dersimonian-laird" | "reml";

interface Direct {
  readonly estimates: readonly number[];
  readonly variances: readonly number[];
}

/**
 * The variance of areas about their common mean beyond what sampling explains; 0 where it explains all.
 *
 * @see Paule & Mandel (1982), Journal of Research of the National Bureau of Standards 87(5); DerSimonian & Laird (1986),
 *   Controlled Clinical Trials 7(3); Viechtbauer (2005), Journal of Educational and Behavioral Statistics 30(3).
 */
export function betweenVariance(direct: Direct, method: BetweenVarianceMethod): number {
  if (method === "paule-mandel") return pauleMandel(direct);
  return method === "dersimonian-laird" ? derSimonianLaird(direct) : restrictedLikelihood(direct);
}

/** Cochran's Q: the squared distances from the common mean in sampling variances; areas less 1 where sampling is all. */
export function heterogeneity(direct: Direct): number {
  return sumsAt(direct, 0).spread(1);
}

/** Sums over areas with weights 1/(variance between + own variance), to the powers 1, 2 and 3. */
function sumsAt({ estimates, variances }: Direct, between: number): SumsAt {
  const weights = variances.map((variance) => 1 / (between + variance));
  const sum = (power: number): number => weights.reduce((all, weight) => all + weight ** power, 0);
  const mean = weights.reduce((all, weight, area) => all + weight * (estimates[area] ?? 0), 0) / sum(1);
  const spread = (power: number): number =>
    weights.reduce((all, weight, area) => all + weight ** power * ((estimates[area] ?? 0) - mean) ** 2, 0);
  return { sum, spread };
}

interface SumsAt {
  readonly sum: (power: number) => number;
  readonly spread: (power: number) => number;
}

/** The spread falls as the variance between rises: the root is enclosed and halved. */
function pauleMandel(direct: Direct): number {
  const wanted = direct.estimates.length - 1;
  const excess = (between: number): number => sumsAt(direct, between).spread(1) - wanted;
  if (excess(0) <= 0) return 0;
  let high = 1;
  while (excess(high) > 0) high *= 2;
  return halved(excess, 0, high);
}

function derSimonianLaird(direct: Direct): number {
  const { sum, spread } = sumsAt(direct, 0);
  const excess = spread(1) - (direct.estimates.length - 1);
  return Math.max(0, excess / (sum(1) - sum(2) / sum(1)));
}

/** Where the restricted likelihood's derivative is 0; the largest of several roots is looked for from above. */
function restrictedLikelihood(direct: Direct): number {
  const derivative = (between: number): number => {
    const { sum, spread } = sumsAt(direct, between);
    return spread(2) - (sum(1) - sum(2) / sum(1));
  };
  const { estimates } = direct;
  const mean = estimates.reduce((all, value) => all + value, 0) / estimates.length;
  let high = estimates.reduce((all, value) => all + (value - mean) ** 2, 0) + Number.MIN_VALUE;
  while (derivative(high) > 0) high *= 2;
  let low = high;
  const nearlyNothing = high * 1e-12;
  while (low > nearlyNothing && derivative(low) <= 0) low *= 0.9;
  return derivative(low) > 0 ? halved(derivative, low, low / 0.9) : 0;
}

/** The root of a falling function between two places, to the last digits. */
function halved(falling: (at: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  for (let step = 0; step < 200 && low < high; step++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (falling(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
