import type { Browser, BrowserContext, Page } from "playwright-core";
import { chromiumPath, openWindow, startBrowser } from "../../test/support/browser.ts";
import { keepManyResponses } from "./manyResponses.ts";
import { figure, heading, median, quantile, shown } from "./report.ts";
import { startServer } from "./serverProcess.ts";
import type { Subject } from "./subject.ts";

/** A line of 10 Mbit/s, 20 ms there and back. */
const line = { offline: false, latency: 20, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000 };
const many = { study: "many-responses", count: 1_000_000 };

/** The parts of a study's page that show numbers of it. */
const views = ["overview", "questions", "trends", "crosstabs", "compare", "scales", "rumours", "needs"];
/** What others have asked before: a program that has just begun is not yet translated to what runs fast. */
const before = [
  "",
  "?is.sex=male",
  "?from=2020-02-05&to=2020-02-25",
  "?weight=none",
  "?is.age_band=30-39",
  "?is.age_band=18-29&from=2020-02-01",
  "?from=2020-02-06&to=2020-02-26",
  "?is.sex=male&weight=none",
  "?from=2020-02-07&to=2020-02-27",
  "?is.age_band=40-49",
];
/** What a reader changes in a view, each to numbers that nobody has asked for yet. */
const changes = [
  "?is.sex=female",
  "?is.sex=male&from=2020-02-03",
  "?from=2020-02-10&to=2020-02-20",
  "?is.sex=female&weight=none",
];

/** How long a researcher waits: for the first page on a common line, and from a change until a view stands still. */
export async function benchWorkbench(subject: Subject, rounds: number): Promise<void> {
  heading("Researcher's pages, end to end in a browser");
  if (chromiumPath === null) {
    figure("no Chromium on this machine", "left out");
    return;
  }
  const services = await subject.open();
  const code = (await services.accounts.setUpCode()) ?? "";
  await keepManyResponses(services, { ...many, from: await subject.responses() });
  await services.close();
  const server = await startServer("server/main.ts", { DATA_DIRECTORY: subject.dataDirectory });
  const browser = await startBrowser();
  try {
    const context = await openWindow(browser, { screen: "desktop", locale: "zh-CN", baseURL: server.address });
    const account = { code, name: "bench", password: "a long enough password" };
    await context.request.post("/api/setup", { data: account, headers: { Origin: server.address } });
    const studies = [subject.study, many.study];
    for (const study of studies) await columnsAreRead(context, study);
    await benchFirstLoad({ browser, context, address: server.address }, subject.study, rounds);
    for (const study of studies) await benchViews(await openPage(context), study);
  } finally {
    await browser.close();
    await server.stop();
  }
}

interface Opened {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly address: string;
}

async function benchFirstLoad({ browser, context, address }: Opened, study: string, rounds: number): Promise<void> {
  const storageState = await context.storageState();
  const loads: { milliseconds: number; bytes: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const fresh = await browser.newContext({ storageState, locale: "zh-CN", baseURL: address });
    const page = await fresh.newPage();
    const received = await onTheLine(page);
    const began = performance.now();
    await page.goto(`/studies/${study}`, { waitUntil: "commit" });
    await page.locator("main table tbody tr").first().waitFor();
    loads.push({ milliseconds: performance.now() - began, bytes: received() });
    await fresh.close();
  }
  const of = (part: keyof (typeof loads)[number]): number => median(loads.map((load) => load[part]));
  const taken = shown(of("milliseconds"), "ms");
  figure("first numbers of a study, 10 Mbit/s", taken, `${shown(of("bytes") / 1000)} kB by then`);
}

/** Puts a page on the line; gives the bytes that came over it so far. */
async function onTheLine(page: Page): Promise<() => number> {
  const session = await page.context().newCDPSession(page);
  let received = 0;
  session.on("Network.dataReceived", ({ encodedDataLength }) => (received += encodedDataLength));
  session.on("Network.responseReceived", ({ response }) => (received += response.encodedDataLength));
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", line);
  return () => received;
}

/** Waits until a study's columns are in memory: reading them is the service's start, not that of a reader. */
async function columnsAreRead({ request }: BrowserContext, study: string): Promise<void> {
  const deadline = performance.now() + 600_000;
  while (performance.now() < deadline) {
    const began = performance.now();
    const answer = await request.get(`/api/studies/${study}/days`, { timeout: 300_000 });
    if (answer.ok() && performance.now() - began < 500) return;
  }
  throw new Error(`Cannot measure: the columns of ${study} were not read in ten minutes`);
}

/** A page that counts the requests that are under way. */
async function openPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(`{
    const asked = window.fetch;
    window.underWay = 0;
    window.fetch = (...wanted) => {
      window.underWay += 1;
      return asked(...wanted).finally(() => setTimeout(() => (window.underWay -= 1)));
    };
  }`);
  return page;
}

async function benchViews(page: Page, study: string): Promise<void> {
  await page.goto(`/studies/${study}`);
  for (const change of before) for (const view of views) await standsStill(page, `/studies/${study}/${view}${change}`);
  const all: number[] = [];
  for (const view of views) {
    const taken: number[] = [];
    for (const change of changes) taken.push(await standsStill(page, `/studies/${study}/${view}${change}`));
    all.push(...taken);
    figure(`${study}: ${view}`, shown(median(taken), "ms"), `slowest ${shown(Math.max(...taken), "ms")}`);
  }
  figure(
    `${study}: all views, 95th percentile`,
    shown(quantile(all, 0.95), "ms"),
    `median ${shown(median(all), "ms")}`,
  );
}

const quietMs = 400;

/** Milliseconds from going to an address of the page's until nothing is asked any more and what is shown changes no more. */
async function standsStill(page: Page, address: string): Promise<number> {
  return page.evaluate<number>(`new Promise((done) => {
    const began = performance.now();
    let last = began;
    const watch = new MutationObserver(() => (last = performance.now()));
    watch.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
    history.pushState(null, "", ${JSON.stringify(address)});
    dispatchEvent(new PopStateEvent("popstate"));
    const asked = setInterval(() => {
      const isWaiting = window.underWay > 0 || document.querySelector("main .loading, main [aria-busy=true]") !== null;
      if (isWaiting) last = performance.now();
      if (performance.now() - last < ${quietMs}) return;
      clearInterval(asked);
      watch.disconnect();
      done(last - began);
    }, 20);
  })`);
}
