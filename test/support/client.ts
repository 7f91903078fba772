import request from "supertest";

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
  let asked = request(address)[verbs[method] ?? "get"](path).redirects(0);
  for (const [name, text] of Object.entries({
    ...(cookie !== undefined && { Cookie: cookie }),
    ...(value !== undefined && { "Content-Type": "application/json" }),
    ...headers,
  }))
    asked = asked.set(name, text);
  const answer = await (value === undefined
    ? asked
    : asked.send(typeof value === "string" ? value : JSON.stringify(value)));
  const found = new Headers();
  for (const [name, content] of Object.entries(answer.headers as Record<string, string | string[]>))
    for (const each of [content].flat()) found.append(name, each);
  return { status: answer.status, headers: found, text: answer.text };
}

const verbs: Readonly<Record<string, "get" | "post" | "patch" | "put" | "delete" | "head" | "options">> = {
  GET: "get",
  POST: "post",
  PATCH: "patch",
  PUT: "put",
  DELETE: "delete",
  HEAD: "head",
  OPTIONS: "options",
};

/** The session's cookie in an answer, as a browser would send it back. */
export function cookieIn({ headers }: Received): string {
  return headers
    .getSetCookie()
    .map((line) => line.split(";", 1).join(""))
    .join("; ");
}
