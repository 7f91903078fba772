import type { Estimate } from "../../stats/estimate.ts";
import type { BarFigure, Reader } from "../figure.ts";
import { formatDifference } from "../format.ts";
import { markOf } from "../mark.ts";

/** A difference of two shares, with the words of what differs. */
export interface LabelledDifference {
  readonly label: string;
  /** -1 to 1. */
  readonly estimate: Estimate;
}

/** Differences of shares under each other: a bar to the right or left of 0 with its interval, in percentage points. */
export function differenceBars(
  differences: readonly LabelledDifference[],
  { title, n }: { title: string; n: number },
  { language }: Pick<Reader, "language">,
): BarFigure {
  return {
    kind: "bars",
    title,
    unit: "net",
    n,
    places: differences.map(({ label, estimate }) => ({
      label,
      text: estimate.kind === "estimate" ? formatDifference(estimate.value, "share", { language, plus: "+" }) : "–",
    })),
    series: [{ label: title, colour: "single", marks: differences.map(({ estimate }) => markOf(estimate)) }],
  };
}
