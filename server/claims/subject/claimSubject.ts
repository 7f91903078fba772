import type { MethodsLine } from "../../figures/figuresApi.ts";

/** What the number of a claim is of, in words. */
export interface ClaimSubject {
  /** The question, the item, the group, from the whole to the part; empty parts are none. */
  readonly of: readonly string[];
  /** What was asked, in its own words. */
  readonly wording: string;
  /** What a sentence with the number must say beside it. */
  readonly remarks: readonly string[];
  /** What of it belongs among the methods. */
  readonly compared: readonly MethodsLine[];
}
