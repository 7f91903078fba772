import type { Note } from "./answerFaults.ts";
import type { Values } from "./conditions.ts";

/** A value to check: where it stands, and the answers around it. */
export interface Given {
  readonly value: unknown;
  /** Path below `answers.`. */
  readonly path: string;
  readonly values: Values;
  readonly note: Note;
}

/** Checks one value that is there, noting what is wrong with it. */
export type Check = (given: Given) => void;

/** A plain object: no list, no null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
