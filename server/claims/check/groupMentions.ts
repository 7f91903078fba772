import type { Language } from "../../../surveys/language.ts";
import type { Group } from "./groups.ts";
import { rangeOfLabel, rangesIn } from "./numberRanges.ts";
import { peoplePhrasesIn } from "./peoplePhrases.ts";

/** A place in a sentence that says of whom its numbers are. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  /** `null` for people of whom no category tells who they are. */
  readonly of: Group | "everyone" | null;
}

/** Finds where a sentence says of whom its numbers are. */
export type MentionsIn = (sentence: string, language: Language) => Mention[];

const female = /^(?:女性?|females?|wom[ae]n)$/i;
const male = /^(?:男性?|males?|m[ae]n)$/i;
// 女 alone stands for women before a number or a stop, not in 女儿 or 男女.
const alone = "(?=\\s*(?:[：:，,、|（(占为有中里的]|\\d|$))";
const sexes: readonly { readonly label: RegExp; readonly words: Readonly<Record<Language, RegExp>> }[] = [
  {
    label: female,
    words: {
      "zh-CN": new RegExp(`女性|妇女|女士|女生|女人|(?<!男)女${alone}`, "g"),
      en: /\b(?:wom[ae]n|females?|girls)\b/gi,
    },
  },
  {
    label: male,
    words: {
      "zh-CN": new RegExp(`男性|男士|男生|男人|男${alone}`, "g"),
      en: /\b(?:m[ae]n|males?|boys)\b/gi,
    },
  },
];

/** Makes what finds groups by the words of their labels, by women and men, and by ages; and people whom none of these names. */
export function createGroupMentions(groups: readonly Group[]): MentionsIn {
  const labelled = groups.flatMap((group) => {
    const all = Object.values(group.label);
    if (all.some((label) => rangeOfLabel(label) !== null)) return [];
    return [{ group, words: { "zh-CN": wordsOf(group, "zh-CN"), en: wordsOf(group, "en") } }];
  });
  const ranged = groups.flatMap((group) => {
    const range = Object.values(group.label).flatMap((label) => rangeOfLabel(label) ?? [])[0];
    return range === undefined ? [] : [{ group, range }];
  });

  const agesIn = (sentence: string): Mention[] =>
    rangesIn(sentence).flatMap(({ text, index, from, to, isOfAge }) => {
      const same = ranged.find(({ range }) => range.from === from && range.to === to);
      const place = { from: index, to: index + text.length };
      if (same !== undefined) return [{ ...place, of: publicOrUnknown(same.group) }];
      return isOfAge ? [{ ...place, of: null }] : [];
    });

  return (sentence, language) => {
    const named = [
      ...labelled.flatMap(({ group, words }) =>
        [...sentence.matchAll(words[language])].map(({ 0: text, index }): Mention => ({
          from: index,
          to: index + text.length,
          of: publicOrUnknown(group),
        })),
      ),
      ...agesIn(sentence),
    ];
    const phrases = peoplePhrasesIn(sentence, language)
      // Whom a category names is known.
      .filter(({ from, to, isEveryone }) => isEveryone || !named.some((each) => each.from < to && each.to > from))
      .map(({ from, to, isEveryone }): Mention => ({ from, to, of: isEveryone ? "everyone" : null }));
    return [...withoutInner(named), ...phrases].sort((one, other) => one.from - other.from);
  };
}

/** Of a group whose numbers may not be public nothing is told. */
function publicOrUnknown(group: Group): Group | null {
  return group.isPublic ? group : null;
}

const nothing = /(?!)/g;

function wordsOf({ label }: Group, language: Language): RegExp {
  const sex = sexes.find((each) => Object.values(label).some((text) => each.label.test(text)));
  if (sex !== undefined) return sex.words[language];
  const text = label[language].trim();
  const escaped = text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (language === "zh-CN") return text.length < 2 ? nothing : new RegExp(escaped, "g");
  return text.length < 3 ? nothing : new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])`, "giu");
}

/** The longest where labels lie in each other: Inner Mongolia, and not Mongolia. */
function withoutInner(mentions: readonly Mention[]): Mention[] {
  return mentions.filter(
    (one) =>
      !mentions.some(
        (other) => other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from,
      ),
  );
}
