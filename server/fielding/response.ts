import type { Score } from "../../surveys/instruments/instrument.ts";
import type { Language } from "../../surveys/language.ts";

/**
 * One person's answers to one questionnaire version, as kept.
 *
 * Nothing here says who or where exactly: no address, no browser, no time finer than the study's day.
 */
export interface Response {
  /** Random, so that it tells nothing about when. */
  readonly id: string;
  readonly study: string;
  readonly submissionKey: string;
  /** SHA-256 of what was sent, in canonical form: tells a repetition from another submission under the same key. */
  readonly contentHash: string;
  readonly questionnaireVersion: number;
  /** Calendar day of the study's time zone: `2020-01-30`. */
  readonly day: string;
  readonly language: Language;
  readonly collector: string | null;
  readonly gridUnit: string | null;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly scores: readonly Score[];
  readonly seconds: number | null;
  readonly pageSeconds: readonly number[];
  /** A weight that came with the data; `null` where there is none. Zero excludes the row but keeps it. */
  readonly weight: number | null;
  /** What is odd about it, for a researcher to judge: `burst`. Nothing is deleted for it. */
  readonly flags: readonly string[];
}
