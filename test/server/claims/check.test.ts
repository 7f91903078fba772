import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ArticleCheck, CheckedNumber } from "../../../server/claims/check/checkApi.ts";
import { startApplication, type TestApplication } from "../../support/application.ts";
import { addWorried, claimMaker, claimOf } from "../../support/claims.ts";
import { send } from "../../support/client.ts";
import { figureMaker, figureStudy } from "../../support/figures.ts";
import { hostileTexts } from "../../support/hostileTexts.ts";

let application: TestApplication;
let claims: ReturnType<typeof claimMaker>;
let cookie = "";
let live = "";
let frozen = "";
let withdrawn = "";
let hidden = "";

beforeAll(async () => {
  application = await startApplication({
    environment: { CHECKS_PER_MINUTE: "200" },
    studyClock: () => new Date("2026-03-04T02:00:00Z"),
  });
  ({ cookie } = await application.signIn());
  await figureStudy(application.services);
  claims = claimMaker(application.address, cookie);
  await figureMaker(application.address, cookie).publish({ questions: ["worried", "town", "open"] });
  const shown = async (content: object): Promise<string> => {
    const { claim } = await claims.make(content);
    await claims.show(claim, "public");
    return claim;
  };
  hidden = (await claims.make(claimOf({ request: { question: "open.local" }, item: { code: "not" } }))).claim;
  live = await shown(claimOf());
  frozen = await shown(claimOf({ item: { code: "no" } }));
  await claims.freeze(frozen);
  withdrawn = await shown(claimOf({ request: { question: "town" }, item: { code: "south" } }));
  await claims.withdraw(withdrawn, { "zh-CN": "题目误译", en: "A question was mistranslated" });
}, 60_000);
afterAll(() => application.close());

const check = async (text: string, language = "en"): Promise<ArticleCheck> => {
  const path = `/api/studies/flood/article-check?lang=${language}`;
  const answer = await send(application.address, path, { method: "POST", cookie, value: { text } });
  if (answer.status !== 200) throw new Error(answer.text);
  return JSON.parse(answer.text) as ArticleCheck;
};
const verdicts = ({ numbers }: ArticleCheck): string[] =>
  numbers.map(({ quote, verdict }) => `${quote.number} ${verdict}`);
