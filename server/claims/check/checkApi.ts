import { z } from "zod";
import type { Language } from "../../../surveys/language.ts";

/** The longest article that is checked, in bytes of UTF-8. */
export const mostArticleBytes = 200_000;

/** Body of `POST /api/studies/:study/article-check`. */
export const articleToCheck = z.strictObject({ text: z.string() });

/**
 * What is found of a number in an article. `holds`: as printed, or within the interval there is now; `drifted`: neither;
 * `withdrawn`: its claim was; `not-found`: no public claim, or no question near; `no-number`: there is none to hold it
 * against now; `unclear`: it is of a group, and which cannot be told.
 */
export type Verdict = "holds" | "drifted" | "withdrawn" | "not-found" | "no-number" | "unclear";

/** A number of an article, or a claim it names, in the words of the reader's language. */
export interface CheckedNumber {
  /** The sentence it stands in, cut short around it: what is before it, itself, and behind it. */
  readonly quote: { readonly before: string; readonly number: string; readonly after: string };
  /** Counted from 1. */
  readonly line: number;
  readonly verdict: Verdict;
  /** A claim that the article names, or a question that the number may refer to; `null` where there is neither. */
  readonly of:
    | { readonly kind: "claim"; readonly claim: string; readonly about: string }
    | {
        readonly kind: "question";
        readonly question: string;
        readonly about: string;
        /** Of everyone who answered, of a group that the sentence names, or of one that cannot be told. */
        readonly whom: string;
        readonly weighting: string;
      }
    | null;
  /** The number there is now with interval, n and day; where there is none, why. `null` where none was looked for. */
  readonly now: string | null;
  /** What the claim says that was frozen; `null` for other numbers. */
  readonly frozen: string | null;
  /** Said less now, with where it lies; `null` where no two numbers were held against each other. */
  readonly difference: string | null;
  /** Why a claim was withdrawn. */
  readonly reason: string | null;
}

/** What is found of an article. It is not kept. */
export interface ArticleCheck {
  readonly language: Language;
  /** The study whose public questions numbers were compared with; `null` where only claims were looked up. */
  readonly study: string | null;
  /** In the order of the article. */
  readonly numbers: readonly CheckedNumber[];
  /** Percentages that nothing was compared with: no study was named, or there were too many. */
  readonly left: number;
}
