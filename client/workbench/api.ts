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

/** A request to the server; `body` goes as JSON, a file as it is. */
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
        headers: { "Content-Type": "application/json" },
        body: body instanceof Blob ? body : JSON.stringify(body),
      }),
    });
    const said: unknown = response.status === 204 ? null : await response.json();
    if (response.ok) return { ok: true, answer: said as Answer };
    const { title = "", errors = [] } = said as { title?: string; errors?: Fault[] };
    return { ok: false, refusal: { status: response.status, title, faults: errors } };
  } catch {
    // Offline, timed out, or something between us and the server answered in its place.
    return { ok: false, refusal: { status: 0, title: "", faults: [] } };
  }
}
