import { answeredIn, ask, isTaken, type Answered } from "./client.ts";
import type { CorpusCase, CorpusFile } from "./corpus.ts";
import { rawCase, stepsOf, type Placeholders, type RawCase } from "./expandSteps.ts";
import type { Fixture } from "./fixture.ts";
import { allowedBy, answerFault } from "./judge.ts";
import { newSubmissionKey, paths, roleMembers, studyNames, unflaggedPerMinute, wrap, type Product } from "./product.ts";
import { exchange, type Exchange } from "./rawHttp.ts";
import { faultIn, type Results } from "./results.ts";
import { nextIsTaken } from "./submissions.ts";
import { watched } from "./watch.ts";

interface Running {
  readonly product: Product;
  readonly fixture: Fixture;
  readonly results: Results;
}

/** Server errors by which an HTTP server refuses what it will not do. */
const tolerated = [501, 503, 505];
const usualPatienceMs = 10_000;

/**
 * Writes every case of a file to raw connections. Those that wait for the server to lose patience run at the
 * same time, last: what a case stored is told by its own submission keys.
 */
export async function runRawRequests({ cases }: CorpusFile, running: Running): Promise<void> {
  const isPatient = ({ expected }: CorpusCase): boolean => expected.withinMs !== undefined;
  for (const given of cases) if (!isPatient(given)) await judge(given, running);
  const waiting = Promise.all(cases.filter(isPatient).map((given) => judge(given, running)));
  const others = othersFault(running.product, waiting);
  running.results.judged({ id: "others beside idle connections", group: "after" }, await others);
  running.results.judged(
    { id: "next valid submission", group: "after" },
    await nextIsTaken(running.product, running.fixture),
  );
}

/** What others notice until `over`: somebody asks for a page ten times a second, and the service says how late it was. */
async function othersFault({ service }: Product, over: Promise<unknown>): Promise<string | null> {
  const end = over.then(() => true);
  const { outcome, strain } = await watched(service, {}, async () => {
    let unanswered = 0;
    do {
      const { status } = await ask(service.port, { method: "GET", path: paths.page(studyNames.main) });
      if (status !== 200) unanswered += 1;
    } while (!(await Promise.race([end, afterAPause()])));
    return unanswered;
  });
  return outcome > 0 ? `${outcome} of others' requests were not answered` : strain;
}

function afterAPause(): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, 100, false as const));
}

async function judge(given: CorpusCase, { product, fixture, results }: Running): Promise<void> {
  const raw = rawCase.safeParse(given);
  const verdict = given.expected.verdict ?? "refuse";
  if (!raw.success) results.notApplicable(given, "steps of a form that is not known");
  else if (allowedBy(verdict) === null) results.notApplicable(given, `the verdict ${verdict} is not known`);
  else results.judged(given, await faultIn(tryCase(given, raw.data, { product, fixture })));
}

async function tryCase(
  given: CorpusCase,
  raw: RawCase,
  { product, fixture }: Omit<Running, "results">,
): Promise<string | null> {
  const { expected } = given;
  const keys = Array.from({ length: raw.repeat }, newSubmissionKey);
  const send = async (): Promise<Exchange[]> => {
    const exchanges: Exchange[] = [];
    for (const [index, key] of keys.entries())
      exchanges.push(...(await sendOnce(raw, given, { product, fixture, key, index })));
    return exchanges;
  };
  const isLong = expected.withinMs !== undefined;
  const { outcome: exchanges, strain } = isLong
    ? { outcome: await send(), strain: product.service.isAlive() ? null : "the service ended" }
    : await watched(product.service, expected, send);
  if (strain !== null) return strain;
  for (const one of exchanges) {
    const fault = exchangeFault(one, given, raw);
    if (fault !== null) return fault;
  }
  return (
    (await storedFault(given, { keys, exchanges, product })) ?? (await againFault(given, { keys, product, fixture }))
  );
}

interface Sending {
  readonly product: Product;
  readonly fixture: Fixture;
  readonly key: string;
  readonly index: number;
}

function sendOnce(
  raw: RawCase,
  { expected }: CorpusCase,
  { product, fixture, key, index }: Sending,
): Promise<Exchange[]> {
  const { port } = product.service;
  const steps = stepsOf(raw, placeholders({ port, key, fixture }), index);
  const isWaiting = expected.verdict === "closed-by-server";
  const options = {
    patienceMs: (expected.withinMs ?? usualPatienceMs) + 1_000,
    untilClosed: isWaiting,
    readBytesPerSecond: raw.readBytesPerSecond,
  };
  return Promise.all(Array.from({ length: raw.connections }, () => exchange(port, steps, options)));
}

