import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatCount, formatInterval, formatShare } from "../../charts/format.ts";
import type { StudyEstimates } from "../../server/estimates/estimatesApi.ts";
import { dailyTracking } from "../../surveys/questionnaires/dailyTracking.v1.ts";
import { startApplication, type TestApplication } from "../support/application.ts";
import { accessibilityFaults, chromiumPath, openWindow, startBrowser } from "../support/browser.ts";

let application: TestApplication;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let folder: string;

beforeAll(async () => {
  if (chromiumPath === null) return;
  folder = await mkdtemp(join(tmpdir(), "dingxin-workbench-"));
  application = await startApplication();
  browser = await startBrowser();
  context = await openWindow(browser, { screen: "desktop", locale: "en", baseURL: application.address });
  page = await context.newPage();
});

afterAll(async () => {
  if (chromiumPath === null) return;
  await browser.close();
  await application.close();
  await rm(folder, { recursive: true, force: true });
});

/** One story, in order: each test begins where the one before ended. */
describe.skipIf(chromiumPath === null)("a researcher", () => {
  test("sets up with the one-time link, and only with a long enough password", async () => {
    await page.goto(`/setup?code=${(await application.services.accounts.setUpCode()) ?? ""}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel("Name").fill("Li");
    await page.getByLabel("Password").fill("short");
    await page.getByRole("button", { name: "Set up" }).click();
    expect(page.url()).toContain("/setup");
    await page.getByLabel("Password").fill("a long enough password");
    await page.getByRole("button", { name: "Set up" }).click();
    await page.getByText("No studies yet").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("makes a study; a bad name is said beside its field", async () => {
    await page.getByRole("button", { name: "New study" }).click();
    await page.getByLabel("Name (for its address)").fill("Not A Name");
    await page.getByLabel("Title in Chinese").fill("每日调查");
    await page.getByLabel("Title in English").fill("Daily survey");
    await page.getByRole("button", { name: "Create" }).click();
    await page.locator("p.fault").waitFor();
    await page.getByLabel("Name (for its address)").fill("daily");
    await page.getByRole("button", { name: "Create" }).click();
    await page.getByRole("heading", { name: "Daily survey" }).waitFor();
    expect(await page.getByRole("button", { name: "Open the study" }).isDisabled()).toBe(true);
  });

  test("is shown the faults of a definition at their paths, then fields a good one", async () => {
    const bad = join(folder, "bad.json");
    const good = join(folder, "good.json");
    await writeFile(
      bad,
      JSON.stringify({ pages: [{ elements: [{ type: "text", name: "q", visibleIf: "{a} = = 2" }] }] }),
    );
    await writeFile(good, JSON.stringify(dailyTracking));
    await page.getByLabel("Load a file").setInputFiles(bad);
    await page.locator(".definition-faults", { hasText: "pages[0].elements[0].visibleIf" }).waitFor();
    await page.getByLabel("Load a file").setInputFiles(good);
    await page.getByText("First version").first().waitFor();
    await page.getByRole("button", { name: "Field it" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Field it" }).click();
    await page.getByText("Fielded as version 1").waitFor();
    await page.getByRole("link", { name: "Fielded versions" }).click();
    await page.getByRole("heading", { name: "Codebook" }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Open the study" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Open the study" }).click();
    await page.getByRole("button", { name: "Close the study" }).waitFor();
  });

  test("sees the count rise while people answer, without loading anew", async () => {
    await page.getByRole("link", { name: "Questions" }).click();
    await page.getByText("No responses yet").waitFor();
    for (let person = 0; person < 60; person++) await answer(person);
    await page.locator("[data-testid='responses']", { hasText: "60" }).waitFor();
    await page.locator("#question-sex canvas").waitFor();
    expect(await page.getByText("No responses yet").count()).toBe(0);
  });

  test("reads the API's own numbers in the table, each with its interval and n", async () => {
    const estimates = (await (await page.request.get("/api/studies/daily/estimates")).json()) as StudyEstimates;
    const sex = estimates.questions.find(({ name }) => name === "sex");
    const first = sex?.shape === "shares" ? sex.rows[0]?.estimate : undefined;
    if (first?.kind !== "estimate") throw new Error("The share of the first answer must be estimable");
    const cells = page.locator("#question-sex tbody tr").first().locator("td");
    await expect.poll(() => cells.last().innerText()).toBe("60");
    const style = { language: "en", n: first.n } as const;
    if (first.interval === null) throw new Error("The share of the first answer must have an interval");
    expect(await cells.allInnerTexts()).toEqual([
      formatShare(first.value, style),
      formatInterval(first.interval, "share", style),
      formatCount(first.n, "en"),
    ]);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("takes the data away as a whole file, and the page says that its rows are the study's", async () => {
    await page.getByRole("link", { name: "Export" }).click();
    const arriving = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export and download" }).click();
    const path = await (await arriving).path();
    const lines = (await readFile(path, "utf8")).trim().split("\r\n");
    expect(lines).toHaveLength(61);
    await page.getByText("60 rows = 60 responses in the study").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("searches open texts letter by letter, and sees them as they were typed", async () => {
    await page.getByRole("link", { name: "Open texts" }).click();
    await page.locator(".written").first().waitFor();
    await page.getByLabel("Containing").fill("<b>3</b>");
    await page.getByRole("button", { name: "Search" }).click();
    await expect.poll(() => page.locator(".written").allInnerTexts()).toEqual(["口罩 <b>3</b> .*"]);
    expect(await page.locator(".written b").count()).toBe(0);
  });

  test("changes the language, which the browser remembers, and signs out", async () => {
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("heading", { name: "每日调查" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "每日调查" }).waitFor();
    await page.getByRole("button", { name: "退出" }).click();
    await page.getByRole("heading", { name: "登录" }).waitFor();
    await page.goto("/studies");
    await page.getByRole("heading", { name: "登录" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/sign-in");
  });

  test("finds the pages whole on a phone", async () => {
    const phone = await openWindow(browser, { screen: "phone", locale: "zh-CN", baseURL: application.address });
    const small = await phone.newPage();
    await small.goto("/sign-in");
    await small.getByLabel("用户名").fill("Li");
    await small.getByLabel("密码").fill("a long enough password");
    await small.getByRole("button", { name: "登录" }).click();
    for (const view of ["questions", "texts", "export", "questionnaire"]) {
      await small.waitForURL("**/studies**");
      await small.goto(`/studies/daily#${view}`);
      await small.locator("nav.views").waitFor();
      await small.locator("nav.views a[aria-current]").waitFor({ state: "attached" });
      await small.locator("section.card").first().waitFor();
      expect(await small.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)")).toBe(0);
      expect(await accessibilityFaults(small)).toEqual([]);
    }
    await phone.close();
  });
});

async function answer(person: number): Promise<void> {
  const answers = {
    sex: person % 2 === 0 ? "male" : "female",
    age_band: "30-39",
    province: "33",
    news_time: "60-120",
    needs: ["none"],
    tell_true: "sometimes",
    attention: "little",
    most_want: `口罩 <b>${person}</b> .*`,
  };
  const response = await fetch(`${application.address}/api/studies/daily/responses`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ submissionKey: `workbench-journey-${person}`, answers }),
  });
  if (response.status !== 201) throw new Error(`Not kept: ${response.status} ${await response.text()}`);
}
