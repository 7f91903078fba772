import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import type { Browser, BrowserContext, Download, Page, Request } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatInterval, formatShare } from "../../charts/format.ts";
import type { AnalysisResult } from "../../server/analysis/analysisApi.ts";
import type { Definition } from "../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../support/application.ts";
import { accessibilityFaults, chromiumPath, openWindow, startBrowser } from "../support/browser.ts";
import { fieldStudy, keepResponses } from "../support/fieldStudy.ts";

const gad7Rows = ["nervous", "control", "worry", "relax", "restless", "irritable", "afraid"];
const says = (chinese: string, english: string) => ({ default: chinese, en: english });

const definition: Definition = {
  elements: [
    {
      type: "radiogroup",
      name: "sex",
      title: says("您的性别", "Your sex"),
      choices: [
        { value: "f", text: says("女", "Woman") },
        { value: "m", text: says("男", "Man") },
      ],
    },
    {
      type: "checkbox",
      name: "needs",
      title: says("您需要什么？", "What do you need?"),
      choices: [
        { value: "masks", text: says("口罩", "Masks") },
        { value: "food", text: says("食物", "Food") },
      ],
    },
    {
      type: "matrix",
      name: "openness",
      title: says("他们公开吗？", "How open are they?"),
      rows: [
        { value: "local", text: says("本地", "Local") },
        { value: "national", text: says("全国", "National") },
      ],
      columns: [
        { value: "open", text: says("公开", "Open") },
        { value: "neutral", text: says("一般", "In between") },
        { value: "closed", text: says("不公开", "Closed") },
      ],
    },
    {
      type: "text",
      name: "minutes",
      title: says("几分钟？", "How many minutes?"),
      inputType: "number",
      min: 0,
      max: 60,
    },
    { type: "matrix", name: "gad7", rows: gad7Rows, columns: ["0", "1", "2", "3"] },
    { type: "comment", name: "words", title: says("还想说什么？", "Anything else?") },
  ],
  instruments: { gad7: gad7Rows.map((row) => `gad7.${row}`) },
};

/** 240 people, made by counting: what women need and say differs from what men do. */
function person(number: number) {
  const isWoman = number % 3 !== 0;
  return {
    day: number % 2 === 0 ? "2026-03-01" : "2026-03-02",
    answers: {
      sex: isWoman ? "f" : "m",
      needs: isWoman && number % 2 === 0 ? ["masks", "food"] : ["food"],
      openness: { local: ["open", "open", "neutral", "closed"][number % 4], national: "open" },
      minutes: number % 60,
      gad7: Object.fromEntries(gad7Rows.map((row, place) => [row, String((number + place) % 4)])),
      ...(number % 4 === 0 && { words: "口罩" }),
    },
  };
}

let application: TestApplication;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  if (chromiumPath === null) return;
  application = await startApplication();
  const study = await fieldStudy(application.services, definition);
  await keepResponses(
    application.services,
    study,
    Array.from({ length: 240 }, (_, number) => person(number)),
  );
  browser = await startBrowser();
  context = await openWindow(browser, { screen: "desktop", locale: "en", baseURL: application.address });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  page = await context.newPage();
  const { name, password } = await application.signIn();
  await page.goto("/sign-in");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("Flood survey").waitFor();
});

afterAll(async () => {
  if (chromiumPath === null) return;
  await browser.close();
  await application.close();
});

const card = (name: string) => page.locator(`#question-${name}`);
const clipboard = () => page.evaluate<string>("navigator.clipboard.readText()");

async function saved(name: string, tool: string): Promise<Download> {
  const arriving = page.waitForEvent("download");
  await card(name).getByRole("button", { name: tool, exact: true }).click();
  return arriving;
}

