import { randomUUID } from "node:crypto";
import type { Response } from "../../server/fielding/response.ts";
import { ask, askJson, isTaken, jsonIn, type Answered } from "./client.ts";
import { startService } from "./service.ts";

/** This product as a corpus sees it: the only file that knows our addresses and our names for the corpus's roles. */
export type Product = Awaited<ReturnType<typeof openProduct>>;

/** What the corpus calls the parts of a submission, and our members for them. `clientTime` we do not take. */
export const roleMembers = {
  version: "questionnaireVersion",
  submissionId: "submissionKey",
  clientTime: "clientTime",
  locale: "language",
} as const;

/** What the corpus calls query parameters that we have under another name, each with the addresses that take it. */
const ourParameters: Readonly<Record<string, string>> = { q: "containing", lang: "lang" };

/** Parameters that some address of ours takes; whatever else is asked for does not exist here. */
export const knownParameters = new Set(["limit", "cursor", "from", "to", "weight", "containing", "question", "lang"]);

/** Our name for a parameter of the corpus. */
export function parameterName(corpusName: string): string {
  return Object.hasOwn(ourParameters, corpusName) ? (ourParameters[corpusName] ?? corpusName) : corpusName;
}

/** Addresses of a study. */
export const paths = {
  page: (study: string) => `/s/${study}`,
  questionnaire: (study: string) => `/api/studies/${study}/questionnaire`,
  responses: (study: string) => `/api/studies/${study}/responses`,
  response: (study: string, id: string) => `/api/studies/${study}/responses/${id}`,
  studies: () => "/api/studies",
  study: (study: string) => `/api/studies/${study}`,
  versions: (study: string) => `/api/studies/${study}/versions`,
  texts: (study: string) => `/api/studies/${study}/texts`,
  estimates: (study: string) => `/api/studies/${study}/estimates`,
  exports: (study: string) => `/api/studies/${study}/exports`,
  exportFile: (study: string, id: string) => `/api/studies/${study}/exports/${id}/file`,
  signIn: () => "/api/session",
} as const;

/** Answers from one address in a minute that are kept without a flag; further ones are flagged, none refused. */
export const unflaggedPerMinute = 10;

/** The longest page of any list. */
export const mostRows = 200;

/** Starts the service on the empty store at `place` and signs in two researchers who share nothing. */
export async function openProduct(place: Readonly<Record<string, string>>) {
  const service = await startService(place);
  const { port, store } = service;
  const cookie = await signedIn(port, { path: "/api/setup", name: "corpus", extra: { code: service.setUpCode } });
  await store.accounts.add({ name: "other", password });
  const otherCookie = await signedIn(port, { path: paths.signIn(), name: "other", extra: {} });

  const mustBeTaken = (answered: Answered, what: string): Answered => {
    if (isTaken(answered)) return answered;
    throw new Error(`Cannot ${what}: ${answered.status ?? "no answer"} ${answered.body.slice(0, 1_000)}`);
  };

  return {
    service,
    cookie,
    otherCookie,

    /** Makes a study, fields the definitions in order, and brings it to a state. */
    async addStudy({ study, definitions, state = "open", owner = cookie, ...rest }: NewStudy): Promise<void> {
      const title = { "zh-CN": study, en: study };
      const made = await askJson(port, {
        method: "POST",
        path: paths.studies(),
        cookie: owner,
        value: { study, title, ...rest },
      });
      mustBeTaken(made, `make the study ${study}`);
      for (const definition of definitions) {
        const body = Buffer.from(JSON.stringify(definition));
        const fielded = await ask(port, { method: "POST", path: paths.versions(study), cookie: owner, body });
        mustBeTaken(fielded, `field the questionnaire of ${study}`);
      }
      if (state === "draft") return;
      const changed = await askJson(port, {
        method: "PATCH",
        path: paths.study(study),
        cookie: owner,
        value: { state },
      });
      mustBeTaken(changed, `open the study ${study}`);
    },

    /** Sends answers as a respondent does. */
    submit: (study: string, body: Buffer): Promise<Answered> =>
      ask(port, { method: "POST", path: paths.responses(study), body, patienceMs: 30_000 }),

    count: (study: string): Promise<number> => store.responses.count(study),

    /** Everything a study has kept. */
    async kept(study: string): Promise<Response[]> {
      const all: Response[] = [];
      for await (const batch of store.responses.scan(study)) all.push(...batch);
      return all;
    },

    stop: () => service.stop(),
  };
}

const password = "a password for the corpus";

/** A study to make; days and the owner's cookie where they matter. */
interface NewStudy {
  readonly study: string;
  readonly definitions: readonly unknown[];
  readonly state?: "draft" | "open" | "closed";
  readonly owner?: string;
  readonly firstDay?: string;
  readonly lastDay?: string;
}

async function signedIn(
  port: number,
  { path, name, extra }: { path: string; name: string; extra: object },
): Promise<string> {
  const answered = await askJson(port, { method: "POST", path, value: { name, password, ...extra } });
  if (!isTaken(answered)) throw new Error(`Cannot sign in: ${answered.body}`);
  return (answered.headers["set-cookie"] ?? "").split(";", 1).join("");
}

/** A key as a respondent's browser makes one. */
export function newSubmissionKey(): string {
  return randomUUID();
}

/** The fields that a refusal names. */
export function namedFields({ body }: Pick<Answered, "body">): string[] {
  const value = jsonIn(body) as { errors?: readonly { field?: unknown }[] } | undefined;
  return (value?.errors ?? []).flatMap(({ field }) => (typeof field === "string" && field !== "" ? [field] : []));
}

/** Puts the text of answers into our envelope; an empty text leaves them out. */
export function wrap(answersText: string, members: Readonly<Record<string, unknown>>): string {
  const others = Object.entries(members).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  const answers = answersText === "" ? [] : [`"answers":${answersText}`];
  return `{${[...others, ...answers].join(",")}}`;
}

/** What the corpus's words for a study's state mean here. */
export const studyNames = {
  main: "corpus",
  draft: "corpus-draft",
  closed: "corpus-closed",
  over: "corpus-over",
  early: "corpus-early",
  foreign: "corpus-foreign",
  absent: "corpus-absent",
} as const;

/** The study that a word of the corpus (`DRAFT`, `CLOSED`, ...) stands for; `null` for a word without a meaning here. */
export function studyFor(word: string): string | null {
  const words: Readonly<Record<string, string>> = {
    DRAFT: studyNames.draft,
    UNPUBLISHED: studyNames.draft,
    CLOSED: studyNames.closed,
    ARCHIVED: studyNames.closed,
    EXPIRED: studyNames.over,
    ENDED: studyNames.over,
    FUTURE: studyNames.early,
    SCHEDULED: studyNames.early,
    OTHER: studyNames.foreign,
    DELETED: studyNames.absent,
  };
  return Object.hasOwn(words, word.toUpperCase()) ? (words[word.toUpperCase()] ?? null) : null;
}
