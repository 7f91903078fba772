import type { CorpusFile } from "./corpus.ts";
import { figureRequests } from "./figureRequests.ts";
import { fieldFigureStudy } from "./figureStudy.ts";
import { runFigureTexts } from "./figureTexts.ts";
import type { Fixture } from "./fixture.ts";
import type { Product } from "./product.ts";
import { faultIn, type Results } from "./results.ts";

/**
 * Tries what a corpus has no file of: requests that no figure answers, and its texts as title, headline and note of one.
 */
export async function runFigures(
  files: readonly CorpusFile[],
  { product, fixture, results }: { product: Product; fixture: Fixture; results: Results },
): Promise<void> {
  const study = await fieldFigureStudy({ product, fixture });
  if (study === null) {
    results.notApplicable({ id: "figures", group: "ASK" }, "the fixture has no choice, or the corpus no good answers");
    return;
  }
  for (const [id, trial] of Object.entries(figureRequests))
    results.judged({ id: `figures-${id}`, group: "ASK" }, await faultIn(trial(study)));
  await runFigureTexts(files, study, results);
}
