import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadDemonstration } from "../../scripts/demonstration/load.ts";
import { clockHeldAt } from "../../server/clock.ts";
import { demonstrationMidnight, demonstrationStudy } from "../../scripts/demonstration/study.ts";
import { startApplication, type TestApplication } from "../support/application.ts";
import { accessibilityFaults, chromiumPath, startBrowser } from "../support/browser.ts";
import { researcherPage } from "../support/researcher.ts";

const { study } = demonstrationStudy;

let application: TestApplication;
let browser: Browser;

beforeAll(async () => {
  if (chromiumPath === null) return;
  application = await startApplication({ studyClock: clockHeldAt(demonstrationMidnight, () => new Date()) });
  await loadDemonstration(application.services, () => undefined);
  browser = await startBrowser();
}, 240_000);

afterAll(async () => {
  if (chromiumPath === null) return;
  await browser.close();
  await application.close();
});

/** What a reader should never meet: a number that is none, a word of the program, a part that failed. */
const leaks = /\bNaN\b|\bundefined\b|\[object |\bInfinity\b/;

describe.skipIf(chromiumPath === null)("every part of the demonstration study", () => {
  test("is whole on a wide screen in English, and free of what axe finds", { timeout: 480_000 }, async () => {
    const page = await researcherPage(browser, application, { screen: "desktop", locale: "en" });
    const faults = failuresOf(page);
    for (const path of await partsOf(page)) {
      await settled(page, path);
      expect.soft(await accessibilityFaults(page), `${path}, light`).toEqual([]);
      expect.soft(await wholeness(page), path).toEqual(whole);
      expect.soft(await page.locator("main").innerText(), path).not.toMatch(leaks);
      await page.emulateMedia({ colorScheme: "dark" });
      // Of what axe looks at, colours alone depend on the theme.
      expect.soft(await accessibilityFaults(page, ["color-contrast"]), `${path}, dark`).toEqual([]);
      await page.emulateMedia({ colorScheme: "light" });
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test("is whole on a phone and a tablet in Chinese", { timeout: 480_000 }, async () => {
    const page = await researcherPage(browser, application, { screen: "desktop", locale: "zh-CN" });
    const faults = failuresOf(page);
    const paths = await partsOf(page);
    for (const width of [390, 1024]) {
      await page.setViewportSize({ width, height: 844 });
      for (const path of paths) {
        await settled(page, path);
        expect.soft(await wholeness(page), `${path}, ${width} px`).toEqual(whole);
        expect.soft(await page.locator("main").innerText(), path).not.toMatch(leaks);
      }
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

/** The addresses of the parts, as the page itself lists them. */
async function partsOf(page: Page): Promise<string[]> {
  await page.goto(`/studies/${study}`);
  await page.locator("nav.views a").first().waitFor({ state: "attached" });
  const links = await page.locator("nav.views a").all();
  return Promise.all(links.map(async (link) => (await link.getAttribute("href")) ?? ""));
}

/** Opens a part, and waits until nothing of it is loading. */
async function settled(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator("nav.views a[aria-current]").waitFor({ state: "attached" });
  await page.locator("main .loading, main [aria-busy=true]").first().waitFor({ state: "detached" });
  // What comes near the window asks for its numbers only then.
  await page.waitForLoadState("networkidle");
}

/** Problems that the page's program or the service had since. */
function failuresOf(page: Page): string[] {
  const failures: string[] = [];
  page.on("pageerror", ({ message }) => failures.push(message));
  page.on("response", (response) => {
    if (response.status() >= 400) failures.push(`${response.status()} ${response.url()}`);
  });
  return failures;
}

const whole = { isWithin: true, refusals: 0 };

/** Whether a page stays within its window's width, and how many of its parts say that they failed. */
async function wholeness(page: Page): Promise<typeof whole> {
  const beyond = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
  return { isWithin: beyond <= 0, refusals: await page.locator("main .notice.bad").count() };
}
