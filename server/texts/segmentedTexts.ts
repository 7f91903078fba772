import { setImmediate } from "node:timers/promises";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { Segmenter } from "./segmenter.ts";

/** The terms of a question's texts. */
export interface SegmentedTexts {
  /** For each term the rows in whose text it stands, each once, in ascending order. */
  readonly rowsOf: ReadonlyMap<string, readonly number[]>;
}

/** Texts and their terms, kept in memory. */
export type SegmentedTextsCache = ReturnType<typeof createSegmentedTexts>;

interface Held {
  readonly ids: readonly string[];
  readonly words: string;
  readonly rowsOf: Map<string, number[]>;
  rows: number;
  /** The work under way, behind which the next waits. */
  work: Promise<void>;
}

const mostKept = 20;

/** About 5 ms of work, between which other requests are served. */
const atOnce = 500;

/**
 * Makes the cache, which grows with responses: a text is divided into terms once, when it is first asked about, and only
 * what came since is divided then. Other words of the study, or columns that were built anew, begin it anew.
 *
 * A text of 30 characters takes about 10 microseconds and each different term in it 8 bytes: a million such texts 10
 * seconds once, in slices, and some 100 MB.
 */
export function createSegmentedTexts({ segmenter }: { segmenter: Segmenter }) {
  const kept = new Map<string, Held>();
  return {
    /**
     * The terms of what was written to a question.
     *
     * @param question a text variable; of any other there are no terms.
     * @param words the study's own, which are not cut.
     */
    async of(columns: StudyColumns, question: string, words: readonly string[]): Promise<SegmentedTexts> {
      const key = JSON.stringify([columns.study, question]);
      const known = kept.get(key);
      const isStillGood = known?.ids === columns.id && known.words === words.join("\n");
      const held: Held = isStillGood
        ? known
        : { ids: columns.id, words: words.join("\n"), rowsOf: new Map(), rows: 0, work: Promise.resolve() };
      if (!isStillGood && kept.size >= mostKept) kept.clear();
      kept.set(key, held);
      held.work = held.work.then(() => catchUp(held, { columns, question, segmenter, words }));
      try {
        await held.work;
      } catch (error) {
        kept.delete(key);
        throw error;
      }
      return held;
    },
  };
}

async function catchUp(
  held: Held,
  {
    columns: { rows, column },
    question,
    segmenter,
    words,
  }: { columns: StudyColumns; question: string; segmenter: Segmenter; words: readonly string[] },
): Promise<void> {
  const found = column(question);
  if (found?.kind !== "text" || held.rows >= rows) return;
  const segment = await segmenter.segmentWith(words);
  let sinceRest = 0;
  for (; held.rows < rows; held.rows++) {
    const text = found.values[held.rows];
    if (typeof text !== "string") continue;
    for (const term of new Set(segment(text))) {
      const rowsOf = held.rowsOf.get(term);
      if (rowsOf === undefined) held.rowsOf.set(term, [held.rows]);
      else rowsOf.push(held.rows);
    }
    sinceRest += 1;
    if (sinceRest % atOnce === 0) await setImmediate();
  }
}
