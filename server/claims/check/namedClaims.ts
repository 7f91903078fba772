import type { Statistic } from "../../../stats/estimate.ts";
import { isOfShares } from "../standing.ts";
import { claimMarkers } from "../claimsInText.ts";
import { decimalsIn, percentagesIn, pointsIn, type PrintedNumber } from "./printedNumbers.ts";

/** A claim that an article names. */
export interface NamedClaim {
  /** As written: there need not be a claim of the name. */
  readonly id: string;
  /** The marker or address, and where it begins. */
  readonly text: string;
  readonly index: number;
  /** What stands before an address, in which its number is looked for; `null` for a marker, which says the claim itself. */
  readonly before: { readonly text: string; readonly index: number } | null;
}

const address = /(?:https?:\/\/[^\s/()<>[\]"']{1,253})?\/c\/([a-z0-9]{16})(?![a-z0-9])/gi;

/** How far before its address a claim's number may stand. */
const farthest = 400;

/** The claims that a text names by `{{claim:ID}}` or the address of their page, in their order. */
export function namedClaims(text: string): NamedClaim[] {
  const markers = claimMarkers(text).map(({ whole, id, index }) => ({ id, text: whole, index, before: null }));
  let behind = 0;
  const addresses = [...text.matchAll(address)].map(({ 0: whole, 1: id = "", index }) => {
    const paragraph = text.lastIndexOf("\n\n", index) + 1;
    const from = Math.max(behind, paragraph, index - farthest);
    behind = index + whole.length;
    return { id: id.toLowerCase(), text: whole, index, before: { text: text.slice(from, index), index: from } };
  });
  return [...markers, ...addresses].sort((one, other) => one.index - other.index);
}

/** What stands before the interval of a claim's sentence, in either language. */
const sentence = /\\?[(（]\s?\d{1,2}(?:\.\d)?[%％] ?(?:interval|区间)/gi;

/**
 * The number that was said of a claim: that of its whole sentence, or else the last of its kind before the address;
 * `null` where there is none. Its place is in the text that the claim was found in.
 */
export function saidBefore({ before }: NamedClaim, statistic: Statistic | null): PrintedNumber | null {
  if (before === null) return null;
  const whole = [...before.text.matchAll(sentence)].at(-1);
  const searched = whole === undefined ? before.text : before.text.slice(0, whole.index);
  const numbers =
    statistic === "net"
      ? [...pointsIn(searched), ...percentagesIn(searched)].sort((one, other) => one.index - other.index)
      : statistic === null || isOfShares(statistic)
        ? percentagesIn(searched)
        : decimalsIn(searched);
  const last = numbers.at(-1);
  return last === undefined ? null : { ...last, index: before.index + last.index };
}
