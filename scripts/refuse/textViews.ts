import type { Browser, Locator, Page } from "playwright-core";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { openWatched, type WatchedWindow } from "./browser.ts";
import { ask, askJson, jsonIn } from "./client.ts";
import { mostRows, paths, type Product } from "./product.ts";
import { goOn, openQuestionnaire } from "./respondentWalk.ts";

/** A page on which what somebody wrote is shown. */
export interface TextView {
  readonly name: string;
  /** Brings a text onto the page, and gives the element that holds it. */
  readonly open: (page: Page, text: string) => Promise<Locator>;
  /** What the page may do to a text before it shows it, other than nothing. */
  readonly shown: (text: string) => string;
  /** How many elements the page makes within that element for a harmless text of so many lines. */
  readonly usualElements: (page: Page, lines: number) => Promise<number>;
}

const pipingStudy = "corpus-piping";

/** A questionnaire whose second page repeats, as a title, what was written on the first. */
const pipingDefinition = {
  pages: [
    { name: "first", elements: [{ type: "comment", name: "words", maxLength: 32_768 }] },
    { name: "second", elements: [{ type: "text", name: "after", title: "{words}" }] },
  ],
};

/** Makes the pages on which open texts are shown: as they are written, and to the researcher of the study they went to. */
export async function createTextViews(
  product: Product,
  { study, variable }: { study: string; variable: string },
): Promise<TextView[]> {
  await product.addStudy({ study: pipingStudy, definitions: [pipingDefinition] });
  const address = `/studies/${study}/texts`;
  return [
    pipedTitle(),
    researchersList(address, variable),
    concordance(address, variable),
    recordList(`/studies/${study}/records`, variable),
  ];
}

function pipedTitle(): TextView {
  const usual = new Map<number, number>();
  const open: TextView["open"] = async (page, text) => {
    if (page.url() === "about:blank") await openQuestionnaire(page, { study: pipingStudy });
    const back = page.locator(".sd-navigation__prev-btn:visible");
    if ((await back.count()) > 0) await back.first().click();
    await page.locator("#questions textarea:visible").fill(text);
    await goOn(page);
    return page.locator("#questions .sd-question__title .sv-string-viewer, #questions .sd-element__title").first();
  };
  return {
    name: "respondent's page, piped into a title",
    // A text box knows one kind of line break, and SurveyJS takes white space alone for no answer.
    shown: (text) => (text.trim() === "" ? "" : text.replace(/\r\n?/g, "\n")),
    open,
    async usualElements(page, lines) {
      const harmless = "x\n".repeat(lines - 1) + "x";
      const known = usual.get(lines) ?? (await (await open(page, harmless)).locator("*").count());
      usual.set(lines, known);
      return known;
    },
  };
}

/** The whole list, opened once; a text that is not in it is looked for in vain in the list as a whole. */
function researchersList(address: string, variable: string): TextView {
  const query = new URLSearchParams({ question: variable }).toString();
  return {
    name: "researcher's list of open texts",
    shown: (text) => text,
    async open(page, text) {
      if (page.url() === "about:blank") await openWholeList(page, `${address}?${query}`);
      const written = page.locator(".texts .written");
      const place = (await written.allTextContents()).indexOf(text);
      return place < 0 ? page.locator(".texts").first() : written.nth(place);
    },
    usualElements: () => Promise.resolve(0),
  };
}

/** Pages are waited for as attached, not as visible: a text of zero-width characters takes no room where it stands first. */
async function openWholeList(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const pages = page.locator(".texts");
  await pages.first().waitFor({ state: "attached" });
  const more = page.locator("button.more");
  for (let shown = 1; (await more.count()) > 0; shown += 1) {
    await more.click();
    await pages.nth(shown).waitFor({ state: "attached" });
  }
}

/** Units of a text that a line shows behind the keyword. */
const contextUnits = 40;

/** The lines of a keyword: for each text the one in which its own beginning is the keyword. */
function concordance(address: string, variable: string): TextView {
  const beginning = (text: string): string => Array.from(text).slice(0, 20).join("");
  const shown = (text: string): string => {
    const end = Math.min(text.length, beginning(text).length + contextUnits);
    // A character of two units is not cut.
    return text.slice(0, /[\uDC00-\uDFFF]/.test(text.charAt(end)) ? end - 1 : end);
  };
  let keyword: string | null = null;
  const lookFor = async (page: Page, wanted: string): Promise<void> => {
    if (wanted === keyword && page.url() !== "about:blank") return;
    const query = new URLSearchParams({ part: "context", question: variable, keyword: wanted }).toString();
    if (page.url() === "about:blank") await page.goto(`${address}?${query}`);
    else {
      const answered = page.waitForResponse((response) => response.url().includes("/texts/concordance?"));
      await page.evaluate(`history.pushState(null, "", ${JSON.stringify(`${address}?${query}`)});
        dispatchEvent(new PopStateEvent("popstate"))`);
      await answered;
    }
    keyword = wanted;
    await page.locator(".concordance").first().waitFor({ state: "attached" });
  };
  return {
    name: "researcher's concordance",
    shown,
    async open(page, text) {
      await lookFor(page, beginning(text));
      const lines = page.locator(".in-context");
      const more = page.locator("button.texts-more");
      let pages = await page.locator(".concordance").count();
      let place = (await lines.allTextContents()).indexOf(shown(text));
      while (place < 0 && (await more.count()) > 0) {
        await more.click();
        await page.locator(".concordance").nth(pages).waitFor({ state: "attached" });
        pages += 1;
        place = (await lines.allTextContents()).indexOf(shown(text));
      }
      return place < 0 ? page.locator(".concordance").first() : lines.nth(place);
    },
    // Before, keyword and after, and the mark.
    usualElements: () => Promise.resolve(4),
  };
}

