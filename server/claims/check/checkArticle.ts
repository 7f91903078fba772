import { setImmediate } from "node:timers/promises";
import type { Estimate } from "../../../stats/estimate.ts";
import type { Language } from "../../../surveys/language.ts";
import { isFigureName } from "../../figures/figureNames.ts";
import { apartInWords } from "../apartInWords.ts";
import type { ClaimFile } from "../claimsApi.ts";
import { standingOf, type SaidNumber } from "../standing.ts";
import { clauseAround, lineOf, readableText, sentencesOf, type Stretch } from "./articleSentences.ts";
import type { ArticleCheck, CheckedNumber } from "./checkApi.ts";
import { checkWords } from "./checkWords.ts";
import type { NumberPlace } from "./groupOf.ts";
import { namedClaims, saidBefore, type NamedClaim } from "./namedClaims.ts";
import { percentagesIn, type PrintedNumber } from "./printedNumbers.ts";

/** A percentage in its sentence, of whose words is told what it may refer to. */
export interface InSentence {
  readonly sentence: string;
  /** What stands beside it: the words of an answer are looked for here, those of a question in all of the sentence. */
  readonly clause: string;
  /** All numbers of the sentence, and which of them it is. */
  readonly numbers: readonly NumberPlace[];
  readonly place: number;
}

/** What a number may refer to, with what there is of it now. */
export interface MayRefer {
  readonly question: string;
  readonly about: string;
  /** Of whom, in the reader's words; of a group that cannot be told, nothing is compared. */
  readonly whom: string;
  readonly isUnclear: boolean;
  /** By which weights, in the reader's words. */
  readonly weighting: string;
  readonly estimate: Estimate;
  readonly words: string;
}

/** What an article is held against. */
export interface HeldAgainst {
  /** A public claim; `null` where there is none of the name. */
  readonly claim: (id: string) => Promise<ClaimFile | null>;
  /** What a percentage may refer to in the study that was named, the nearest first; `null` where none was named. */
  readonly near: ((percentage: InSentence) => Promise<readonly MayRefer[]>) | null;
}

/** More would keep others waiting. */
const mostClaims = 200;
const mostPercentages = 500;

/** A few milliseconds of work, between which other requests are served. */
const atOnce = 20;

/**
 * Holds the numbers of an article against those there are now: claims that it names, then percentages near the words of
 * questions.
 */
export async function checkArticle(
  given: string,
  { claim, near }: HeldAgainst,
  language: Language,
): Promise<Pick<ArticleCheck, "numbers" | "left">> {
  const text = readableText(given);
  const named = namedClaims(text);
  const found: (CheckedNumber & { readonly index: number })[] = [];
  const claimed: { from: number; to: number }[] = [];
  for (const each of named.slice(0, mostClaims)) {
    const file = isFigureName(each.id) ? await claim(each.id) : null;
    const { statistic = null } = file?.state.estimate.kind === "estimate" ? file.state.estimate : {};
    const said = saidBefore(each, statistic);
    claimed.push({ from: said?.index ?? each.index, to: each.index + each.text.length });
    found.push({ index: said?.index ?? each.index, ...checkedClaim({ text, named: each, file, said }, language) });
  }
  const others = percentagesOf(text, claimed);
  const compared = near === null ? [] : others.slice(0, mostPercentages);
  for (const [place, each] of compared.entries()) {
    if (place % atOnce === 0) await setImmediate();
    const all = (await near?.(inSentence(each))) ?? [];
    found.push({ index: each.number.index, ...checkedPercentage({ text, ...each }, all, language) });
  }
  const numbers = found.sort((one, other) => one.index - other.index).map(({ index: _index, ...rest }) => rest);
  return { numbers, left: others.length - compared.length + Math.max(0, named.length - mostClaims) };
}

interface Percentage {
  readonly number: PrintedNumber;
  readonly sentence: Stretch;
  /** All of its sentence, by their places in that, and which of them it is. */
  readonly all: readonly PrintedNumber[];
  readonly place: number;
}

/** The percentages that are not a claim's already. */
function percentagesOf(text: string, claimed: readonly { from: number; to: number }[]): Percentage[] {
  return sentencesOf(text).flatMap((sentence) => {
    const all = percentagesIn(sentence.text);
    return all.flatMap((number, place): Percentage[] => {
      const index = sentence.index + number.index;
      if (claimed.some(({ from, to }) => index >= from && index < to)) return [];
      return [{ number: { ...number, index }, sentence, all, place }];
    });
  });
}

