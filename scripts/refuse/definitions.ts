import type { Browser } from "playwright-core";
import { z } from "zod";
import { ask, isTaken, jsonIn, type Answered } from "./client.ts";
import { openBrowser, openWatched } from "./browser.ts";
import type { CorpusCase, CorpusFile } from "./corpus.ts";
import { definitionText, generatorOf } from "./expandDefinition.ts";
import { allowedBy, answerFault } from "./judge.ts";
import { namedFields, newSubmissionKey, paths, roleMembers, wrap, type Product } from "./product.ts";
import { openQuestionnaire, walkThrough } from "./respondentWalk.ts";
import { faultIn, type Results } from "./results.ts";
import { watched } from "./watch.ts";

/** What a case does with a definition that was taken. */
const afterwards = z.looseObject({
  thenAnswer: z.record(z.string(), z.unknown()).default({}),
  thenOpenWith: z.string().default(""),
});

interface Running {
  readonly product: Product;
  readonly results: Results;
}

const harmless = { elements: [{ type: "text", name: "harmless" }] };
const usualMostMs = 2_000;

/**
 * Tries to field every definition of a file. One that is refused must leave the version before as it was; one that is
 * taken is opened in Chromium, answered to the end and watched.
 */
export async function runDefinitions({ cases }: CorpusFile, { product, results }: Running): Promise<void> {
  const browser = await openBrowser();
  try {
    const studies = freshStudies(product);
    for (const given of cases) {
      const text = definitionText(given);
      const verdict = given.expected.verdict ?? "refuse";
      if (text === null) results.notApplicable(given, `the generator ${generatorOf(given)} is not known`);
      else if (allowedBy(verdict) === null) results.notApplicable(given, `the verdict ${verdict} is not known`);
      else results.judged(given, await faultIn(tryCase(given, text, { product, browser, studies })));
    }
  } finally {
    await browser?.close();
  }
}

interface Studies {
  /** A study with nothing fielded but a harmless questionnaire. */
  current(): Promise<string>;
  /** Says that the current study now has something else. */
  isUsed(): void;
}

function freshStudies(product: Product): Studies {
  let number = 0;
  let isFresh = false;
  return {
    async current() {
      if (!isFresh) {
        number += 1;
        isFresh = true;
        await product.addStudy({ study: `definition-${number}`, definitions: [harmless] });
      }
      return `definition-${number}`;
    },
    isUsed() {
      isFresh = false;
    },
  };
}

interface Trying {
  readonly product: Product;
  readonly browser: Browser | null;
  readonly studies: Studies;
}

async function tryCase(given: CorpusCase, text: string, { product, browser, studies }: Trying): Promise<string | null> {
  const { expected } = given;
  const study = await studies.current();
  const { port } = product.service;
  const body = Buffer.from(text);
  const { outcome: answered, strain } = await watched(product.service, expected, () =>
    ask(port, { method: "POST", path: paths.versions(study), cookie: product.cookie, body }),
  );
  if (strain !== null) return strain;
  const most = expected.maxMs ?? usualMostMs;
  const fault = answerFault(answered, expected, { sent: text });
  if (fault !== null) return fault;
  if (answered.milliseconds > most) return `answered after ${Math.round(answered.milliseconds)} ms, at most ${most}`;
  if (!isTaken(answered)) return (await changedFault(product, study)) ?? pathFault(answered, given);
  studies.isUsed();
  if (expected.verdict === "refuse-or-warn") return "taken without a warning";
  return (
    (await answerTaken(given, { product, study, most })) ?? (await viewFault(given, { product, browser, study, most }))
  );
}

function pathFault(answered: Answered, { expected }: CorpusCase): string | null {
  return expected.bodyNamesPath === true && namedFields(answered).length === 0
    ? `the refusal names no path: ${answered.body.slice(0, 200)}`
    : null;
}

async function changedFault({ service, cookie }: Product, study: string): Promise<string | null> {
  const { body } = await ask(service.port, { method: "GET", path: paths.study(study), cookie });
  const { questionnaireVersion } = (jsonIn(body) ?? {}) as { questionnaireVersion?: unknown };
  return questionnaireVersion === 1 ? null : "the version before is not as it was";
}

interface Taken {
  readonly product: Product;
  readonly study: string;
  readonly most: number;
}

/** Sends the case's answers to the questionnaire that was taken: decided in time, whatever the decision. */
async function answerTaken(given: CorpusCase, { product, study, most }: Taken): Promise<string | null> {
  const { thenAnswer } = afterwards.parse(given);
  if (Object.keys(thenAnswer).length === 0) return null;
  const members = { [roleMembers.submissionId]: newSubmissionKey() };
  const body = Buffer.from(wrap(JSON.stringify(thenAnswer), members));
  const { outcome, strain } = await watched(product.service, given.expected, () => product.submit(study, body));
  if (strain !== null) return strain;
  if (outcome.status === null || outcome.status >= 500) return `the answer got ${outcome.status ?? "no answer"}`;
  return outcome.milliseconds > most ? `the answer was decided after ${Math.round(outcome.milliseconds)} ms` : null;
}

/** Opens the questionnaire as a respondent, answers it and sends it: nothing of it may come alive. */
async function viewFault(
  given: CorpusCase,
  { product, browser, study, most }: Taken & { browser: Browser | null },
): Promise<string | null> {
  if (browser === null) return "taken, and there is no Chromium to look at it";
  const { thenAnswer, thenOpenWith } = afterwards.parse(given);
  const window = await openWatched(browser, { port: product.service.port });
  try {
    const began = performance.now();
    const query = thenOpenWith === "" ? "" : `?${thenOpenWith.replace(/^\?/, "")}`;
    await openQuestionnaire(window.page, { study, query });
    const opening = performance.now() - began;
    if (opening > most + pageAllowanceMs) return `the page opened after ${Math.round(opening)} ms`;
    const [text = "words"] = Object.values(thenAnswer).filter((value) => typeof value === "string");
    await walkThrough(window.page, text);
    return await window.fault();
  } finally {
    await window.close();
  }
}

/** What a page takes whatever its questionnaire. */
const pageAllowanceMs = 3_000;
