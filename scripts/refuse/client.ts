import { atOnce, exchange, type Exchange, type ExchangeOptions } from "./rawHttp.ts";

/** A request as a program without a browser sends it. */
export interface Asked extends ExchangeOptions {
  readonly method: string;
  readonly path: string;
  readonly cookie?: string | undefined;
  readonly body?: Buffer | undefined;
}

/** What came back, at a glance. `status` is `null` when the connection ended without an answer. */
export interface Answered {
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly milliseconds: number;
}

/** Where the service is, by the host that requests name. */
export const origin = "http://127.0.0.1";

/** Sends JSON, or nothing, and reads the answer. */
export async function ask(port: number, { method, path, cookie, body, ...options }: Asked): Promise<Answered> {
  const head = [
    `${method} ${path} HTTP/1.1`,
    "Host: 127.0.0.1",
    "Connection: close",
    "Accept: application/json",
    ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
    ...(body === undefined ? [] : ["Content-Type: application/json", `Content-Length: ${body.length}`]),
  ].join("\r\n");
  return answeredIn(await exchange(port, atOnce(`${head}\r\n\r\n`, body ?? ""), options));
}

/** Sends a value as JSON. */
export function askJson(
  port: number,
  { value, ...asked }: Omit<Asked, "body"> & { value: unknown },
): Promise<Answered> {
  return ask(port, { ...asked, body: Buffer.from(JSON.stringify(value)) });
}

/** The first answer of an exchange. */
export function answeredIn({ answers, milliseconds }: Exchange): Answered {
  const [first] = answers;
  return {
    status: first?.status ?? null,
    headers: first?.headers ?? {},
    body: first?.body.toString("utf8") ?? "",
    milliseconds,
  };
}

/** The value of a JSON body; `undefined` when it is none. */
export function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Whether an answer says that it was done. */
export function isTaken({ status }: Pick<Answered, "status">): boolean {
  return status !== null && status >= 200 && status < 300;
}
