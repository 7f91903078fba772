import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { trendInWords } from "../../charts/movement.ts";
import type { AnalysisResult } from "../../server/analysis/analysisApi.ts";
import { fieldVersion } from "../../server/fielding/fielding.ts";
import type { Definition } from "../../surveys/definition.ts";
import { definitionChanges } from "../../surveys/revision/definitionChanges.ts";
import { startApplication, type TestApplication } from "../support/application.ts";
import { accessibilityFaults, chromiumPath, openWindow, startBrowser } from "../support/browser.ts";
import { fieldStudy, keepResponses } from "../support/fieldStudy.ts";

const days = Array.from({ length: 10 }, (_, day) => `2026-03-${String(day + 1).padStart(2, "0")}`);

/** A hundred people a day; the share that heard of it rises from 3 to 7.5 in 10, and few answer on the fifth day. */
const people = days.flatMap((day, number) =>
  Array.from({ length: number === 4 ? 12 : 100 }, (_, person) => ({
    day,
    answers: { sex: person % 2 === 0 ? "f" : "m", heard: Math.floor(person / 2) % 10 < 3 + number / 2 ? "yes" : "no" },
  })),
);

const definition: Definition = {
  elements: [
    {
      type: "radiogroup",
      name: "heard",
      title: "Have you heard of it?",
      choices: [
        { value: "yes", text: "Yes" },
        { value: "no", text: "No" },
      ],
    },
    {
      type: "radiogroup",
      name: "sex",
      title: "Sex",
      choices: [
        { value: "f", text: "Women" },
        { value: "m", text: "Men" },
      ],
    },
  ],
};

let application: TestApplication;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  if (chromiumPath === null) return;
  application = await startApplication();
  const { services } = application;
  await keepResponses(services, await fieldStudy(services, definition), people);
  const { name, password } = await application.signIn();
  browser = await startBrowser();
  context = await openWindow(browser, { screen: "desktop", locale: "en", baseURL: application.address });
  page = await context.newPage();
  await page.request.post("/api/session", { data: { name, password } });
});

afterAll(async () => {
  if (chromiumPath === null) return;
  await browser.close();
  await application.close();
});

const figure = () => page.locator(".trends canvas");
const figureInWords = async () => (await figure().getAttribute("aria-label")) ?? "";

