import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** What a case expects, as its author wrote it. */
const expectation = z.looseObject({
  verdict: z.string().optional(),
  status: z.string().optional(),
  statusOneOf: z.array(z.number()).optional(),
  orConnectionClosed: z.boolean().optional(),
  stored: z.union([z.number(), z.string()]).optional(),
  bodyNamesField: z.boolean().optional(),
  bodyNamesPath: z.boolean().optional(),
  bodyHasNo: z.array(z.string()).optional(),
  neverInBody: z.union([z.string(), z.array(z.string())]).optional(),
  neverStored: z.record(z.string(), z.unknown()).optional(),
  sameReceipt: z.boolean().optional(),
  firstUnchanged: z.boolean().optional(),
  prototypeUnchanged: z.boolean().optional(),
  rssGrowthMaxMB: z.number().optional(),
  maxMs: z.number().optional(),
  withinMs: z.number().optional(),
  othersP99Ms: z.number().optional(),
});

/** One case; the members that only one kind of file has are read by that file's runner. */
const corpusCase = z.looseObject({
  id: z.string(),
  group: z.string().default("-"),
  why: z.string().default(""),
  expected: expectation.default({}),
});

const corpusFile = z.looseObject({
  category: z.string(),
  title: z.string().default(""),
  expected: z.looseObject({}).optional(),
  expectedForAll: z.looseObject({}).optional(),
  cases: z.array(corpusCase),
});

const fixtureFile = z.looseObject({
  survey: z.looseObject({}),
  version2change: z.string().optional(),
});

/** A case of a corpus. */
export type CorpusCase = z.infer<typeof corpusCase>;
/** What a case expects. */
export type Expected = z.infer<typeof expectation>;
/** A file of cases of one category. */
export type CorpusFile = z.infer<typeof corpusFile>;

/** A folder of bad inputs: the questionnaire its cases refer to, and its files in order of name. */
export interface Corpus {
  readonly survey: Readonly<Record<string, unknown>>;
  /** How version 2 differs from version 1, in words; `null` when the folder does not say. */
  readonly versionTwo: string | null;
  readonly files: readonly CorpusFile[];
}

const fixtureName = "fixture-survey.json";

/**
 * Reads a corpus folder.
 *
 * @throws {Error} when the folder has no fixture, or a file is not of the form.
 */
export async function readCorpus(folder: string): Promise<Corpus> {
  if (!existsSync(join(folder, fixtureName))) throw new Error(`There is no ${fixtureName} in ${folder}`);
  const fixture = fixtureFile.parse(await readJsonFile(join(folder, fixtureName)));
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json") && name !== fixtureName).sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const outcome = corpusFile.safeParse(await readJsonFile(join(folder, name)));
      if (outcome.success) return outcome.data;
      throw new Error(`${name} is no file of cases: ${z.prettifyError(outcome.error)}`);
    }),
  );
  return { survey: fixture.survey, versionTwo: fixture.version2change ?? null, files };
}

async function readJsonFile(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, "utf8"));
}
