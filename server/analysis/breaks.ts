import type { Break } from "../../stats/trends/windows.ts";
import type { Codebook } from "../../surveys/codebook/codebook.ts";
import { instruments } from "../../surveys/instruments/registry.ts";
import { interruptions, type Interruptions } from "../../surveys/revision/interruptions.ts";
import { variablesOf, type Condition } from "../estimates/conditions.ts";
import type { StudyColumns } from "../estimates/studyColumns.ts";
import type { QuestionnaireVersion } from "../fielding/questionnaireStore.ts";
import type { AnalysisBreak } from "./analysisApi.ts";
import type { Calendar } from "./calendar.ts";

/** A questionnaire version that broke with the one before it, and what it interrupted. */
export interface StudyBreak {
  /** The first day on which it was answered. */
  readonly day: string;
  /** `null` for every series of the study. */
  readonly interrupted: Interruptions | null;
}

/** The breaks of a study, of versions that were answered. */
export function breaksOfStudy(versions: readonly QuestionnaireVersion[], columns: StudyColumns): readonly StudyBreak[] {
  const before = known.get(columns);
  if (before?.versions === versions.length) return before.breaks;
  const breaks = findBreaks(versions, columns);
  known.set(columns, { versions: versions.length, breaks });
  return breaks;
}

/** Found once for the same answers: it takes a pass over them for each version. */
const known = new WeakMap<StudyColumns, { readonly versions: number; readonly breaks: readonly StudyBreak[] }>();

function findBreaks(versions: readonly QuestionnaireVersion[], columns: StudyColumns): StudyBreak[] {
  return versions.flatMap(({ questionnaireVersion, relation, changes, definition }, place) => {
    if (relation !== "broken") return [];
    const day = firstAnswered(questionnaireVersion, columns);
    const before = versions[place - 1]?.definition;
    const definitions = before === undefined ? [definition] : [before, definition];
    return day === null ? [] : [{ day, interrupted: interruptions(changes, definitions) }];
  });
}

function firstAnswered(version: number, { rows, questionnaireVersion, days, day }: StudyColumns): string | null {
  let first: string | null = null;
  for (let row = 0; row < rows; row++) {
    if ((questionnaireVersion[row] ?? 0) < version) continue;
    const of = days[day[row] ?? 0] ?? "";
    if (first === null || of < first) first = of;
  }
  return first;
}

/** A break in a series, with the questions and scores it was declared for; `null` for the questionnaire as a whole. */
export interface SeriesBreak {
  readonly day: string;
  readonly of: ReadonlySet<string> | null;
}

/** What numbers are made from; what is not there is nothing. */
export interface Read {
  /** Of questions, variables, scores and breakdowns. A theme is read from the text it is about. */
  readonly names: readonly (string | null | undefined)[];
  readonly conditions: readonly (Condition | null | undefined)[];
}

/** The names of what is read, those in conditions among them. */
export function namesRead({ names, conditions }: Read): string[] {
  const inConditions = conditions.flatMap((condition) => (condition == null ? [] : variablesOf(condition)));
  return [...names.flatMap((name) => name ?? []), ...inConditions];
}

/** The breaks that interrupt what is read: it is decided here, for series, comparisons, scales and warnings alike. */
export function breaksIn(
  read: Read,
  { breaks, codebook }: { breaks: readonly StudyBreak[]; codebook: Codebook },
): SeriesBreak[] {
  const sources = new Set(namesRead(read).flatMap((name) => sourcesOf(name, codebook)));
  return breaks.flatMap(({ day, interrupted }): SeriesBreak[] => {
    if (interrupted === null) return [{ day, of: null }];
    const of = new Set([...sources].flatMap((source) => [...(interrupted.get(source) ?? [])]));
    return of.size === 0 ? [] : [{ day, of }];
  });
}

/** The questions or the score that a name's values are from; none for what is no answer, such as a collector. */
function sourcesOf(name: string, { questions, scores }: Codebook): string[] {
  if (scores.some((score) => score.name === name)) return [name];
  for (const { name: question, type, variables } of questions) {
    const named = question === name ? variables : variables.filter((variable) => variable.name === name);
    if (named.length === 0) continue;
    if (type !== "themes") return [question];
    const texts = new Set(named.map(({ path }) => String(path[1])));
    return questions.filter((each) => each.variables.some((text) => texts.has(text.name))).map((each) => each.name);
  }
  return [];
}

/** A break where it lies on a calendar, in the first period of what is new. */
export interface PlacedBreak extends Break {
  readonly reason: AnalysisBreak["reason"];
  readonly of: SeriesBreak["of"];
}

/** Breaks in order on a calendar, one a day of it; a break on its first day parts nothing. */
export function placedBreaks({ days }: Pick<Calendar, "days">, breaks: readonly SeriesBreak[]): PlacedBreak[] {
  const placed = new Map<number, SeriesBreak["of"]>();
  for (const { day, of } of breaks) {
    const at = days.findIndex((each) => each >= day);
    if (at <= 0) continue;
    const known = placed.get(at);
    placed.set(at, known === undefined ? of : known === null || of === null ? null : new Set([...known, ...of]));
  }
  return [...placed]
    .map(([at, of]): PlacedBreak => ({ at, of, reason: "wording" }))
    .sort((one, other) => one.at - other.at);
}

/** Breaks as an answer tells them, with the words of what they were declared for. */
export function toldBreaks(
  breaks: readonly PlacedBreak[],
  { days, codebook: { questions, scores } }: Pick<Calendar, "days"> & { readonly codebook: Codebook },
): AnalysisBreak[] {
  const titleOf = (name: string) => {
    const score = scores.find((each) => each.name === name);
    if (score !== undefined) return instruments[score.instrument]?.name ?? name;
    return questions.find((each) => each.name === name)?.title ?? name;
  };
  return breaks.map(({ at, of, reason }) => ({
    day: days[at] ?? "",
    reason,
    of: of === null ? null : [...of].map((name) => ({ name, title: titleOf(name) })),
  }));
}
