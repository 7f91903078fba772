import type { Coded, Design } from "../design.ts";
import type { Estimate } from "../estimate.ts";
import type { Domain } from "../linearised/linearised.ts";
import { countedVariable } from "./countedVariable.ts";

/**
 * Estimates the share of each category among those who answered, in the order of the codes.
 *
 * One pass over the rows for all categories together.
 *
 * @param level 0.95 for 95% intervals.
 */
export function shares(coded: Coded, design: Design, domain: Domain, level = 0.95): Estimate[] {
  const everyCode = Array.from({ length: coded.categories }, (_, code) => code);
  return countedVariable(coded, design, domain, level).sharesOfGroups(everyCode, coded.categories);
}