function placeholders({ port, key, fixture }: { port: number; key: string; fixture: Fixture }): Placeholders {
  return {
    HOST: `127.0.0.1:${port}`,
    PATH: paths.responses(studyNames.main),
    EXPORT_PATH: paths.exports(studyNames.main),
    LOGIN_PATH: paths.signIn(),
    RESET_PATH: "/api/password",
    RESEARCHER_API_PATH: paths.studies(),
    BODY: bodyWith(key, fixture),
  };
}

function bodyWith(key: string, { goodAnswers: [answers = {}] }: Fixture): string {
  return wrap(JSON.stringify(answers), { [roleMembers.submissionId]: key, [roleMembers.version]: 1 });
}

function exchangeFault(one: Exchange, { expected }: CorpusCase, { allowed }: RawCase): string | null {
  if (expected.verdict === "closed-by-server") {
    const within = expected.withinMs ?? usualPatienceMs;
    return one.wasClosed && one.milliseconds <= within ? null : `not closed within ${within} ms`;
  }
  if (one.answers.length === 0 && !one.wasClosed && expected.orConnectionClosed !== true) return "no answer came";
  const answers: Answered[] = one.answers.map((_, index) => answeredIn({ ...one, answers: one.answers.slice(index) }));
  for (const answered of answers.length === 0 ? [answeredIn(one)] : answers) {
    const isAllowed = allowed.includes("accept") && isTaken(answered);
    const fault = isAllowed ? null : answerFault(answered, expected, { tolerated });
    if (fault !== null) return fault;
    if (expected.maxMs !== undefined && one.milliseconds > expected.maxMs + quietMs)
      return `answered after ${Math.round(one.milliseconds)} ms`;
  }
  return null;
}

/** A connection that is kept open counts as answered only after this long without a further byte. */
const quietMs = 300;

async function storedFault(
  { expected, steps }: CorpusCase,
  { keys, exchanges, product }: { keys: readonly string[]; exchanges: readonly Exchange[]; product: Product },
): Promise<string | null> {
  const ours = new Set(keys);
  const kept = (await product.kept(studyNames.main)).filter(({ submissionKey }) => ours.has(submissionKey));
  const wasTaken = exchanges.some(({ answers }) => answers.some((answer) => answer.status === 201));
  if (expected.verdict === "one-bucket") {
    const unflagged = kept.filter(({ flags }) => flags.length === 0).length;
    if (unflagged > 2 * unflaggedPerMinute) return `${unflagged} of ${kept.length} were taken for other callers`;
    const header = spoofedIn(steps).find((value) => product.service.log().includes(value));
    const written = JSON.stringify(kept);
    const stored = spoofedIn(steps).find((value) => written.includes(value));
    return header !== undefined ? `${header} is in the log` : stored !== undefined ? `${stored} is in the store` : null;
  }
  if (typeof expected.stored === "number" && !wasTaken && kept.length !== (expected.verdict === "accept" ? 1 : 0))
    return `expected ${expected.stored} kept, got ${kept.length}`;
  if (wasTaken && kept.length !== keys.length) return `expected ${keys.length} kept, got ${kept.length}`;
  return null;
}

/** Addresses that a case's header lines claim. */
function spoofedIn(steps: unknown): string[] {
  return [...JSON.stringify(steps).matchAll(/\b(?!127\.)\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g)].map(
    ([address]) => address,
  );
}

/** Where it cannot be known whether the first was kept: sent again it is taken, and one copy is there. */
async function againFault(
  { expected }: CorpusCase,
  { keys, product, fixture }: { keys: readonly string[]; product: Product; fixture: Fixture },
): Promise<string | null> {
  if (expected.verdict !== "stored-0-or-1") return null;
  const [key = ""] = keys;
  const answered = await product.submit(studyNames.main, Buffer.from(bodyWith(key, fixture)));
  const kept = (await product.kept(studyNames.main)).filter(({ submissionKey }) => submissionKey === key);
  if (!isTaken(answered)) return `sent again, it is answered ${answered.status ?? "nothing"}`;
  return kept.length === 1 ? null : `sent again, ${kept.length} are kept`;
}