/** One story, in order: each test begins where the one before ended. */
describe.skipIf(chromiumPath === null)("a researcher who follows a question over time", () => {
  test("finds it among the views, every answer a line, with a gap where too few answered", async () => {
    await page.goto("/studies/flood");
    await page.getByRole("link", { name: "Trends" }).click();
    await figure().waitFor();
    const words = await figureInWords();
    expect(words).toContain("Line chart: Have you heard of it?");
    expect(words).toContain("Yes: 1 March 2026");
    expect(words).toContain("1 gap");
    await page.getByText("Gaps have fewer than 30 answers").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("follows one answer, and reads the API's own trend in words", async () => {
    await page.getByRole("checkbox", { name: "Yes" }).check();
    await page.getByRole("heading", { name: "Have you heard of it?: Yes" }).waitFor();
    const value = { question: "heard", statistic: "share", codes: ["yes"], every: "day", also: ["trend"] };
    const answer = await page.request.post("/api/studies/flood/estimates", { data: value });
    const trend = ((await answer.json()) as AnalysisResult).trends?.[0]?.[0]?.[0];
    if (trend === undefined) throw new Error("There must be a trend");
    const words = trendInWords(trend, { unit: "share", language: "en" });
    expect(words).toMatch(/^Rose by .* points \(95% interval .*\) from 1 March to 10 March; p < 0.001$/);
    await page.getByText(words).waitFor();
    await page.getByText(/ points \(95% interval .*\) since 3 March/).waitFor();
  });

  test("compares groups, each line with its name; a link shows the same, and back undoes", async () => {
    await page.getByLabel("Compare groups").selectOption({ label: "Sex" });
    await page.getByRole("rowheader", { name: "Women" }).waitFor();
    await page.getByLabel("7 days pooled").check();
    await expect.poll(figureInWords).toContain("Women: 1 Mar – 7 March 2026");
    const linked = await context.newPage();
    await linked.goto(page.url());
    await expect
      .poll(() => linked.locator(".trends canvas").getAttribute("aria-label"))
      .toContain("Men: 1 Mar – 7 March 2026");
    await linked.close();
    await page.goBack();
    await expect.poll(figureInWords).toContain("Women: 1 March 2026");
  });

  test("notes an event, sees it on the figure and removes it; an empty one is not sent", async () => {
    await page.getByRole("button", { name: "Add an event" }).click();
    await page.getByLabel("Day", { exact: true }).fill("2026-03-04");
    await page.getByLabel("Kind").selectOption("rumour");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    expect(await page.locator(".trends-new-event input:invalid").count()).toBe(1);
    await page.getByLabel("What happened").fill("Salt sells out");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect.poll(figureInWords).toContain("1 4 Mar Salt sells out");
    await page.getByRole("button", { name: "Remove the event: Salt sells out" }).click();
    await page.getByText("No events yet").waitFor();
    expect(await figureInWords()).not.toContain("Salt");
  });

  test("takes the series away as CSV with intervals and n", async () => {
    const arriving = page.waitForEvent("download");
    await page.getByRole("button", { name: "CSV" }).click();
    const lines = (await readFile(await (await arriving).path(), "utf8")).trim().split("\r\n");
    expect(lines).toHaveLength(1 + days.length);
    expect(lines[0]).toContain('"Women interval lower"');
    expect(lines[5]).toContain("too few answers");
  });

  test("sees lines end where the question's wording changed, and a trend on each side", async () => {
    const { questionnaires, studies } = application.services;
    const study = await studies.find("flood");
    const [heard, sex] = definition.elements ?? [];
    const next = { elements: [{ ...heard, title: "Did you hear of it?" }, sex] } as Definition;
    await fieldVersion(questionnaires, {
      study: "flood",
      bytes: Buffer.from(JSON.stringify(next)),
      relation: "broken",
      changes: definitionChanges(definition, next).map((change) => ({ ...change, declared: "break" })),
    });
    if (study === null) throw new Error("The study must be there");
    const later = people.map(({ day, answers }) => ({ day: day.replace("-03-", "-04-"), answers }));
    const outcomes = await application.services.admission.admitMany(
      study,
      later.map(({ day, answers }, number) => ({
        day,
        submission: { submissionKey: `after-the-break-${number}`, answers },
      })),
    );
    expect(outcomes.every(({ outcome }) => outcome === "kept")).toBe(true);
    await page.goto("/studies/flood/trends?q=heard&code=yes");
    await expect.poll(figureInWords).toContain("1 1 Apr Wording changed: Did you hear of it?");
    await page.getByText(/from 1 March to 10 March/).waitFor();
    await page.getByText(/from 1 April to 10 April/).waitFor();
    await page.getByText("Lines are cut where the wording changed").waitFor();
    await page.goto("/studies/flood/trends?q=sex&code=f");
    await expect.poll(figureInWords).toContain("Women");
    expect(await figureInWords()).not.toContain("Wording changed");
  });

  test("finds the page whole on a phone, in Chinese", async () => {
    const { name, password } = await application.signIn();
    const phone = await openWindow(browser, { screen: "phone", locale: "zh-CN", baseURL: application.address });
    const small = await phone.newPage();
    await small.request.post("/api/session", { data: { name, password } });
    await small.goto("/studies/flood/trends?q=heard&code=yes&by=sex");
    await small.locator(".trends canvas").waitFor();
    await small.getByText("变化", { exact: true }).waitFor();
    expect(await small.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)")).toBe(0);
    expect(await accessibilityFaults(small)).toEqual([]);
    await phone.close();
  });
});
