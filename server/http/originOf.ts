import type { Request } from "express";

/**
 * The address under which this service is reached, without a slash at its end: as configured, else as this caller wrote
 * it. What is made with the latter goes to nobody else.
 */
export function originOf(request: Request, { PUBLIC_ADDRESS }: { PUBLIC_ADDRESS?: string | undefined }): string {
  if (PUBLIC_ADDRESS !== undefined) return PUBLIC_ADDRESS.replace(/\/+$/, "");
  const host = request.headers.host ?? "";
  return /^[a-z0-9.-]+(?::\d{1,5})?$|^\[[0-9a-f:]+\](?::\d{1,5})?$/i.test(host) ? `${request.protocol}://${host}` : "";
}