/** Single responses, a page in place of the other: a text is looked for from the page on which the last one was. */
function recordList(address: string, variable: string): TextView {
  const query = new URLSearchParams({ column: variable }).toString();
  const turn = async (page: Page, name: string): Promise<boolean> => {
    const button = page.getByRole("button", { name, exact: true });
    if ((await button.count()) === 0) return false;
    const before = (await page.locator(".records-cards code").first().getAttribute("title")) ?? "";
    await button.click();
    await page.locator(`.records-cards > li:first-child code:not([title="${before}"])`).waitFor();
    return true;
  };
  return {
    name: "researcher's records",
    shown: (text) => text,
    async open(page, text) {
      const written = page.locator(".records-cards .written");
      if (page.url() === "about:blank") await page.goto(`${address}?${query}`);
      await written.first().waitFor({ state: "attached" });
      for (let hasBegunAnew = false; ;) {
        const place = (await written.allTextContents()).indexOf(text);
        if (place >= 0) return written.nth(place);
        if (await turn(page, "Next page")) continue;
        if (hasBegunAnew || !(await turn(page, "First page"))) return written.first();
        hasBegunAnew = true;
      }
    },
    usualElements: () => Promise.resolve(0),
  };
}

/** Looks at texts in a view, one after the other in one window. */
export interface Looking {
  /** What is wrong with how a text is shown; `null` when nothing is. */
  faultOf(text: string): Promise<string | null>;
  close(): Promise<void>;
}

/** Opens a window for a view. */
export async function lookInto(
  view: TextView,
  { browser, product }: { browser: Browser; product: Product },
): Promise<Looking> {
  const window = await openWatched(browser, { port: product.service.port, cookie: product.cookie });
  return {
    faultOf: (text) => viewFault(view, { window, text }),
    close: () => window.close(),
  };
}

async function viewFault(
  view: TextView,
  { window, text }: { window: WatchedWindow; text: string },
): Promise<string | null> {
  const { page } = window;
  const element = await view.open(page, text);
  const content = (await element.textContent()) ?? "";
  const elements = await element.locator("*").count();
  const inPlace = await window.fault();
  if (inPlace !== null) return `${view.name}: ${inPlace}`;
  const due = view.shown(text);
  if (!content.includes(due)) return `${view.name}: shows ${JSON.stringify(content.slice(0, 120))}`;
  const more = elements - (await view.usualElements(page, due.split("\n").length));
  return more === 0 ? null : `${view.name}: ${more} elements were made of it`;
}

const textsAnswer = z.object({
  texts: z.array(z.object({ text: z.string() })),
  nextCursor: z.string().nullable(),
});

/** Every text of a variable as the API gives them, or those that hold `containing`. */
export async function textsInApi(
  { service, cookie }: Product,
  { study, variable, containing = "" }: { study: string; variable: string; containing?: string },
): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ question: variable, limit: String(mostRows) });
    if (containing !== "") query.set("containing", containing);
    if (cursor !== null) query.set("cursor", cursor);
    const { status, body } = await ask(service.port, {
      method: "GET",
      path: `${paths.texts(study)}?${query.toString()}`,
      cookie,
    });
    if (status !== 200) throw new Error(`The texts of ${variable} cannot be had: ${body.slice(0, 300)}`);
    const answer = textsAnswer.parse(jsonIn(body));
    found.push(...answer.texts.map(({ text }) => text));
    cursor = answer.nextCursor;
  } while (cursor !== null);
  return found;
}

const exportMade = z.object({ export: z.string() });

/** The rows of a study's data file by header, read by a standard reader that refuses a row of another width. */
export async function rowsInFile(
  { service, cookie }: Product,
  { study, flavour }: { study: string; flavour: "plain" | "excel" },
): Promise<Record<string, string>[]> {
  const { port } = service;
  const made = await askJson(port, { method: "POST", path: paths.exports(study), cookie, value: { flavour } });
  const path = paths.exportFile(study, exportMade.parse(jsonIn(made.body)).export);
  const { body } = await ask(port, { method: "GET", path, cookie, patienceMs: 60_000 });
  return parse(body, {
    columns: true,
    bom: flavour === "excel",
    relax_column_count: false,
    record_delimiter: flavour === "excel" ? "\r\n" : "\n",
  });
}
