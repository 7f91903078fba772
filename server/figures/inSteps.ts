import type { Estimate } from "../../stats/estimate.ts";
import type { AnalysisResult } from "../analysis/analysisApi.ts";
import { windowName } from "../analysis/peopleAsked.ts";
import type { NeedsResult } from "../needs/needsApi.ts";
import type { Apart } from "./asking.ts";
import { disclosedDifference, disclosedNeeds, disclosedResult } from "./disclosed.ts";

/**
 * Fewest further answers with which a public number moves on. Moving with each answer, two looks at a figure would tell
 * what a single person has said.
 */
const fewestFurther = 10;

/** What is kept of any answer beside what the public has of it. */
export interface KeptBesides {
  /** Hashes of the requests beside whose numbers some of this answer's would tell of few, and are withheld for it. */
  readonly besides?: readonly string[];
}

/** An answer as the public has it, and of how many people each of its numbers exactly is, which the public does not learn. */
export interface ShownResult extends KeptBesides {
  readonly result: AnalysisResult;
  /** For each item, each of its groups, each of the windows. */
  readonly sizes: readonly (readonly (readonly number[])[])[];
}

/** The same of needs: for each topic of how many its need and its satisfaction are. */
export interface ShownNeeds extends KeptBesides {
  readonly result: NeedsResult;
  readonly sizes: readonly (readonly [need: number, satisfied: number])[];
}

/** The same of two groups: how many each of them is. */
export interface ShownApart<Found extends Apart> extends KeptBesides {
  readonly result: Found;
  readonly sizes: readonly [first: number, second: number];
}

/** An answer made fit for the public. */
export function resultToShow(found: AnalysisResult): ShownResult {
  return {
    result: disclosedResult(found),
    sizes: found.estimates.map((groups) => groups.map((windows) => windows.map(({ n }) => n))),
  };
}

/** Needs made fit for the public. */
export function needsToShow(found: NeedsResult): ShownNeeds {
  return {
    result: disclosedNeeds(found),
    sizes: found.topics.map(({ need, satisfied }) => [need.n, satisfied.n] as const),
  };
}

/** How far two groups are apart, made fit for the public. */
export function differenceToShow<Found extends Apart>(found: Found): ShownApart<Found> {
  return { result: disclosedDifference(found), sizes: [found.first.n, found.second.n] };
}

/**
 * What the public is shown next: `shown` itself where nothing may move on.
 *
 * The groups of an item in a window move together, when each of them, and those that are in none that is shown, are more
 * or fewer by at least `fewestFurther`, or exactly as many. Otherwise all of them stay.
 */
export function resultInSteps(shown: ShownResult, current: ShownResult): ShownResult {
  const { items, windows, groups } = current.result;
  const before = placesOf(shown.result);
  const windowNames = windowNamesOf(current.result);
  const groupsBefore = groups.map((group) => before.groups.get(JSON.stringify(group.codes)));
  const together = groups.length === 1 ? -1 : groups.findIndex(({ codes }) => codes.length === 0);
  let isMoving = factsOf(shown.result) !== factsOf(current.result);
  const estimates = current.result.estimates.map((each) => each.map((row) => [...row]));
  const sizes = current.sizes.map((each) => each.map((row) => [...row]));
  for (const item of items.keys())
    for (const window of windows.keys()) {
      const itemBefore = before.items.get(JSON.stringify(items[item]));
      const windowBefore = before.windows.get(windowNames[window] ?? "");
      const row = groups.map((_, group): Step => ({
        was: cellAt(shown, [itemBefore, groupsBefore[group], windowBefore]),
        is: cellAt(current, [item, group, window]) ?? nobody,
      }));
      if (row.every(({ was, is }) => was !== null && isSame(was.estimate, is.estimate)) || !mayMove(row, together)) {
        for (const [group, { was }] of row.entries()) put(was ?? nobody, [item, group, window], { estimates, sizes });
      } else isMoving = true;
    }
  return isMoving ? { result: { ...current.result, estimates }, sizes } : shown;
}

/** What the public is shown of needs next: all topics move together, since their means are shown too. */
export function needsInSteps(shown: ShownNeeds, current: ShownNeeds): ShownNeeds {
  if (JSON.stringify(shown.result.topics) === JSON.stringify(current.result.topics)) return shown;
  const isFar = current.sizes.every(([need, satisfied], topic) => {
    const [needBefore, satisfiedBefore] = shown.sizes[topic] ?? [0, 0];
    return isFarEnough(need - needBefore) && isFarEnough(satisfied - satisfiedBefore);
  });
  return isFar ? current : shown;
}

