import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ClaimFile } from "../../../server/claims/claimsApi.ts";
import { contentHash } from "../../../server/fielding/answers/contentHash.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { addWorried, claimMaker, claimOf } from "../../support/claims.ts";
import { send } from "../../support/client.ts";
import { figureMaker, figureStudy } from "../../support/figures.ts";

let application: TestApplication;
let claims: ReturnType<typeof claimMaker>;
let publish: (questions: readonly string[]) => Promise<unknown>;
let claim = "";
let cookie = "";

beforeAll(async () => {
  application = await startApplication({ studyClock: () => new Date("2026-03-04T02:00:00Z") });
  ({ cookie } = await application.signIn());
  await figureStudy(application.services);
  claims = claimMaker(application.address, cookie);
  const figures = figureMaker(application.address, cookie);
  const conductor = { "zh-CN": "测试组", en: "Test team" };
  publish = (questions) => figures.publish({ questions, conductor });
  await publish(["worried", "town"]);
  ({ claim } = await claims.make());
}, 60_000);
afterAll(() => application.close());

const get = (path: string) => send(application.address, path);

describe("GET /c/:claim", () => {
  test("answers a private claim, one whose question was taken back and one there is not alike, whatever is asked", async () => {
    const unknown = "2222222222222222";
    const { claim: taken } = await claims.make(claimOf({ request: { question: "town" }, item: { code: "north" } }));
    await claims.show(taken, "public");
    await publish(["worried"]);
    for (const rest of ["", "/claim.json", "?lang=xx", "/claim.json?width=0"]) {
      const [missing, hidden, held] = await Promise.all([unknown, claim, taken].map((id) => get(`/c/${id}${rest}`)));
      expect({ rest, status: [missing, hidden, held].map((each) => each?.status) }).toEqual({
        rest,
        status: [404, 404, 404],
      });
      const plain = (text = ""): string => text.replaceAll(/nonce="[^"]*"/g, "");
      expect(plain(hidden?.text).replaceAll(claim, unknown)).toBe(plain(missing?.text));
      expect(plain(held?.text).replaceAll(taken, unknown)).toBe(plain(missing?.text));
    }
    for (const odd of ["%00", "<b>", "..%2f", "%E5%AD%97", "x".repeat(3000)])
      expect((await get(`/c/${odd}`)).status).toBe(404);
    await publish(["worried", "town"]);
  });

  test("shows the number with its wording, methods, citations and hash, in both languages, and sets no cookie", async () => {
    await claims.show(claim, "public");
    const page = await get(`/c/${claim}?lang=en`);
    expect(page.status).toBe(200);
    expect(page.headers.get("set-cookie")).toBeNull();
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    for (const part of ["<strong>36.4%</strong> (95% interval", "n = 440", "Are you worried?", "Test team", "Live: it"])
      expect(page.text).toContain(part);
    const file = JSON.parse((await get(`/c/${claim}/claim.json`)).text) as ClaimFile;
    expect(contentHash(file.state)).toBe(file.sha256);
    expect(page.text).toContain(file.sha256);
    expect(file.citations.apa).toBe(
      `Test team. (2026, March 4). Are you worried? · Yes [Survey estimate]. Retrieved 4 March 2026, from ${application.address}/c/${claim}`,
    );
    expect((await get(`/c/${claim}?lang=zh-CN`)).text).toContain("您担心吗？ · 担心");
    expect((await get(`/c/${claim}?colour=red`)).status).toBe(400);
  });

  test("says what is known to be wrong with its answers, and not what is wrong with others", async () => {
    const log = async (question: string, what: string) => {
      const value = {
        from: "2026-02-24",
        to: "2026-02-24",
        questions: [question],
        what: { "zh-CN": "有误", en: what },
      };
      const path = "/api/studies/flood/problems";
      expect((await send(application.address, path, { method: "POST", cookie, value })).status).toBe(201);
    };
    await log("worried", "The answers were <i>sent</i> twice.");
    await log("town", "Some towns are missing.");
    const { text } = await get(`/c/${claim}?lang=en`);
    expect(text).toContain("24 February 2026: The answers were &lt;i&gt;sent&lt;/i&gt; twice.");
    expect(text).not.toContain("Some towns are missing");
    const { problems } = JSON.parse((await get(`/c/${claim}/claim.json`)).text) as ClaimFile;
    expect(problems.map(({ what }) => what.en)).toEqual(["The answers were <i>sent</i> twice."]);
  });

  test("keeps a frozen number and says that it holds, then that it has drifted, then that it was withdrawn and why", async () => {
    const { says } = await claims.freeze(claim);
    expect((await get(`/c/${claim}?lang=en`)).text).toContain("<strong>Holds</strong>");
    await addWorried(application.services, 160);
    const drifted = await get(`/c/${claim}?lang=en`);
    expect(drifted.text).toContain("<strong>Drifted</strong>");
    expect(drifted.text).toContain("As frozen less now: −16.9 points, outside the interval");
    expect(drifted.text).toContain("<strong>36.4%</strong>");
    const file = JSON.parse((await get(`/c/${claim}/claim.json`)).text) as ClaimFile;
    expect(file.sha256).toBe(says?.sha256);
    expect(file.now?.standing.kind).toBe("drifted");
    await claims.withdraw(claim, { "zh-CN": "误译", en: "A <b>mistranslation</b>" });
    expect((await claims.withdraw(claim, { "zh-CN": "误译", en: "Again" })).status).toBe(404);
    expect((await get(`/c/${claim}?lang=en`)).text).toContain("A &lt;b&gt;mistranslation&lt;/b&gt;");
    expect((JSON.parse((await get(`/c/${claim}/claim.json`)).text) as ClaimFile).withdrawn).not.toBeNull();
  });
});
