import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { ask, isTaken, jsonIn, type Answered } from "./client.ts";
import type { CorpusCase, CorpusFile } from "./corpus.ts";
import { answersValue, bodyBytes } from "./expandAnswers.ts";
import type { Fixture } from "./fixture.ts";
import { allowedBy, answerFault } from "./judge.ts";
import {
  namedFields,
  newSubmissionKey,
  paths,
  roleMembers,
  studyFor,
  studyNames,
  wrap,
  type Product,
} from "./product.ts";
import { faultIn, type Results } from "./results.ts";
import { keptFault } from "./stored.ts";
import { watched } from "./watch.ts";

/** The operations on a request around its answers that a case may ask for. */
const envelope = z.discriminatedUnion("op", [
  z.looseObject({ op: z.literal("set"), role: z.string(), value: z.unknown() }),
  z.looseObject({ op: z.literal("use"), role: z.string(), value: z.string() }),
  z.looseObject({ op: z.literal("delete"), role: z.string() }),
  z.looseObject({ op: z.literal("add"), member: z.string(), value: z.unknown() }),
  z.looseObject({
    op: z.literal("repeat"),
    times: z.number(),
    sameId: z.boolean().default(true),
    sameAnswers: z.boolean().default(true),
    parallel: z.boolean().default(false),
  }),
  z.looseObject({ op: z.literal("method"), methods: z.array(z.string()) }),
]);

/** A case ready to be sent: where to, how often, and in what envelope. */
interface Sending {
  readonly study: string;
  readonly members: Readonly<Record<string, unknown>>;
  readonly repeat: { times: number; sameId: boolean; sameAnswers: boolean; parallel: boolean };
  readonly methods: readonly string[];
}

type Prepared = Sending | { readonly notApplicable: string };

const once = { times: 1, sameId: true, sameAnswers: true, parallel: false };
const usualMostMs = 5_000;

/** Sends every submission of a file, and judges what was answered and what was kept. */
export async function runSubmissions(
  { cases, expected: forAll }: CorpusFile,
  { product, fixture, results }: { product: Product; fixture: Fixture; results: Results },
): Promise<void> {
  const accepting = forAll?.["accepted"] === true;
  for (const corpusCase of cases) {
    const prepared = prepare(corpusCase, fixture);
    const known = accepting
      ? { ...corpusCase, expected: { verdict: "accept", stored: 1, ...corpusCase.expected } }
      : corpusCase;
    const verdict = known.expected.verdict ?? "refuse";
    if ("notApplicable" in prepared) results.notApplicable(known, prepared.notApplicable);
    else if (allowedBy(verdict) === null) results.notApplicable(known, `the verdict ${verdict} is not known`);
    else results.judged(known, await faultIn(tryCase(known, prepared, { product, fixture })));
  }
  results.judged({ id: "next valid submission", group: "after" }, await nextIsTaken(product, fixture));
}

function prepare(given: CorpusCase, { versions }: Fixture): Prepared {
  const members = { [roleMembers.submissionId]: newSubmissionKey(), [roleMembers.version]: 1 };
  const usual: Sending = { study: studyNames.main, members, repeat: once, methods: [] };
  if (given["envelope"] === undefined) return usual;
  const asked = envelope.safeParse(given["envelope"]);
  if (!asked.success) return { notApplicable: "an operation on the envelope that is not known" };
  const operation = asked.data;
  if (operation.op === "repeat") return { ...usual, repeat: operation };
  if (operation.op === "method") return { ...usual, methods: operation.methods };
  if (operation.op === "add") return { ...usual, members: { ...members, [operation.member]: operation.value } };
  if (operation.role === "surveyId") return forStudy(operation, usual);
  const member = Object.entries(roleMembers).find(([role]) => role === operation.role)?.[1];
  if (member === undefined) return { notApplicable: `the role ${operation.role} is not known` };
  if (operation.op === "delete") {
    const { [member]: _left, ...rest } = { ...members } as Record<string, unknown>;
    return { ...usual, members: rest };
  }
  if (operation.role === "version" && Number(operation.value) > versions)
    return { notApplicable: "the words for version 2 of the fixture could not be followed" };
  return { ...usual, members: { ...members, [member]: operation.value } };
}

function forStudy(operation: { op: string; value?: unknown }, usual: Sending): Prepared {
  if (operation.op !== "use") return { ...usual, study: encodeURIComponent(textOf(operation.value)) };
  const study = studyFor(textOf(operation.value));
  return study === null ? { notApplicable: `no study is like ${textOf(operation.value)}` } : { ...usual, study };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? "");
}

interface Trying {
  readonly product: Product;
  readonly fixture: Fixture;
}

/** What is wrong with how a case was treated; `null` when nothing is. */
async function tryCase(given: CorpusCase, sending: Sending, { product, fixture }: Trying): Promise<string | null> {
  const before = await countAll(product);
  const bodies = bodiesFor(given, sending, fixture);
  const { outcome: answers, strain } = await watched(product.service, given.expected, () =>
    send(sending, bodies, product),
  );
  if (sending.methods.length > 0) return methodFault(given, sending, { product, fixture });
  if (strain !== null) return strain;
  const sent = bodies[0]?.toString("utf8") ?? "";
  for (const answered of answers) {
    const fault = answerFault(answered, given.expected, { sent }) ?? fieldFault(answered, given);
    if (fault !== null) return fault;
    const most = given.expected.maxMs ?? usualMostMs;
    if (answered.milliseconds > most) return `answered after ${Math.round(answered.milliseconds)} ms, at most ${most}`;
  }
  const stored = (await countAll(product)) - before;
  return storedFault(given, { answers, stored, sending }) ?? (await contentFault(given, { sending, stored, product }));
}

