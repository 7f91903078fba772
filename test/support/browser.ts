import { existsSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";

const usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * The Chromium of this machine (`CHROMIUM` in the environment, or where Debian puts it), or `null` when it has none.
 *
 * Journeys use `describe.skipIf(chromiumPath === null)`, so that a run says what it left out.
 */
export const chromiumPath = [process.env["CHROMIUM"] ?? "", ...usual].find((path) => existsSync(path)) ?? null;

if (chromiumPath === null) process.stdout.write("No Chromium on this machine: the browser journeys are left out\n");

/** Widths at which a page is looked at. */
export const screens = {
  phone: { width: 360, height: 740 },
  tablet: { width: 1024, height: 768 },
  desktop: { width: 1600, height: 1000 },
} as const;

/** Starts the browser; close it when done. */
export async function startBrowser(): Promise<Browser> {
  if (chromiumPath === null) throw new Error("Cannot start a browser: this machine has no Chromium");
  const quiet = ["--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launch({
    executablePath: chromiumPath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", ...quiet],
  });
}

/** A browser window of its own, with no memory of others; `baseURL` is where paths without an origin go. */
export async function openWindow(
  browser: Browser,
  {
    screen,
    locale,
    ...rest
  }: { screen: keyof typeof screens; locale: "zh-CN" | "en"; baseURL?: string; javaScriptEnabled?: boolean },
): Promise<BrowserContext> {
  const isPhone = screen === "phone";
  return browser.newContext({ viewport: screens[screen], locale, isMobile: isPhone, hasTouch: isPhone, ...rest });
}

/**
 * What axe finds wrong with a page, a line a violation: empty when it finds nothing.
 *
 * @param rules those of axe's that are looked at; all of them when left out.
 */
export async function accessibilityFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  const { violations } = await (rules === undefined ? builder : builder.withRules([...rules])).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}
