import { RE2JS } from "re2js";
import type { DefinitionFaultKind } from "./definitionFaults.ts";

const mostUnits = 200;
const mostRepeats = 1_000;

/**
 * What is wrong with a pattern; `null` when nothing is.
 *
 * RE2 runs it here in linear time, but the respondent's browser backtracks: a repeated group that itself repeats
 * something is refused, because its time may double with each letter.
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

function repeatsWithinRepeats(pattern: string): boolean {
  /** For each open group, whether something in it repeats. */
  const open: boolean[] = [false];
  let at = 0;
  while (at < pattern.length) {
    const sign = pattern.charAt(at);
    let closedRepeats = false;
    if (sign === "(") open.push(false);
    if (sign === ")") closedRepeats = open.pop() ?? false;
    at += unitLength(pattern, at);
    if (sign === "(") continue;
    const [repeat = "", least = "", most = ""] = quantifier.exec(pattern.slice(at)) ?? [];
    at += repeat.length;
    if (Number(least) > mostRepeats || Number(most) > mostRepeats) return true;
    if (repeat !== "" && !/^\?/.test(repeat) && closedRepeats) return true;
    const inner = open.at(-1);
    if (inner !== undefined && (repeat !== "" || closedRepeats)) open[open.length - 1] = true;
  }
  return false;
}

/** How long the unit at a place is: a class, an escape, or one character. */
function unitLength(pattern: string, at: number): number {
  if (pattern.charAt(at) === "\\") return 2;
  if (pattern.charAt(at) !== "[") return 1;
  let end = at + (pattern.charAt(at + 1) === "^" ? 3 : 2);
  while (end < pattern.length && pattern.charAt(end) !== "]") end += pattern.charAt(end) === "\\" ? 2 : 1;
  return end - at + 1;
}
