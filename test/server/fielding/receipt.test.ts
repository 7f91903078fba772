import { describe, expect, test } from "vitest";
import { receiptOf, responseIdOf } from "../../../server/fielding/receipt.ts";

const secret = Buffer.alloc(32, 7);
const submission = { study: "flood", submissionKey: "aaaaaaaaaaaaaaaa" };

describe("receiptOf()", () => {
  test("gives the same four groups each time, without letters that are misheard", () => {
    const receipt = receiptOf(secret, submission);
    expect(receipt).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(receiptOf(secret, submission)).toBe(receipt);
  });

  test("differs by submission, study and installation", () => {
    const receipts = [
      receiptOf(secret, submission),
      receiptOf(secret, { ...submission, submissionKey: "aaaaaaaaaaaaaaab" }),
      receiptOf(secret, { ...submission, study: "drought" }),
      receiptOf(Buffer.alloc(32, 8), submission),
    ];
    expect(new Set(receipts).size).toBe(receipts.length);
  });
});

describe("responseIdOf()", () => {
  test("does not show the receipt it was made from", () => {
    const receipt = receiptOf(secret, submission);
    expect(responseIdOf(receipt)).toMatch(/^[\w-]{22}$/);
    expect(responseIdOf(receipt)).not.toContain(receipt.slice(0, 4));
  });
});
