import type { Language } from "../../surveys/language.ts";

/** One field the server found at fault. */
export interface Fault {
  readonly field: string;
  readonly message: string;
}

/** Why there is no answer: `status` 0 when nobody could be reached. */
export interface Refusal {
  readonly status: number;
  readonly title: string;
  readonly faults: readonly Fault[];
}

/** What came of a request. */
export type Reply<Answer> =
  { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly refusal: Refusal };

/** A request to the server; `body` goes as JSON, a file as it is: JSON too, or CSV where its type says so. */
export interface Wanted {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object | Blob;
  readonly language: Language;
}

const patienceMs = 30_000;

/** Asks the server. Refusals are in the reader's language; nothing is thrown. */
export async function ask<Answer>(
  path: string,
  { method = "GET", query = {}, body, language }: Wanted,
): Promise<Reply<Answer>> {
  const address = `${path}?${new URLSearchParams({ ...query, lang: language }).toString()}`;
  try {
    const response = await fetch(address, {
      method,
      signal: AbortSignal.timeout(patienceMs),
      ...(body !== undefined && {
        headers: { "Content-Type": typeOf(body) },
        body: body instanceof Blob ? body : JSON.stringify(body),
      }),
    });
    const said: unknown = response.status === 204 ? null : await response.json();
    return response.ok ? { ok: true, answer: said as Answer } : refusedBy(response.status, said);
  } catch {
    // Offline, timed out, or something between us and the server answered in its place.
    return refusedBy(0, {});
  }
}

/** A refusal, from what the server said of it. */
export function refusedBy(status: number, said: unknown): Reply<never> {
  const { title = "", errors = [] } = said as { title?: string; errors?: Fault[] };
  return { ok: false, refusal: { status, title, faults: errors } };
}

/** A table goes as CSV; whatever a browser takes another file for, it is JSON that is wanted. */
function typeOf(body: object | Blob): string {
  return body instanceof Blob && body.type === "text/csv" ? "text/csv" : "application/json";
}
