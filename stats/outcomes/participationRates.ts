import { rate, type Rate } from "./rate.ts";

/** How many came how far in a survey that anybody with the link, or a panel's volunteers, can answer. */
export interface ParticipationCounts {
  readonly invited: number;
  readonly opened: number;
  readonly eligible: number;
  readonly started: number;
  readonly completed: number;
  /** Complete and not excluded by screening. */
  readonly valid: number;
}

/** What can be said instead of a response rate. */
export interface ParticipationRates {
  readonly participation: Rate;
  readonly open: Rate;
  readonly eligibility: Rate;
  readonly breakOff: Rate;
  readonly completion: Rate;
  readonly valid: Rate;
  readonly response: Rate;
}

/**
 * Rates of a survey without known selection probabilities. It has no response rate, whatever is divided by what.
 *
 * @see Callegaro & DiSogra (2008), Public Opinion Quarterly 72(5).
 */
export function participationRates({
  invited,
  opened,
  eligible,
  started,
  completed,
  valid,
}: ParticipationCounts): ParticipationRates {
  return {
    participation: rate(completed, invited),
    open: rate(opened, invited),
    eligibility: rate(eligible, opened),
    breakOff: rate(started - completed, started),
    completion: rate(completed, started),
    valid: rate(valid, completed),
    response: { kind: "not-estimable", reason: "no-known-selection-probability" },
  };
}
