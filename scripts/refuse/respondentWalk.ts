import type { Page } from "playwright-core";
import { paths } from "./product.ts";

const mostPages = 70;
const questions = "#questions";

/** Opens the respondent's page of a study and waits for the questionnaire to be there. */
export async function openQuestionnaire(
  page: Page,
  { study, query = "" }: { study: string; query?: string },
): Promise<void> {
  await page.goto(`${paths.page(study)}${query}`);
  await page.locator(questions).waitFor({ timeout: 20_000 });
}

/** Whether the questionnaire has a further page, and goes there. */
export async function goOn(page: Page): Promise<boolean> {
  const next = page.locator(".sd-navigation__next-btn:visible");
  if ((await next.count()) === 0) return false;
  await next.first().click();
  return true;
}

/** Fills every text box that is shown, goes through to the last page, sends, and waits for thanks or a refusal. */
export async function walkThrough(page: Page, text: string): Promise<void> {
  for (let place = 0; place < mostPages; place++) {
    for (const box of await page.locator(`${questions} input[type=text]:visible, ${questions} textarea:visible`).all())
      await box.fill(text);
    if (!(await goOn(page))) break;
  }
  const complete = page.locator(".sd-navigation__complete-btn:visible");
  if ((await complete.count()) === 0) return;
  await complete.first().click();
  const send = page.locator(".review .button").first();
  if ((await send.count()) === 0) return;
  await send.click();
  await page.locator(".thanks, [role=alert]").first().waitFor({ timeout: 10_000 });
}
