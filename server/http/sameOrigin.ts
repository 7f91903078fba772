import type { RequestHandler } from "express";
import { Problem } from "../problem.ts";

const readOnly = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses writes that another site's page makes in a visitor's browser. A program without a browser sends none of these
 * headers and carries no cookie it did not mean to.
 */
export function sameOrigin({ PUBLIC_ADDRESS }: { PUBLIC_ADDRESS?: string | undefined }): RequestHandler {
  const ours = PUBLIC_ADDRESS === undefined ? null : new URL(PUBLIC_ADDRESS).host;
  return (request, _response, next) => {
    if (readOnly.has(request.method)) {
      next();
      return;
    }
    const { origin, host, "sec-fetch-site": site } = request.headers;
    const isForeign = site !== undefined && site !== "same-origin" && site !== "none";
    if (isForeign || (origin !== undefined && !isHost(origin, [host, ours]))) throw new Problem("not-allowed");
    next();
  };
}

function isHost(origin: string, hosts: readonly (string | null | undefined)[]): boolean {
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}
