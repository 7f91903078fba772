import { conditionInWords } from "../../charts/conditionInWords.ts";
import { isOutlined } from "../../charts/figures/regionTiles.ts";
import type { Outline } from "../../charts/publishedFigure.ts";
import type { Reader } from "../../charts/figure.ts";
import { formatCount, formatDay } from "../../charts/format.ts";
import { methodWords } from "../../charts/methodWords.ts";
import { screeningInWords } from "../../charts/screeningInWords.ts";
import { weightInWords } from "../../charts/weightInWords.ts";
import type { Estimated } from "../../stats/estimate.ts";
import type { Codebook } from "../../surveys/codebook/codebook.ts";
import type { Translated } from "../../surveys/language.ts";
import { populations } from "../../surveys/populations/populations.ts";
import { variablesOf } from "../estimates/conditions.ts";
import { calendarDay } from "../fielding/calendarDay.ts";
import type { SchemeMargin } from "../weighting/weightingApi.ts";
import { askedInWords } from "./askedInWords.ts";
import { headOf, resultsIn, type Answers } from "./answersTo.ts";
import type { FigureContent, MethodsLine, PublicationSettings } from "./figuresApi.ts";
import { figureWords } from "./figureWords.ts";
import { scoresInWords } from "./scoresInWords.ts";

/** What is known of how a figure's numbers came about. */
export interface MethodsKnown {
  readonly content: FigureContent;
  readonly answers: Answers;
  readonly codebook: Codebook;
  readonly study: {
    readonly title: Translated;
    readonly simulated: boolean;
    readonly firstDay: string | null;
    readonly lastDay: string | null;
    readonly timeZone: string;
  };
  readonly settings: PublicationSettings;
  readonly margins: readonly SchemeMargin[];
  /** The approved outline that maps of the study are drawn with; `null` for tiles. */
  readonly outline: Outline | null;
}

/**
 * The methods box: the items of AAPOR's Transparency Initiative (Disclosure Elements, 2021) as far as the study knows
 * them. What it does not know stands there as not stated.
 */
export function methodsBox(known: MethodsKnown, reader: Reader): MethodsLine[] {
  const { answers, settings, study } = known;
  const { language } = reader;
  const said = (name: keyof typeof figureWords): string => figureWords[name][language];
  const head = headOf(answers);
  const line = (name: keyof typeof figureWords, text: string): MethodsLine => ({
    label: said(name),
    text: text === "" ? said("notStated") : text,
  });
  const join = language === "zh-CN" ? "；" : "; ";
  return [
    ...(study.simulated ? [{ label: said("answers"), text: said("simulated") }] : []),
    line("conductor", settings.conductor[language]),
    line("population", settings.population[language]),
    line("mode", settings.mode[language]),
    line("fielded", daysInWords(known, reader)),
    line("size", said("sizeOf").replace("{n}", formatCount(head.responses, language))),
    line("base", [baseInWords(known, reader), ...filterInWords(known, reader)].join(join)),
    line("wording", wordingOf(known, reader).join(join)),
    line("weighting", weightingInWords(known, reader)),
    line("effective", effectiveInWords(answers, reader)),
    line("interval", intervalInWords(answers, reader)),
    line("excluded", exclusionsInWords(known, reader)),
    line("disclosure", said("disclosureRule")),
    ...outlineLines(known, said("map")),
    line("versions", head.questionnaireVersions.join(", ")),
    line("limits", [settings.limits[language], said("limitsAlways")].filter((text) => text !== "").join(" ")),
  ];
}

/** By which approval a map is drawn. */
function outlineLines({ content: { look }, answers, outline }: MethodsKnown, label: string): MethodsLine[] {
  const [result] = resultsIn(answers);
  if (look.kind !== "tiles" || result === undefined || !isOutlined(result, outline)) return [];
  return [{ label, text: outline.approval }];
}

/** The line below a drawing: who asked, of how many, by which weights, with which intervals, as of when. */
export function sourceLine(known: MethodsKnown, reader: Reader): string {
  const { language } = reader;
  const { answers, settings, study } = known;
  const said = (name: keyof typeof figureWords): string => figureWords[name][language];
  const { responses, weight, asOf } = headOf(answers);
  const level = levelOf(answers);
  const isChinese = language === "zh-CN";
  const source = [settings.conductor[language], study.title[language]]
    .filter((text) => text !== "")
    .join(isChinese ? "，" : ", ");
  const parts = [
    `${said("source")}${isChinese ? "：" : ": "}${source}`,
    daysInWords(known, reader),
    `n\u00a0=\u00a0${formatCount(responses, language)}`,
    ...filterInWords(known, reader),
    weight === "none" ? said("unweighted") : said("weighted"),
    ...(level === null ? [] : [said("withInterval").replace("{level}", level)]),
    `${said("asOf")}${isChinese ? "" : " "}${formatDay(calendarDay(new Date(asOf), study.timeZone), language)}`,
    ...(study.simulated ? [said("simulated")] : []),
  ];
  return parts.filter((part) => part !== "").join(isChinese ? "；" : "; ");
}

function estimatesIn(answers: Answers): Estimated[] {
  const all =
    answers.kind === "needs"
      ? answers.result.topics.flatMap(({ need, satisfied, gap }) => [need, satisfied, gap])
      : resultsIn(answers).flatMap(({ estimates }) => estimates.flat(2));
  return all.flatMap((estimate) => (estimate.kind === "estimate" ? [estimate] : []));
}

