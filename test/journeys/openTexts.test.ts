import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Definition } from "../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../support/application.ts";
import { accessibilityFaults, chromiumPath, startBrowser } from "../support/browser.ts";
import { fieldStudy, keepResponses } from "../support/fieldStudy.ts";
import { researcherPage } from "../support/researcher.ts";

const definition: Definition = {
  elements: [
    { type: "radiogroup", name: "sex", choices: ["f", "m"] },
    { type: "comment", name: "words", title: { "zh-cn": "您最想知道什么？", en: "What would you most like to know?" } },
  ],
};

/** Two weeks of 60 texts; a remedy is written of from the second on. */
const responses = Array.from({ length: 120 }, (_, number) => ({
  day: `2026-03-${String((number >= 60 ? 8 : 1) + (number % 7)).padStart(2, "0")}`,
  answers: {
    sex: number % 3 === 0 ? "f" : "m",
    words:
      (number % 2 === 0 ? "口罩什么时候能买到" : "学校什么时候开学") +
      (number >= 60 && number % 3 === 0 ? "，<b>双黄连</b>有没有用" : ""),
  },
}));

let application: TestApplication;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (chromiumPath === null) return;
  application = await startApplication();
  const study = await fieldStudy(application.services, definition);
  await keepResponses(application.services, study, responses);
  browser = await startBrowser();
  page = await researcherPage(browser, application, { screen: "desktop", locale: "en" });
});

afterAll(async () => {
  if (chromiumPath === null) return;
  await browser.close();
  await application.close();
});

/** One story, in order: each test begins where the one before ended. */
describe.skipIf(chromiumPath === null)("a researcher with open texts", () => {
  test("sees which terms rose and which are frequent, each with its share of the writers and an interval", async () => {
    await page.goto("/studies/flood/texts?part=terms");
    const risen = page.getByRole("region", { name: "Terms that rose" });
    await risen.getByRole("button", { name: "双黄连", exact: true }).waitFor();
    expect(await risen.locator("tbody tr").first().innerText()).toMatch(/20\s+33%\s+23%–46%\s+fewer than 3\s+<0\.001/);
    const frequent = page.getByRole("region", { name: "Frequent terms" });
    expect(await frequent.locator("tbody tr").first().innerText()).toMatch(/60\s+50\.0%\s+41\.2%–58\.8%/);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("leaves a term out of the count, and brings it back", async () => {
    await page.getByRole("button", { name: "Do not count: 开学" }).click();
    await page.getByRole("button", { name: "Do not count: 开学" }).waitFor({ state: "detached" });
    await page.getByText("Dictionary and ignored terms").click();
    await page.getByLabel("Terms that are not counted").fill("");
    await page.getByRole("button", { name: "Save" }).click();
    const back = page.getByRole("button", { name: "Do not count: 开学" });
    await expect.poll(() => back.count()).toBe(1);
  });

  test("reads a term in its context, as it was written, and comes back", async () => {
    await page.getByRole("button", { name: "双黄连", exact: true }).first().click();
    await page.locator(".in-context").first().waitFor();
    expect(await page.locator(".in-context").count()).toBe(20);
    expect(await page.locator(".in-context").first().textContent()).toContain("<b>双黄连</b>有没有用");
    expect(await page.locator(".in-context b").count()).toBe(0);
    await page.getByText("20 of the 120 people who wrote something").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goBack();
    await page.getByRole("region", { name: "Terms that rose" }).waitFor();
    await page.goForward();
  });

  test("makes a theme of it, which is a question with a share, an interval and n", async () => {
    await page.getByRole("button", { name: "Make a theme of it" }).click();
    await page.locator(".texts-theme").getByLabel("Name").fill("Remedies");
    await page.locator(".texts-theme").getByLabel("Variable").fill("remedies");
    await page.getByRole("button", { name: "Save" }).click();
    const row = page.getByRole("region", { name: "Themes" }).locator("tbody tr").first();
    await expect.poll(() => row.innerText()).toMatch(/16\.7%[\s\S]*120/);
    expect(await row.innerText()).toContain("themes.remedies");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto("/studies/flood/questions");
    const question = page.locator("#question-themes");
    await question.locator("tbody tr").first().waitFor();
    expect(await question.innerText()).toContain("Remedies");
  });

  test("codes a sample by hand, and sees how the terms agree with it", async () => {
    await page.goto("/studies/flood/texts?part=coding");
    await page.getByLabel("Texts", { exact: true }).fill("3");
    await page.getByRole("button", { name: "Draw a sample" }).click();
    await page.locator(".texts-one").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    for (let text = 1; text <= 3; text++) {
      await page.getByText(`${text} / 3`, { exact: false }).first().waitFor();
      if ((await page.locator(".texts-one .written").innerText()).includes("双黄连"))
        await page.getByLabel("Remedies").check();
      await page.getByRole("button", { name: "Save and go on" }).click();
    }
    await page.getByText("You have coded the whole sample").waitFor();
    await page.getByText("Shown once two people have coded the same text.").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("finds every part whole on a phone and in Chinese", async () => {
    const small = await researcherPage(browser, application, { screen: "phone", locale: "zh-CN" });
    for (const part of ["read", "terms", "context&keyword=口罩", "themes", "coding"]) {
      await small.goto(`/studies/flood/texts?part=${part}`);
      await small.locator(".texts-parts a[aria-current]").waitFor();
      await expect.poll(() => small.locator(".texts-view .loading").count()).toBe(0);
      expect(await small.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)")).toBe(0);
      expect(await accessibilityFaults(small)).toEqual([]);
    }
    await small.context().close();
  });
});
