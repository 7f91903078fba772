import type { Reader } from "../../charts/figure.ts";
import { formatDay } from "../../charts/format.ts";
import { calendarDay } from "../fielding/calendarDay.ts";
import type { Answers } from "../figures/answersTo.ts";
import type { Look, MethodsLine } from "../figures/figuresApi.ts";
import { methodsBox, type MethodsKnown } from "../figures/methodsBox.ts";
import type { ClaimedNumber } from "./claimedNumber.ts";
import type { ClaimContent, ClaimEdition } from "./claimsApi.ts";
import { claimSentence } from "./claimSentence.ts";
import { contrastSubject } from "./subject/contrastSubject.ts";
import { gapSubject } from "./subject/gapSubject.ts";
import { itemSubject } from "./subject/itemSubject.ts";
import type { ClaimSubject } from "./subject/claimSubject.ts";

/** What a claim is written from. */
export interface ClaimKnown extends Pick<MethodsKnown, "codebook" | "study" | "settings" | "margins"> {
  readonly content: ClaimContent;
  readonly number: ClaimedNumber;
}

const nothing = { "zh-CN": "", en: "" };

/** A claim in one language. */
export function claimEdition(known: ClaimKnown, reader: Reader): ClaimEdition {
  const { content, number, study } = known;
  const { of, wording, remarks, compared } = subjectOf(known, reader);
  const about = [...of, daysOf(content, reader)].filter((part) => part !== "").join(" · ");
  const day = calendarDay(new Date(number.result.asOf), study.timeZone);
  const sentence = claimSentence(number.estimate, { day, language: reader.language, remarks });
  return { about, wording, ...sentence, methods: [...compared, ...methodsOf(known, about, reader)] };
}

function subjectOf({ content, number, codebook }: ClaimKnown, reader: Reader): ClaimSubject {
  switch (number.kind) {
    case "item":
      return itemSubject({ content, number, codebook }, reader);
    case "gap":
      return gapSubject({ number, codebook }, reader);
    case "contrast":
      return contrastSubject({ number, codebook }, reader);
  }
}

/** The request as it was understood: the methods box of a figure that shows the number and nothing else. */
function methodsOf({ number, ...known }: ClaimKnown, about: string, reader: Reader): MethodsLine[] {
  const title = { "zh-CN": about, en: about };
  const [look, answers] = askedAs(number);
  const content = { title, headline: nothing, note: nothing, look };
  return methodsBox({ ...known, content, answers, outline: null }, reader);
}

function askedAs(number: ClaimedNumber): [Look, Answers] {
  const { kind, result } = number;
  return kind === "gap"
    ? [
        { kind: "quadrant", request: result.request },
        { kind: "needs", result },
      ]
    : [
        { kind: "bars", request: result.request },
        { kind: "estimates", result, beside: null },
      ];
}

/** The days of whose answers it is; empty for all of them. */
function daysOf({ request: { from, to } }: ClaimContent, { language }: Reader): string {
  if (from === undefined && to === undefined) return "";
  if (from === to) return formatDay(from ?? "", language);
  return [from, to].map((day) => (day === undefined ? "" : formatDay(day, language))).join(" – ");
}
