import { z } from "zod";
import { condition } from "../analysis/analysisApi.ts";
import { studyName, translated } from "../fielding/fieldingApi.ts";

/** The name of an indicator in addresses; of the same form as a study's. */
export const indicatorName = studyName;

/**
 * Body of `PUT /api/studies/:study/indicators/:indicator`: the share of people of whom something is true, watched day by
 * day.
 *
 * - `title`: the share in words, without its number.
 * - `of`: what is true of those who are counted; `among`: of whom the share is, `null` for everyone of whom `of` is known.
 * - `worse`: which way is bad.
 * - `areas`: a variable that divides respondents into places, watched one by one beside the whole; `null` for the whole alone.
 */
export const indicatorContent = z.strictObject({
  title: translated,
  of: condition,
  among: condition.nullable().default(null),
  worse: z.enum(["higher", "lower"]),
  areas: z.string().min(1).max(200).nullable().default(null),
});

/** What an indicator is. */
export type IndicatorContent = z.infer<typeof indicatorContent>;

/** An indicator of a study. */
export interface Indicator extends IndicatorContent {
  readonly study: string;
  readonly indicator: string;
}

/** Answer of `GET /api/studies/:study/indicators`: in the order in which they were made. */
export interface IndicatorList {
  readonly indicators: readonly Indicator[];
}
