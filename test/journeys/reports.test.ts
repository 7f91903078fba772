import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApplication, type TestApplication } from "../support/application.ts";
import { accessibilityFaults, chromiumPath, openWindow, startBrowser } from "../support/browser.ts";
import { reportStudy } from "../support/reports.ts";

let application: TestApplication;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  if (chromiumPath === null) return;
  application = await startApplication();
  await reportStudy(application.services);
  browser = await startBrowser();
  context = await openWindow(browser, { screen: "desktop", locale: "en", baseURL: application.address });
  page = await context.newPage();
  await page.goto(`/setup?code=${(await application.services.accounts.setUpCode()) ?? ""}`);
  await page.getByLabel("Name").fill("Li");
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: "Set up" }).click();
  await page.getByRole("link", { name: "Flood survey" }).waitFor();
}, 60_000);

afterAll(async () => {
  if (chromiumPath === null) return;
  await browser.close();
  await application.close();
});

const shown = () => page.frameLocator("iframe");

describe.skipIf(chromiumPath === null)("who writes the morning's report", () => {
  test("reads the brief, in the other language and of the day before, at an address that says so", async () => {
    await page.goto("/studies/flood/reports");
    await shown().getByRole("heading", { name: "Daily brief · 14 March 2026" }).waitFor();
    await page.getByRole("combobox", { name: "Language of the report" }).selectOption({ label: "Chinese" });
    await page.getByLabel("Up to which day").fill("2026-03-13");
    await shown().getByRole("heading", { name: "每日简报 · 2026年3月13日" }).waitFor();
    expect(new URL(page.url()).search).toBe("?in=zh-CN&day=2026-03-13");
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("takes it away as Word", async () => {
    const begun = page.waitForEvent("download");
    await page.getByRole("button", { name: "Word" }).click();
    expect((await begun).suggestedFilename()).toBe("flood-daily-brief.docx");
  });

  test("takes what is too long for one picture away in parts, told beforehand, or part by part", async () => {
    const kept = await page.request.put("/api/studies/flood/reports/long", {
      data: { title: "Long", markdown: `# Long\n\n${"A paragraph.\n\n".repeat(400)}`, version: 0 },
      headers: { Origin: application.address },
    });
    expect(kept.status()).toBe(200);
    await page.goto("/studies/flood/reports?template=long");
    const names: string[] = [];
    page.on("download", (download) => names.push(download.suggestedFilename()));
    await page.getByRole("button", { name: "Long image (2 parts)" }).click();
    const second = page.getByRole("link", { name: "Part 2" });
    await second.waitFor();
    await expect.poll(() => names.toSorted()).toEqual(["flood-long-1-of-2.png", "flood-long-2-of-2.png"]);
    const begun = page.waitForEvent("download");
    await second.click();
    expect((await begun).suggestedFilename()).toBe("flood-long-2-of-2.png");
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("writes a template of their own, is shown what is wrong with it, and reads the report that it makes", async () => {
    await page.goto("/studies/flood/reports");
    await page.getByRole("button", { name: "Write a template of your own from this one" }).click();
    await page.getByLabel("Title", { exact: true }).fill("Worries");
    await page.getByLabel("Name in addresses").fill("worries");
    await page.getByLabel("Template (Markdown)").fill("# Worries on {{day}}\n\n{{part:everything}}\n");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Line 3, column 1" }).click();
    expect(await page.evaluate("document.activeElement.selectionStart")).toBe("# Worries on {{day}}\n\n".length);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel("Template (Markdown)").fill("# Worries on {{day}}\n\n{{part:indicators week}}\n");
    await page.getByRole("button", { name: "Save" }).click();
    await shown().getByRole("heading", { name: "Worries on 14 March 2026" }).waitFor();
    expect(await page.getByRole("combobox", { name: "Template" }).inputValue()).toBe("worries");
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
