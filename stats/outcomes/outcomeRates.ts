import { rate, type Rate } from "./rate.ts";

/** What became of the persons of an invited list. */
export interface Dispositions {
  readonly complete: number;
  readonly partial: number;
  readonly refusal: number;
  readonly nonContact: number;
  readonly other: number;
  readonly unknownHousehold: number;
  readonly unknownOther: number;
  /** The share of the unknown who are eligible, estimated. */
  readonly eligibleOfUnknown: number;
}

/** The rates of the AAPOR by their numbers: `response[0]` is RR1. */
export interface OutcomeRates {
  readonly response: readonly Rate[];
  readonly cooperation: readonly Rate[];
  readonly refusal: readonly Rate[];
  readonly contact: readonly Rate[];
}

/**
 * Response, cooperation, refusal and contact rates of a survey of named persons. An open link or an opt-in panel has none:
 * see `participationRates`.
 *
 * @see AAPOR (2023), Standard Definitions, 10th edition.
 */
export function outcomeRates({
  complete,
  partial,
  refusal,
  nonContact,
  other,
  unknownHousehold,
  unknownOther,
  eligibleOfUnknown,
}: Dispositions): OutcomeRates {
  const answered = complete + partial;
  const eligible = answered + refusal + nonContact + other;
  const unknown = unknownHousehold + unknownOther;
  // All of the unknown are eligible, an estimated part of them, none of them.
  const bases = [eligible + unknown, eligible + eligibleOfUnknown * unknown, eligible];
  const contacted = answered + refusal + other;
  return {
    response: bases.flatMap((base) => [rate(complete, base), rate(answered, base)]),
    cooperation: [contacted, contacted - other].flatMap((base) => [rate(complete, base), rate(answered, base)]),
    refusal: bases.map((base) => rate(refusal, base)),
    contact: bases.map((base) => rate(contacted, base)),
  };
}
