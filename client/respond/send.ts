import type { Receipt } from "../../server/fielding/fieldingApi.ts";

/** What came of an attempt to send. */
export type Outcome =
  | { readonly kind: "received"; readonly receipt: string }
  | {
      readonly kind: "refused";
      readonly title: string;
      readonly faults: readonly { readonly field: string; readonly message: string }[];
    }
  /** Nobody who is us has answered: offline, a hotel's sign-in page, a server in trouble. */
  | { readonly kind: "not-reached" };

/** What somebody who is us has answered. */
export type Answered = Exclude<Outcome, { kind: "not-reached" }>;

const patienceMs = 20_000;

/** Sends the answers once. Only our own receipt for this very submission counts as received. */
export async function sendOnce(address: string, body: string, submissionKey: string): Promise<Outcome> {
  const patience = new AbortController();
  // AbortSignal.timeout() is younger than many phones.
  const timer = setTimeout(() => {
    patience.abort();
  }, patienceMs);
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      redirect: "error",
      signal: patience.signal,
    });
    const said = (await answer.json()) as Partial<Receipt> & {
      title?: string;
      errors?: { field: string; message: string }[];
    };
    const isOurs = said.submissionKey === submissionKey && typeof said.receipt === "string";
    if ((answer.status === 200 || answer.status === 201) && isOurs)
      return { kind: "received", receipt: said.receipt ?? "" };
    const isRefusal = answer.status >= 400 && answer.status < 500 && answer.status !== 408 && answer.status !== 429;
    if (isRefusal && typeof said.title === "string")
      return { kind: "refused", title: said.title, faults: said.errors ?? [] };
  } catch {
    // Not reached, or not understood.
  } finally {
    clearTimeout(timer);
  }
  return { kind: "not-reached" };
}

const firstWaitMs = 2_000;
const longestWaitMs = 30_000;

/**
 * Sends until somebody who is us answers, waiting longer each time, or less when the line comes back or a person asks.
 *
 * @param onWaiting hears that it did not go through; it is given what makes the next attempt begin at once.
 */
export async function sendUntilAnswered(
  attempt: () => Promise<Outcome>,
  onWaiting: (tryNow: () => void) => void,
): Promise<Answered> {
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(longestWaitMs, waitMs * 2)) {
    const outcome = await attempt();
    if (outcome.kind !== "not-reached") return outcome;
    await new Promise<void>((resolve) => {
      const goOn = (): void => {
        clearTimeout(timer);
        removeEventListener("online", goOn);
        resolve();
      };
      const timer = setTimeout(goOn, waitMs);
      addEventListener("online", goOn);
      onWaiting(goOn);
    });
  }
}
