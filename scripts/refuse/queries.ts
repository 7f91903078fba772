import { z } from "zod";
import { answeredIn, ask, isTaken, jsonIn, type Answered } from "./client.ts";
import type { CorpusCase, CorpusFile } from "./corpus.ts";
import type { Fixture } from "./fixture.ts";
import { allowedBy, answerFault } from "./judge.ts";
import { knownParameters, mostRows, parameterName, paths, studyNames, type Product } from "./product.ts";
import { queriedAddresses, type QueriedAddress } from "./queriedAddresses.ts";
import { atOnce, exchange } from "./rawHttp.ts";
import { faultIn, type Results } from "./results.ts";

interface Running {
  readonly product: Product;
  readonly fixture: Fixture;
  readonly results: Results;
}

const queryCase = z.looseObject({ raw: z.string(), role: z.string().default("query") });

/** What stands in a case's placeholders. */
type Placeholders = ReadonlyMap<string, string>;

const usualMostMs = 1_000;

/** Sends every query of a file to each address that lists, counts or shows, as nobody and as two researchers. */
export async function runQueries({ cases }: CorpusFile, { product, fixture, results }: Running): Promise<void> {
  const addresses = await queriedAddresses(product, fixture);
  const placeholders: Placeholders = new Map([
    ["{VALID_ID}", studyNames.main],
    ["{ID_OF_OTHER_USER}", studyNames.foreign],
    ["{ID_OF_DELETED}", studyNames.absent],
    ["{VALID_CURSOR}", studyNames.closed],
    ["{CURSOR_OF_OTHER_SURVEY}", studyNames.foreign],
  ]);
  for (const given of cases) {
    const { raw, role } = queryCase.parse(given);
    const verdict = given.expected.verdict ?? "refuse";
    const text = [...placeholders].reduce((soFar, [name, value]) => soFar.replaceAll(name, value), raw);
    const reason = reasonAgainst(text, verdict);
    if (reason !== null) results.notApplicable(given, reason);
    else if (role === "surveyIdInPath") results.judged(given, await faultIn(pathFault(given, text, product)));
    else results.judged(given, await faultIn(queryFault(given, text, { product, addresses })));
  }
}

/** Why a case says nothing about this product; `null` when it does. */
function reasonAgainst(text: string, verdict: string): string | null {
  const allowed = allowedBy(verdict);
  if (allowed === null) return `the verdict ${verdict} is not known`;
  const missing = namesIn(text).filter((name) => !knownParameters.has(parameterName(name)));
  return !allowed.refusing && missing.length > 0 ? `no address takes the parameter ${missing.join(", ")}` : null;
}

function namesIn(query: string): string[] {
  return query.split("&").map((part) => part.split("=", 1).join(""));
}

/** The query with our names for the corpus's parameters. */
function renamed(query: string): string {
  return query
    .split("&")
    .map((part) => {
      const [name = ""] = part.split("=", 1);
      return parameterName(name) + part.slice(name.length);
    })
    .join("&");
}

async function get(
  product: Product,
  { path, cookie }: { path: string; cookie: string | undefined },
): Promise<Answered> {
  const head = [`GET ${path} HTTP/1.1`, "Host: 127.0.0.1", "Connection: close"];
  if (cookie !== undefined) head.push(`Cookie: ${cookie}`);
  return answeredIn(await exchange(product.service.port, atOnce(`${head.join("\r\n")}\r\n\r\n`)));
}

async function queryFault(
  given: CorpusCase,
  text: string,
  { product, addresses }: { product: Product; addresses: readonly QueriedAddress[] },
): Promise<string | null> {
  const query = renamed(text);
  const names = namesIn(query);
  for (const address of addresses) {
    const judged = isFor(address, given, names) ? given : { ...given, expected: { verdict: "refuse-or-ignore" } };
    const callers = [undefined, product.cookie, product.otherCookie];
    const faults = callers.map(async (cookie) => {
      const path = `${address.path}${address.path.includes("?") ? "&" : "?"}${query}`;
      const answered = await get(product, { path, cookie });
      const isOwner = cookie === product.cookie || address.isPublic;
      return (
        alwaysFault(answered, { given, text }) ??
        (isOwner ? callerFault(answered, judged, { address, query }) : strangerFault(answered))
      );
    });
    const fault = (await Promise.all(faults)).find((found) => found !== null);
    if (fault !== undefined) return `${address.path}: ${fault}`;
  }
  return null;
}

