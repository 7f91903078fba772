import type { RequestHandler } from "express";
import type { Logger } from "pino";

/**
 * One line a request: method, the route's pattern, status and duration. Never an address, a browser, a referer, a
 * query or a path as it was sent: those can say who asked.
 */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.once("finish", () => {
      const route: unknown = request.route;
      const pattern = typeof route === "object" && route !== null && "path" in route ? route.path : null;
      const milliseconds = Math.round(performance.now() - began);
      log.info({ method: request.method, route: pattern, status: response.statusCode, milliseconds }, "answered");
    });
    next();
  };
}
