import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatNet, formatShare } from "../../charts/format.ts";
import type { AnalysisResult } from "../../server/analysis/analysisApi.ts";
import type { Definition } from "../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../support/application.ts";
import { accessibilityFaults, chromiumPath, openWindow, startBrowser } from "../support/browser.ts";
import { send } from "../support/client.ts";
import { fieldStudy, keepResponses } from "../support/fieldStudy.ts";

const definition: Definition = {
  pages: [
    { name: "who", title: "About you", elements: [{ type: "radiogroup", name: "town", choices: ["north", "south"] }] },
    {
      name: "mood",
      title: "How you feel",
      elements: [{ type: "radiogroup", name: "worried", choices: ["yes", "no"] }],
    },
  ],
};

const days = Array.from({ length: 21 }, (_, day) => `2026-03-${String(day + 1).padStart(2, "0")}`);

/** 60 answers a day of each of two towns; in the last three days the south worries more. */
const answers = days.flatMap((day, number) =>
  ["north", "south"].flatMap((town) =>
    Array.from({ length: 60 }, (_, person) => ({
      day,
      answers: { town, worried: person < (town === "south" && number > 17 ? 36 : 12 + (number % 3)) ? "yes" : "no" },
    })),
  ),
);

let application: TestApplication;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  if (chromiumPath === null) return;
  application = await startApplication({ studyClock: () => new Date("2026-03-21T04:00:00Z") });
  await keepResponses(application.services, await fieldStudy(application.services, definition), answers);
  const { name, password } = await application.signIn();
  browser = await startBrowser();
  context = await openWindow(browser, { screen: "desktop", locale: "en", baseURL: application.address });
  page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/studies");
});

afterAll(async () => {
  if (chromiumPath === null) return;
  await browser.close();
  await application.close();
});

/** One story, in order: each test begins where the one before ended. */
describe.skipIf(chromiumPath === null)("a researcher in the morning", () => {
  test("sees first how the fielding goes, and that nothing is watched yet", async () => {
    await page.goto("/studies/flood");
    await page.getByText("No headline indicators yet").waitFor();
    const counts = page.locator(".overview-arrivals .overview-count");
    await expect.poll(() => counts.allInnerTexts()).toEqual(["120", "2,520"]);
    await page.getByText("cannot be known").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("adds an indicator, and reads that it is red, where, and since when", async () => {
    await page.getByRole("button", { name: "Add an indicator" }).click();
    await page.getByLabel("The share of").selectOption("worried");
    await page.getByLabel("yes").check();
    await page.getByLabel("Title in Chinese").fill("担心");
    await page.getByLabel("Title in English").fill("Worries");
    await page.getByLabel("By area").selectOption("town");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Add an indicator" }).click();
    const card = page.locator(".overview-indicator", { hasText: "Worries" });
    await card.locator("header", { hasText: "Red" }).waitFor();
    await card
      .getByText(/since about 19 Mar/)
      .first()
      .waitFor();
    await card.locator("summary", { hasText: "south" }).click();
    await card.locator("li", { hasText: "south" }).getByText("Red").waitFor();
    await card.locator("li", { hasText: "north" }).getByText("Quiet").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("reads the API's own numbers: today's share and the change in a week, each with its interval", async () => {
    const { cookie } = await application.signIn();
    const value = {
      indicator: { kind: "code", variable: "worried", codes: ["yes"] },
      every: "7-days",
      also: ["change"],
    };
    const asked = async (request: object): Promise<AnalysisResult> => {
      const path = "/api/studies/flood/estimates";
      return JSON.parse(
        (await send(application.address, path, { method: "POST", cookie, value: request })).text,
      ) as AnalysisResult;
    };
    const change = (await asked(value)).changes?.[0]?.[0];
    const today = (await asked({ indicator: value.indicator, from: days.at(-1), to: days.at(-1) }))
      .estimates[0]?.[0]?.[0];
    if (today?.kind !== "estimate" || today.interval === null) throw new Error("Today's share must have an interval");
    if (change?.kind !== "change") throw new Error("The change must be estimable");
    const style = { language: "en", n: today.n } as const;
    const shown = await page.locator(".overview-numbers").innerText();
    expect(shown).toContain(formatShare(today.value, style));
    expect(shown).toContain(formatShare(today.interval.lower, style));
    expect(shown).toContain(`n = ${today.n}`);
    expect(shown).toContain(formatNet(change.estimate.value, { language: "en", n: change.estimate.n }));
  });

  test("sees the count rise while people answer, without loading anew", async () => {
    await page.locator(".live", { hasText: /^Live$/ }).waitFor();
    await page.evaluate("window.isSamePage = true");
    for (let person = 0; person < 3; person++) {
      const value = { submissionKey: `overview-journey-${person}`, answers: { town: "north", worried: "no" } };
      expect((await send(application.address, "/api/studies/flood/responses", { method: "POST", value })).status).toBe(
        201,
      );
    }
    const counts = page.locator(".overview-arrivals .overview-count");
    await expect.poll(() => counts.allInnerTexts(), { timeout: 10_000 }).toEqual(["123", "2,523"]);
    expect(await page.evaluate("window.isSamePage")).toBe(true);
  });

  test("is still told when the stream breaks: the page asks", async () => {
    const other = await context.newPage();
    await other.route("**/live?*", (route) => route.abort());
    await other.route("**/live", (route) => route.abort());
    await other.goto("/studies/flood");
    await other.locator(".live", { hasText: "Updated every few seconds" }).waitFor();
    const value = { submissionKey: "overview-journey-asked", answers: { town: "north", worried: "no" } };
    await send(application.address, "/api/studies/flood/responses", { method: "POST", value });
    const counts = other.locator(".overview-arrivals .overview-count");
    await expect.poll(() => counts.allInnerTexts(), { timeout: 10_000 }).toEqual(["124", "2,524"]);
    await other.close();
  });

  test("finds it whole on a phone, in Chinese", async () => {
    const phone = await openWindow(browser, { screen: "phone", locale: "zh-CN", baseURL: application.address });
    await phone.addCookies(await context.cookies());
    const small = await phone.newPage();
    await small.goto("/studies/flood/overview");
    await small.locator(".overview-series").waitFor();
    await small.locator(".overview-pages").waitFor();
    expect(await small.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)")).toBe(0);
    expect(await accessibilityFaults(small)).toEqual([]);
    await phone.close();
  });

  test("takes the indicator off again", async () => {
    await page.getByRole("button", { name: "Remove the indicator" }).click();
    await page.getByRole("button", { name: "Yes, remove it" }).click();
    await page.getByText("No headline indicators yet").waitFor();
    expect(await page.locator(".overview-indicator").count()).toBe(0);
  });
});
