import { z } from "zod";

const accountName = z.string().trim().min(1).max(100);
const password = z.string().min(12).max(200);

/** Body of `POST /api/setup`: the code of the one-time link, and the first person's name and password. */
export const setUp = z.strictObject({ code: z.string().min(1).max(100), name: accountName, password });

/** Body of `POST /api/session`. */
export const signIn = z.strictObject({ name: accountName, password: z.string().min(1).max(200) });

/** Answer of `GET /api/session`: who is signed in, and what they may do. */
export interface SignedIn {
  readonly name: string;
  readonly may: readonly Action[];
}

/** What a person can be allowed to do. `accounts/permissions.ts` decides who. */
export type Action =
  | "see-studies"
  | "change-studies"
  | "see-estimates"
  | "weight-responses"
  | "screen-responses"
  | "read-texts"
  | "code-texts"
  | "export-responses"
  | "publish-figures"
  | "read-responses";
