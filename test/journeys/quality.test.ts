import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRandom } from "../../scripts/demonstration/random.ts";
import { startApplication, type TestApplication } from "../support/application.ts";
import { accessibilityFaults, chromiumPath, startBrowser } from "../support/browser.ts";
import { fieldStudy } from "../support/fieldStudy.ts";
import { researcherPage } from "../support/researcher.ts";
import { honestAnswers, screenable, submissionsOf } from "../support/screening.ts";

let application: TestApplication;
let browser: Browser;
let page: Page;
const day = "2026-03-01";

beforeAll(async () => {
  if (chromiumPath === null) return;
  application = await startApplication({ studyClock: () => new Date(`${day}T12:00:00+08:00`) });
  const { services } = application;
  const study = await fieldStudy(services, screenable);
  const random = createRandom(5);
  const said = { answers: { ...honestAnswers(random), words: "the bridge is closed" } };
  const careless = Array.from({ length: 10 }, () => ({ answers: { ...honestAnswers(random), check: "not_read" } }));
  await services.admission.admitMany(study, submissionsOf(190, { day, seed: 4 }, [said, said, ...careless]));
  await services.indicators.put({
    study: "flood",
    indicator: "women",
    title: { "zh-CN": "女性", en: "Women" },
    of: { kind: "code", variable: "sex", codes: ["female"] },
    among: null,
    worse: "higher",
    areas: null,
  });
  browser = await startBrowser();
  page = await researcherPage(browser, application, { screen: "phone", locale: "en" });
});

afterAll(async () => {
  if (chromiumPath === null) return;
  await browser.close();
  await application.close();
});

describe.skipIf(chromiumPath === null)("a researcher on a phone", () => {
  test("is told that nobody is excluded without rules, and makes them with a reason", async () => {
    await page.goto("/studies/flood/questions");
    await page.getByLabel("Weights").waitFor();
    expect(await page.getByLabel("Excluded responses").count()).toBe(0);
    await page.goto("/studies/flood/quality");
    await page.getByText("There are no rules yet").waitFor();
    await page.getByText("Groups: 1; responses in them: 2").waitFor();
    await page.getByRole("button", { name: "Make rules" }).click();
    expect(await page.getByLabel("From which day").inputValue()).toBe(day);
    await page.getByLabel("The reason (needed)").fill("As agreed before the flood");
    await page.getByLabel("Attention check").selectOption("check");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Save as a new version" }).click();
    await page.getByText("As agreed before the flood").waitFor();
    expect(await page.getByText("in force", { exact: true }).count()).toBe(1);
  });

  test("screens, and sees who is excluded for what and what that does to the headline number", async () => {
    await page.getByRole("button", { name: "Screen now" }).click();
    const reasons = page.getByRole("region", { name: "Why responses are marked" });
    const row = reasons.getByRole("row", { name: /Attention check failed/ });
    await expect.poll(async () => (await row.locator("td.number").allInnerTexts()).slice(0, 2)).toEqual(["10", "10"]);
    const headlines = page.getByRole("region", { name: "Headline numbers" });
    await expect.poll(() => headlines.innerText()).toMatch(/n 192[^]*n 202[^]*Women[^]*%[^]*%/);
    expect(await page.getByText("10 excluded (Screening, version 1)").count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test("counts the excluded by choice, in an address that a link repeats and back undoes", async () => {
    const cards = page.locator(".questions");
    await page.goto("/studies/flood/questions");
    await page.getByLabel("Excluded responses").waitFor();
    await expect.poll(() => cards.innerText()).toContain("n = 192");
    await page.getByLabel("Excluded responses").selectOption({ label: "Counted" });
    await expect.poll(() => cards.innerText()).toContain("n = 202");
    expect(await cards.innerText()).not.toContain("10 excluded");
    expect(new URL(page.url()).searchParams.get("exclusions")).toBe("none");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto("/studies/flood/trends?q=sex&code=female&exclusions=none");
    expect(await page.getByLabel("Excluded responses").inputValue()).toBe("none");
    await page.goBack();
    await expect.poll(() => cards.innerText()).toContain("n = 202");
    await page.goBack();
    await expect.poll(() => cards.innerText()).toContain("n = 192");
  });

  test("finds the valid share of the overview to be the same", async () => {
    await page.goto("/studies/flood/overview");
    await page.getByText("192 / 202").first().waitFor({ state: "attached" });
    expect(await page.getByRole("region", { name: "Responses", exact: true }).innerText()).toContain("95.0%");
  });
});
