import { parse } from "csv-parse/sync";
import { z } from "zod";
import { dangersIn } from "../../test/support/dangers.ts";
import { openBrowser, openWatched, type WatchedWindow } from "./browser.ts";
import { ask, askJson, isTaken, jsonIn, origin, type Answered } from "./client.ts";
import type { CorpusCase, CorpusFile } from "./corpus.ts";
import type { FigureStudy } from "./figureStudy.ts";
import { answerFault } from "./judge.ts";
import { cellFor, firstCharacters, textOf } from "./openTexts.ts";
import { paths } from "./product.ts";
import { faultIn, type Results } from "./results.ts";

/** A figure whose words are changed again and again, and a report that shows it. */
interface Tried extends FigureStudy {
  readonly figure: string;
  /** The version that the next change is made from. */
  version: number;
}

/** Half of the longest title: signs may be of two code units. */
const shortUnits = 60;

const template = "figure-with-words";

/**
 * Gives a figure the texts of a corpus for title, headline and note: those of open texts, and what definitions would have
 * shown as markup. A text is refused with a reason, or is harmless in each form of the figure.
 */
export async function runFigureTexts(
  files: readonly CorpusFile[],
  study: FigureStudy,
  results: Results,
): Promise<void> {
  const tried = await figureToTry(study);
  const browser = await openBrowser();
  const window = browser === null ? null : await openWatched(browser, study.product.service);
  try {
    for (const { category, cases } of files)
      for (const given of cases) {
        const texts = category === "c" ? [textOf(given) ?? ""] : category === "b" ? markupIn(given) : [];
        const place = { id: `figures-${given.id}`, group: given.group };
        if (texts.length > 0) results.judged(place, await faultIn(faultOfAll(texts, tried, window)));
      }
  } finally {
    await browser?.close();
  }
}

const madeFigure = z.object({ figure: z.string(), version: z.number() });

async function figureToTry(study: FigureStudy): Promise<Tried> {
  const { open, look } = study;
  const made = madeFigure.parse(await open.change("POST", "/figures", wordsOf("words", look)));
  await open.change("PUT", `/figures/${made.figure}/visibility`, { visibility: "public" });
  const markdown = `{{figure:${made.figure}}}\n`;
  await open.change("PUT", `/reports/${template}`, { title: "Words", markdown, version: 0 });
  return { ...study, ...made };
}

