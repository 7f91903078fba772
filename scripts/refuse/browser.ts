import type { Browser, BrowserContext, Page } from "playwright-core";
import { chromiumPath, openWindow, startBrowser } from "../../test/support/browser.ts";

/** A window that notices what hostile text would do if it came alive. */
export interface WatchedWindow {
  readonly page: Page;
  /** What has happened since it was opened: a dialog, a request to elsewhere, a navigation away, a script; `null` for nothing. */
  fault(): Promise<string | null>;
  close(): Promise<void>;
}

/** A Chromium for watched windows; `null` where the machine has none. */
export async function openBrowser(): Promise<Browser | null> {
  return chromiumPath === null ? null : startBrowser();
}

/** Opens a window on one origin only: what asks for another is noted and not let out. */
export async function openWatched(
  browser: Browser,
  { port, cookie }: { port: number; cookie?: string },
): Promise<WatchedWindow> {
  const origin = `http://127.0.0.1:${port}`;
  const context = await openWindow(browser, { screen: "phone", locale: "en", baseURL: origin });
  if (cookie !== undefined) {
    const [name = "", value = ""] = cookie.split("=", 2);
    await context.addCookies([{ name, value, url: origin }]);
  }
  const happened: string[] = [];
  await keepWithin(context, origin, happened);
  const page = await context.newPage();
  page.on("dialog", (dialog) => {
    happened.push(`a dialog opened: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("framenavigated", (frame) => {
    const address = frame.url();
    if (!address.startsWith(origin) && address !== "about:blank") happened.push(`went to ${address}`);
  });
  page.on("popup", () => happened.push("a window opened"));
  return {
    page,
    async fault() {
      const mark: unknown = await page.evaluate("window.__x");
      if (mark !== undefined && mark !== null) return "a script ran";
      return happened[0] ?? null;
    },
    close: () => context.close(),
  };
}

async function keepWithin(context: BrowserContext, origin: string, happened: string[]): Promise<void> {
  await context.route("**/*", async (route) => {
    const address = route.request().url();
    if (address.startsWith(`${origin}/`) || address.startsWith("data:")) {
      await route.continue();
      return;
    }
    happened.push(`asked for ${address}`);
    await route.abort();
  });
}
