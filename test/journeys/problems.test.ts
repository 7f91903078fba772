import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startApplication, type TestApplication } from "../support/application.ts";
import { accessibilityFaults, chromiumPath, startBrowser } from "../support/browser.ts";
import { figureMaker, figureOf, figureStudy } from "../support/figures.ts";
import { researcherPage } from "../support/researcher.ts";

let application: TestApplication;
let browser: Browser;
let page: Page;
let figure = "";

beforeAll(async () => {
  if (chromiumPath === null) return;
  application = await startApplication({ studyClock: () => new Date("2026-03-04T02:00:00Z") });
  await figureStudy(application.services);
  const maker = figureMaker(application.address, (await application.signIn()).cookie);
  await maker.publish({ questions: ["worried"] });
  ({ figure } = await maker.make(figureOf()));
  await maker.show(figure, "public");
  await maker.at(`/${figure}/frozen`, { method: "POST" });
  browser = await startBrowser();
  page = await researcherPage(browser, application, { screen: "phone", locale: "en" });
}, 60_000);

afterAll(async () => {
  if (chromiumPath === null) return;
  await browser.close();
  await application.close();
});

const what = "The answers of the south were sent twice.";
const done = "The second copies were taken out.";

/** What the result of a question says below its numbers. */
const notesOf = async (question: string): Promise<string> => {
  await page.locator(`#question-${question} .result-line`).waitFor();
  return (await page.locator(`#question-${question} .problem-notes`).allTextContents()).join(" ");
};

describe.skipIf(chromiumPath === null)("a researcher on a phone whose data have a problem", () => {
  test("logs it with its days, question and place", async () => {
    await page.goto("/studies/flood/problems");
    await page.getByText("No data problem is on record").waitFor();
    await page.getByRole("button", { name: "Log a data problem" }).click();
    await page.getByLabel("First day").fill("2026-02-25");
    await page.getByLabel("Last day").fill("2026-02-24");
    await page.getByLabel("What happened, in Chinese").fill("南边的答案发送了两次。");
    await page.getByLabel("What happened, in English").fill(what);
    await page.getByRole("radio", { name: "Only these" }).check();
    expect(await page.getByRole("button", { name: "Save" }).isEnabled()).toBe(false);
    await page.getByRole("checkbox", { name: /Are you worried/ }).check();
    await page.getByRole("button", { name: "Limit it to places or people" }).click();
    await page.getByRole("combobox", { name: "Only" }).selectOption({ label: "Where do you live?" });
    await page.getByRole("checkbox", { name: "South" }).check();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("The last day is before the first").waitFor();
    await page.getByLabel("First day").fill("2026-02-24");
    await page.getByRole("button", { name: "Save" }).click();
    const open = page.getByRole("region", { name: "Open" });
    await expect
      .poll(() => open.innerText())
      .toMatch(/24 February 2026[^]*研究员 Li[^]*sent twice[^]*Are you worried[^]*Where do you live\? South/);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("finds it at the results that it affects, in how they were computed, and at no other", async () => {
    await page.goto("/studies/flood/questions");
    expect(await notesOf("worried")).toContain(what);
    expect(await notesOf("town")).toBe("");
    const card = page.locator("#question-worried");
    await card.getByRole("button", { name: "How was this computed?" }).click();
    await expect.poll(() => card.locator(".how-computed").innerText()).toContain(`24 February 2026: ${what}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto("/studies/flood/questions?from=2026-03-01");
    expect(await notesOf("worried")).toBe("");
    await page.goto("/studies/flood/questions?is.town=north");
    expect(await notesOf("worried")).toBe("");
    await page.goto("/studies/flood/export");
    await page.getByText("There are known problems with these responses").waitFor();
    expect(await page.locator(".problem-notes").innerText()).toContain(what);
  });

  test("sees it on the page and embed of the figure, live and frozen", async () => {
    for (const rest of ["", "/embed", "/frozen/1", "/frozen/1/embed"]) {
      await page.goto(`/f/${figure}${rest}?lang=en`);
      await page.getByText(`Data problem, 24 February 2026: ${what}`, { exact: true }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
    }
  });

  test("says what was done, and what was said before stays on record", async () => {
    await page.goto("/studies/flood/problems");
    await page.getByRole("button", { name: "Correct" }).click();
    await page.getByLabel("Last day").fill("2026-02-25");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Resolve…" }).click();
    await page.getByLabel("What was done, in Chinese").fill("重复的答案已删去。");
    await page.getByLabel("What was done, in English").fill(done);
    await page.getByRole("button", { name: "Mark as resolved" }).click();
    const resolved = page.getByRole("region", { name: "Resolved" });
    await resolved.getByText("All versions (3)").click();
    await expect
      .poll(() => resolved.innerText())
      .toMatch(/Version 3[^]*25 February 2026[^]*Version 1[^]*24 February 2026/);
    await page.goto("/studies/flood/questions");
    expect(await notesOf("worried")).toContain(`Resolved: ${done}`);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
