import { readFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fieldVersion } from "../../server/fielding/fielding.ts";
import type { Definition } from "../../surveys/definition.ts";
import { startApplication, type TestApplication } from "../support/application.ts";
import { accessibilityFaults, chromiumPath, startBrowser } from "../support/browser.ts";
import { fieldStudy, keepResponses } from "../support/fieldStudy.ts";
import { researcherPage } from "../support/researcher.ts";

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
    { type: "comment", name: "words", title: says("还想说什么？", "Anything else?") },
  ],
};

let application: TestApplication;
let browser: Browser;
let page: Page;
let folder: string;

beforeAll(async () => {
  if (chromiumPath === null) return;
  folder = await mkdtemp(join(tmpdir(), "dingxin-definition-"));
  application = await startApplication();
  const study = await fieldStudy(application.services, definition);
  await keepResponses(application.services, study, [{ answers: { sex: "f" } }]);
  browser = await startBrowser();
  page = await researcherPage(browser, application, { screen: "desktop", locale: "en" });
});

afterAll(async () => {
  if (chromiumPath === null) return;
  await browser.close();
  await application.close();
  await rm(folder, { recursive: true, force: true });
});

const editor = () => page.getByRole("textbox", { name: "Definition (SurveyJS JSON)" });
const preview = () => page.frameLocator("iframe[title='Preview']");
const state = (name: string) => page.locator(`.definition-state[data-state="${name}"]`);

/** Puts `after` in the place of the first `before` of the editor's text, as one who selects and types. */
async function retype(before: string, after: string): Promise<void> {
  await editor().press("Control+f");
  await page.getByRole("textbox", { name: "Find" }).pressSequentially(before);
  await page.getByRole("textbox", { name: "Find" }).press("Enter");
  await page.getByRole("textbox", { name: "Find" }).press("Escape");
  await page.keyboard.insertText(after);
}

