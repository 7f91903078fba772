import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { darkTheme } from "../../charts/theme.ts";
import { startApplication, type TestApplication } from "../support/application.ts";
import { accessibilityFaults, chromiumPath, openWindow, startBrowser } from "../support/browser.ts";
import { addWorried } from "../support/claims.ts";
import { figureStudy } from "../support/figures.ts";

let application: TestApplication;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let newspaper: Server;
let article = "";

beforeAll(async () => {
  if (chromiumPath === null) return;
  application = await startApplication();
  await figureStudy(application.services);
  newspaper = createServer((_request, response) => {
    response.setHeader("Content-Type", "text/html; charset=utf-8").end(article);
  });
  await new Promise<void>((resolve) => newspaper.listen(0, "127.0.0.1", resolve));
  browser = await startBrowser();
  context = await openWindow(browser, { screen: "desktop", locale: "en", baseURL: application.address });
  page = await context.newPage();
  await page.goto(`/setup?code=${(await application.services.accounts.setUpCode()) ?? ""}`);
  await page.getByLabel("Name").fill("Li");
  await page.getByLabel("Password").fill("a long enough password");
  await page.getByRole("button", { name: "Set up" }).click();
  await page.getByRole("link", { name: "Flood survey" }).waitFor();
});

afterAll(async () => {
  if (chromiumPath === null) return;
  await browser.close();
  newspaper.close();
  await application.close();
});

describe.skipIf(chromiumPath === null)("a report writer", () => {
  test("makes a figure of a result, says what it finds, and sees it as the public would", async () => {
    await page.goto("/studies/flood/questions");
    await page.locator("#question-worried").getByRole("button", { name: "Make a figure" }).click();
    await page.getByRole("heading", { name: "New figure" }).waitFor();
    expect(await page.getByLabel("Title in English").inputValue()).toBe("Are you worried?");
    expect(await page.getByLabel("Title in Chinese").inputValue()).toBe("您担心吗？");
    await page
      .getByLabel("Headline: the finding in a sentence, if there is one in English")
      .fill("One in three worries");
    await page.getByRole("button", { name: "Save" }).first().click();
    await page.getByRole("img", { name: "Are you worried?" }).waitFor();
    await expect.poll(() => page.evaluate("document.querySelector('.figures-picture').naturalWidth")).toBe(900);
    expect(await page.getByText("Cannot be public yet: first allow worried").count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("lets its question be public, publishes it and freezes it", async () => {
    await page.getByText("What may be public, and what the study says of itself").click();
    await page.getByLabel("Are you worried? worried").check();
    await page.getByLabel("Conducted by in English").fill("Town office");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Make public" }).click();
    await page.getByRole("button", { name: "Freeze as it is" }).click();
    await page.getByRole("heading", { name: "Frozen states" }).waitFor();
    await page.getByRole("link", { name: /^\/f\/.*\/frozen\/1$/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("finds it at an address for everyone, with methods and citations, without a cookie", async () => {
    const address = (await page.getByRole("link", { name: "Open its page" }).getAttribute("href")) ?? "";
    const stranger = await openWindow(browser, { screen: "phone", locale: "en", baseURL: application.address });
    const shown = await stranger.newPage();
    await shown.goto(address);
    await shown.getByRole("heading", { name: "Methods" }).waitFor();
    expect(await shown.getByText("Town office", { exact: true }).count()).toBe(1);
    expect(await shown.locator("svg:visible").count()).toBe(1);
    expect(await accessibilityFaults(shown)).toEqual([]);
    await shown.goto("/results/flood?lang=en");
    await shown.getByRole("heading", { name: "Flood survey" }).waitFor();
    expect(await accessibilityFaults(shown)).toEqual([]);
    expect(await stranger.cookies()).toEqual([]);
    await stranger.close();
  });

  test("puts it into a page of another site, where its frame is as high as it needs", async () => {
    const name = (await page.locator(".figures-card").getAttribute("id")) ?? "";
    const url = encodeURIComponent(`${application.address}/f/${name}?lang=en`);
    const told = (await (await page.request.get(`/oembed?url=${url}`)).json()) as { html: string };
    article = `<!doctype html><html lang="en"><title>News</title><p>Before</p>${told.html}<p>After</p></html>`;
    const reader = await openWindow(browser, { screen: "phone", locale: "en" });
    const paper = await reader.newPage();
    await paper.goto(`http://127.0.0.1:${(newspaper.address() as AddressInfo).port}/`);
    const frame = paper.frameLocator("iframe.dingxin-figure");
    await frame.getByText("Numbers, methods and citation").waitFor();
    const heights = async (): Promise<number[]> => [
      (await paper.locator("iframe").boundingBox())?.height ?? 0,
      (await frame.locator("body").boundingBox())?.height ?? 0,
    ];
    await expect
      .poll(async () => Math.abs(((await heights())[0] ?? 0) - ((await heights())[1] ?? 9999)))
      .toBeLessThan(3);
    const [before = 0] = await heights();
    await frame.getByText("Numbers, methods and citation").click();
    await expect.poll(async () => (await heights())[0]).toBeGreaterThan(before + 100);
    expect(await reader.cookies()).toEqual([]);
    await reader.close();
  });

  test("shows it without JavaScript, in the dark, and opens its numbers by the keyboard", async () => {
    const name = (await page.locator(".figures-card").getAttribute("id")) ?? "";
    const reader = await browser.newContext({ javaScriptEnabled: false, colorScheme: "dark", locale: "en" });
    const embed = await reader.newPage();
    await embed.goto(`${application.address}/f/${name}/embed?lang=en`);
    expect(await embed.locator("svg:visible").count()).toBe(1);
    expect(await embed.locator("svg:visible > rect").first().getAttribute("fill")).toBe(darkTheme.ground);
    expect(await embed.getByRole("table").isVisible()).toBe(false);
    await embed.keyboard.press("Tab");
    await embed.keyboard.press("Enter");
    await embed.getByRole("table").waitFor();
    await reader.close();
  });

  test("withdraws a frozen state, which says so to its readers", async () => {
    await page.getByRole("button", { name: "Withdraw" }).click();
    await page.getByLabel("Reason in English").fill("Asked of too few");
    await page.getByLabel("Reason in Chinese").fill("问的人太少");
    await page.getByRole("button", { name: "Withdraw" }).click();
    await page.getByText("Withdrawn: Asked of too few").waitFor();
    const frozen = (await page.getByRole("link", { name: /frozen\/1$/ }).getAttribute("href")) ?? "";
    expect(await (await page.request.get(frozen)).text()).toContain("Asked of too few");
  });

  test("is told beside which figure the numbers of another are withheld from the public", async () => {
    await addWorried(application.services, 3);
    const look = { kind: "bars", request: { question: "worried", statistic: "share", codes: ["yes"] } };
    const query = new URLSearchParams({ new: JSON.stringify(look), title: "" }).toString();
    await page.goto(`/studies/flood/figures?${query}`);
    await page.getByLabel("Title in English").fill("Those who worry");
    await page.getByRole("button", { name: "Save" }).first().click();
    const card = page.getByRole("region", { name: "Those who worry" });
    await card.getByRole("button", { name: "Make public" }).click();
    const note = card.getByRole("note");
    expect(await note.textContent()).toContain("they would tell what fewer than 10 people have said");
    await note.getByRole("link", { name: "Are you worried?" }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await card.getByRole("button", { name: "Make private" }).click();
    await card.getByRole("button", { name: "Make public" }).waitFor();
    expect(await note.count()).toBe(0);
  });
});
