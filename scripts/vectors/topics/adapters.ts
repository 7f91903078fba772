import type { Adapter } from "../adapter.ts";
import { crosstabs } from "./crosstabs.ts";
import { associations } from "./associations.ts";
import { disclosure } from "./disclosure.ts";
import { screenerCases } from "./screeners.ts";
import { scales } from "./scales.ts";
import { distributions } from "./distributions.ts";
import { needGaps } from "./needGaps.ts";
import { multiplicity } from "./multiplicity.ts";
import { outcomes } from "./outcomes.ts";
import { quality } from "./quality.ts";
import { smallAreas } from "./smallAreas.ts";
import { domains } from "./domains.ts";
import { marginFaults } from "./marginFaults.ts";
import { means } from "./means.ts";
import { quantileCases } from "./quantiles.ts";
import { regressions } from "./regressions.ts";
import { shareIntervals } from "./shareIntervals.ts";
import { trendCases } from "./trends.ts";
import { warnings } from "./warnings.ts";
import { controlCharts } from "./controlCharts.ts";
import { weights } from "./weights.ts";

/** Every form of case that can be run, the more particular before the more general. */
export const adapters: readonly Adapter[] = [
  ...means,
  ...domains,
  ...quantileCases,
  ...shareIntervals,
  ...weights,
  ...marginFaults,
  ...crosstabs,
  ...disclosure,
  ...needGaps,
  ...outcomes,
  ...quality,
  ...associations,
  ...regressions,
  ...smallAreas,
  ...trendCases,
  ...distributions,
  ...controlCharts,
  ...warnings,
  ...multiplicity,
  ...scales,
  ...screenerCases,
];
