import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fieldVersion } from "../../server/fielding/fielding.ts";
import type { Response } from "../../server/fielding/response.ts";
import { dailyTracking } from "../../surveys/questionnaires/dailyTracking.v1.ts";
import { startApplication, type TestApplication } from "../support/application.ts";
import { accessibilityFaults, chromiumPath, openWindow, screens, startBrowser } from "../support/browser.ts";

let application: TestApplication;
let browser: Browser;
let study: string;
let studies = 0;

beforeAll(async () => {
  if (chromiumPath === null) return;
  application = await startApplication();
  browser = await startBrowser();
});

afterAll(async () => {
  if (chromiumPath === null) return;
  await browser.close();
  await application.close();
});

beforeEach(async () => {
  if (chromiumPath === null) return;
  studies += 1;
  study = `journey-${studies}`;
  const { services } = application;
  await services.studies.add({
    study,
    title: { "zh-CN": "每日调查", en: "Daily survey" },
    state: "open",
    timeZone: "Asia/Shanghai",
    languages: ["zh-CN", "en"],
    firstDay: null,
    lastDay: null,
    simulated: false,
    owner: null,
  });
  const bytes = Buffer.from(JSON.stringify(dailyTracking));
  await fieldVersion(services.questionnaires, { study, bytes, relation: "changed" });
});

