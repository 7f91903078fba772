import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ClaimList } from "../../server/claims/claimsApi.ts";
import { startApplication, type TestApplication } from "../support/application.ts";
import { accessibilityFaults, chromiumPath, openWindow, startBrowser } from "../support/browser.ts";
import { addWorried } from "../support/claims.ts";
import { figureMaker, figureStudy } from "../support/figures.ts";
import { researcherPage } from "../support/researcher.ts";

let application: TestApplication;
let browser: Browser;
let page: Page;
let article = "";

beforeAll(async () => {
  if (chromiumPath === null) return;
  application = await startApplication();
  await figureStudy(application.services);
  const { cookie } = await application.signIn();
  await figureMaker(application.address, cookie).publish({ questions: ["worried", "town", "open"] });
  browser = await startBrowser();
  page = await researcherPage(browser, application, { screen: "desktop", locale: "en" });
});

afterAll(async () => {
  if (chromiumPath === null) return;
  await browser.close();
  await application.close();
});

describe.skipIf(chromiumPath === null)("a writer who cites a number", () => {
  test("picks it from a table of results, in the keyboard's order, and makes it public", async () => {
    await page.goto("/studies/flood/questions");
    const question = page.locator("#question-worried");
    await question.getByRole("button", { name: "Cite a number" }).press("Enter");
    await question.getByRole("button", { name: "Cite this number: 36.4%" }).press("Enter");
    await question.getByText(/^36\.4% \(95% interval/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await question.getByRole("button", { name: "Make public" }).click();
    await question.getByRole("button", { name: "Make public" }).waitFor({ state: "detached" });
    const [marker = ""] = /\{\{claim:\w+\}\}/.exec(await question.innerText()) ?? [];
    article = `${marker}\n\n36.4% are worried.`;
    expect(marker).not.toBe("");
  });

  test("finds it among the study's claims, freezes it, and checks an article beside it", async () => {
    await page.getByRole("link", { name: "All claims" }).click();
    await page.getByRole("heading", { name: "Are you worried? · Yes" }).waitFor();
    await page.getByRole("button", { name: "Freeze as it is" }).click();
    await page.getByText("Holds", { exact: true }).waitFor();
    await page.getByRole("textbox", { name: "Article" }).fill(article);
    await page.getByRole("button", { name: "Check", exact: true }).click();
    await page.getByText("2 hold, 0 drifted, 0 withdrawn, 0 not found or not comparable").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("picks a cell of a crosstab, a difference of two groups and a day of a series", async () => {
    await page.goto("/studies/flood/crosstabs?rows=worried&by=town");
    await page.getByRole("button", { name: "Cite this number" }).click();
    await page.getByText(/^25\.0% \(95% interval/).waitFor();

    await page.goto("/studies/flood/compare?variable=town&a=south&b=north");
    const shares = page.locator("#compare-share");
    await shares.getByRole("button", { name: "Cite a number" }).click();
    await shares.getByRole("button", { name: "Cite this number: +25.0" }).click();
    await shares.getByText(/^\+25\.0 points \(95% interval/).waitFor();

    await page.goto("/studies/flood/trends?q=worried&code=yes");
    await page.getByRole("heading", { name: "Table" }).click();
    await page.getByRole("button", { name: "Cite a number" }).click();
    await page
      .getByRole("button", { name: /^Cite this number/ })
      .first()
      .click();
    await page.getByText(/^[\d.]+% \(95% interval/).waitFor();
    const { claims } = (await (await page.request.get("/api/studies/flood/claims")).json()) as ClaimList;
    expect(claims.map(({ content }) => content.kind).sort()).toEqual([
      "difference",
      "estimate",
      "estimate",
      "estimate",
    ]);
  });
});

describe.skipIf(chromiumPath === null)("the page of claims", () => {
  test("fits a phone in Chinese, also in the dark", async () => {
    const phone = await researcherPage(browser, application, { screen: "phone", locale: "zh-CN" });
    await phone.emulateMedia({ colorScheme: "dark" });
    await phone.goto("/studies/flood/claims");
    await phone.getByRole("heading", { name: "您担心吗？ · 担心", exact: true }).waitFor();
    await phone.getByRole("textbox", { name: "文章" }).fill("字".repeat(300) + article);
    await phone.getByRole("button", { name: "核对", exact: true }).click();
    await phone.getByText("2 个成立").waitFor();
    expect(await accessibilityFaults(phone)).toEqual([]);
    expect(await phone.evaluate("document.documentElement.scrollWidth <= innerWidth")).toBe(true);
    await phone.context().close();
  });
});

describe.skipIf(chromiumPath === null)("a reader of the article, without a script", () => {
  test("pastes it into the check page: it holds, and has drifted when answers have come", async () => {
    const context = await openWindow(browser, {
      screen: "phone",
      locale: "en",
      baseURL: application.address,
      javaScriptEnabled: false,
    });
    const reader = await context.newPage();
    const paste = async (): Promise<void> => {
      await reader.goto("/check?lang=en");
      await reader.getByLabel("Article").fill(article);
      await reader.getByRole("button", { name: "Check" }).click();
      await reader.getByRole("heading", { name: "What was found" }).waitFor();
    };
    await paste();
    await reader.getByText("2 hold, 0 drifted").waitFor();
    await addWorried(application.services, 160);
    await paste();
    await reader.getByText("0 hold, 2 drifted").waitFor();
    await reader.getByRole("link", { name: "Claim: Are you worried? · Yes" }).click();
    await reader.getByText("Drifted", { exact: true }).waitFor();
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });

  test("finds nothing in the way of eyes, keyboard or screen reader on either page", async () => {
    const context = await openWindow(browser, { screen: "phone", locale: "zh-CN", baseURL: application.address });
    const reader = await context.newPage();
    await reader.goto("/check?lang=zh-CN");
    await reader.getByLabel("文章").fill(article);
    await reader.getByRole("button", { name: "核对" }).click();
    await reader.getByRole("heading", { name: "核对结果" }).waitFor();
    expect(await accessibilityFaults(reader)).toEqual([]);
    await reader.getByRole("link", { name: /^可核数字/ }).click();
    await reader.getByRole("heading", { name: "题目原文" }).waitFor();
    expect(await accessibilityFaults(reader)).toEqual([]);
    await context.close();
  });
});