const only = ({ numbers }: ArticleCheck): CheckedNumber => {
  const [first, ...others] = numbers;
  if (first === undefined || others.length > 0) throw new Error(`${numbers.length} numbers`);
  return first;
};
const sendForm = (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
  send(application.address, "/check?lang=en", {
    method: "POST",
    value: new URLSearchParams(fields).toString(),
    headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
  });

describe("an article that names claims", () => {
  test("holds where the number is the present one, as a sentence, a link, in Chinese, or as a marker", async () => {
    const { words } = await application.services.claims.said("flood", live, "en");
    const chinese = await application.services.claims.said("flood", live, "zh-CN");
    const article = [
      `Worry: ${words} ${application.address}/c/${live}.`,
      `Again [${words}](/c/${live}), and rounded to 36% (see https://elsewhere.example/c/${live}).`,
      `担心的人占${chinese.words}，见 /c/${live}`,
      `In a template {{claim:${live}}} and {{claim:${live}|value}}`,
    ].join("\n\n");
    const found = await check(article);
    expect(verdicts(found)).toEqual([
      "36.4% holds",
      "36.4% holds",
      "36% holds",
      "36.4% holds",
      `{{claim:${live}}} holds`,
      `{{claim:${live}|value}} holds`,
    ]);
    expect(found.numbers.map(({ line }) => line)).toEqual([1, 3, 3, 5, 7, 7]);
    expect(found.numbers[0]).toMatchObject({
      of: { kind: "claim", claim: live, about: "Are you worried? · Yes" },
      now: words,
      difference: "0.0 points, within the interval",
    });
  });

  test("has drifted numbers, those of withdrawn claims, and those of claims that are not there or not public", async () => {
    const article = `We wrote 63.6% /c/${live}, and 12% /c/${withdrawn}, 25% /c/${hidden}, 30% /c/2222222222222222, 1% /c/aeiouaeiouaeioua.`;
    const found = await check(article);
    expect(verdicts(found)).toEqual([
      "63.6% drifted",
      "12% withdrawn",
      "25% not-found",
      "30% not-found",
      "1% not-found",
    ]);
    expect(found.numbers[0]?.difference).toBe("+27.2 points, outside the interval");
    expect(found.numbers[1]).toMatchObject({ reason: "A question was mistranslated" });
    expect(found.numbers[2]).toMatchObject({
      of: null,
      now: null,
      reason: "There is no such claim, or it is not public.",
    });
  });

  test("has means and differences as it prints them, each number for one claim only", async () => {
    const shown = async (content: object): Promise<string> => {
      const { claim } = await claims.make(content);
      await claims.show(claim, "public");
      return claim;
    };
    const net = { question: "open.local", statistic: "net", codes: ["very"], against: ["hardly", "not"] };
    const openness = await shown({ kind: "estimate", request: net });
    const group = (town: string) => ({ kind: "code", variable: "town", codes: [town] });
    const towns = await shown({
      kind: "difference",
      request: { first: group("south"), second: group("north") },
      item: { variable: "worried", code: "yes" },
    });
    const saying = (id: string) => application.services.claims.said("flood", id, "zh-CN");
    const article = [
      `${(await saying(openness)).words} /c/${openness}；${(await saying(towns)).words} /c/${towns}`,
      `−25.0 points /c/${openness} and −24 points /c/${towns}`,
      `It rose by 25 percentage points /c/${towns} /c/${openness}`,
    ].join("\n\n");
    expect(verdicts(await check(article))).toEqual([
      "−25.0 个百分点 holds",
      "+25.0 个百分点 holds",
      "−25.0 points holds",
      "−24 points drifted",
      "25 percentage points holds",
      `/c/${openness} no-number`,
    ]);
  });

  test("says of a claim without a number before it what it says now, and compares nothing", async () => {
    expect(only(await check(`See /c/${live}`))).toMatchObject({ verdict: "no-number", difference: null });
  });
});

describe("an article with percentages near the words of public questions", () => {
  test("may refer to their answers, in English and Chinese, with the yes and the no told apart", async () => {
    expect(only(await check("Of those asked, 36.4% are worried about the flood."))).toMatchObject({
      verdict: "holds",
      of: { kind: "question", question: "worried", about: "Are you worried? · Yes" },
    });
    expect(only(await check("Only 20 per cent are worried."))).toMatchObject({
      verdict: "drifted",
      difference: "−16.4 points, outside the interval",
    });
    expect(only(await check("63.6% are not worried."))).toMatchObject({
      verdict: "holds",
      of: { about: "Are you worried? · No" },
    });
    const chinese = await check("调查显示，36.4%的人担心洪水，63.6%的人不担心，百分之二十的人说不清。", "zh-CN");
    expect(verdicts(chinese)).toEqual(["36.4% holds", "63.6% holds", "百分之二十 not-found"]);
    expect(chinese.numbers.map(({ verdict, of }) => [verdict, of?.about])).toEqual([
      ["holds", "您担心吗？ · 担心"],
      ["holds", "您担心吗？ · 不担心"],
      ["not-found", undefined],
    ]);
  });

  test("are read as they are written: with a space, full width, words, and Chinese numerals", async () => {
    const found = await check(
      ["36.4 %", "36.4％", "百分之三十六点四", "百分之36.4", "百分之三十六"]
        .map((each) => `${each}的人担心。`)
        .join(""),
      "zh-CN",
    );
    expect(verdicts(found)).toEqual([
      "36.4 % holds",
      "36.4％ holds",
      "百分之三十六点四 holds",
      "百分之36.4 holds",
      "百分之三十六 holds",
    ]);
  });

  test("are not found near other words, and no level of an interval, point or year is taken for one", async () => {
    const found = await check(
      "Prices rose 6.8%. A 95% interval, a 95% confidence interval, 3.2 percentage points, 2026.",
    );
    expect(verdicts(found)).toEqual(["6.8% not-found"]);
  });
});

describe("new answers", () => {
  test("make what held drift, against live and frozen claims and questions alike", async () => {
    const { words } = await application.services.claims.said("flood", live, "en");
    const article = `${words} /c/${live}\n\n63.6% /c/${frozen}\n\n{{claim:${frozen}}}\n\n36.4% are worried.`;
    expect((await check(article)).numbers.map(({ verdict }) => verdict)).toEqual(["holds", "holds", "holds", "holds"]);
    await addWorried(application.services, 160);
    const after = await check(article);
    expect(after.numbers.map(({ verdict }) => verdict)).toEqual(["drifted", "drifted", "drifted", "drifted"]);
    expect(after.numbers[1]?.frozen).toContain("63.6%");
  });
});

describe("/check", () => {
  test("takes a form from everyone without a script, shows what was found as text, and keeps nothing", async () => {
    const empty = await send(application.address, "/check?lang=en");
    expect(empty.status).toBe(200);
    expect(empty.headers.get("content-security-policy")).toContain("form-action 'self'");
    expect(empty.text).toContain('<option value="flood" selected>');
    const page = await sendForm({ text: `<b>99%</b> /c/${live}`, study: "flood" }, { Origin: application.address });
    expect(page.status).toBe(200);
    expect(page.text).toContain("&lt;b&gt;<mark>99%</mark>&lt;/b&gt; /c/");
    expect(page.text).toContain("Drifted");
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("set-cookie")).toBeNull();
    expect((await sendForm({ text: "1%" }, { Origin: "https://evil.example" })).status).toBe(403);
  });

  test("answers whatever is pasted clearly: hostile, huge, of no study, of another type, in no language", async () => {
    for (const text of [...hostileTexts, hostileTexts.join("\n27% /c/2222222222222222 "), "", "%".repeat(5000)]) {
      const page = await sendForm({ text, study: "flood" });
      expect({ text, status: page.status }).toEqual({ text, status: 200 });
      expect(page.text).not.toContain("<script>alert");
      expect(page.text).not.toMatch(/<(?:img|svg|xmp)[\s>]/);
    }
    const huge = await sendForm({ text: "字".repeat(66_667), study: "flood" });
    expect(huge.status).toBe(413);
    expect(huge.text).toContain("The article is longer than 200 kB");
    expect((await sendForm({ text: "x".repeat(700_000) })).status).toBe(413);
    expect((await sendForm({ text: "27%", study: "no-such-study" })).status).toBe(404);
    expect((await sendForm({ text: "27%" }, { "Content-Type": "text/plain" })).status).toBe(415);
    expect((await send(application.address, "/check?lang=xx")).status).toBe(200);
    expect((await send(application.address, "/check?study=no-such-study")).status).toBe(200);
    const tooMuch = { method: "POST", cookie, value: { text: "x".repeat(200_001) } };
    expect((await send(application.address, "/api/studies/flood/article-check", tooMuch)).status).toBe(413);
  });

  test("takes a text made to be slow", async () => {
    const slow = [
      "1".repeat(190_000),
      "{{claim:".repeat(20_000),
      "/c/".repeat(60_000),
      "百分之".repeat(20_000),
      "36% ".repeat(45_000),
    ];
    for (const text of slow) expect((await sendForm({ text, study: "flood" })).status).toBe(200);
    const { numbers, left } = await check("36% are worried. ".repeat(900));
    expect([numbers.length, left]).toEqual([500, 400]);
  });

  test("bids who asks too often wait", async () => {
    const bounded = await startApplication({ environment: { CHECKS_PER_MINUTE: "1" } });
    const twice = [];
    for (const text of ["1%", "2%"])
      twice.push(
        await send(bounded.address, "/check?lang=en", {
          method: "POST",
          value: new URLSearchParams({ text }).toString(),
          headers: { "Content-Type": "application/x-www-form-urlencoded" },
        }),
      );
    await bounded.close();
    expect(twice.map(({ status }) => status)).toEqual([200, 429]);
    expect(twice[1]?.headers.get("retry-after")).toBe("60");
    expect(twice[1]?.text).toContain("please wait");
  });
});