describe.skipIf(chromiumPath === null)("a respondent", () => {
  test("answers on a phone in Chinese, goes back, reviews what is missing, and is kept once", async () => {
    const page = await openStudy("phone", "zh-CN");
    expect(await page.title()).toContain("每日调查");
    await choose(page, "sex", 0);
    await choose(page, "age_band", 2);
    await waitForSurvey(page);
    await answerPages(page);
    expect(await page.getByRole("heading", { name: "发送前看一看" }).count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "返回问卷" }).click();
    await page.locator(".sd-navigation__complete-btn").click();
    await page.getByRole("button", { name: "发送回答" }).dblclick();
    const receipt = await receiptOn(page);
    expect(receipt).toMatch(/^[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}$/);
    expect(await accessibilityFaults(page)).toEqual([]);
    const kept = await keptResponses();
    expect(kept).toHaveLength(1);
    expect(kept[0]?.answers).toMatchObject({ sex: choiceCode("sex", 0), age_band: choiceCode("age_band", 2) });
    expect(kept[0]?.language).toBe("zh-CN");
  });

  test("answers on a desktop in English, and the pages have no accessibility fault", async () => {
    const page = await openStudy("desktop", "en");
    await waitForSurvey(page);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await answerPages(page, async () => {
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    });
    await page.getByRole("button", { name: "Send my answers" }).click();
    await receiptOn(page);
    expect((await keptResponses())[0]?.language).toBe("en");
  });

  test("finds the answers again after a reload, and nothing of them once they are sent", async () => {
    const page = await openStudy("phone", "zh-CN");
    await waitForSurvey(page);
    await choose(page, "sex", 1);
    await page.reload();
    await waitForSurvey(page);
    expect(await page.getByText("已恢复您上次未完成的回答").count()).toBe(1);
    await answerPages(page);
    await page.getByRole("button", { name: "发送回答" }).click();
    await receiptOn(page);
    expect(await page.evaluate("localStorage.length")).toBe(0);
    expect((await keptResponses())[0]?.answers).toMatchObject({ sex: choiceCode("sex", 1) });
  });

  test("keeps the answers when something else answers in the server's place, and sends them again (T-31)", async () => {
    const page = await openStudy("phone", "zh-CN");
    await waitForSurvey(page);
    await answerPages(page);
    let posts = 0;
    await page.route("**/responses*", async (route) => {
      posts += 1;
      if (posts === 1) await route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Log in to Wi-Fi</h1>" });
      else if (posts === 2) {
        // The reply is lost: the server has kept the answers, and the page does not know.
        await route.fetch();
        await route.abort("connectionreset");
      } else await route.continue();
    });
    await page.getByRole("button", { name: "发送回答" }).click();
    for (let attempt = 0; attempt < 2; attempt++) {
      await page.getByText("还没有发送成功").waitFor();
      await page.getByRole("button", { name: "现在重试" }).click();
    }
    await receiptOn(page);
    expect(posts).toBeGreaterThanOrEqual(3);
    expect(await keptResponses()).toHaveLength(1);
  });

  test("can answer the first questions without any script", async () => {
    const context = await browser.newContext({ viewport: screens.phone, javaScriptEnabled: false });
    const page = await context.newPage();
    const answer = await page.goto(`${application.address}/s/${study}`);
    expect((await answer?.body())?.length).toBeLessThan(15_000);
    await page.locator("form#first input[name='sex']").first().check();
    expect(await page.locator("form#first input[name='sex']").first().isChecked()).toBe(true);
    await context.close();
  });

  test.each([
    ["draft", { state: "draft" }, "还没有开始"],
    ["closed", { state: "closed" }, "关闭"],
    ["not begun", { firstDay: "2999-01-01" }, "还没有开始"],
    ["over", { lastDay: "2001-01-01" }, "已经结束"],
  ] as const)("is told politely that a study is %s", async (_, change, words) => {
    await application.services.studies.change(study, change);
    const page = await openStudy("phone", "zh-CN");
    expect(await page.locator("body").innerText()).toContain(words);
    expect(await page.locator("form").count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

async function openStudy(screen: keyof typeof screens, locale: "zh-CN" | "en"): Promise<Page> {
  const context = await openWindow(browser, { screen, locale });
  const page = await context.newPage();
  await page.goto(`${application.address}/s/${study}?lang=${locale}`);
  return page;
}

async function waitForSurvey(page: Page): Promise<void> {
  await page.locator(".sd-root-modern").waitFor();
}

/** Ticks a choice by its place, in the plain form or in SurveyJS's, which may take over at any moment. */
async function choose(page: Page, question: string, place: number): Promise<void> {
  const inEither = `form#first input[name='${question}'], [data-name='${question}'] input[type='radio']`;
  await page.locator(inEither).nth(place).dispatchEvent("click");
}

/** Answers what is required, page by page, to the review; `onPage` looks at each page first. */
async function answerPages(page: Page, onPage: () => Promise<void> = async () => undefined): Promise<void> {
  for (let turns = 0; turns < 12; turns++) {
    await onPage();
    for (const question of await page.locator("[data-name]:has(.sd-question__required-text)").all())
      await answer(question);
    const next = page.locator(".sd-navigation__next-btn:visible");
    if ((await next.count()) === 0) break;
    await next.click();
  }
  await page.locator(".sd-navigation__complete-btn").click();
  await page.locator("section.review").waitFor();
}

/** Gives a question its first answer, in each of its rows where it has rows, unless it has one. */
async function answer(question: Locator): Promise<void> {
  const groups = await question.locator("tr:has(input[type='radio']), fieldset:has(input), [role='radiogroup']").all();
  for (const group of groups.length === 0 ? [question] : groups) {
    const ticks = group.locator("input[type='radio'], input[type='checkbox']");
    if ((await ticks.count()) > 0 && (await group.locator("input:checked").count()) === 0)
      await ticks.first().dispatchEvent("click");
  }
  const list = question.locator("select");
  if ((await list.count()) > 0 && (await list.first().inputValue()) === "")
    await list.first().selectOption({ index: 1 });
}

async function receiptOn(page: Page): Promise<string> {
  await page.locator("#receipt").waitFor();
  return (await page.locator("#receipt").innerText()).trim();
}

async function keptResponses(): Promise<Response[]> {
  const all: Response[] = [];
  for await (const batch of application.services.responses.scan(study)) all.push(...batch);
  return all;
}

function choiceCode(name: string, place: number): unknown {
  const elements = (dailyTracking.pages ?? []).flatMap((page) => page.elements);
  const question = elements.find((element) => element.name === name);
  const choices = question !== undefined && "choices" in question ? (question.choices as unknown[]) : [];
  const choice = choices[place];
  return typeof choice === "object" && choice !== null && "value" in choice ? choice.value : choice;
}

/** By how many pixels the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)");
}
