import type { Browser, Page } from "playwright-core";
import type { TestApplication } from "./application.ts";
import { openWindow, type screens } from "./browser.ts";

/** A page of a window in which the first researcher is signed in. */
export async function researcherPage(
  browser: Browser,
  application: TestApplication,
  { screen, locale }: { screen: keyof typeof screens; locale: "zh-CN" | "en" },
): Promise<Page> {
  const context = await openWindow(browser, { screen, locale, baseURL: application.address });
  const { cookie } = await application.signIn();
  const [name = "", ...value] = cookie.split("=");
  await context.addCookies([{ name, value: value.join("="), url: application.address }]);
  return context.newPage();
}

/** Sends a body to an address of the application as the first researcher does. */
export async function researcherPost(
  application: TestApplication,
  path: string,
  { body, language = "en" }: { body: object; language?: string },
): Promise<Response> {
  const { cookie } = await application.signIn();
  return fetch(`${application.address}${path}?lang=${language}`, {
    method: "POST",
    headers: { cookie, "Content-Type": "application/json", Origin: application.address },
    body: JSON.stringify(body),
  });
}