function inSentence({ sentence, all, place }: Percentage): InSentence {
  const numbers = all.map(({ index: from, text: { length } }) => {
    const to = from + length;
    const { start, end: clauseEnd } = clauseAround(sentence, from, to);
    return { from, to, clauseEnd, clause: sentence.text.slice(start, clauseEnd) };
  });
  // Beside the only number is all of its sentence.
  const clause = numbers.length === 1 ? sentence.text : (numbers[place]?.clause ?? "");
  return { sentence: sentence.text, clause, numbers, place };
}

const nothing = { of: null, now: null, frozen: null, difference: null, reason: null } as const;

function checkedClaim(
  { text, named, file, said }: { text: string; named: NamedClaim; file: ClaimFile | null; said: PrintedNumber | null },
  language: Language,
): CheckedNumber {
  const place = said ?? named;
  const at = { quote: quoteOf(text, place), line: lineOf(text, place.index) };
  if (file === null) return { ...at, ...nothing, verdict: "not-found", reason: checkWords.unknownClaim[language] };
  const { state, frozenAt, withdrawn, now } = file;
  const present = frozenAt === null ? state : (now?.state ?? null);
  const of = { kind: "claim", claim: named.id, about: state.editions[language].about } as const;
  const known = {
    ...at,
    ...nothing,
    of,
    now: present?.editions[language].words ?? null,
    frozen: frozenAt === null ? null : state.editions[language].words,
  };
  if (withdrawn !== null) return { ...known, verdict: "withdrawn", reason: withdrawn.reason[language] };
  if (present === null) return { ...known, verdict: "no-number" };
  // A marker says what its claim says.
  const printed = said ?? (named.before === null && state.estimate.kind === "estimate" ? ownNumber(file) : null);
  if (printed === null) return { ...known, verdict: "no-number", reason: noSaid(named, language) };
  return { ...known, ...heldAgainst(printed, present.estimate, language) };
}

function ownNumber({ state: { estimate } }: ClaimFile): SaidNumber | null {
  return estimate.kind === "estimate" ? { value: estimate.value, step: 0 } : null;
}

function noSaid({ before }: NamedClaim, language: Language): string | null {
  return before === null ? null : checkWords.noSaid[language];
}

/** Of what is equally near, what the number agrees with is taken: nothing tells it from the others. */
const equallyNear = 3;

function checkedPercentage(
  { text, number, sentence }: Pick<Percentage, "number" | "sentence"> & { text: string },
  near: readonly MayRefer[],
  language: Language,
): CheckedNumber {
  const at = { quote: quoteOf(text, number, sentence), line: lineOf(text, number.index) };
  const candidates = near.slice(0, equallyNear);
  const agreeing = candidates.find(
    ({ isUnclear, estimate }) => !isUnclear && standingOf(number, estimate).kind === "holds",
  );
  const chosen = agreeing ?? candidates[0];
  if (chosen === undefined) return { ...at, ...nothing, verdict: "not-found", reason: checkWords.noQuestion[language] };
  const { question, about, whom, weighting, isUnclear } = chosen;
  const of = { kind: "question", question, about, whom, weighting } as const;
  if (isUnclear) return { ...at, ...nothing, of, verdict: "unclear", reason: checkWords.unclearGroup[language] };
  return { ...at, ...nothing, of, now: chosen.words, ...heldAgainst(number, chosen.estimate, language) };
}

function heldAgainst(
  said: SaidNumber,
  now: Estimate,
  language: Language,
): Pick<CheckedNumber, "verdict" | "difference"> {
  const standing = standingOf(said, now);
  if (standing.kind === "no-number" || now.kind === "not-estimable") return { verdict: "no-number", difference: null };
  return { verdict: standing.kind, difference: apartInWords(standing.difference, now, language) };
}

/** How much of the sentence is shown before and behind a number. */
const mostAround = 90;

/** A number in its sentence, or where that is not known in its line. */
function quoteOf(
  text: string,
  { index, text: number }: { index: number; text: string },
  sentence: Stretch | null = null,
): CheckedNumber["quote"] {
  const from = sentence?.index ?? text.lastIndexOf("\n", index) + 1;
  const lineEnd = text.indexOf("\n", index + number.length);
  const to = sentence === null ? (lineEnd < 0 ? text.length : lineEnd) : sentence.index + sentence.text.length;
  const before = text.slice(from, index).trimStart();
  const after = text.slice(index + number.length, to).trimEnd();
  return {
    before: before.length > mostAround ? `…${before.slice(-mostAround)}` : before,
    number,
    after: after.length > mostAround ? `${after.slice(0, mostAround)}…` : after,
  };
}