/** One story, in order: each test begins where the one before ended. */
describe.skipIf(chromiumPath === null)("a questionnaire in the workbench", () => {
  test("stands as it is fielded, with a preview that can be answered and sends nothing", async () => {
    await page.goto("/studies/flood/questionnaire");
    await state("nothingKept").waitFor();
    await preview().getByText("Your sex").waitFor();
    await preview().getByText("Woman").click();
    await preview().getByRole("button", { name: "Check and send" }).click();
    await preview().getByText("nothing was sent").waitFor();
    await page.getByRole("button", { name: "Chinese" }).click();
    await preview().getByText("您的性别").waitFor();
    expect(await application.services.responses.count("flood")).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("shows a fault at its place, and takes one there", async () => {
    await retype('"type": "comment"', '"type": "essay"');
    const fault = page.locator(".definition-faults li");
    await fault.getByText("This type of question is not supported").waitFor();
    expect(await fault.locator("code").innerText()).toBe("elements[1].type");
    expect(await page.locator(".cm-lintRange-error").innerText()).toBe('"essay"');
    const line = Number(/line (\d+)/.exec(await fault.innerText())?.[1]);
    expect(
      (
        await page
          .locator(".cm-line")
          .nth(line - 1)
          .innerText()
      ).trim(),
    ).toBe('"type": "essay",');
    await page.getByText("this is how it was before").waitFor();
    await fault.getByRole("button").click();
    expect(
      await page.evaluate("document.querySelector('.definition-text').shadowRoot.getSelection?.().toString() ?? ''"),
    ).toContain("essay");
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("is undone and redone, and nothing is lost when the page is loaded anew", async () => {
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("No problems").waitFor();
    await page.getByRole("button", { name: "Redo" }).click();
    await page.locator(".definition-faults li").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await retype('"Anything else?"', '"Anything to add?"');
    await retype('"value": "m"', '"value": "male"');
    await state("kept").waitFor();
    await page.reload();
    await preview().getByText("Anything to add?").waitFor();
    expect(await state("kept").innerText()).toBe("Draft kept");
  });

  test("says by name what differs, and is fielded once each change is declared", async () => {
    const changes = page.locator(".definition-changes li");
    await expect
      .poll(() => changes.locator("p:first-of-type").allInnerTexts())
      .toEqual(["Option added choices · male", "Option removed choices · m", "Reworded title"]);
    expect(await page.locator(".definition-difference ins").allInnerTexts()).toContain("Now:\nAnything to add?");
    await page.getByText("3 to be declared").waitFor();
    expect(await page.getByRole("button", { name: "Field it" }).isDisabled()).toBe(true);
    await changes.nth(1).getByLabel("Break").check();
    await page.getByRole("button", { name: "All others comparable" }).click();
    await page.locator(".definition-fielding strong", { hasText: "Broken: not all results compare" }).waitFor();
    await state("kept").waitFor();
    await page.getByRole("button", { name: "Field it" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("A fielded version never changes").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Field it" }).click();
    await page.getByText("Fielded as version 2").waitFor();
    await page.getByRole("link", { name: "Fielded versions" }).click();
    await expect.poll(() => changes.locator(".badge").allInnerTexts()).toEqual(["Comparable", "Break", "Comparable"]);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("tells when another version was fielded meanwhile, and then compares with that", async () => {
    await page.getByRole("link", { name: "Write" }).click();
    await retype('"Anything to add?"', '"Your words"');
    await state("kept").waitFor();
    const bytes = Buffer.from(JSON.stringify(definition));
    await fieldVersion(application.services.questionnaires, { study: "flood", bytes, relation: "changed" });
    await retype('"Your words"', '"In your words"');
    await page.getByText("Fielded while this draft was written: version 3").waitFor();
    await page.getByRole("button", { name: "Compare with the new version" }).click();
    await page.locator(".definition-changes h2", { hasText: "version 3" }).waitFor();
    expect(await page.locator(".definition-changes li").count()).toBe(3);
  });

  test("tells when another page has kept the draft, and gives the choice between the two", async () => {
    const other = await page.context().newPage();
    await other.goto("/studies/flood/questionnaire");
    await other.locator(".definition-state[data-state='kept']").waitFor();
    await retype('"In your words"', '"My words"');
    await state("kept").waitFor();
    await other.getByRole("textbox", { name: "Definition (SurveyJS JSON)" }).press("Control+End");
    await other.keyboard.insertText(" ");
    await other.getByText("The draft was changed elsewhere").waitFor();
    expect(await accessibilityFaults(other)).toEqual([]);
    await other.getByRole("button", { name: "Load theirs" }).click();
    await other.locator(".definition-state[data-state='kept']").waitFor();
    await other.getByText('"My words"').waitFor();
    await other.close();
  });

  test("is loaded from a file, saved to one, and given up", async () => {
    const path = join(folder, "questionnaire.json");
    await writeFile(path, JSON.stringify({ elements: [{ type: "comment", name: "only" }] }));
    await page.getByLabel("Load a file").setInputFiles(path);
    await page.locator(".definition-changes li", { hasText: "Question removed" }).first().waitFor();
    await page.getByRole("button", { name: "Tidy" }).click();
    await state("kept").waitFor();
    const arriving = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download" }).click();
    expect(await readFile(await (await arriving).path(), "utf8")).toContain('      "name": "only"\n');
    await page.getByRole("button", { name: "Discard the draft" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Discard the draft" }).click();
    await state("nothingKept").waitFor();
    await editor().getByText('"words"').waitFor();
  });

  test("is whole on a phone, in Chinese", async () => {
    const small = await researcherPage(browser, application, { screen: "phone", locale: "zh-CN" });
    await small.goto("/studies/flood/questionnaire");
    await small.frameLocator("iframe[title='预览']").getByText("您的性别").waitFor();
    expect(await small.evaluate("Math.max(0, document.documentElement.scrollWidth - innerWidth)")).toBe(0);
    expect(await accessibilityFaults(small)).toEqual([]);
    await small.context().close();
  });
});
