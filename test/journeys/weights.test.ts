import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApplication, type TestApplication } from "../support/application.ts";
import { accessibilityFaults, chromiumPath, startBrowser } from "../support/browser.ts";
import { fieldStudy } from "../support/fieldStudy.ts";
import { researcherPage } from "../support/researcher.ts";
import { answersArrive, weightable } from "../support/weighting.ts";

let application: TestApplication;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (chromiumPath === null) return;
  application = await startApplication();
  await fieldStudy(application.services, weightable);
  // A quarter are men, all worried; in the second week there is none.
  for (const day of ["2026-03-02", "2026-03-03"]) {
    await answersArrive(application, 40, { day, answers: { sex: "male", worried: "yes" } });
    await answersArrive(application, 120, { day, answers: { sex: "female", worried: "no" } });
  }
  await answersArrive(application, 30, { day: "2026-03-09", answers: { sex: "female", worried: "no" } });
  browser = await startBrowser();
  page = await researcherPage(browser, application, { screen: "desktop", locale: "en" });
});

afterAll(async () => {
  if (chromiumPath === null) return;
  await browser.close();
  await application.close();
});

const csv = (text: string) => ({ name: "census.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
const cells = (region: string, row: string) =>
  page.getByRole("region", { name: region }).getByRole("row", { name: row }).first().locator("td").allInnerTexts();

describe.skipIf(chromiumPath === null)("a researcher", () => {
  test("uploads margins, and is told the row and column of what is wrong with them", async () => {
    await page.goto("/studies/flood/weights");
    await page.getByRole("heading", { name: "No weighting scheme yet" }).waitFor();
    await page.getByRole("link", { name: "New scheme" }).click();
    const file = page.getByLabel("Upload shares (CSV)");
    await file.setInputFiles(csv("margin,category,share\nsex,male,half\nsex,female,0.5\n"));
    await page.getByText("row 2, share").waitFor();
    await file.setInputFiles(csv("margin,category,count\nsex,male,500\nsex,female,500\n"));
    await page.getByText("Margins read: sex").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("matches them to a question, and sees what would come out and what could not be met before anything is kept", async () => {
    await page.getByRole("textbox", { name: "Name", exact: true }).first().fill("Half men");
    await page.getByRole("textbox", { name: "Name (for its address)" }).fill("half");
    await page.getByRole("combobox", { name: "Variable" }).selectOption("sex");
    await page.getByRole("radio", { name: "So many days at a time" }).check();
    await page.getByLabel("Counted from").fill("2026-03-02");
    await page.getByRole("button", { name: "Preview" }).click();
    await page.getByRole("heading", { name: "Preview: nothing is kept" }).waitFor();
    // Of the block with men: wanted half, a quarter before, half achieved.
    expect((await cells("Wanted and achieved: sex", "male")).slice(0, 3)).toEqual(["80", "50.0%", "22.9%"]);
    expect(await cells("Wanted and achieved: sex", "male")).toContain("50.0%");
    await page.getByText("somebody should be in this category and nobody is").first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await application.services.weighting.schemes.list("flood")).toEqual([]);
  });

  test("keeps the scheme, runs it, and finds the run in its history", async () => {
    await page.getByRole("button", { name: "Save the scheme" }).click();
    await page.getByText("It has not been run yet.").waitFor();
    await page.getByRole("button", { name: "Run" }).click();
    await page.getByText("Made weights, version 1").waitFor();
    await page.getByRole("heading", { name: "Report of weights, version 1" }).waitFor();
    const run = page.getByRole("region", { name: "History of runs" }).getByRole("row").nth(1);
    expect(await run.innerText()).toContain("Li");
    expect(await run.innerText()).toContain("320 / 350");
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("takes the report away as a picture and as tables, which say of which weights they are", async () => {
    const taken = async (button: string, place: string): Promise<{ name: string; bytes: Buffer }> => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator(place).getByRole("button", { name: button, exact: true }).click(),
      ]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    };
    const picture = await taken("PNG", "#half-margins");
    expect(picture.name).toBe("half-margins.png");
    expect(picture.bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
    const margins = await taken("CSV", "#half-margins");
    expect(margins.bytes.toString("utf8")).toContain("Weights: half, version 1");
    const blocks = await taken("CSV", "#half-blocks");
    expect(blocks.bytes.toString("utf8")).toContain("Design effect");
    await page.locator("#half-margins").getByRole("button", { name: "How was this computed?" }).click();
    await page.getByRole("link", { name: "How weights are made" }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("has every page use it, whose numbers then say which version they are of", async () => {
    await page.getByRole("link", { name: "All schemes" }).click();
    await page.getByRole("radio", { name: "Half men" }).check();
    await page.getByRole("button", { name: "Use as usual" }).click();
    await page.getByText("Chosen by 研究员 Li").waitFor();
    await page.getByRole("navigation", { name: "Parts of the study" }).getByRole("link", { name: "Questions" }).click();
    await page.getByText("Weights: half, version 1").first().waitFor();
    expect(await page.getByLabel("Weights").locator("option").first().innerText()).toBe("As usual: Half men");
  });

  test("changes the scheme, which is a version of it, and reads the older report by its address", async () => {
    await page.goto("/studies/flood/weights?scheme=half&edit=1");
    await page.getByLabel("Note").fill("All days together");
    await page.getByRole("radio", { name: "The whole study together" }).check();
    await page.getByRole("button", { name: "Save the scheme" }).click();
    await page.getByText("Versions of the scheme (2)").waitFor();
    await page.getByRole("radio", { name: "All, anew" }).check();
    await page.getByRole("button", { name: "Run" }).click();
    await page.getByRole("heading", { name: "Report of weights, version 2" }).waitFor();
    await page.getByRole("link", { name: "Report 1" }).click();
    await page.getByRole("heading", { name: "Report of weights, version 1" }).waitFor();
    expect(new URL(page.url()).searchParams.get("version")).toBe("1");
    await page.goBack();
    await page.getByRole("heading", { name: "Report of weights, version 2" }).waitFor();
  });

  test("reads it in Chinese on a phone", async () => {
    const small = await researcherPage(browser, application, { screen: "phone", locale: "zh-CN" });
    await small.goto("/studies/flood/weights?scheme=half");
    await small.getByRole("heading", { name: "权重报告，版本 2" }).waitFor();
    const width = await small.evaluate<number>("document.documentElement.scrollWidth");
    expect(width).toBeLessThanOrEqual(360);
    expect(await accessibilityFaults(small)).toEqual([]);
    await small.close();
  });
});
