import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatDifference, formatShare } from "../../charts/format.ts";
import type { ComparisonResult } from "../../server/analysis/comparisonApi.ts";
import type { FigureList } from "../../server/figures/figuresApi.ts";
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
      type: "checkbox",
      name: "needs",
      title: { default: "需要什么", en: "What is needed" },
      choices: [
        { value: "masks", text: { default: "口罩", en: "Masks" } },
        { value: "food", text: { default: "食品", en: "Food" } },
      ],
    },
    { type: "rating", name: "openness", title: { default: "公开程度", en: "Openness" }, rateMin: 1, rateMax: 5 },
    { type: "text", name: "minutes", title: { default: "分钟", en: "Minutes" }, inputType: "number", min: 0, max: 600 },
  ],
};

/** Women want masks much more than men; everybody wants food more in the second week; the rest is alike. */
const people = Array.from({ length: 420 }, (_, number) => {
  const sex = number % 21 === 20 ? "x" : number % 2 === 0 ? "f" : "m";
  const isLate = number % 4 > 1;
  const masks = number % 10 < (sex === "f" ? 8 : 3) ? ["masks"] : [];
  const food = (number * 7) % 10 < (isLate ? 8 : 3) ? ["food"] : [];
  return {
    day: isLate ? "2026-03-10" : "2026-03-03",
    answers: { sex, needs: [...masks, ...food], openness: 1 + ((number * 3) % 5), minutes: (number * 11) % 120 },
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

/** One story, in order: each test begins where the one before ended. */
describe.skipIf(chromiumPath === null)("a researcher with two groups", () => {
  test("sees the first two answers compared on everything at once, the sure and large differences first", async () => {
    await page.goto("/studies/flood/compare");
    await page.getByRole("heading", { name: "Sex: Women against Sex: Men" }).waitFor();
    const answer = await page.request.post("/api/studies/flood/comparisons", {
      data: {
        first: { kind: "code", variable: "sex", codes: ["f"] },
        second: { kind: "code", variable: "sex", codes: ["m"] },
      },
      headers: { Origin: application.address },
    });
    const { items, tests } = (await answer.json()) as ComparisonResult;
    const masks = items.find(({ variable }) => variable?.name === "needs.masks");
    if (masks?.difference.kind !== "difference" || masks.first.kind !== "estimate") throw new Error("It is compared");
    const top = page.locator("#compare-share tbody tr").first();
    expect(await top.locator("th").innerText()).toBe("Masks\nWhat is needed");
    expect(await top.getAttribute("class")).toBe("sure");
    const { value } = masks.difference.estimate;
    expect(await top.locator(".comparison-difference").innerText()).toBe(
      formatDifference(value, "share", { language: "en", plus: "+" }),
    );
    const { n } = masks.first;
    expect(await top.locator("td").nth(2).innerText()).toBe(
      `${formatShare(masks.first.value, { language: "en", n })}\nn ${n}`,
    );
    const found = items.filter(
      ({ difference }) => difference.kind === "difference" && difference.adjustedPValue < 0.05,
    );
    await page.getByText(`Of ${tests} differences tested, ${found.length} are significant`).waitFor();
    expect(await page.locator("#compare-mean tbody th").allInnerTexts()).toEqual(["Minutes"]);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("keeps only the sure ones, puts people into other groups, and is told when a group is empty", async () => {
    await page.getByLabel("Only those sure after adjustment").check();
    await expect.poll(() => page.locator("#compare-share tbody tr").count()).toBe(1);
    await page.getByRole("button", { name: "Group B: Not said" }).click();
    await page.getByRole("heading", { name: "Sex: Women against Sex: Men / Not said" }).waitFor();
    await page.getByRole("button", { name: "Group A: Women" }).click();
    await page.getByText("Choose at least one answer for group A").waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "Sex: Women against Sex: Men / Not said" }).waitFor();
  });

  test("compares the last seven days with the seven before, and says so on a phone in Chinese", async () => {
    const phone = await researcherPage(browser, application, { screen: "phone", locale: "zh-CN" });
    await phone.goto("/studies/flood/compare?compare=periods");
    await phone
      .getByRole("heading", { name: "2026年3月4日 – 2026年3月10日 对比 2026年2月25日 – 2026年3月3日" })
      .waitFor();
    expect(await phone.locator("#compare-share tbody th").first().innerText()).toBe("食品\n需要什么");
    expect(await phone.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)")).toBe(0);
    expect(await accessibilityFaults(phone)).toEqual([]);
    await phone.context().close();
  });

  test("makes a figure of a question in both periods", async () => {
    const before = page.url();
    await page.goto("/studies/flood/compare?compare=periods");
    const food = page.locator("#compare-share tbody tr").first();
    await food.getByRole("button", { name: "Make a figure: What is needed" }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await page.locator("img.figures-picture").first().waitFor();
    const answer = await page.request.get("/api/studies/flood/figures");
    expect(((await answer.json()) as FigureList).figures[0]).toMatchObject({
      title: { "zh-CN": "需要什么", en: "What is needed" },
      look: {
        kind: "slope",
        request: { question: "needs" },
        periods: [
          { from: "2026-02-25", to: "2026-03-03" },
          { from: "2026-03-04", to: "2026-03-10" },
        ],
      },
    });
    await page.goto(before);
  });

  test("takes the differences away", async () => {
    const arriving = page.waitForEvent("download");
    await page.getByRole("button", { name: "CSV" }).first().click();
    expect((await arriving).suggestedFilename()).toBe("compare-share.csv");
  });
});
