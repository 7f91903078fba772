/** What a test sends to the application, and as whom. */
export interface Sending {
  readonly method?: string;
  readonly cookie?: string | undefined;
  readonly value?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came back. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends a request as a page of the application's own would. */
export async function send(
  address: string,
  path: string,
  { method = "GET", cookie, value, headers = {} }: Sending = {},
): Promise<Received> {
  const answer = await fetch(`${address}${path}`, {
    method,
    redirect: "manual",
    headers: {
      ...(cookie !== undefined && { Cookie: cookie }),
      ...(value !== undefined && { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(value !== undefined && { body: typeof value === "string" ? value : JSON.stringify(value) }),
  });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

/** The session's cookie in an answer, as a browser would send it back. */
export function cookieIn({ headers }: Received): string {
  return headers
    .getSetCookie()
    .map((line) => line.split(";", 1).join(""))
    .join("; ");
}
