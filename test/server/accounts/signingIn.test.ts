import { describe, expect, test } from "vitest";
import { startApplication } from "../../support/application.ts";
import { cookieIn, send } from "../../support/client.ts";

const first = { name: "first", password: "a long enough password" };

describe("POST /api/setup", () => {
  test("needs the code that was printed, and is closed for ever after (T-20)", async () => {
    const application = await startApplication();
    try {
      const setUp = (value: unknown) => send(application.address, "/api/setup", { method: "POST", value });
      expect((await setUp(first)).status).toBe(400);
      expect((await setUp({ ...first, code: "a guess" })).status).toBe(403);
      const code = await application.services.accounts.setUpCode();
      const made = await setUp({ ...first, code });
      expect(made.status).toBe(201);
      expect(made.headers.getSetCookie().join()).toMatch(/HttpOnly.*SameSite=Lax/i);
      expect((await setUp({ name: "second", password: first.password, code })).status).toBe(404);
      expect(await application.services.accounts.setUpCode()).toBeNull();
    } finally {
      await application.close();
    }
  });
});

describe("POST /api/session", () => {
  test("answers an unknown name as a wrong password, makes guessers wait (T-19)", async () => {
    const application = await startApplication({ environment: { SIGN_INS_PER_MINUTE: "4" } });
    try {
      const { name } = await application.signIn();
      const attempt = (value: unknown) => send(application.address, "/api/session", { method: "POST", value });
      const wrong = await attempt({ name, password: "not the password" });
      const unknown = await attempt({ name: "nobody", password: "not the password" });
      expect(wrong.status).toBe(401);
      expect(unknown).toMatchObject({ status: wrong.status, text: wrong.text });
      await attempt({ name, password: "still not it" });
      await attempt({ name, password: "still not it" });
      const late = await attempt({ name, password: "still not it" });
      expect(late.status).toBe(429);
      expect(Number(late.headers.get("Retry-After"))).toBeGreaterThan(0);
    } finally {
      await application.close();
    }
  });
});

describe("DELETE /api/session", () => {
  test("ends the session: its cookie opens nothing any more", async () => {
    const application = await startApplication();
    try {
      const { name, password } = await application.signIn();
      const session = await send(application.address, "/api/session", { method: "POST", value: { name, password } });
      const cookie = cookieIn(session);
      expect((await send(application.address, "/api/session", { cookie })).status).toBe(200);
      expect((await send(application.address, "/api/session", { method: "DELETE", cookie })).status).toBe(204);
      expect((await send(application.address, "/api/session", { cookie })).status).toBe(401);
    } finally {
      await application.close();
    }
  });
});
