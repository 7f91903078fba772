import { readCorpus } from "./corpus.ts";
import { fieldFixture, type Fixture } from "./fixture.ts";
import { runFigures } from "./figures.ts";
import { openProduct, type Product } from "./product.ts";
import { runDefinitions } from "./definitions.ts";
import { runOpenTexts } from "./openTexts.ts";
import { runPrivacy } from "./privacy.ts";
import { runQueries } from "./queries.ts";
import { runRawRequests } from "./rawRequests.ts";
import { createResults, type CaseResult, type Results } from "./results.ts";
import { runSubmissions } from "./submissions.ts";
import type { CorpusFile } from "./corpus.ts";

/** What a category's runner works with. */
export interface Running {
  readonly product: Product;
  readonly fixture: Fixture;
  readonly results: Results;
}

/** Who runs the cases of each category; the reason where nothing of the product answers to it. */
const runners: Readonly<Record<string, ((file: CorpusFile, running: Running) => Promise<void>) | string>> = {
  a: runSubmissions,
  a0: runSubmissions,
  b: runDefinitions,
  c: runOpenTexts,
  d: runQueries,
  e: runRawRequests,
  f: "the product sends no request to anywhere",
  g: runPrivacy,
};

/**
 * Runs every case of a corpus folder against the program, started for it, and then its texts as words of public figures.
 *
 * @param surroundings `place` names an empty store by settings' environment names; `onFile` is told each file it comes to.
 */
export async function runCorpus(
  folder: string,
  { place, onFile = () => undefined }: { place: Readonly<Record<string, string>>; onFile?: (file: CorpusFile) => void },
): Promise<CaseResult[]> {
  const corpus = await readCorpus(folder);
  const product = await openProduct(place);
  try {
    const fixture = await fieldFixture(corpus, product);
    const all: CaseResult[] = [];
    for (const file of corpus.files) {
      onFile(file);
      const results = createResults(file.category);
      await runFile(file, { product, fixture, results });
      all.push(...results.list);
    }
    const results = createResults("figures");
    await runFigures(corpus.files, { product, fixture, results });
    return [...all, ...results.list];
  } finally {
    await product.stop();
  }
}

async function runFile(file: CorpusFile, running: Running): Promise<void> {
  const runner = runners[file.category] ?? `unknown category ${file.category}`;
  if (typeof runner !== "string") return runner(file, running);
  for (const corpusCase of file.cases) running.results.notApplicable(corpusCase, runner);
}
