import { hash, randomBytes } from "node:crypto";

/** Without vowels and without characters that are taken for each other: no words, and safe to read out. */
const alphabet = "23456789bcdfghjkmnpqrstvwxyz";

/** A name nobody can guess: 16 characters, about 77 bits. */
export function randomName(): string {
  let name = "";
  while (name.length < 16) {
    for (const byte of randomBytes(32)) {
      // The last bytes would make some characters likelier.
      if (byte < 252 && name.length < 16) name += alphabet.charAt(byte % alphabet.length);
    }
  }
  return name;
}

/** Whether a text could be a figure's name. */
export function isFigureName(text: string): boolean {
  return /^[23456789bcdfghjkmnpqrstvwxyz]{16}$/.test(text);
}

/** A key of a link, 128 bits, told once. */
export function randomKey(): string {
  return randomBytes(16).toString("base64url");
}

/** What is kept of a key. A fast hash will do: the key is random and cannot be tried out. */
export function keyHashOf(key: string): string {
  return hash("sha256", key, "hex");
}