/** Whether the case's own verdict is about this address: one that is strict about its query, or takes a parameter of it. */
function isFor({ takes, isPublic }: QueriedAddress, { expected }: CorpusCase, names: readonly string[]): boolean {
  if (allowedBy(expected.verdict ?? "")?.refusing === false) return names.every((name) => takes.has(name));
  return !isPublic;
}

/** What no answer to any query may be, whoever asks. */
function alwaysFault(answered: Answered, { given, text }: { given: CorpusCase; text: string }): string | null {
  const { status, headers, body, milliseconds } = answered;
  const most = given.expected.maxMs ?? usualMostMs;
  if (status === null) return "the connection was closed without an answer";
  if (status >= 500) return `expected ${given.expected.verdict ?? "refuse"}, got ${status}`;
  if (milliseconds > most) return `answered after ${Math.round(milliseconds)} ms, at most ${most}`;
  if (headers["set-cookie"] !== undefined) return "a cookie was set";
  const location = headers["location"];
  if (location !== undefined && !/^\/(?!\/)/.test(location)) return `redirected to ${location}`;
  const isHtml = headers["content-type"]?.startsWith("text/html") === true;
  const tag = /<[a-z]+/i.exec(decoded(text))?.[0];
  return isHtml && tag !== undefined && body.includes(decoded(text)) ? "the query stands in the page as markup" : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function strangerFault({ status }: Answered): string | null {
  return status === 401 || status === 404 || status === 400 || status === 414 || status === 431 || status === 200
    ? null
    : `a stranger got ${status ?? "no answer"}`;
}

function callerFault(
  answered: Answered,
  given: CorpusCase,
  { address, query }: { address: QueriedAddress; query: string },
): string | null {
  const fault = answerFault(answered, given.expected);
  if (fault !== null || !isTaken(answered)) return fault;
  const rows = address.rowsIn(jsonIn(answered.body));
  if (rows === null) return null;
  if (rows.length > mostRows) return `gives ${rows.length} rows, at most ${mostRows}`;
  const more = rows.find((row) => !address.allRows.includes(row));
  if (more !== undefined) return "gives rows that the same caller does not get without it";
  if (given.expected.verdict !== "literal") return null;
  const wanted = new URLSearchParams(query).get("containing") ?? "";
  const due = address.allRows.filter((row) => row.includes(wanted));
  return due.length === rows.length ? null : `gives ${rows.length} rows where ${due.length} hold the words`;
}

/** A study that is not there, or not this researcher's: the same answer for both, at every address of a study. */
async function pathFault(given: CorpusCase, text: string, product: Product): Promise<string | null> {
  const { port } = product.service;
  const addressesOf = [paths.study, paths.texts, paths.estimates, paths.exports, paths.questionnaire, paths.page];
  for (const addressOf of addressesOf) {
    const isPublic = addressOf === paths.questionnaire || addressOf === paths.page;
    // What is public is public for studies of others too.
    if (isPublic && text === studyNames.foreign) continue;
    for (const cookie of [undefined, product.cookie]) {
      const query = addressOf === paths.texts ? "?question=none" : "";
      const answered = await get(product, { path: `${addressOf(text)}${query}`, cookie });
      const always = alwaysFault(answered, { given, text });
      if (always !== null) return `${addressOf(text)}: ${always}`;
      if (cookie === undefined && !isPublic && answered.status === 401) continue;
      const fault = answerFault(answered, given.expected);
      if (fault !== null) return `${addressOf(text)}: ${fault}`;
      const missing = await ask(port, { method: "GET", path: `${addressOf(studyNames.absent)}${query}`, cookie });
      const isSame = answered.status !== missing.status || addressOf === paths.page || answered.body === missing.body;
      if (!isSame) return `${addressOf(text)}: answered otherwise than a study that is not there`;
    }
  }
  return null;
}
