import { z } from "zod";
import { condition, day, variable } from "../analysis/analysisApi.ts";
import { jsonText } from "../jsonText.ts";
import { pageLimit } from "../pageLimit.ts";

/** The most variables that one page of records shows. */
const mostRecordVariables = 40;

/**
 * Query of `GET /api/studies/:study/records`: which variables of whom. `filter` is a condition and `variables` a list of
 * names, both as JSON; `cursor` is what the page before gave.
 */
export const recordsQuery = z.strictObject({
  variables: jsonText(z.array(variable).max(mostRecordVariables)).default([]),
  filter: jsonText(condition).optional(),
  from: day.optional(),
  to: day.optional(),
  limit: pageLimit,
  cursor: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}\.[\w-]{1,100}$/)
    .optional(),
});

/** A checked query. */
export type RecordsQuery = z.infer<typeof recordsQuery>;

/** What was answered: a code, whether an option was ticked, a number, or words; `null` for no answer. */
export type RecordValue = string | number | boolean | null;

/** One person's response, with the variables that were asked for. */
export interface ResponseRecord {
  readonly id: string;
  readonly day: string;
  readonly questionnaireVersion: number;
  readonly language: string | null;
  readonly collector: string | null;
  readonly gridUnit: string | null;
  readonly seconds: number | null;
  readonly flags: readonly string[];
  /** In the order of the query's `variables`. */
  readonly values: readonly RecordValue[];
}

/** Answer of `GET /api/studies/:study/records`: newest day first, within a day by id. */
export interface RecordPage {
  readonly study: string;
  readonly variables: readonly string[];
  /** Responses of the filter and period, on this page and others. */
  readonly matching: number;
  readonly records: readonly ResponseRecord[];
  readonly nextCursor: string | null;
}

/** That somebody opened a page of records: who, when, of whom and which variables. It holds no answer. */
export interface RecordOpening {
  readonly study: string;
  readonly by: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** What was asked for. */
  readonly query: Pick<RecordsQuery, "variables" | "filter" | "from" | "to">;
  /** Whether a page before it had been opened. */
  readonly isFurtherPage: boolean;
  /** Records on the page. */
  readonly records: number;
}

/** Query of `GET /api/studies/:study/records/openings`. */
export const openingsQuery = z.strictObject({ limit: pageLimit });

/** Answer of `GET /api/studies/:study/records/openings`, newest first. */
export interface RecordOpenings {
  readonly openings: readonly RecordOpening[];
}
