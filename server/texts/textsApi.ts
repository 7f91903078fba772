import { z } from "zod";
import type { AgreementFound } from "../../stats/agreement/agreement.ts";
import type { Interval } from "../../stats/estimate.ts";
import { pageQuery } from "../fielding/fieldingApi.ts";
import { pageLimit } from "../pageLimit.ts";

const variable = z.string().min(1).max(200);
const day = z.iso.date();
const period = { from: day.optional(), to: day.optional() };

/** Query of `GET /api/studies/:study/texts`: `question` is a text variable; `containing` is looked for letter by letter. */
export const textsQuery = z.strictObject({
  ...pageQuery.shape,
  question: variable,
  containing: z.string().max(200).default(""),
});

/** Answer of `GET /api/studies/:study/texts?question=…`: what people wrote, a page at a time. */
export interface OpenTexts {
  readonly study: string;
  readonly question: string;
  readonly texts: readonly { readonly day: string; readonly text: string }[];
  readonly nextCursor: string | null;
}

/** Days; both ends belong to it. */
export interface TextPeriod {
  readonly from: string;
  readonly to: string;
  /** People who wrote something. */
  readonly writers: number;
}

/** Query of `GET /api/studies/:study/texts/terms`: the period; left out, all days, and the last seven for what has risen. */
export const termsQuery = z.strictObject({ question: variable, ...period });

/** A term and how many people wrote it, however often each; a share is of those who wrote something, unweighted. */
export interface TermFound {
  readonly term: string;
  readonly people: number;
  readonly share: number;
  readonly interval: Interval;
}

/** A term that more people write than in the period before. */
export interface TermRisen extends TermFound {
  /** Of the period before; `null` where fewer than three people wrote it, none included. */
  readonly before: Omit<TermFound, "term"> | null;
  /** Fisher's exact test, one-sided. */
  readonly pValue: number;
  /** Among all terms that were tested (Benjamini and Hochberg). */
  readonly qValue: number;
}

/** Answer of `GET /api/studies/:study/texts/terms`. */
export interface TermsFound {
  readonly study: string;
  readonly question: string;
  /** `null` where nobody wrote anything. */
  readonly period: TextPeriod | null;
  /** Most people first; none that fewer than three wrote. */
  readonly frequent: readonly TermFound[];
  /** Smallest q first; those of at most 0.05. `null` where there are no two periods with texts to compare. */
  readonly risen: {
    readonly period: TextPeriod;
    readonly before: TextPeriod;
    /** Terms of at least three people in both periods together. */
    readonly tested: number;
    readonly terms: readonly TermRisen[];
  } | null;
}

/** Query of `GET /api/studies/:study/texts/concordance`: `keyword` is looked for letter by letter, in either case. */
export const concordanceQuery = z.strictObject({
  question: variable,
  keyword: z.string().min(1).max(200),
  order: z.enum(["after", "before"]).default("after"),
  limit: pageLimit,
  offset: z
    .string()
    .regex(/^\d{1,7}$/)
    .transform(Number)
    .default(0),
  ...period,
});

/** One place where the keyword stands. */
export interface ConcordanceLine {
  readonly day: string;
  readonly before: string;
  /** As it was written. */
  readonly keyword: string;
  readonly after: string;
  /** Whether the text goes on beyond what is shown. */
  readonly isCut: { readonly before: boolean; readonly after: boolean };
}

/** Answer of `GET /api/studies/:study/texts/concordance`, ordered by what follows the keyword or by what stands before it. */
export interface Concordance {
  readonly study: string;
  readonly question: string;
  readonly keyword: string;
  /** People in whose texts it stands, and those who wrote something. */
  readonly people: number;
  readonly writers: number;
  readonly places: number;
  readonly lines: readonly ConcordanceLine[];
  readonly nextOffset: number | null;
}

const term = z.string().trim().min(1).max(50);
/** Without white space, by which the dictionary's own file is divided. */
const word = z.string().regex(/^\S{1,30}$/u);

/** A theme: what a text is about, found by terms and by hand. It is the variable `themes.<name>` of the study. */
export const theme = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  label: z.string().trim().min(1).max(80),
  question: variable,
  /** What a coder goes by. */
  rule: z.string().trim().max(1_000).default(""),
  /** A text with one of these is of the theme … */
  terms: z.array(term).max(100),
  /** … unless it has one of these. */
  without: z.array(term).max(100).default([]),
});

/** A theme as it is kept. */
export type Theme = z.infer<typeof theme>;

/** Body of `PUT /api/studies/:study/texts/frame`: the frame as it is to be, and the version that was changed. */
export const frameContent = z.strictObject({
  basedOn: z.number().int().min(0),
  themes: z.array(theme).max(60),
  /** Words of the study, which its texts are not cut within. */
  words: z.array(word).max(500),
  /** Terms that are not counted. */
  ignored: z.array(word).max(500),
});

/** Answer of `GET` and `PUT /api/studies/:study/texts/frame`; version 0 is the empty one that every study begins with. */
export interface TextFrame extends Omit<z.infer<typeof frameContent>, "basedOn"> {
  readonly study: string;
  readonly frameVersion: number;
}

/** Query of the addresses of coding by hand. */
export const questionQuery = z.strictObject({ question: variable });

/** Body of `POST /api/studies/:study/texts/samples`: draws texts to be coded by hand. */
export const sampleWanted = z.strictObject({ question: variable, size: z.number().int().min(1).max(2_000) });

/** Answer of `GET` and `POST /api/studies/:study/texts/samples`: the newest sample and how far it is coded. */
export interface CodingSample {
  readonly study: string;
  readonly question: string;
  /** Counts the samples of a question; `null` where none has been drawn. */
  readonly sample: number | null;
  readonly size: number;
  /** Who has coded and how many of the sample. */
  readonly coders: readonly { readonly coder: string; readonly coded: number }[];
  /** How many the one who asks has coded. */
  readonly own: number;
  /** The next text for the one who asks; nothing of what others made of it. */
  readonly next: { readonly response: string; readonly day: string; readonly text: string } | null;
}

/** Body of `PUT /api/studies/:study/texts/codings/:response`: the names of the themes that it is of, none for none. */
export const codingGiven = z.strictObject({ question: variable, themes: z.array(z.string().max(40)).max(60) });

/** How far coders agree on a theme. */
export interface ThemeAgreement {
  readonly theme: string;
  readonly label: string;
  /** Krippendorff's alpha of all coders. */
  readonly alpha: AgreementFound;
  /** Cohen's kappa; `null` unless there are two coders. */
  readonly kappa: AgreementFound | null;
  /** Cohen's kappa of the terms with most of the coders; `null` for a theme without terms. */
  readonly terms: AgreementFound | null;
}

/** Answer of `GET /api/studies/:study/texts/agreement`, on the newest sample of a question. */
export interface CodingAgreement {
  readonly study: string;
  readonly question: string;
  readonly coders: readonly string[];
  readonly themes: readonly ThemeAgreement[];
}
