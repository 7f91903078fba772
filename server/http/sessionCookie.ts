import type { Request, Response } from "express";

const name = "dingxin_session";
const tokenForm = /^[\w-]{43}$/;

/** The session's token in a request; `null` when there is none or it is no token of ours. */
export function tokenIn(request: Request): string | null {
  for (const part of (request.headers.cookie ?? "").split(";")) {
    const [key = "", value = ""] = part.trim().split("=", 2);
    if (key === name && tokenForm.test(value)) return value;
  }
  return null;
}

const options = { httpOnly: true, sameSite: "lax", path: "/" } as const;

/** Hands the browser a session's token, out of reach of scripts and of other sites' forms. */
export function setToken(response: Response, token: string, { isSecure }: { isSecure: boolean }): void {
  response.cookie(name, token, { ...options, secure: isSecure, maxAge: 30 * 86_400_000 });
}

/** Takes the token back. */
export function clearToken(response: Response): void {
  response.clearCookie(name, options);
}
