import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatInterval, formatShare } from "../../charts/format.ts";
import type { AnalysisResult } from "../../server/analysis/analysisApi.ts";
import type { Definition } from "../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../support/application.ts";
import { accessibilityFaults, chromiumPath, startBrowser } from "../support/browser.ts";
import { fieldStudy, keepResponses } from "../support/fieldStudy.ts";
import { researcherPage } from "../support/researcher.ts";

const definition: Definition = {
  elements: [
    {
      type: "radiogroup",
      name: "sex",
      title: { default: "性别", en: "Sex" },
      choices: [
        { value: "f", text: { default: "女", en: "Women" } },
        { value: "m", text: { default: "男", en: "Men" } },
        { value: "x", text: { default: "不愿回答", en: "Not said" } },
      ],
    },
    {
      type: "radiogroup",
      name: "worry",
      title: { default: "您担心吗？", en: "Do you worry?" },
      choices: [
        { value: "yes", text: { default: "担心", en: "Yes" } },
        { value: "no", text: { default: "不担心", en: "No" } },
        { value: "unsure", text: { default: "说不清", en: "Unsure" } },
      ],
    },
    {
      type: "checkbox",
      name: "needs",
      title: { default: "需要什么", en: "What is needed" },
      choices: [
        { value: "masks", text: { default: "口罩", en: "Masks" } },
        { value: "food", text: { default: "食品", en: "Food" } },
      ],
    },
    { type: "rating", name: "openness", title: { default: "公开程度", en: "Openness" }, rateMin: 1, rateMax: 5 },
  ],
};

/** 250 women, 140 men and 10 who do not say; women worry more, and want masks more. */
const people = Array.from({ length: 400 }, (_, number) => {
  const sex = number % 40 === 39 ? "x" : number % 8 < 5 ? "f" : "m";
  const isWorried = (number * 7) % 10 < (sex === "f" ? 7 : 4);
  return {
    answers: {
      sex,
      worry: number % 9 === 0 ? "unsure" : isWorried ? "yes" : "no",
      needs: sex === "f" || number % 3 === 0 ? ["masks"] : ["food"],
      openness: 1 + (number % 5),
    },
  };
});

let application: TestApplication;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  if (chromiumPath === null) return;
  application = await startApplication();
  await keepResponses(application.services, await fieldStudy(application.services, definition), people);
  browser = await startBrowser();
  page = await researcherPage(browser, application, { screen: "desktop", locale: "en" });
});

afterAll(async () => {
  if (chromiumPath === null) return;
  await browser.close();
  await application.close();
});

async function asked(request: object): Promise<AnalysisResult> {
  const answer = await page.request.post("/api/studies/flood/estimates", {
    data: request,
    headers: { Origin: application.address },
  });
  return (await answer.json()) as AnalysisResult;
}

