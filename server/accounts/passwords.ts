import { hash, verify } from "@node-rs/argon2";

/** OWASP's least for argon2id (2025): 19 MiB, two passes, one lane. */
const effort = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash under which a password is kept: argon2id with a salt of its own. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, effort);
}

/** A hash that no password has: an unknown name takes as long to refuse as a wrong password. */
const nobodys = await hashPassword(crypto.randomUUID());

/** Whether a password belongs to a hash; `null` for a name nobody has. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const fits = await verify(kept ?? nobodys, password);
  return fits && kept !== null;
}
