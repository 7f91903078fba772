import type { Jieba } from "@node-rs/jieba";

/** The terms of a text in their order, repetitions included. */
export type Segment = (text: string) => string[];

/** Divides texts into terms. */
export type Segmenter = ReturnType<typeof createSegmenter>;

/** A dictionary takes about 45 MB and a third of a second to read. */
const mostDictionaries = 4;

const longestTerm = 40;

/** How often a study's own word is said to be used: more than any chain of words that it could be cut into. */
const ownFrequency = 1_000_000;

/**
 * Makes the segmenter: jieba with its own dictionary and, for words that it does not know, its hidden Markov model.
 *
 * A term is a word of letters in lower case and compatibility form (`Ｎ９５` is `n95`). Numbers, signs and single
 * characters are none, a study's own words excepted. Nothing is stemmed: `mask` and `masks` are two terms.
 */
export function createSegmenter() {
  // By the study's words; the one used last stands last.
  const made = new Map<string, Promise<Jieba>>();

  const dictionaryWith = (words: readonly string[]): Promise<Jieba> => {
    const key = words.join("\n");
    const dictionary = made.get(key) ?? readDictionary(words);
    made.delete(key);
    made.set(key, dictionary);
    for (const oldest of made.keys()) {
      if (made.size <= mostDictionaries) break;
      made.delete(oldest);
    }
    return dictionary;
  };

  return {
    /** The segmenting of texts that are not cut within `words`; the dictionary is read when it is first needed. */
    async segmentWith(words: readonly string[]): Promise<Segment> {
      const dictionary = await dictionaryWith(words);
      const own = new Set(words.map(normalised));
      return (text) =>
        dictionary
          .cut(text, true)
          .map(normalised)
          .filter((term) => own.has(term) || isTerm(term));
    },
  };
}

async function readDictionary(words: readonly string[]): Promise<Jieba> {
  // Read when needed: it is 11 MB that a server without open texts does without.
  const [{ Jieba }, { dict }] = await Promise.all([import("@node-rs/jieba"), import("@node-rs/jieba/dict.js")]);
  const dictionary = Jieba.withDict(dict);
  if (words.length > 0) dictionary.loadDict(Buffer.from(words.map((word) => `${word} ${ownFrequency}\n`).join("")));
  return dictionary;
}

/** A term as it is counted: in compatibility form and lower case. */
function normalised(word: string): string {
  return word.normalize("NFKC").toLowerCase();
}

function isTerm(term: string): boolean {
  return term.length <= longestTerm && /\p{L}/u.test(term) && term.length > 1;
}
