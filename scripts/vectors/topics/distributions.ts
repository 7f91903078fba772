import { betaLowerTail, betaQuantile } from "../../../stats/distributions/beta.ts";
import { chiSquareQuantile, chiSquareUpperTail } from "../../../stats/distributions/chiSquare.ts";
import { fUpperTail } from "../../../stats/distributions/fDistribution.ts";
import { normalLowerTail, normalQuantile } from "../../../stats/distributions/normal.ts";
import { tLowerTail, tQuantile } from "../../../stats/distributions/studentT.ts";
import type { Adapter } from "../adapter.ts";
import type { ReferenceCase } from "../referenceCase.ts";

type Parameters = ReferenceCase["input"];

/** R's functions by name; each takes one value or probability and the case's parameters. */
const functions: Readonly<Record<string, (at: number, parameters: Parameters) => number>> = {
  qnorm: normalQuantile,
  pnorm: normalLowerTail,
  qt: (at, { df }) => tQuantile(at, Number(df)),
  pt: (at, { df }) => tLowerTail(at, Number(df)),
  pf_upper: (at, { df1, df2 }) => fUpperTail(at, Number(df1), Number(df2)),
  pchisq_upper: (at, { df }) => chiSquareUpperTail(at, Number(df)),
  qchisq: (at, { df }) => chiSquareQuantile(at, Number(df)),
  qbeta: (at, { a, b }) => betaQuantile(at, Number(a), Number(b)),
  pbeta: (at, { a, b }) => betaLowerTail(at, Number(a), Number(b)),
};

/** Tails and quantiles of distributions. */
export const distributions: readonly Adapter[] = [
  {
    accepts: ({ id }) => functionOf(id) !== undefined,
    run({ id, input }) {
      const places = [input["x"] ?? input["p"]].flat().map(Number);
      return { value: places.map((place) => functionOf(id)?.(place, input)) };
    },
  },
];

function functionOf(id: string): (typeof functions)[string] | undefined {
  const [name = ""] = id.split("/");
  return Object.hasOwn(functions, name) ? functions[name] : undefined;
}
