import { reasons, type Reason } from "./qualityApi.ts";
import type { Marked } from "./markResponses.ts";

/** Above the bits of all reasons there will ever be: a number of them is exact in 64 bits. */
const excludedBit = 2 ** 30;

/** What a response that was not screened has in place of marks. */
export const notScreened = -1;

/** A row's marks as one number: a bit for each reason, in their order, and one for being excluded. */
export function marksOfRow({ marks, isExcluded }: Marked, row: number): number {
  let bits = isExcluded[row] === 1 ? excludedBit : 0;
  for (const [place, reason] of reasons.entries()) if (marks.get(reason)?.[row] === 1) bits += 2 ** place;
  return bits;
}

/** Whether marks exclude. */
export function excludes(bits: number): boolean {
  return bits >= excludedBit;
}

/** Whether marks have a reason. */
export function isMarkedBy(bits: number, reason: Reason): boolean {
  return bits > 0 && Math.floor(bits / 2 ** reasons.indexOf(reason)) % 2 === 1;
}
