/**
 * Whether a week of the Household Pulse Survey asked its mental-health items about the last 7 days, and not 2 weeks.
 *
 * @see US Census Bureau, Household Pulse Survey, data dictionary of week 34.
 */
export function looksBackSevenDays(week: number): boolean {
  return week < 34;
}
