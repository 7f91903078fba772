import { randomUUID } from "node:crypto";
import type { Services } from "../../server/services.ts";
import type { Response } from "../../server/fielding/response.ts";

/** What a respondent was told; `receipt` is `null` when no receipt was given. */
export interface Told {
  readonly status: number;
  readonly receipt: string | null;
  readonly headers: Headers;
  readonly body: string;
}

/** What one person sends to the study `flood`: the same bytes each time for a submission key. */
export function bodyOf(submissionKey: string, letters = 40): string {
  return JSON.stringify({
    submissionKey,
    language: "en",
    answers: { needs: submissionKey.repeat(letters).slice(0, letters) },
  });
}

/**
 * Sends one person's answers to the study `flood`.
 *
 * @throws when no reply comes.
 */
export async function respond(address: string, submissionKey: string, letters?: number): Promise<Told> {
  const reply = await fetch(`${address}/api/studies/flood/responses`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "Accept-Language": "en" },
    body: bodyOf(submissionKey, letters),
  });
  const body = await reply.text();
  const receipt = reply.ok ? (JSON.parse(body) as { receipt: string }).receipt : null;
  return { status: reply.status, receipt, headers: reply.headers, body };
}

/** What a crowd sent: for each submission key its receipt, `null` where no reply came. */
export type Sent = Map<string, string | null>;

/**
 * Has many people at once send answers, one after the other, until the service is gone.
 *
 * @param onReceipt hears after each receipt how many there are.
 */
export async function crowd(address: string, people: number, onReceipt: (receipts: number) => void): Promise<Sent> {
  const sent: Sent = new Map();
  let receipts = 0;
  const person = async (): Promise<void> => {
    for (;;) {
      const key = randomUUID();
      sent.set(key, null);
      // No reply: the service is gone, and this person with it.
      const told = await respond(address, key).catch(() => null);
      if (told === null) return;
      if (told.receipt === null) throw new Error(`Refused with ${told.status}: ${told.body}`);
      sent.set(key, told.receipt);
      receipts += 1;
      onReceipt(receipts);
    }
  };
  await Promise.all(Array.from({ length: people }, person));
  return sent;
}

/** Every response kept for the study `flood`. */
export async function responsesKept({ responses }: Services): Promise<Response[]> {
  const kept: Response[] = [];
  for await (const batch of responses.scan("flood")) kept.push(...batch);
  return kept;
}
