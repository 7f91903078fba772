import { outcomeRates } from "../../../stats/outcomes/outcomeRates.ts";
import { participationRates } from "../../../stats/outcomes/participationRates.ts";
import type { Rate } from "../../../stats/outcomes/rate.ts";
import { codeOf, takes, type Adapter } from "../adapter.ts";

/** Outcome rates of invited lists and of open surveys. */
export const outcomes: readonly Adapter[] = [
  {
    accepts: takes("I", "P", "R", "NC", "O", "UH", "UO", "e"),
    run({ input }) {
      const count = (key: string): number => Number(input[key]);
      const found = outcomeRates({
        complete: count("I"),
        partial: count("P"),
        refusal: count("R"),
        nonContact: count("NC"),
        other: count("O"),
        unknownHousehold: count("UH"),
        unknownOther: count("UO"),
        eligibleOfUnknown: count("e"),
      });
      return {
        ...numbered("RR", found.response),
        ...numbered("COOP", found.cooperation),
        ...numbered("REF", found.refusal),
        ...numbered("CON", found.contact),
      };
    },
  },
  {
    accepts: takes("started", "completed"),
    run({ input }) {
      const count = (key: string): number => Number(input[key] ?? 0);
      const found = participationRates({
        invited: count("invited"),
        opened: count("opened"),
        eligible: count("eligible"),
        started: count("started"),
        completed: count("completed"),
        valid: count("valid"),
      });
      return {
        participation_rate: valueOf(found.participation),
        open_rate: valueOf(found.open),
        eligibility_rate: valueOf(found.eligibility),
        breakoff_rate: valueOf(found.breakOff),
        completion_rate: valueOf(found.completion),
        valid_rate: valueOf(found.valid),
        response_rate: valueOf(found.response),
        response_rate_reason: found.response.kind === "rate" ? null : codeOf(found.response.reason),
      };
    },
  },
];

function valueOf(rate: Rate): number | null {
  return rate.kind === "rate" ? rate.value : null;
}

function numbered(name: string, rates: readonly Rate[]): Record<string, number | null> {
  return Object.fromEntries(rates.map((rate, place) => [`${name}${place + 1}`, valueOf(rate)]));
}
