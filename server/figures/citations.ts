import { calendarDay } from "../fielding/calendarDay.ts";
import { formatDay } from "../../charts/format.ts";
import type { FigureEdition, FigureFile, FigureState } from "./figuresApi.ts";
import { figureWords } from "./figureWords.ts";
import type { Language } from "../../surveys/language.ts";

/** What can be cited: its permanent name, and as of when it says what about which study. */
export interface Citable extends Pick<FigureState, "asOf" | "study"> {
  readonly name: string;
  /** What the style of the American Psychological Association names in brackets. */
  readonly form: "Figure" | "Survey estimate";
  readonly editions: Readonly<Record<Language, Pick<FigureEdition, "title" | "methods">>>;
}

/**
 * How to cite a figure or claim: in GB/T 7714-2015, in the style of the American Psychological Association (7th edition), and as a
 * BibTeX entry. A live figure is cited with the day it was looked at, a frozen one needs none.
 */
export function citationsOf({
  of: { name, form, asOf, study, editions },
  address,
  frozenAt,
  now,
}: {
  of: Citable;
  address: string;
  frozenAt: string | null;
  now: Date;
}): FigureFile["citations"] {
  const day = calendarDay(new Date(frozenAt ?? asOf), study.timeZone);
  const today = calendarDay(now, study.timeZone);
  const year = day.slice(0, 4);
  const chinese = { author: authorOf("zh-CN", editions, study.title["zh-CN"]), title: editions["zh-CN"].title };
  const english = { author: authorOf("en", editions, study.title.en), title: editions.en.title };
  const whenApa = `${year}, ${formatDay(day, "en").split(" ").slice(0, 2).reverse().join(" ")}`;
  const isLive = frozenAt === null;
  return {
    "gb-t-7714": `${chinese.author}. ${chinese.title}[EB/OL]. (${day})[${today}]. ${address}.`,
    apa: `${english.author}. (${whenApa}). ${english.title} [${form}]. ${isLive ? `Retrieved ${formatDay(today, "en")}, from ` : ""}${address}`,
    bibtex: [
      `@misc{dingxin-${name},`,
      `  author = {{${inTex(english.author)}}},`,
      `  title = {{${inTex(english.title)}}},`,
      `  year = {${year}},`,
      `  howpublished = {\\url{${address}}},`,
      `  note = {${isLive ? `Accessed ${today}` : `Frozen ${day}`}}`,
      "}",
    ].join("\n"),
  };
}

/** Who conducted the study; where that is not stated, the study itself. */
function authorOf(language: "zh-CN" | "en", editions: Citable["editions"], study: string): string {
  const conductor =
    editions[language].methods.find(({ label }) => label === figureWords.conductor[language])?.text ?? "";
  return conductor === figureWords.notStated[language] || conductor === "" ? study : conductor;
}

const texEscapes: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function inTex(text: string): string {
  return text
    .replaceAll(/[\r\n]+/g, " ")
    .replaceAll(/[\\{}~^]/g, (sign) => texEscapes[sign] ?? "")
    .replaceAll(/[&%$#_]/g, "\\$&");
}
