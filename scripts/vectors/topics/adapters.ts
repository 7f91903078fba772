import type { Adapter } from "../adapter.ts";
import { disclosure } from "./disclosure.ts";
import { needGaps } from "./needGaps.ts";
import { multiplicity } from "./multiplicity.ts";
import { outcomes } from "./outcomes.ts";
import { quality } from "./quality.ts";
import { smallAreas } from "./smallAreas.ts";
import { domains } from "./domains.ts";
import { marginFaults } from "./marginFaults.ts";
import { means } from "./means.ts";
import { quantileCases } from "./quantiles.ts";
import { shareIntervals } from "./shareIntervals.ts";
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
  ...disclosure,
  ...needGaps,
  ...outcomes,
  ...quality,
  ...smallAreas,
  ...controlCharts,
  ...warnings,
  ...multiplicity,
];