/** Words of a definition that would be markup to whom trusts them. */
function markupIn({ definition }: CorpusCase): string[] {
  const found: string[] = [];
  JSON.stringify(definition, (key, value: unknown) => {
    for (const text of [key, value]) if (typeof text === "string" && /[<>"\n]|\+AD/.test(text)) found.push(text);
    return value;
  });
  return [...new Set(found)];
}

async function faultOfAll(
  texts: readonly string[],
  tried: Tried,
  window: WatchedWindow | null,
): Promise<string | null> {
  for (const text of texts) {
    const fault = await faultOf(text, tried, window);
    if (fault !== null) return fault;
  }
  return null;
}

async function faultOf(text: string, tried: Tried, window: WatchedWindow | null): Promise<string | null> {
  const whole = await change(text, tried);
  if (whole === null) return viewFault(text, tried, window);
  // Too long for a title is no reason to be harmless where it fits.
  const beginning = firstCharacters(text, shortUnits);
  if (!isRefusal(whole) || beginning === text) return refusalFault(whole, text);
  const short = await change(beginning, tried);
  return short === null ? viewFault(beginning, tried, window) : refusalFault(short, beginning);
}

/** Gives the words to the figure, and to its study for its methods box; what was answered where they were not taken. */
async function change(text: string, tried: Tried): Promise<Answered | null> {
  const { product, open, figure, version, look } = tried;
  const put = (path: string, value: object): Promise<Answered> =>
    askJson(product.service.port, {
      method: "PUT",
      path: `${paths.study(open.study)}${path}`,
      cookie: product.cookie,
      value,
    });
  const changed = await put(`/figures/${figure}`, { ...wordsOf(text, look), version });
  if (!isTaken(changed)) return changed;
  tried.version = madeFigure.parse(jsonIn(changed.body)).version;
  const both = { "zh-CN": text, en: text };
  const said = await put("/publication", { questions: open.questions, conductor: both, limits: both });
  return isTaken(said) ? null : said;
}

function wordsOf(text: string, look: object): object {
  const both = { "zh-CN": text, en: text };
  return { title: both, headline: both, note: both, look };
}

function isRefusal({ status }: Answered): boolean {
  return status !== null && status >= 400 && status < 500;
}

function refusalFault(answered: Answered, text: string): string | null {
  return answerFault(answered, { verdict: "refuse" }, { sent: text });
}

/** How each form of a figure is looked at. */
const forms: Readonly<Record<string, (answered: Answered, text: string) => string | null>> = {
  "?lang=en": markupFault,
  "?lang=zh-CN": markupFault,
  "/embed?lang=en": markupFault,
  "/figure.svg?lang=en": markupFault,
  "/figure.png?lang=en&width=240&density=0.5": ({ headers }) =>
    headers["content-type"] === "image/png" ? null : `is ${headers["content-type"] ?? "of no type"}`,
  "/figure.csv?lang=en": tableFault,
  "/figure.json": ({ body }) => (jsonIn(body) === undefined ? "is no JSON" : null),
};

async function viewFault(text: string, tried: Tried, window: WatchedWindow | null): Promise<string | null> {
  const { product, figure, open } = tried;
  const { port } = product.service;
  for (const [rest, look] of Object.entries(forms)) {
    const answered = await ask(port, { method: "GET", path: `/f/${figure}${rest}`, patienceMs: 30_000 });
    const fault = answered.status === 200 ? look(answered, text) : refusalFault(answered, text);
    if (fault !== null) return `${rest}: ${fault}`;
  }
  const url = encodeURIComponent(`${origin}/f/${figure}`);
  const told = await ask(port, { method: "GET", path: `/oembed?url=${url}` });
  const report = await ask(port, {
    method: "GET",
    path: `${paths.study(open.study)}/reports/${template}/report.html?lang=en`,
    cookie: product.cookie,
    patienceMs: 60_000,
  });
  return (
    prefixed("oembed", embeddedFault(told)) ??
    prefixed("report", report.status === 200 ? markupFault(report) : refusalFault(report, text)) ??
    (window === null || !/[<>"'&]/.test(text) ? null : aliveFault(figure, window))
  );
}

function prefixed(view: string, fault: string | null): string | null {
  return fault === null ? null : `${view}: ${fault}`;
}

function markupFault({ body }: Answered): string | null {
  const found = dangersIn(body);
  return found.length === 0 ? null : `holds ${found.join(", ")}`;
}

/** An editor is given one frame and our own script. */
function embeddedFault({ status, body }: Answered): string | null {
  if (status !== 200) return `got ${status ?? "no answer"} ${body.slice(0, 200)}`;
  const found = dangersIn(embedded.parse(jsonIn(body)).html).join();
  return found === "iframe,script" ? null : `holds ${found}`;
}

const embedded = z.object({ html: z.string() });

/** A spreadsheet would run what begins as a formula. */
function tableFault({ body }: Answered, text: string): string | null {
  const rows: string[][] = parse(body, { bom: true, relax_column_count: false });
  const cells = new Set(rows.flat());
  const trimmed = text.trim();
  return cellFor(trimmed) !== trimmed && cells.has(trimmed) ? "holds a formula" : null;
}

/** Opens page, embed and drawing in Chromium: nothing of them may come alive. */
async function aliveFault(figure: string, window: WatchedWindow): Promise<string | null> {
  for (const rest of ["?lang=en", "/embed?lang=en", "/figure.svg?lang=en"]) {
    await window.page.goto(`/f/${figure}${rest}`);
    const found = await window.fault();
    if (found !== null) return `${rest} in a browser: ${found}`;
  }
  return null;
}
