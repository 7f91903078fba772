import { usedRows } from "../linearised/usedRows.ts";
import { linearRegression } from "../regression/linearRegression.ts";
import { logisticRegression } from "../regression/logisticRegression.ts";
import type { Term } from "../regression/modelMatrix.ts";
import type { NotFitted, Regression } from "../regression/regression.ts";
import { waldTest, type WaldTest } from "../regression/waldTest.ts";
import { averageChange, changeAlong, type LineChange } from "./lineChange.ts";
import type { Tracked } from "./periodSums.ts";
import type { TimeAxis } from "./timeAxis.ts";
import { stretches, type Window } from "./windows.ts";

/** The trend of an item between two breaks, or why there is none. */
export type StretchTrend = Trend | (NotFitted & { readonly within: Window });

/** A line through all respondents of a stretch. */
export interface Trend {
  readonly kind: "trend";
  readonly within: Window;
  /** Of means a line; of shares a line of the log odds. */
  readonly model: "linear" | "logistic";
  /** The intercept, which is at period 0, and the slope by period with its test: whether there is a trend. */
  readonly regression: Regression;
  /** In the item's own unit (a share from 0 to 1) a period, on average over the respondents. */
  readonly perPeriod: LineChange;
  /** Along the line from the first period that somebody answered in to the last. */
  readonly overall: LineChange & Window;
  /** The same with the period's square. */
  readonly curved: Curved | NotFitted;
}

/** A line with a bend. */
export interface Curved {
  readonly kind: "curved";
  readonly regression: Regression;
  /** Whether the bend is more than chance. */
  readonly test: WaldTest;
}

const straightTerm = "period";
const squaredTerm = "period^2";

/**
 * Tests for a trend: a regression on the period over respondents, with errors by the design, one for each stretch between
 * breaks. It is one test; the p values of days are many.
 *
 * Its cost grows with the rows, for each stretch; those of shares with a handful of steps.
 *
 * @param level 0.95 for 95% intervals.
 * @see Binder (1983), International Statistical Review 51.
 */
export function trends(tracked: Tracked, axis: TimeAxis, level = 0.95): StretchTrend[] {
  return stretches(axis.time.categories, tracked.breaks).map((within) => trendWithin(within, tracked, axis, level));
}

function trendWithin(within: Window, tracked: Tracked, axis: TimeAxis, level: number): StretchTrend {
  const { design, time } = axis;
  const domain = Uint8Array.from(time.codes, (period, row) =>
    Number(within.from <= period && period <= within.to && (tracked.domain === null || tracked.domain[row] === 1)),
  );
  const period = Float64Array.from(time.codes, (code) => (code < 0 ? Number.NaN : code));
  const straight: Term = { name: straightTerm, values: period };
  const squared: Term = { name: squaredTerm, values: period.map((value) => value ** 2) };
  const model = tracked.statistic === "share" ? "logistic" : "linear";
  const fit = (terms: readonly Term[]): Regression | NotFitted => {
    const of = { outcome: tracked.values, terms };
    return model === "logistic"
      ? logisticRegression(of, design, domain, level)
      : linearRegression(of, design, domain, level);
  };
  const regression = fit([straight]);
  if (regression.kind === "not-estimable") return { ...regression, within };
  const line = { model, regression, level } as const;
  const ends = answeredBetween(within, { tracked, axis, domain });
  const curved = fit([straight, squared]);
  return {
    kind: "trend",
    within,
    model,
    regression,
    perPeriod: averageChange(line, weightsOf(within, axis, domain)),
    overall: { ...ends, ...changeAlong(line, ends) },
    curved:
      curved.kind === "not-estimable"
        ? curved
        : { kind: "curved", regression: curved, test: waldTest(curved, [squaredTerm]) },
  };
}

/** For each period the weights of the domain, whether they answered or not. */
function weightsOf({ to }: Window, { time, design }: TimeAxis, domain: Uint8Array): Float64Array {
  const sums = new Float64Array(to + 1);
  const { rows, weights, frequencies } = design;
  for (let row = 0; row < rows; row++) {
    if (domain[row] !== 1) continue;
    const period = time.codes[row] ?? 0;
    const weight = weights === null ? 1 : (weights[row] ?? 0);
    sums[period] = (sums[period] ?? 0) + (frequencies === null ? weight : weight * (frequencies[row] ?? 0));
  }
  return sums;
}

/** The first and the last period that anybody answered in. */
function answeredBetween(
  within: Window,
  { tracked, axis, domain }: { tracked: Tracked; axis: TimeAxis; domain: Uint8Array },
): Window {
  const { isUsed } = usedRows([tracked.values], axis.design, domain);
  let from = within.to;
  let to = within.from;
  for (let row = 0; row < isUsed.length; row++) {
    if (isUsed[row] !== 1) continue;
    const period = axis.time.codes[row] ?? 0;
    from = Math.min(from, period);
    to = Math.max(to, period);
  }
  return { from, to };
}
