import type { Design } from "../design.ts";
import type { Interval } from "../estimate.ts";
import type { Domain } from "../linearised/linearised.ts";
import { collinearTerm } from "./collinearTerm.ts";
import { fittedRegression } from "./fittedRegression.ts";
import { maximumLikelihood } from "./maximumLikelihood.ts";
import { modelMatrix, visitUsedRows, type Model, type ModelMatrix } from "./modelMatrix.ts";
import { outcomeProblem } from "./outcomeProblem.ts";
import { profilesOf } from "./profiles.ts";
import type { Coefficient, NotFitted, Regression } from "./regression.ts";
import { logistic, scoreEquations } from "./scoreEquations.ts";

/** A fitted model of log odds. */
export interface LogisticRegression extends Regression {
  readonly coefficients: readonly LogisticCoefficient[];
  /** Respondents with the rarer outcome for each coefficient but the intercept, or for one where there is no other. */
  readonly eventsPerCoefficient: number;
  /** Fewer than 10 events a coefficient: odds ratios tend to be too far from 1. */
  readonly flag: "few-events" | null;
}

/** A coefficient as log odds and as odds. */
export interface LogisticCoefficient extends Coefficient {
  /** By how much a step of the term multiplies the odds; the intercept's are the odds where all terms are 0. */
  readonly oddsRatio: number;
  /** Student's interval of the log odds, carried over. */
  readonly oddsRatioInterval: Interval;
}

/** Peduzzi et al. (1996), Journal of Clinical Epidemiology 49(12). */
const fewEventsBelow = 10;

/**
 * Explains the odds that something holds by terms: weighted maximum likelihood, with errors by the design.
 *
 * Who left the outcome or a term unanswered is left out and counted. Where a term tells the outcome of some without
 * fail there is no odds ratio, and the answer is `separation` with its name. Its cost grows with those who differ in a
 * term, times terms squared, and with columns cubed, for each of a handful of steps; with separation for up to sixty.
 *
 * @param model with an outcome of 1 (it holds) and 0, in which the respondents of a row are alike.
 * @param level 0.95 for 95% intervals.
 * @see Binder (1983), International Statistical Review 51; Albert & Anderson (1984), Biometrika 71(1), on separation.
 */
export function logisticRegression(
  model: Model,
  design: Design,
  domain: Domain,
  level = 0.95,
): LogisticRegression | NotFitted {
  const { outcome } = model;
  const matrix = modelMatrix(model, design, domain);
  const problem = outcomeProblem(model, matrix, design);
  if (problem !== null) return problem;
  const fit = { matrix, outcome, family: logistic, profiles: profilesOf(matrix, outcome, design) };
  const coefficients = withoutTerms(outcome, matrix, design);
  const start = { coefficients, equations: scoreEquations(fit, coefficients) };
  const { n } = matrix.used;
  const collinear = collinearTerm(start.equations, matrix);
  if (collinear !== null) return { kind: "not-estimable", reason: "collinear", n, term: collinear };
  const root = maximumLikelihood(fit, start, design);
  if (root.kind === "separation") return { kind: "not-estimable", reason: "separation", n, term: root.term };
  const fitted = fittedRegression(fit, root, design, level);
  if (fitted.kind === "not-estimable") return fitted;
  const eventsPerCoefficient = events(outcome, matrix, design) / Math.max(1, matrix.columns.length - 1);
  return {
    ...fitted,
    coefficients: fitted.coefficients.map(withOdds),
    eventsPerCoefficient,
    flag: eventsPerCoefficient < fewEventsBelow ? "few-events" : null,
  };
}

/** The coefficients of a model with an intercept only: the log odds of all. */
function withoutTerms(outcome: Float64Array, { columns, used }: ModelMatrix, design: Design): Float64Array {
  const coefficients = new Float64Array(columns.length);
  let yes = 0;
  let no = 0;
  visitUsedRows(used, design, (row, weight) => {
    if (outcome[row] === 1) yes += weight;
    else no += weight;
  });
  coefficients[0] = Math.log(yes / no);
  return coefficients;
}

function withOdds(coefficient: Coefficient): LogisticCoefficient {
  const { value, interval } = coefficient;
  return {
    ...coefficient,
    oddsRatio: Math.exp(value),
    oddsRatioInterval: { ...interval, lower: Math.exp(interval.lower), upper: Math.exp(interval.upper) },
  };
}

/** Respondents with the rarer of the two outcomes. */
function events(outcome: Float64Array, { used }: ModelMatrix, { frequencies }: Design): number {
  let yes = 0;
  for (let row = 0; row < outcome.length; row++)
    if (used.isUsed[row] === 1 && outcome[row] === 1) yes += frequencies === null ? 1 : (frequencies[row] ?? 0);
  return Math.min(yes, used.n - yes);
}