function daysInWords({ answers, content: { look }, study }: MethodsKnown, { language }: Reader): string {
  const windows = resultsIn(answers).flatMap((result) => result.windows);
  const asked = look.kind === "rumours" ? look : look.request;
  const first = smallest(windows.map(({ from }) => from)) ?? asked.from ?? study.firstDay;
  const last =
    smallest(
      windows.map(({ to }) => to),
      -1,
    ) ??
    asked.to ??
    study.lastDay;
  if (first === null && last === null) return "";
  const ends = [first, last].map((day) => (day === null ? "" : formatDay(day, language)));
  return ends[0] === ends[1] ? (ends[0] ?? "") : ends.join(" – ");
}

function smallest(days: readonly string[], place: 0 | -1 = 0): string | undefined {
  return [...days].sort().at(place);
}

function baseInWords({ answers, codebook }: MethodsKnown, reader: Reader): string {
  const { language } = reader;
  if (answers.kind === "needs") return figureWords.baseNeeds[language];
  if (answers.kind === "claims") return figureWords.baseClaims[language];
  const askedIf = resultsIn(answers)[0]?.askedIf ?? null;
  return askedIf === null
    ? figureWords.baseAnswered[language]
    : figureWords.baseAsked[language].replace("{if}", () => askedInWords(askedIf, codebook, reader));
}

function filterInWords({ content: { look }, codebook }: MethodsKnown, reader: Reader): string[] {
  const filter = look.kind === "rumours" ? look.filter : look.request.filter;
  if (filter === undefined) return [];
  const isChinese = reader.language === "zh-CN";
  return [
    `${figureWords.filter[reader.language]}${isChinese ? "：" : ": "}${conditionInWords(filter, codebook, reader)}`,
  ];
}

/** The questions in their own words, those behind scores too; of a condition what it says. */
function wordingOf({ answers, content: { look }, codebook }: MethodsKnown, reader: Reader): string[] {
  if (answers.kind === "needs")
    return answers.result.topics.map(({ variable, label }) => {
      const question = codebook.questions.find(({ variables }) => variables.some(({ name }) => name === variable));
      return reader.read(question?.title ?? label);
    });
  if (look.kind === "rumours")
    return look.claims.flatMap(({ heard, believed }) =>
      [heard, believed].map((condition) => conditionInWords(condition, codebook, reader)),
    );
  const [result] = resultsIn(answers);
  if (result === undefined) return [];
  const { indicator } = result.request;
  if (indicator !== undefined)
    return [conditionInWords(indicator, codebook, reader), ...scoresInWords(variablesOf(indicator), codebook, reader)];
  const scores = scoresInWords([result.request.question ?? ""], codebook, reader);
  if (scores.length > 0) return scores;
  const rows = [...new Set(result.items.map(({ variable }) => (variable === null ? "" : reader.read(variable.label))))];
  return [reader.read(result.title), ...(rows.length > 1 ? rows : [])];
}

/** The weights, and what they are raked to: each margin by its questions, with where its figures are from. */
function weightingInWords({ answers, margins, codebook }: MethodsKnown, { language, read }: Reader): string {
  const words = weightInWords(headOf(answers).weight, language);
  if (margins.length === 0) return words;
  const isChinese = language === "zh-CN";
  const titleOf = (name: string): string => {
    const question = codebook.questions.find(({ variables }) => variables.some((variable) => variable.name === name));
    const label = question?.variables.find((variable) => variable.name === name)?.label;
    return label === undefined ? name : read(label);
  };
  const named = margins.map(({ target, variables }) => {
    const population = "population" in target ? populations.get(target.population) : undefined;
    const from =
      population === undefined ? ("source" in target ? target.source : "") : `${population.name}, ${population.date}`;
    const of = variables.map(({ variable }) => titleOf(variable)).join(" × ");
    return from === "" ? of : isChinese ? `${of}（${from}）` : `${of} (${from})`;
  });
  return `${words}${isChinese ? "；" : "; "}${figureWords.margins[language]}${isChinese ? "：" : ": "}${named.join(isChinese ? "、" : ", ")}`;
}

function effectiveInWords(answers: Answers, { language }: Reader): string {
  const sizes = estimatesIn(answers).flatMap(({ effectiveSampleSize }) => effectiveSampleSize ?? []);
  if (sizes.length === 0) return "";
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)].map((size) => formatCount(size, language));
  return least === most ? (least ?? "") : `${least} – ${most}`;
}

function levelOf(answers: Answers): string | null {
  const [level] = estimatesIn(answers).flatMap(({ interval }) => interval?.level ?? []);
  return level === undefined ? null : `${Math.round(level * 1000) / 10}%`;
}

function intervalInWords(answers: Answers, { language }: Reader): string {
  const level = levelOf(answers);
  if (level === null) return "";
  const methods = new Set(estimatesIn(answers).flatMap(({ interval }) => (interval === null ? [] : [interval.method])));
  const named = [...methods].map((method) => methodWords[method][language]);
  const isChinese = language === "zh-CN";
  return `${figureWords.level[language].replace("{level}", level)}${isChinese ? "：" : ": "}${named.join(isChinese ? "；" : "; ")}`;
}

function exclusionsInWords({ content: { look }, answers }: MethodsKnown, { language }: Reader): string {
  const { screening } = headOf(answers);
  const screened = screening === null ? [] : [screeningInWords(screening, language)];
  const without = look.kind === "rumours" ? undefined : look.request.without;
  const always = figureWords.excludedNone[language];
  const codes =
    without === undefined
      ? []
      : [figureWords.excludedCodes[language].replace("{codes}", () => without.map(String).join(", "))];
  return [...screened, ...codes, always].join(language === "zh-CN" ? "；" : "; ");
}
