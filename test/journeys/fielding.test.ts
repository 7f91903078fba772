import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApplication, type TestApplication } from "../support/application.ts";
import { accessibilityFaults, chromiumPath, startBrowser } from "../support/browser.ts";
import { researcherPage } from "../support/researcher.ts";

let application: TestApplication;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (chromiumPath === null) return;
  application = await startApplication();
  browser = await startBrowser();
  page = await researcherPage(browser, application, { screen: "desktop", locale: "en" });
});

afterAll(async () => {
  if (chromiumPath === null) return;
  await browser.close();
  await application.close();
});

/** One story, in order: each test begins where the one before ended. */
describe.skipIf(chromiumPath === null)("a study on its way into the field", () => {
  test("begins from a template, and says beside the field what is wrong with its name", async () => {
    await page.goto("/studies");
    await page.getByRole("button", { name: "New study" }).click();
    await page.getByLabel("Name (for its address)").fill("Worry?");
    await page.getByLabel("Title in Chinese").fill("焦虑");
    await page.getByLabel("Title in English").fill("Worry");
    await page.getByLabel("GAD-7 alone").check();
    await page.getByRole("button", { name: "Create" }).click();
    await page.locator("p.fault").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel("Name (for its address)").fill("worry");
    await page.getByRole("button", { name: "Create" }).click();
    await page.frameLocator("iframe[title='Preview']").getByText("Feeling nervous").first().waitFor();
    await page.getByText("This will be the first version").waitFor();
  });

  test("is fielded as the template is, and opened once that is confirmed", async () => {
    await page.getByRole("button", { name: "Field it" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Field it" }).click();
    await page.getByText("Fielded as version 1").waitFor();
    await page.getByRole("link", { name: "Fielding" }).click();
    await page.getByRole("button", { name: "Open the study" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
    expect((await application.services.studies.find("worry"))?.state).toBe("draft");
    await page.getByRole("button", { name: "Open the study" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Open the study" }).click();
    await page.getByText("Takes answers, within the days below").waitFor();
    expect((await application.services.studies.find("worry"))?.state).toBe("open");
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("is given days and a title; days the wrong way round are said beside them", async () => {
    await page.getByLabel("First day").fill("2026-03-01");
    await page.getByLabel("Last day").fill("2026-02-01");
    await page.getByRole("button", { name: "Save" }).click();
    await page.locator("p.fault").waitFor();
    await page.getByLabel("First day").fill("2026-01-01");
    await page.getByLabel("Last day").fill("2099-12-31");
    await page.getByLabel("Title in English").fill("How worried");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { name: "How worried" }).waitFor();
    expect(await application.services.studies.find("worry")).toMatchObject({
      firstDay: "2026-01-01",
      lastDay: "2099-12-31",
    });
  });

  test("has a collector with a code to save and a poster to print", async () => {
    await page.getByLabel("Title", { exact: true }).fill("Evening paper");
    await page.getByLabel("Code (in the link)").fill("Evening Paper");
    await page.getByRole("button", { name: "Add a collector" }).click();
    await page.locator("p.fault").waitFor();
    await page.getByLabel("Code (in the link)").fill("paper");
    await page.getByLabel("Grid unit").fill("330602");
    await page.getByRole("button", { name: "Add a collector" }).click();
    await page.getByRole("heading", { name: "Evening paper" }).waitFor();
    for (const [tool, start] of [
      ["SVG", "<svg"],
      ["PNG", "PNG"],
    ] as const) {
      const arriving = page.waitForEvent("download");
      await page.getByRole("button", { name: `${tool}: Evening paper` }).click();
      const download = await arriving;
      expect(download.suggestedFilename()).toBe(`worry-paper.${tool.toLowerCase()}`);
      expect((await readFile(await download.path())).subarray(0, 8).toString("latin1")).toContain(start);
    }
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("link", { name: /Poster.*Evening paper/ }).click();
    const poster = page.locator(".fielding-poster");
    await poster.getByText(`${application.address}/s/worry?c=paper`, { exact: true }).waitFor();
    expect(await poster.locator("p").allInnerTexts()).toEqual(expect.arrayContaining(["焦虑", "How worried"]));
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".study-head").isVisible()).toBe(false);
    expect(await poster.isVisible()).toBe(true);
    await page.emulateMedia({ media: "screen" });
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("is answered through its collector, which the response keeps in either language", async () => {
    const answering = await page.context().newPage();
    await answering.goto("/s/worry?c=paper");
    await answering.getByRole("link", { name: "English" }).click();
    await answering.getByRole("button", { name: "Check and send" }).click();
    await answering.getByRole("button", { name: "Send my answers" }).click();
    await answering.getByText("Received. Thank you!").waitFor();
    await answering.close();
    const { words, collector, gridUnit } = await application.services.columns.columnsOf("worry");
    expect([words[collector[0] ?? 0], words[gridUnit[0] ?? 0]]).toEqual(["paper", "330602"]);
    await page.getByRole("link", { name: "Back" }).click();
    await page.getByText("Stays once there are responses").waitFor();
    expect(await page.getByLabel("Time zone").isDisabled()).toBe(true);
  });

  test("is duplicated with its questionnaire and its collector", async () => {
    await page.goto("/studies");
    await page.getByRole("button", { name: "Duplicate: How worried" }).click();
    expect(await page.getByLabel("Title in English").inputValue()).toBe("How worried (copy)");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel("Name (for its address)").fill("worry");
    await page.getByRole("button", { name: "Create" }).click();
    await page.getByText("This name is taken").waitFor();
    await page.getByLabel("Name (for its address)").fill("worry-again");
    await page.getByRole("button", { name: "Create" }).click();
    await page.getByRole("heading", { name: "How worried (copy)" }).waitFor();
    await page.getByRole("link", { name: "Fielding" }).click();
    await page.getByRole("heading", { name: "Evening paper" }).waitFor();
    expect(await page.locator("[data-testid='responses']").innerText()).toBe("0");
  });

  test("loses a collector once that is confirmed", async () => {
    await page.getByRole("button", { name: "Remove" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await page.getByRole("heading", { name: "Evening paper" }).waitFor({ state: "detached" });
    expect(await application.services.collectors.list("worry")).toHaveLength(1);
  });
});
