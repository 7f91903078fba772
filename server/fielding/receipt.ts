import { createHmac, hash } from "node:crypto";

/** Crockford's base 32: no I, L, O or U, so that a code survives being read out on the telephone. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const characters = 16;

/**
 * The respondent's own code for a submission: the same each time, and found by nobody without `secret`.
 *
 * 80 bits, in four groups: `7KQ2-M9XF-0B3T-WD8R`.
 */
export function receiptOf(secret: Buffer, { study, submissionKey }: { study: string; submissionKey: string }): string {
  const digest = createHmac("sha256", secret).update(`${study}\n${submissionKey}`).digest();
  let code = "";
  for (const [place, byte] of digest.subarray(0, characters).entries()) {
    if (place > 0 && place % 4 === 0) code += "-";
    code += alphabet.charAt(byte % alphabet.length);
  }
  return code;
}

/**
 * The id under which the response of a receipt is kept.
 *
 * A one-way function of the receipt, so that its owner can be served without the store holding any receipt, and
 * random to everyone else, so that it says nothing about when.
 */
export function responseIdOf(receipt: string): string {
  return hash("sha256", receipt, "base64url").slice(0, 22);
}
