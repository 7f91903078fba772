import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatCoefficient, formatCount, formatShare } from "../../charts/format.ts";
import type { ContrastsResult } from "../../server/contrasts/contrastsApi.ts";
import type { NeedsResult } from "../../server/needs/needsApi.ts";
import type { ScaleStatistics } from "../../server/scales/scalesApi.ts";
import { startApplication, type TestApplication } from "../support/application.ts";
import { accessibilityFaults, chromiumPath, openWindow, startBrowser } from "../support/browser.ts";
import { fieldMoodStudy } from "../support/moodStudy.ts";

let application: TestApplication;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  if (chromiumPath === null) return;
  application = await startApplication();
  await fieldMoodStudy(application.services, 400);
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
  await application.close();
});

async function answered<Answer>(path: string, body: object): Promise<Answer> {
  const headers = { Origin: application.address };
  return (await (await page.request.post(`/api/studies/flood/${path}`, { data: body, headers })).json()) as Answer;
}

/** The lines of each cell of a table's row. */
async function cellsOf(table: string, row: string): Promise<string[][]> {
  const cells = page.getByRole("region", { name: table }).getByRole("row", { name: row }).first().locator("td");
  return (await cells.allInnerTexts()).map((text) => text.split("\n").filter((line) => line !== ""));
}

/** Cites the numbers of a result's first row, and sees each said as the table has it. */
async function expectCited(result: Locator, numbers: readonly (string | undefined)[]): Promise<void> {
  await result.getByRole("button", { name: "Cite a number" }).click();
  for (const [place, number] of numbers.entries()) {
    await result.locator("button.cite").nth(place).click();
    await expect.poll(() => result.locator(".cited-words").innerText()).toContain(`${number ?? "no number"} (95%`);
  }
}

