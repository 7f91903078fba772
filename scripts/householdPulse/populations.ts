import type { Condition } from "../../server/estimates/conditions.ts";
import { gad2 } from "../../surveys/instruments/gad2.ts";
import type { Instrument } from "../../surveys/instruments/instrument.ts";
import { phq2 } from "../../surveys/instruments/phq2.ts";
import { gad2SevenDays, phq2SevenDays } from "../../surveys/instruments/sevenDays.ts";
import { states } from "../../surveys/questionnaires/householdPulse/states.ts";
import { looksBackSevenDays } from "./recallPeriod.ts";

const isCase = ({ id, cutOff, range }: Instrument): Condition => ({
  kind: "number",
  variable: `${id}_score`,
  from: cutOff ?? range[1],
  to: range[1],
});

/**
 * What the published indicators of a week count, by their names: a score at or above the cut-off. "Either" is known of a
 * person as soon as one scale is at or above it, and otherwise needs both.
 *
 * @see National Center for Health Statistics, Household Pulse Survey: Mental Health, technical notes.
 */
export function indicatorsOf(week: number): Readonly<Record<string, Condition>> {
  const isSevenDays = looksBackSevenDays(week);
  const anxiety = isCase(isSevenDays ? gad2SevenDays : gad2);
  const depression = isCase(isSevenDays ? phq2SevenDays : phq2);
  return { anxiety, depression, either: { kind: "any", of: [anxiety, depression] } };
}

const has = (variable: string, ...codes: string[]): Condition => ({ kind: "code", variable, codes });
const notHispanic = (race: string): Condition => ({ kind: "all", of: [has("hispanic", "no"), has("race", race)] });

const named: Readonly<Record<string, Condition | null>> = {
  "National Estimate/United States": null,
  "By Sex/Male": has("sex", "male"),
  "By Sex/Female": has("sex", "female"),
  "By Race/Hispanic ethnicity/Hispanic or Latino": has("hispanic", "yes"),
  "By Race/Hispanic ethnicity/Non-Hispanic White, single race": notHispanic("white"),
  "By Race/Hispanic ethnicity/Non-Hispanic Black, single race": notHispanic("black"),
  "By Race/Hispanic ethnicity/Non-Hispanic Asian, single race": notHispanic("asian"),
  "By Race/Hispanic ethnicity/Non-Hispanic, other races and multiple races": notHispanic("other"),
  "By Education/Less than a high school diploma": has("education", "below_high_school", "some_high_school"),
  "By Education/High school diploma or GED": has("education", "high_school"),
  "By Education/Some college/Associate's degree": has("education", "some_college", "associate"),
  "By Education/Bachelor's degree or higher": has("education", "bachelor", "graduate"),
};

const stateNamed = new Map(Object.entries(states).map(([code, [, name]]) => [name, code]));

/**
 * Who belongs to a published subgroup; `null` is everyone, `undefined` a subgroup these files cannot tell.
 *
 * @param year calendar year of the survey: age is that year less the year of birth.
 */
export function subgroupOf(
  { group, subgroup }: { group: string; subgroup: string },
  year: number,
): Condition | null | undefined {
  if (group === "By State") {
    const code = stateNamed.get(subgroup);
    return code === undefined ? undefined : has("state", code);
  }
  if (group !== "By Age") return named[`${group}/${subgroup}`];
  const [, youngest, oldest] = /^(\d+)(?: - (\d+))? years(?: and above)?$/.exec(subgroup) ?? [];
  if (youngest === undefined) return undefined;
  const from = oldest === undefined ? Number.NEGATIVE_INFINITY : year - Number(oldest);
  return { kind: "number", variable: "birth_year", from, to: year - Number(youngest) };
}
