import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { send } from "../../support/client.ts";

let application: TestApplication;
beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

describe("GET /preview", () => {
  test("may run its program in a frame of ours, with an origin of its own, and send nothing anywhere", async () => {
    const { status, headers, text } = await send(application.address, "/preview?lang=en");
    expect(status).toBe(200);
    const policy = (headers.get("Content-Security-Policy") ?? "").split("; ");
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "connect-src 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
        "sandbox allow-scripts",
      ]),
    );
    expect(headers.get("X-Frame-Options")).toBe("SAMEORIGIN");
    expect(headers.get("Set-Cookie")).toBeNull();
    expect(text).toContain('lang="en"');
  });

  test("is the only page that may be framed", async () => {
    for (const path of ["/studies", "/s/nowhere"]) {
      const { headers } = await send(application.address, path);
      expect([path, headers.get("X-Frame-Options")]).toEqual([path, "DENY"]);
      expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
    }
  });
});