/** One story, in order: each test begins where the one before ended. */
describe.skipIf(chromiumPath === null)("a researcher with crosstabs", () => {
  test("sees a question by groups: the API's own shares, the n of each column, and letters", async () => {
    await page.goto("/studies/flood/crosstabs?rows=worry&by=sex");
    const table = page.locator("table.crosstab");
    await table.waitFor();
    expect(await table.locator("thead th").allInnerTexts()).toEqual(["A\nWomen", "B\nMen", "C\nNot said", "Total"]);
    expect(await table.locator(".crosstab-sizes td").allInnerTexts()).toEqual(["250", "140", "10\nn < 30", "400"]);
    const { estimates, tests } = await asked({ question: "worry", by: ["sex"] });
    const yes = estimates[0]?.map(([estimate]) => estimate);
    const shown = await table.locator("tbody tr").nth(1).locator(".crosstab-number").allInnerTexts();
    expect(shown).toEqual(
      yes?.map((estimate) =>
        estimate?.kind === "estimate" && estimate.n >= 30
          ? formatShare(estimate.value, { language: "en", n: estimate.n })
          : "–",
      ),
    );
    expect(tests?.compared[0]?.[0]).toMatchObject({ isHigherThan: ["B"] });
    expect(await table.locator("tbody tr").nth(1).locator(".crosstab-letters").allInnerTexts()).toEqual(["B"]);
    await page.getByText("The two go together").waitFor();
    await page.getByText("That they go together does not say what brings it about.").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("hears of a number of whom it is, with its interval and n, and which groups are lower", async () => {
    const { estimates } = await asked({ question: "worry", by: ["sex"] });
    const women = estimates[0]?.[0]?.[0];
    if (women?.kind !== "estimate" || women.interval === null) throw new Error("There is a share");
    const style = { language: "en", n: women.n } as const;
    const reading = page.locator(".crosstab-reading");
    await page.getByRole("button", { name: "Of those with “Sex: Women”" }).first().click();
    expect(await reading.innerText()).toBe(
      `How to read it: Of those with “Sex: Women”, ${formatShare(women.value, style)} answered “Yes” to “Do you worry?” ` +
        `(95% interval ${formatInterval(women.interval, "share", style)}, n = 250). Significantly higher than: B Men.`,
    );
    await page.getByRole("button", { name: "Of the people of all columns together" }).first().click();
    await expect.poll(() => reading.innerText()).toContain("Of the people of all columns together");
  });

  test("changes the rows, sees intervals, and goes back by the browser's own button", async () => {
    await page.getByLabel("Show 95% intervals").check();
    await page.locator(".crosstab-interval").first().waitFor();
    await page.getByLabel("Rows: a question").selectOption("needs");
    await page.getByRole("heading", { name: "What is needed × Sex" }).waitFor();
    await page.getByText("Several answers possible").waitFor();
    expect(await page.locator("tbody th[scope=row]").allInnerTexts()).toEqual(["n", "Masks", "Food"]);
    await page.goBack();
    await page.getByRole("heading", { name: "Do you worry? × Sex" }).waitFor();
    await page.getByRole("button", { name: "Swap rows and columns" }).click();
    await page.getByRole("heading", { name: "Sex × Do you worry?" }).waitFor();
    expect(new URL(page.url()).searchParams.get("rows")).toBe("sex");
  });

  test("sees a table for each value of a layer, each saying whom it is of", async () => {
    await page.goto("/studies/flood/crosstabs?rows=openness&by=worry&layer=sex");
    await page.locator("table.crosstab").nth(2).waitFor();
    await expect
      .poll(() => page.locator(".crosstab-among").allInnerTexts())
      .toEqual(["only Sex: Women", "only Sex: Men", "only Sex: Not said"]);
    // A rating has a mean besides its shares.
    expect(await page.locator("#crosstab-f tbody th[scope=row]").last().innerText()).toBe("Mean");
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("takes the table away, and is told when nobody is left in it", async () => {
    await page.goto("/studies/flood/crosstabs?rows=worry&by=sex&is.needs.masks=true&is.needs.food=true");
    await page.getByText("Nobody meets these conditions").waitFor();
    await page.goto("/studies/flood/crosstabs?rows=worry&by=sex");
    const arriving = page.waitForEvent("download");
    await page.getByRole("button", { name: "CSV" }).click();
    expect((await arriving).suggestedFilename()).toBe("crosstab.csv");
  });

  test("finds it whole on a phone in Chinese: the table scrolls by itself beside its first column", async () => {
    const phone = await researcherPage(browser, application, { screen: "phone", locale: "zh-CN" });
    await phone.goto("/studies/flood/crosstabs?rows=worry&by=sex&shade=distance");
    await phone.locator("table.crosstab").waitFor();
    expect(await phone.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)")).toBe(0);
    const first = phone.locator("tbody th[scope=row]").nth(1);
    const before = await first.boundingBox();
    await phone.evaluate("document.querySelector('.crosstab-frame').scrollLeft = 80");
    expect((await first.boundingBox())?.x).toBe(before?.x);
    await phone.getByText("在“性别：女”的人中").first().waitFor();
    expect(await accessibilityFaults(phone)).toEqual([]);
    await phone.context().close();
  });
});