/** One story, in order: each test begins where the one before ended. */
describe.skipIf(chromiumPath === null)("a researcher's questions", () => {
  test("are shown each in the way that fits it, also under the address they used to have", async () => {
    const asked: string[][] = [];
    const note = (request: Request): void => {
      const names = new URL(request.url()).searchParams.get("questions");
      if (names !== null) asked.push(JSON.parse(names) as string[]);
    };
    page.on("request", note);
    await page.goto("/studies/flood/results");
    await card("gad7_score").locator("tbody tr").first().waitFor();
    page.off("request", note);
    // A few at a time as they come near, and the rest once the reader rests.
    expect(asked).toEqual([["sex", "needs", "openness"], ["minutes", "gad7", "words"], ["gad7_score"]]);
    expect(await page.locator("nav.views a[aria-current]").innerText()).toBe("Questions");
    await card("needs").getByText("shares may sum to more than 100%").waitFor();
    await card("openness").getByText("Net = (Open) less (Closed)").waitFor();
    await card("gad7_score").getByText("Screens positive (≥ 10)").waitFor();
    expect(await card("minutes").locator("tbody tr").count()).toBe(1);
    await card("words").getByText("60 people wrote something (25.0% of the responses looked at)").waitFor();
    expect(await card("words").getByRole("link").getAttribute("href")).toContain("/studies/flood/texts");
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("tell how they were computed", async () => {
    await card("openness").getByRole("button", { name: "How was this computed?" }).click();
    const how = card("openness").locator(".how-computed");
    expect(await how.innerText()).toContain("n = 240 of 240");
    expect(await how.innerText()).toContain("Korn–Graubard");
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("are filtered, all of them and in words, and the address keeps it", async () => {
    await page.getByRole("button", { name: "Add a filter" }).click();
    await page.getByLabel("Only").selectOption("sex");
    await page.getByRole("checkbox", { name: "Woman" }).check();
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByText("160 responses").waitFor();
    await card("needs").getByText("n = 160 · Unweighted · Your sex: Woman").waitFor();
    await page.reload();
    await card("needs").waitFor();
    expect(await card("needs").locator(".result-line").innerText()).toContain("n = 160 · Unweighted · Your sex: Woman");
    await page.getByRole("button", { name: "Clear all" }).click();
    await page.getByText("240 responses").waitFor();
  });

  test("are broken down: the analysis's own numbers, a column a group", async () => {
    await page.getByLabel("Break down by").selectOption("sex");
    await card("needs").getByRole("columnheader", { name: "Woman n 160" }).waitFor();
    const answer = await page.request.post("/api/studies/flood/estimates", {
      data: { question: "needs", by: ["sex"] },
      headers: { Origin: application.address },
    });
    const { estimates } = (await answer.json()) as AnalysisResult;
    const masks = estimates[0]?.[0]?.[0];
    if (masks?.kind !== "estimate" || masks.interval === null) throw new Error("The share must have an interval");
    const style = { language: "en", n: masks.n } as const;
    const cell = card("needs").locator("tbody tr").first().locator("td").first();
    expect(await cell.innerText()).toContain(formatShare(masks.value, style));
    expect(await cell.innerText()).toContain(formatInterval(masks.interval, "share", style));
    await card("gad7_score").scrollIntoViewIfNeeded();
    await card("gad7_score").getByRole("rowheader", { name: "Screens positive (≥ 10)" }).waitFor();
    await card("gad7_score").getByRole("rowheader", { name: "Mean score" }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("are taken away as a table, a file, a picture and a link", async () => {
    await card("needs").getByRole("button", { name: "Copy table" }).click();
    await card("needs").getByText("Copied").waitFor();
    expect(await clipboard()).toMatch(/^Answer\tWoman\t95% interval\tn\tMan\t/);
    const file = await readFile(await (await saved("needs", "CSV")).path(), "utf8");
    const [headers, first] = parse(file, { bom: true });
    expect(headers?.slice(0, 5)).toEqual([
      ...["Answer", "Woman", "Woman interval lower", "Woman interval upper", "Woman n"],
    ]);
    expect(headers?.slice(-3)).toEqual(["Weights", "Data problem", "As of"]);
    expect(first?.slice(0, 2)).toEqual(["Masks", "0.5"]);
    const picture = await readFile(await (await saved("needs", "PNG")).path());
    // The size stands in a PNG's header: the card's 808 pixels, twice.
    expect([picture.subarray(1, 4).toString(), picture.readUInt32BE(16)]).toEqual(["PNG", 1_616]);
    await card("needs").getByRole("button", { name: "Copy link" }).click();
    await expect.poll(clipboard).toBe(`${application.address}/studies/flood/results?by=sex#question-needs`);
  });

  test("are kept under a name, and come back by it", async () => {
    await page.getByText("Saved views").click();
    await page.getByLabel("Name").fill("Women and men");
    await page.getByRole("button", { name: "Save this view" }).click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto("/studies/flood/questions");
    await card("needs").getByText("n = 240").waitFor();
    await page.getByText("Saved views").click();
    await page.getByRole("link", { name: "Women and men" }).click();
    await card("needs").getByRole("columnheader", { name: "Woman n 160" }).waitFor();
    await page.getByRole("button", { name: "Remove: Women and men" }).click();
    await page.reload();
    await page.getByText("Saved views").click();
    await page.getByText("None yet.").waitFor();
  });

  test("say what is found when nothing is, and what went wrong", async () => {
    await page.goto("/studies/flood/questions?find=xyz");
    await page.getByText("No question matches").waitFor();
    await page.goto("/studies/flood/questions?from=2027-01-01");
    await page.getByText("No response matches the selection").waitFor();
    await page.goto("/studies/flood/questions?is.sex=nobody");
    await page.getByRole("alert").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("fit a phone, and lose their tools in print", async () => {
    const phone = await browser.newContext({
      ...{ viewport: { width: 390, height: 844 }, locale: "zh-CN", baseURL: application.address },
      storageState: await context.storageState(),
    });
    const small = await phone.newPage();
    await small.goto("/studies/flood/questions?by=sex");
    await small.locator("#question-needs").scrollIntoViewIfNeeded();
    await small.locator("#question-needs table").waitFor();
    expect(await small.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
    expect(await accessibilityFaults(small)).toEqual([]);
    await small.emulateMedia({ media: "print" });
    expect(await small.locator("#question-needs .result-tools").isVisible()).toBe(false);
    expect(await small.locator("#question-needs .result-line").isVisible()).toBe(true);
    await phone.close();
  });
});
