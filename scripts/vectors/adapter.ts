import type { Design } from "../../stats/design.ts";
import type { ReferenceCase } from "./referenceCase.ts";
import type { ReferenceData } from "./referenceData.ts";

/** What an adapter may use to run a case. */
export interface CaseParts {
  /** The case's file; cases that work on numbers of their own have none. */
  readonly data: ReferenceData;
  /** The design the case describes, on that file. */
  readonly design: Design;
  /** Any file of the folder. */
  readonly open: (file: string) => ReferenceData;
}

/**
 * How one form of case is run through the public functions of `stats/`.
 *
 * A form is told by what a case has (`input` and `expected` keys, the beginning of its id), never by which case it is.
 */
export interface Adapter {
  readonly accepts: (reference: ReferenceCase) => boolean;
  /** The result, with the keys that the case expects. */
  readonly run: (reference: ReferenceCase, parts: CaseParts) => unknown;
}

/** Whether a case's input has all of these keys. */
export function takes(...keys: readonly string[]): Adapter["accepts"] {
  return ({ input }) => keys.every((key) => key in input);
}

/** A code as reference folders write it: `n-too-small` is `N_TOO_SMALL` there. */
export function codeOf(reason: string): string {
  return reason.toUpperCase().replaceAll("-", "_");
}