/** What the public is shown of a difference next: it waits for both groups, from each of which it would tell a single answer. */
export function differenceInSteps<Found extends Apart>(
  shown: ShownApart<Found>,
  current: ShownApart<Found>,
): ShownApart<Found> {
  const { result: before, sizes } = shown;
  const { result: now } = current;
  if (saidOf(before) === saidOf(now)) return shown;
  const wasShown = before.difference.kind === "estimate" && now.difference.kind === "estimate";
  const isFar = current.sizes.every((size, group) => isFarEnough(size - (sizes[group] ?? 0)));
  return isFar || !wasShown ? current : shown;
}

/** All but of how many and as of when: what of it is said. */
function saidOf({ asOf: _asOf, responses: _responses, first: _first, second: _second, ...said }: Apart): string {
  const { problems: _problems, screening: _screening, questionnaireVersions: _versions, ...what } = said;
  return JSON.stringify(what);
}

interface Cell {
  readonly estimate: Estimate;
  readonly size: number;
}

interface Step {
  /** `null` where it was not among the numbers before. */
  readonly was: Cell | null;
  readonly is: Cell;
}

const nobody: Cell = { estimate: { kind: "not-estimable", reason: "withheld", n: 0 }, size: 0 };

function mayMove(row: readonly Step[], together: number): boolean {
  const moves = row.map(({ was, is }) => is.size - (was?.size ?? 0));
  const isShown = row.map(({ was, is }) => was?.estimate.kind === "estimate" && is.estimate.kind === "estimate");
  if (!moves.every((move, place) => isShown[place] !== true || isFarEnough(move))) return false;
  if (isShown[together] !== true) return true;
  // All together less the groups that are shown: what the others said.
  const shownApart = moves.filter((_, place) => place !== together && isShown[place] === true);
  return isFarEnough((moves[together] ?? 0) - shownApart.reduce((sum, move) => sum + move, 0));
}

function isFarEnough(move: number): boolean {
  return move === 0 || Math.abs(move) >= fewestFurther;
}

/** What is said beside the numbers. */
function factsOf(result: AnalysisResult): string {
  const { title, askedIf, items, groups, breaks, breakdowns, weight } = result;
  return JSON.stringify([title, askedIf, items, groups, windowNamesOf(result), breaks, breakdowns, weight]);
}

/** With the first answer of a new day a window is a day longer, and no other. */
function windowNamesOf({ windows, request: { every } }: AnalysisResult): string[] {
  return windows.map((window) => windowName(window, every));
}

function placesOf(result: AnalysisResult) {
  const { items, groups } = result;
  const placesIn = (all: readonly unknown[]): Map<string, number> =>
    new Map(all.map((each, place) => [JSON.stringify(each), place]));
  return {
    items: placesIn(items),
    groups: placesIn(groups.map(({ codes }) => codes)),
    windows: new Map(windowNamesOf(result).map((name, place) => [name, place])),
  };
}

/** What was shown where a number of another answer to the same request stands; `null` where it was not among the numbers. */
export function cellBefore(
  shown: ShownResult,
  { result }: ShownResult,
  [item, group, window]: Place<number>,
): Cell | null {
  const before = placesOf(shown.result);
  return cellAt(shown, [
    before.items.get(JSON.stringify(result.items[item])),
    before.groups.get(JSON.stringify(result.groups[group]?.codes)),
    before.windows.get(windowNamesOf(result)[window] ?? ""),
  ]);
}

/** Whether two answers to the same request say the same. */
export function saysTheSame(one: ShownResult, other: ShownResult): boolean {
  return (
    factsOf(one.result) === factsOf(other.result) &&
    JSON.stringify(one.result.estimates) === JSON.stringify(other.result.estimates)
  );
}

type Place<Number> = readonly [item: Number, group: Number, window: Number];

function cellAt({ result, sizes }: ShownResult, [item, group, window]: Place<number | undefined>): Cell | null {
  if (item === undefined || group === undefined || window === undefined) return null;
  const estimate = result.estimates[item]?.[group]?.[window];
  const size = sizes[item]?.[group]?.[window];
  return estimate === undefined || size === undefined ? null : { estimate, size };
}

function put(
  { estimate, size }: Cell,
  [item, group, window]: Place<number>,
  { estimates, sizes }: { estimates: Estimate[][][]; sizes: number[][][] },
): void {
  const [ofGroup, sizesOfGroup] = [estimates[item]?.[group], sizes[item]?.[group]];
  if (ofGroup !== undefined) ofGroup[window] = estimate;
  if (sizesOfGroup !== undefined) sizesOfGroup[window] = size;
}

function isSame(one: Estimate, other: Estimate): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
