import { RE2JS } from "re2js";
import type { DefinitionFaultKind } from "./definitionFaults.ts";

const mostUnits = 200;
const mostRepeats = 1_000;

/**
 * What is wrong with a pattern; `null` when nothing is.
 *
 * RE2 runs it here in linear time, but the respondent's browser backtracks: a repeated group that itself repeats
 * something, or leaves a choice, is refused, because its time may double with each letter.
 */
export function checkRegex(pattern: string): DefinitionFaultKind | null {
  if (pattern.length > mostUnits) return "too-large";
  try {
    RE2JS.compile(pattern);
    new RegExp(pattern);
  } catch {
    return "not-a-regex";
  }
  return repeatsWithinRepeats(pattern) ? "unbounded-regex" : null;
}

const quantifier = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})\??/;

/** Whether a group that holds a repeat or a choice repeats as a whole, or anything repeats very often. */
function repeatsWithinRepeats(pattern: string): boolean {
  /** For each open group, whether a text may fit it in more than one way. */
  const open: boolean[] = [false];
  let at = 0;
  while (at < pattern.length) {
    const sign = pattern.charAt(at);
    const isLoose = sign === ")" && open.pop() === true;
    at += unitLength(pattern, at);
    if (sign === "(") {
      open.push(false);
      continue;
    }
    const repeat = repeatAt(pattern, at);
    at += repeat.length;
    if (repeat.isVeryOften || (isLoose && repeat.isRepeat)) return true;
    if (repeat.length > 0 || isLoose || sign === "|") open[Math.max(0, open.length - 1)] = true;
  }
  return false;
}

/** The quantifier at a place; its length is 0 when there is none. */
function repeatAt(pattern: string, at: number): { length: number; isRepeat: boolean; isVeryOften: boolean } {
  const [repeat = "", least = "", most = ""] = quantifier.exec(pattern.slice(at)) ?? [];
  return {
    length: repeat.length,
    isRepeat: repeat !== "" && !repeat.startsWith("?"),
    isVeryOften: Number(least) > mostRepeats || Number(most) > mostRepeats,
  };
}

/** How long the unit at a place is: a class, an escape, or one character. */
function unitLength(pattern: string, at: number): number {
  if (pattern.charAt(at) === "\\") return 2;
  if (pattern.charAt(at) !== "[") return 1;
  let end = at + (pattern.charAt(at + 1) === "^" ? 3 : 2);
  while (end < pattern.length && pattern.charAt(end) !== "]") end += pattern.charAt(end) === "\\" ? 2 : 1;
  return end - at + 1;
}
