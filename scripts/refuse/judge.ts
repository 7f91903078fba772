import type { Expected } from "./corpus.ts";
import { isTaken, type Answered } from "./client.ts";

/** What a verdict lets the product do. */
interface Allowed {
  readonly refusing: boolean;
  readonly taking: boolean;
}

/** Verdicts that do not say it by beginning with "refuse" or "accept". */
const otherVerdicts: Readonly<Record<string, Allowed>> = {
  "first-wins": { refusing: true, taking: true },
  "not-found": { refusing: true, taking: false },
  "rate-limit-or-flag": { refusing: true, taking: true },
  "nothing-stored": { refusing: true, taking: false },
  "stored-0-or-1": { refusing: true, taking: true },
  "one-bucket": { refusing: true, taking: true },
  "ignore-override": { refusing: true, taking: true },
  "closed-by-server": { refusing: true, taking: true },
  "no-redirect-off-site": { refusing: true, taking: true },
  answer: { refusing: true, taking: true },
  literal: { refusing: false, taking: true },
  suppress: { refusing: true, taking: true },
};

/** What a verdict allows; `null` for a word this runner does not know. */
export function allowedBy(verdict: string): Allowed | null {
  if (Object.hasOwn(otherVerdicts, verdict)) return otherVerdicts[verdict] ?? null;
  const words = verdict.split("-or-");
  const isRefusal = (word: string): boolean => word.startsWith("refuse");
  if (words.some(isRefusal))
    return { refusing: true, taking: words.length > 1 || words[0] === "refuse-unless-supported" };
  return words.every((word) => word.startsWith("accept")) ? { refusing: false, taking: true } : null;
}

/** The statuses that `expected.status` describes: `4xx (not 404/405/429)`, `400 or 422`, `2xx`. */
function fitsDescription(status: number, description: string): boolean {
  const excluded = [...(/not ([\d/]+)/.exec(description)?.[1] ?? "").matchAll(/\d{3}/g)].map(Number);
  if (excluded.includes(status)) return false;
  const wanted = description.replace(/\(?not [\d/]+\)?|never \dxx/g, "");
  const families = [...wanted.matchAll(/(\d)xx/g)].map(([, family]) => Number(family));
  const named = [...wanted.matchAll(/\b\d{3}\b/g)].map(Number);
  if (families.length === 0 && named.length === 0) return true;
  return named.includes(status) || families.includes(Math.floor(status / 100));
}

const leaks = /\n\s+at .+:\d+|node_modules|file:\/\/|\/home\/|mongo|mingo|sqlite|libsql|TypeError|ReferenceError/i;
const mostErrorBytes = 4_096;
const mostEchoUnits = 100;

/** How an answer is judged beside the case's own words. */
export interface Judging {
  /** Server errors that are an answer and no failure. */
  readonly tolerated?: readonly number[];
  /** What the caller sent, which no refusal may repeat at length. */
  readonly sent?: string;
}

/** What is wrong with an answer by its status and body; `null` when nothing is. */
export function answerFault(answered: Answered, expected: Expected, judging: Judging = {}): string | null {
  const { status } = answered;
  const want = `expected ${verdictOf(expected)} ${expected.statusOneOf?.join("/") ?? expected.status ?? ""}`.trim();
  if (status === null) return mayClose(expected) ? null : `${want}, got no answer`;
  if (!statusFits(answered, status, { expected, judging }))
    return `${want}, got ${status} ${answered.body.slice(0, 200)}`.trim();
  const body = bodyFault(answered, expected, judging);
  return body === null ? null : `${want}, got ${status}: ${body}`;
}

function verdictOf({ verdict = "refuse" }: Expected): string {
  return verdict;
}

function statusFits(
  answered: Answered,
  status: number,
  { expected, judging }: { expected: Expected; judging: Judging },
): boolean {
  const allowed = allowedBy(verdictOf(expected));
  if (status >= 500 && judging.tolerated?.includes(status) !== true) return false;
  if (isTaken(answered)) return allowed?.taking === true || expected.statusOneOf?.includes(status) === true;
  return allowed?.refusing !== false && refusalFits(status, expected, judging);
}

function refusalFits(status: number, expected: Expected, { tolerated = [] }: Judging): boolean {
  if (expected.statusOneOf !== undefined) return expected.statusOneOf.includes(status);
  if (tolerated.includes(status)) return true;
  return status >= 400 && status < 500 && fitsDescription(status, expected.status ?? "4xx");
}

function mayClose({ orConnectionClosed, verdict = "" }: Expected): boolean {
  return orConnectionClosed === true || ["nothing-stored", "stored-0-or-1", "closed-by-server"].includes(verdict);
}

function bodyFault({ status, body }: Answered, expected: Expected, { sent = "" }: Judging): string | null {
  const unwanted = [expected.bodyHasNo ?? [], expected.neverInBody ?? []].flat();
  const found = unwanted.find((word) => body.toLowerCase().includes(word.toLowerCase()));
  if (found !== undefined) return `the body holds ${JSON.stringify(found)}`;
  if (status === null || status < 400) return null;
  const leak = leaks.exec(body);
  if (leak !== null) return `the body holds ${JSON.stringify(leak[0])}`;
  if (Buffer.byteLength(body) > mostErrorBytes) return `the body has ${Buffer.byteLength(body)} bytes`;
  return repeatsAtLength(body, sent) ? "the body repeats a long value" : null;
}

/** Whether a run of the body that is longer than allowed stands in the beginning of what was sent. */
function repeatsAtLength(body: string, sent: string): boolean {
  const beginning = sent.slice(0, 100_000);
  for (let at = 0; at + mostEchoUnits < body.length; at += 1)
    if (beginning.includes(body.slice(at, at + mostEchoUnits + 1))) return true;
  return false;
}