function bodiesFor(given: CorpusCase, { members, repeat }: Sending, { goodAnswers }: Fixture): Buffer[] {
  return Array.from({ length: repeat.times }, (_, index) => {
    const own = repeat.sameId ? members : { ...members, [roleMembers.submissionId]: newSubmissionKey() };
    const others = goodAnswers.filter((answers) => !isDeepStrictEqual(answers, answersValue(given)));
    const other = others.length === 0 ? undefined : others[(index - 1) % others.length];
    const content = repeat.sameAnswers || index === 0 || other === undefined ? given : { answers: other };
    return bodyBytes(content, (text) => wrap(text, own));
  });
}

async function send({ study, repeat }: Sending, bodies: readonly Buffer[], product: Product): Promise<Answered[]> {
  if (repeat.parallel) return Promise.all(bodies.map((body) => product.submit(study, body)));
  const answers: Answered[] = [];
  for (const body of bodies) answers.push(await product.submit(study, body));
  return answers;
}

/** Whether a refusal names the field that the case is about. */
function fieldFault(answered: Answered, { expected, field }: CorpusCase): string | null {
  if (expected.bodyNamesField !== true || isTaken(answered) || answered.status === null) return null;
  const named = namedFields(answered);
  if (named.length === 0) return `the refusal names no field: ${answered.body.slice(0, 200)}`;
  return typeof field === "string" && !named.some((name) => name.includes(field))
    ? `the refusal names ${named.join(", ")}, not ${field}`
    : null;
}

function storedFault(
  { expected }: CorpusCase,
  { answers, stored, sending }: { answers: readonly Answered[]; stored: number; sending: Sending },
): string | null {
  const taken = answers.filter(isTaken).length;
  const ids = sending.repeat.sameId ? 1 : sending.repeat.times;
  const due = taken === 0 ? 0 : Math.min(taken, ids);
  if (stored !== due) return `expected ${due} kept, got ${stored}`;
  if (typeof expected.stored === "number" && taken > 0 && allowedBy(expected.verdict ?? "")?.refusing !== true)
    if (stored !== expected.stored) return `expected ${expected.stored} kept, got ${stored}`;
  const receipts = new Set(answers.map(({ body }) => (jsonIn(body) as { receipt?: unknown } | undefined)?.receipt));
  return expected.sameReceipt === true && receipts.size !== 1 ? "the receipts differ" : null;
}

/** Whether what was kept is what was sent, and flagged where the case asks for it. */
async function contentFault(
  given: CorpusCase,
  { sending, stored, product }: { sending: Sending; stored: number; product: Product },
): Promise<string | null> {
  if (stored === 0) return null;
  const kept = await product.kept(sending.study);
  const key = sending.members[roleMembers.submissionId];
  const own = sending.repeat.sameId ? kept.filter(({ submissionKey }) => submissionKey === key) : [];
  if (sending.repeat.times > 1 && !sending.repeat.sameId) {
    const flagged = kept.filter(({ flags }) => flags.length > 0).length;
    return given.expected.verdict?.endsWith("flag") === true && flagged === 0 ? "none is flagged" : null;
  }
  return keptFault(own, { expected: given.expected, sent: answersValue(given) });
}

/** Tries other methods on a response that exists: all refused, the response as it was. */
async function methodFault(
  given: CorpusCase,
  { study, members, methods }: Sending,
  { product }: Trying,
): Promise<string | null> {
  const key = String(members[roleMembers.submissionId]);
  const [first] = (await product.kept(study)).filter(({ submissionKey }) => submissionKey === key);
  if (first === undefined) return "the first submission was not kept";
  for (const id of [key, first.id]) {
    for (const method of methods) {
      const body = Buffer.from(wrap(JSON.stringify(first.answers), members));
      const answered = await ask(product.service.port, { method, path: paths.response(study, id), body });
      const fault = answerFault(answered, given.expected);
      if (fault !== null) return `${method}: ${fault}`;
    }
  }
  const after = (await product.kept(study)).filter(({ submissionKey }) => submissionKey === key);
  return after.length === 1 && isDeepStrictEqual(after[0], first) ? null : "the response is not as it was";
}

/** What is wrong with how the smallest good submission is treated now. */
export async function nextIsTaken(product: Product, { goodAnswers }: Fixture): Promise<string | null> {
  const [answers = {}] = goodAnswers;
  const members = { [roleMembers.submissionId]: newSubmissionKey(), [roleMembers.version]: 1 };
  const answered = await product.submit(studyNames.main, Buffer.from(wrap(JSON.stringify(answers), members)));
  if (!isTaken(answered)) return `expected 2xx, got ${answered.status ?? "no answer"}: ${answered.body.slice(0, 300)}`;
  return answered.milliseconds > 1_000 ? `answered after ${Math.round(answered.milliseconds)} ms` : null;
}

async function countAll(product: Product): Promise<number> {
  const counts = await Promise.all(Object.values(studyNames).map((study) => product.count(study)));
  return counts.reduce((sum, count) => sum + count, 0);
}
