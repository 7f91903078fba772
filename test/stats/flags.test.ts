import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bothFlags, countOfFlags, knownTrue } from "../../stats/linearised/flags.ts";

const truths = fc.array(fc.constantFrom(-1, 0, 1), { maxLength: 40 });
const offsets = fc.integer({ min: 0, max: 5 });
/** Bytes that begin at some place of their memory. */
const at = (offset: number, values: readonly number[]): Int8Array => {
  const bytes = Int8Array.from([...Array.from({ length: offset }, () => 1), ...values]);
  return bytes.subarray(offset);
};

describe("flags", () => {
  test("are set where it is known to be true, wherever the bytes begin", () => {
    fc.assert(
      fc.property(truths, offsets, (values, offset) => {
        const flags = knownTrue(at(offset, values));
        expect([...flags]).toEqual(values.map((truth) => Number(truth === 1)));
        expect(countOfFlags(flags)).toBe(values.filter((truth) => truth === 1).length);
      }),
    );
  });

  test("of two are set where both are", () => {
    fc.assert(
      fc.property(
        truths,
        fc.array(fc.constantFrom(0, 1), { minLength: 40, maxLength: 40 }),
        offsets,
        (one, other, offset) => {
          const first = knownTrue(Int8Array.from(one));
          const second = new Uint8Array(at(offset, other.slice(0, one.length)));
          expect([...bothFlags(first, second)]).toEqual(
            one.map((truth, row) => Number(truth === 1 && other[row] === 1)),
          );
          const shifted = Uint8Array.from([1, ...second]).subarray(1);
          expect([...bothFlags(first, shifted)]).toEqual([...bothFlags(first, second)]);
        },
      ),
    );
  });
});
