import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApplication, type TestApplication } from "../support/application.ts";
import { accessibilityFaults, chromiumPath, startBrowser } from "../support/browser.ts";
import { fieldStudy, keepResponses } from "../support/fieldStudy.ts";
import { researcherPage } from "../support/researcher.ts";

let application: TestApplication;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (chromiumPath === null) return;
  application = await startApplication();
  const study = await fieldStudy(application.services, {
    elements: [
      {
        type: "radiogroup",
        name: "sex",
        title: "Your sex",
        choices: [
          { value: "m", text: "Man" },
          { value: "f", text: "Woman" },
        ],
      },
      { type: "text", name: "age", inputType: "number", title: "Your age" },
      { type: "checkbox", name: "needs", title: "Needs", choices: ["food", "masks"] },
      { type: "comment", name: "story", title: "Your story" },
    ],
  });
  await keepResponses(
    application.services,
    study,
    Array.from({ length: 120 }, (_, number) => ({
      day: number < 60 ? "2026-03-01" : "2026-03-02",
      answers: {
        sex: number % 3 === 0 ? "m" : "f",
        age: 20 + (number % 40),
        ...(number % 2 === 0 && { needs: ["food"] }),
        // All of the newest day, of whom fewer fit on a page than there are.
        ...(number >= 60 && { story: "<img src=x onerror=alert(1)>" }),
      },
    })),
  );
  browser = await startBrowser();
  page = await researcherPage(browser, application, { screen: "desktop", locale: "en" });
});

afterAll(async () => {
  if (chromiumPath === null) return;
  await browser.close();
  await application.close();
});

const table = () => page.getByRole("region", { name: "Response records" });
const rows = () => table().locator("tbody tr");

describe.skipIf(chromiumPath === null)("a researcher who may see responses", () => {
  test("reads them by their labels, page by page, and goes back", async () => {
    await page.goto("/studies/flood/records");
    await page.getByText("120 responses match").waitFor();
    expect(await rows().count()).toBe(50);
    expect(await rows().first().innerText()).toMatch(/2 Mar.*(?:Man|Woman)/s);
    await page.getByRole("button", { name: "Next page" }).click();
    const next = page.getByRole("button", { name: "First page" });
    await next.waitFor();
    await expect.poll(() => rows().nth(20).innerText()).toContain("1 Mar");
    await page.goBack();
    await expect.poll(() => next.count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("chooses columns and codes, and sees what people wrote as text alone", async () => {
    await page.getByText("Columns (").click();
    await page.getByRole("checkbox", { name: "Needs – food" }).check();
    await page.getByRole("radio", { name: "Codes" }).check();
    await page.getByText("<img src=x onerror=alert(1)>").first().waitFor();
    expect(await table().getByRole("columnheader", { name: "needs.food" }).count()).toBe(1);
    expect(await table().locator("img").count()).toBe(0);
    expect(new URL(page.url()).searchParams.getAll("column")).toContain("needs.food");
  });

  test("filters, and a link shows the same", async () => {
    await page.getByRole("button", { name: "Add a filter" }).click();
    await page.getByLabel("Only").selectOption("sex");
    await page.getByRole("checkbox", { name: "Man", exact: true }).check();
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByText("40 responses match").waitFor();
    await page.goto(page.url());
    await page.getByText("40 responses match").waitFor();
    await page.getByLabel("From").fill("2027-01-01");
    await page.getByText("No response matches").waitFor();
    expect(await rows().count()).toBe(0);
  });

  test("finds every opening in the list of them, with who and of whom", async () => {
    await page.getByText("Who opened them").click();
    const lines = page.getByRole("region", { name: "Who opened them" });
    await lines.waitFor();
    const newest = await lines.locator("tbody tr").first().innerText();
    expect(newest).toContain("Li");
    expect(newest).toContain("Man");
    expect(await lines.locator("tbody tr").count()).toBeGreaterThanOrEqual(6);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("reads them as cards in Chinese on a phone", async () => {
    const small = await researcherPage(browser, application, { screen: "phone", locale: "zh-CN" });
    await small.goto("/studies/flood/records");
    await small.getByText("120 份回答符合筛选").waitFor();
    expect(await small.getByRole("list", { name: "回答记录" }).getByRole("listitem").count()).toBe(50);
    expect(await small.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    expect(await accessibilityFaults(small)).toEqual([]);
    await small.close();
  });
});
