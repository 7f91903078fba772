import type { Coded } from "../design.ts";
import { crossCells } from "../weights/crossCells.ts";

/** What tells that two answers may be of one person. */
export interface DeviceTraces {
  /** A keyed hash of the device, one entry a row; `null` where unknown, which is like no other. */
  readonly devices: readonly (string | null)[];
  /** Sex, age and the like; no answer is an answer like any other. */
  readonly demographics: readonly Coded[];
  /** When each was begun, in hours from any moment; not a number where unknown. A day that is known alone counts as its midnight. */
  readonly starts: Float64Array;
}

/** Answers for a person to look at. Families share devices: nobody is excluded by this, and it is no mark for `excluded`. */
export interface ForReview {
  /** Rows that belong together, in the order they were begun; the groups in the order of their first. */
  readonly groups: readonly (readonly number[])[];
  /** 1 for every row of a group, else 0. */
  readonly isToReview: Uint8Array;
}

/**
 * Finds answers from one device with the same demographics, each begun within a day of the one before.
 *
 * Its cost grows with the rows, and with n log n of those of one device.
 *
 * @param hours how far apart neighbours may be; exactly so far counts as within.
 */
export function sameDevice({ devices, demographics, starts }: DeviceTraces, hours = 24): ForReview {
  const groups: number[][] = [];
  for (const alike of rowsAlike(devices, demographics)) {
    const inOrder = alike.filter((row) => !Number.isNaN(starts[row] ?? Number.NaN));
    inOrder.sort((one, other) => (starts[one] ?? 0) - (starts[other] ?? 0) || one - other);
    groups.push(...runs(inOrder, starts, hours));
  }
  groups.sort(([one = 0], [other = 0]) => (starts[one] ?? 0) - (starts[other] ?? 0) || one - other);
  const isToReview = new Uint8Array(devices.length);
  for (const group of groups) for (const row of group) isToReview[row] = 1;
  return { groups, isToReview };
}

/** The rows of each device and combination of demographics. */
function rowsAlike(devices: DeviceTraces["devices"], demographics: readonly Coded[]): Iterable<number[]> {
  const answered = demographics.map(({ codes, categories }) => ({
    codes: Int32Array.from(codes, (code) => Math.max(0, code + 1)),
    categories: categories + 1,
  }));
  const { cellOf } = crossCells(answered, devices.length);
  const alike = new Map<string, number[]>();
  for (const [row, device] of devices.entries()) {
    if (device === null) continue;
    const key = `${cellOf[row] ?? 0} ${device}`;
    const before = alike.get(key);
    if (before === undefined) alike.set(key, [row]);
    else before.push(row);
  }
  return alike.values();
}

/** Two and more rows in a row of which each follows soon on the one before. */
function runs(inOrder: readonly number[], starts: Float64Array, hours: number): number[][] {
  const found: number[][] = [];
  for (const row of inOrder) {
    const run = found.at(-1);
    const last = run?.at(-1);
    const isSoon = last !== undefined && (starts[row] ?? 0) - (starts[last] ?? 0) <= hours;
    if (run !== undefined && isSoon) run.push(row);
    else found.push([row]);
  }
  return found.filter(({ length }) => length > 1);
}
