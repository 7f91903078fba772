/** The share whose log odds are given: the distribution function of the standard logistic. */
export function shareOfLogOdds(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