describe.skipIf(chromiumPath === null)("a researcher", () => {
  test("reads how reliable a scale is, by week and item by item, as the server tells it", async () => {
    await page.goto("/studies/flood/scales");
    await page.getByRole("heading", { name: "GAD-7", exact: true }).waitFor();
    const { reliability, windows, items } = await answered<ScaleStatistics>("scales/gad7_score", { every: "week" });
    if (reliability.alpha.kind !== "alpha" || windows[0]?.alpha.kind !== "alpha") throw new Error("There is an alpha");
    const shown = page
      .locator(".scale-numbers")
      .getByText(formatCoefficient(reliability.alpha.raw, "en"), { exact: true });
    await shown.first().waitFor();
    const rows = page.getByRole("region", { name: "Scores and reliability over time" }).locator("tbody tr");
    await page.locator("#scale-over-time").scrollIntoViewIfNeeded();
    await rows.first().waitFor();
    expect(await rows.count()).toBe(windows.length);
    await expect.poll(() => rows.first().innerText()).toContain(formatCoefficient(windows[0].alpha.raw, "en"));
    const [, itemRest] = await cellsOf("Item statistics", "i1");
    expect(itemRest?.[0]).toBe(formatCoefficient(items[0]?.itemRest ?? Number.NaN, "en"));
    expect(await page.getByText("a positive screen is no diagnosis").count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("looks at it day by day, which stands in the address, and goes back", async () => {
    await page.getByLabel("Over time by").selectOption("day");
    await page.locator("#scale-over-time").scrollIntoViewIfNeeded();
    const rows = page.getByRole("region", { name: "Scores and reliability over time" }).locator("tbody tr");
    await expect.poll(() => rows.count()).toBe(9);
    expect(new URL(page.url()).searchParams.get("every")).toBe("day");
    await page.goBack();
    await expect.poll(() => rows.count()).toBe(2);
  });

  test("finds the rumours of a questionnaire of other names, and who believes them of all and of those who heard", async () => {
    await page.getByRole("link", { name: "Rumours" }).click();
    const garlic = async (): Promise<string[][]> => cellsOf("Who heard, who believes", "garlic");
    await page.getByRole("region", { name: "Who heard, who believes" }).waitFor();
    const heard = { kind: "code", variable: "came_across.garlic", codes: ["yes"] };
    const believes = { kind: "code", variable: "opinion_garlic", codes: ["true"] };
    const numbers = [
      { indicator: heard },
      { indicator: { kind: "all", of: [heard, believes] } },
      { indicator: believes, filter: heard },
    ];
    const expected = await Promise.all(
      numbers.map(async (request) => {
        const { estimates } = await answered<{ estimates: { value: number; n: number }[][][] }>("estimates", request);
        const { value = 0, n = 0 } = estimates[0]?.[0]?.[0] ?? {};
        return [formatShare(value, { language: "en", n }), `n ${formatCount(n, "en")}`];
      }),
    );
    expect((await garlic()).map((lines) => [lines[0], lines.at(-1)])).toEqual(expected);
    await expectCited(
      page.locator("#rumours"),
      expected.map(([share]) => share),
    );
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("reads how those who believe differ, as association and not as cause, with other things held fixed", async () => {
    const adjustedFor = ["gender"];
    const { contrasts } = await answered<ContrastsResult>("contrasts", {
      outcome: "gad7_score",
      contrasts: [{ kind: "code", variable: "opinion_garlic", codes: ["true"] }],
      adjustedFor,
    });
    const [found] = contrasts;
    if (found?.adjustedDifference?.kind !== "adjusted-difference") throw new Error("There is a difference");
    const table = page.getByRole("region", { name: "How those who believe differ" });
    await table.waitFor();
    expect(await table.getByRole("row", { name: "garlic" }).innerText()).toContain(
      `+${found.adjustedDifference.value.toFixed(2)}`,
    );
    expect(await page.getByText("does not show which causes which").count()).toBe(1);
    await page.getByText("People who believe “garlic”").waitFor();
    const numbers = (await cellsOf("How those who believe differ", "garlic")).map(([number]) => number);
    await expectCited(page.locator("#rumour-contrasts"), numbers.slice(0, 4));
    expect(await page.locator("#rumour-contrasts .cited-words").innerText()).toContain("association and not cause");
    await page.getByRole("button", { name: "Remove: gender" }).click();
    await expect.poll(() => new URL(page.url()).searchParams.getAll("fixed")).toEqual(["-"]);
    await expect.poll(() => table.getByRole("columnheader", { name: "Adjusted" }).count()).toBe(0);
  });

  test("changes what counts as believing, and compares groups; a link shows the same", async () => {
    await page.getByRole("group", { name: "Answers that count as believing" }).getByLabel("false").check();
    await page.getByLabel("By group").selectOption("gender");
    const groups = page.getByRole("region", { name: "By group: gender" });
    await groups.getByRole("columnheader", { name: "All" }).waitFor();
    const address = page.url();
    expect(new URL(address).searchParams.getAll("believes")).toEqual(["false", "true"]);
    await page.goto(address);
    await groups.getByRole("columnheader", { name: "All" }).waitFor();
    // All who heard it believe it now.
    await page.getByRole("radio", { name: "Believes (of those who heard)" }).check();
    await expect.poll(() => groups.locator("tbody tr").first().innerText()).toContain("100.0%");
  });

  test("sees needs against satisfaction, ranked by the gap, and takes the table away", async () => {
    await page.getByRole("link", { name: "Needs" }).click();
    const table = page.getByRole("region", { name: "Ranked by gap" });
    await table.waitFor();
    const { topics, byGap } = await answered<NeedsResult>("needs", {
      topics: ["masks", "food", "school"].map((topic) => ({
        need: { kind: "ticked", variable: `wants.${topic}` },
        satisfaction: `served_${topic}`,
      })),
      satisfiedIf: [4, 5],
    });
    const ranked = byGap.map((place) => topics[place]?.variable.replace("served_", ""));
    expect(await table.locator("tbody th").allInnerTexts()).toEqual(ranked);
    await page.locator("#needs canvas").first().waitFor();
    const [[needed], [satisfied], [gap]] = (await cellsOf("Ranked by gap", ranked[0] ?? "")).slice(1) as [
      string[],
      string[],
      string[],
    ];
    await expectCited(page.locator("#needs"), [needed, satisfied, gap]);
    expect(await page.locator("#needs canvas").first().getAttribute("aria-label")).toContain("Scatter plot");
    const arriving = page.waitForEvent("download");
    await page.getByRole("button", { name: "CSV" }).click();
    expect((await arriving).suggestedFilename()).toBe("needs.csv");
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("finds the three pages whole on a phone, in Chinese", async () => {
    const phone = await openWindow(browser, { screen: "phone", locale: "zh-CN", baseURL: application.address });
    await phone.addCookies(await context.cookies());
    const small = await phone.newPage();
    for (const view of ["scales", "rumours", "needs"]) {
      await small.goto(`/studies/flood/${view}`);
      await small.locator("section.card table").first().waitFor();
      expect(await small.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)")).toBe(0);
      expect(await accessibilityFaults(small)).toEqual([]);
    }
    await phone.close();
  });
});
