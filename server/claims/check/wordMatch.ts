import type { Language } from "../../../surveys/language.ts";
import type { Segment } from "../../texts/segmenter.ts";
import { stopWords } from "../../texts/stopWords.ts";
import type { PublicItem } from "./publicItems.ts";

/** How an item's words are looked for in a sentence. */
interface IndexedItem {
  readonly item: PublicItem;
  readonly title: readonly string[];
  readonly row: readonly string[];
  readonly label: readonly string[];
  /** Whether the answer is a plain yes or no, which a sentence leaves unsaid. */
  readonly isPlain: boolean;
  readonly isNegated: boolean;
  /** Whether question or row have a negation of their own, which then says nothing of the answer. */
  readonly isNegatedAround: boolean;
}

/** What is near a number: the item, and how near from 0 to 1. */
export interface NearItem {
  readonly item: PublicItem;
  readonly nearness: number;
}

/** How much of an answer's words must stand beside the number, by weight, and of the question's in the sentence. */
const leastOfLabel = 0.6;
const leastOfTitle = 0.2;
/** Of the words of both together, where the question's alone say too little: "Where do you get it from?" */
const leastOfBoth = 0.4;
/** Of a question answered by yes or no, of which nothing else is left to tell it by. */
const leastOfTitleForPlain = 0.5;

/**
 * Makes the finder for items in one language. A word weighs the more the fewer items have it.
 *
 * @param segment divides a text into terms.
 */
export function createWordMatch(items: readonly PublicItem[], language: Language, segment: Segment) {
  const termsOf = (text: string): string[] => [
    ...new Set(
      segment(text)
        .filter((term) => !stopWords.has(term))
        .map(stem),
    ),
  ];
  const indexed = items.map((item): IndexedItem => {
    const { title, row, label } = item.words[language];
    return {
      item,
      // How to answer, in brackets, is no part of what is asked.
      title: termsOf(title.replace(/[(（][^()（）]*[)）]/g, "")),
      row: termsOf(row),
      label: termsOf(label),
      isPlain: plainAnswer.test(label.trim()),
      isNegated: negation.test(label),
      isNegatedAround: negation.test(`${title} ${row}`),
    };
  });
  const weights = weightsOf(indexed);
  const covered = (terms: readonly string[], has: Has): number => {
    const weigh = (some: readonly string[]): number => some.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0);
    return terms.length === 0 ? 0 : weigh(terms.filter(has)) / weigh(terms);
  };
  // A Chinese text is cut differently in other company: the terms of questions are looked for in it as they stand.
  const termsIn = (text: string): Has => {
    const plain = text.normalize("NFKC").toLowerCase();
    const terms = new Set(language === "zh-CN" ? [] : termsOf(text));
    return (term) => (language === "zh-CN" ? plain.includes(term) : terms.has(term));
  };

  return {
    /**
     * The items near a number, the nearest first.
     *
     * @param clause what stands beside the number, where the answer's words are looked for.
     * @param sentence all of it, where the question's words are.
     */
    near({ clause, sentence }: { clause: string; sentence: string }): NearItem[] {
      const found = { beside: termsIn(clause), around: termsIn(sentence), isNegated: negation.test(clause) };
      return indexed
        .flatMap((each) => {
          const nearness = nearnessOf(each, found, covered);
          return nearness > 0 ? [{ item: each.item, nearness }] : [];
        })
        .sort((one, other) => other.nearness - one.nearness);
    },
  };
}

/** Whether a term stands in a text. */
type Has = (term: string) => boolean;

/** How much of some terms stands in a text, by weight, from 0 to 1. */
type Covered = (terms: readonly string[], has: Has) => number;

function nearnessOf(
  { title, row, label, isPlain, isNegated, isNegatedAround }: IndexedItem,
  found: { beside: Has; around: Has; isNegated: boolean },
  covered: Covered,
): number {
  if (isNegated !== found.isNegated && !(found.isNegated && isNegatedAround)) return 0;
  const ofTitle = covered(title, found.around);
  const ofRow = row.length === 0 ? 1 : covered(row, found.around);
  const ofLabel = isPlain ? 1 : covered(label, found.beside);
  const ofBoth = covered([...title, ...row, ...label], found.around);
  const isAsked = isPlain
    ? row.length > 0 || ofTitle >= leastOfTitleForPlain
    : ofTitle >= leastOfTitle || ofBoth >= leastOfBoth;
  return isAsked && ofRow >= leastOfLabel && ofLabel >= leastOfLabel ? (ofTitle + ofRow + ofLabel) / 3 : 0;
}

/** The rarer among the items, the heavier: ln(1 + items / items with the term). */
function weightsOf(indexed: readonly IndexedItem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { title, row, label } of indexed)
    for (const term of new Set([...title, ...row, ...label])) counts.set(term, (counts.get(term) ?? 0) + 1);
  return new Map([...counts].map(([term, count]) => [term, Math.log(1 + indexed.length / count)]));
}

const plainAnswer = /^(?:不?是的?|没?有|不?会|不?能|对|否|没?听说过|不?是真的|yes|no|true|not true|false)$/i;

const negation =
  /否|\bfalse\b|不(?!少|同|仅|过|但|断|久|止)|没(?!想)|未(?!来)|\b(?:not?|never|none|neither|nobody|without|hardly)\b|n['’]t\b/i;

/** An English word without its ending, so that worry, worries and worried are one. */
function stem(term: string): string {
  if (!/^[a-z]{4,}$/.test(term)) return term;
  const stripped = term.replace(/(?:ies|ied|ying|ing|ed|es|ly|y|s|e)$/, "");
  return stripped.length >= 3 ? stripped : term;
}
