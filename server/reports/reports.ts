import { inLanguage } from "../../surveys/localised.ts";
import type { Language } from "../../surveys/language.ts";
import type { Clock } from "../clock.ts";
import type { AffectingProblem, AnalysisOrigin } from "../analysis/analysisApi.ts";
import type { WeightWanted } from "../weighting/weightingApi.ts";
import { calendarDay } from "../fielding/calendarDay.ts";
import { openingOn } from "../fielding/opening.ts";
import type { Study } from "../fielding/study.ts";
import { Problem, type FieldFault } from "../problem.ts";
import { roundedToBase } from "../../stats/disclosure/publication.ts";
import { compose, type Lookup, type Step } from "./compose.ts";
import type { ReportDocument } from "./document.ts";
import { dayAfter, requestOf, type Days, type ReportAsking, type ReportContext } from "./reportContext.ts";
import { parseTemplate } from "./template/parseTemplate.ts";

/** Makes reports of templates. */
export type Reports = ReturnType<typeof createReports>;

/** Which report is wanted of a study. */
export interface ReportAsked {
  readonly markdown: string;
  readonly language: Language;
  /** The day it is of; left out, the last with answers. */
  readonly day: string | undefined;
  /** Left out, the study's own weights where there are any. */
  readonly weight: WeightWanted | undefined;
  /** Address of the service, without a slash at its end; empty where it is not known. */
  readonly origin: string;
  readonly step: Step;
}

/** Where saved figures, claims and the days of a study are found. */
export interface ReportSources {
  readonly days: (study: string) => Promise<Days | null>;
  readonly figureIn: (study: Study, language: Language, origin: string) => Lookup["figure"];
  readonly claimIn: (study: Study, language: Language, origin: string) => Lookup["claim"];
  readonly hasResults: (study: string) => Promise<boolean>;
}

/** What reports are made from. */
export interface ReportsParts {
  readonly asking: ReportAsking;
  readonly sources: ReportSources;
  readonly clock: Clock;
}

/** Makes what makes reports of templates. */
export function createReports(parts: ReportsParts) {
  const { sources } = parts;
  return {
    /**
     * A report of a study from the responses there are now.
     *
     * @throws {Problem} `invalid-template` naming each fault with its line and column, `invalid-parameter` for a day without
     *   answers before it.
     */
    async report(study: Study, { markdown, origin, step, ...wanted }: ReportAsked): Promise<ReportDocument> {
      const template = parseTemplate(markdown);
      const context = await contextOf(study, wanted, parts);
      const { language } = wanted;
      const { from, to } = context.allDays;
      const { responses, asOf } = await context.asking.analyse(
        study.study,
        requestOf(context, { indicator: { kind: "days", from, to }, from, to }),
      );
      const isLive = origin !== "" && (await sources.hasResults(study.study));
      const lookup: Lookup = {
        n: roundedToBase(responses, 5),
        asOf,
        liveAddress: isLive ? `${origin}/results/${study.study}` : null,
        figure: sources.figureIn(study, language, origin),
        claim: sources.claimIn(study, language, origin),
      };
      return compose(template, { context, lookup, step });
    },
  };
}

/** What a report is of: its days, and where its answers come from. */
async function contextOf(
  study: Study,
  { language, day: wanted, weight }: Pick<ReportAsked, "language" | "day" | "weight">,
  { asking, sources, clock }: ReportsParts,
): Promise<ReportContext> {
  const days = await sources.days(study.study);
  if (days === null) throw noDay(noAnswers);
  const today = calendarDay(clock(), study.timeZone);
  const last = openingOn(today, study) === "open" && today > days.to ? today : days.to;
  if (wanted !== undefined && (wanted < days.from || wanted > last)) throw noDay(beyond({ from: days.from, to: last }));
  const day = wanted ?? days.to;
  const week = dayAfter(day, -6);
  const allDays = { from: days.from, to: day };
  return {
    study,
    reader: { language, read: (text) => inLanguage(text, language) },
    day,
    allDays,
    week: { from: week < days.from ? days.from : week, to: day },
    period: allDays,
    weighting: weight === undefined ? {} : { weight },
    codebook: await asking.codebook(study.study),
    settings: await asking.settings(study.study),
    ...noting(asking, day),
  };
}

/** Asks just so, and remembers what is known to be wrong with the data behind the answers up to a report's day. */
function noting(asking: ReportAsking, day: string): Pick<ReportContext, "asking" | "problemsMet"> {
  const met = new Map<string, AffectingProblem>();
  const note = ({ problems }: Pick<AnalysisOrigin, "problems">): void => {
    for (const problem of problems) met.set(problem.id, problem);
  };
  const noted = async <Answer extends AnalysisOrigin>(answer: Promise<Answer>): Promise<Answer> => {
    note(await answer);
    return answer;
  };
  return {
    asking: {
      ...asking,
      analyse: (study, request) => noted(asking.analyse(study, request)),
      needs: (study, request) => noted(asking.needs(study, request)),
      warnings: async (study, weight) => {
        const warnings = await asking.warnings(study, weight);
        // They are watched on after the report's day.
        for (const { problems } of warnings.indicators)
          note({ problems: problems.filter(({ days }) => days.from <= day) });
        return warnings;
      },
    },
    problemsMet: () => [...met.values()].sort((one, other) => one.days.from.localeCompare(other.days.from)),
  };
}

const noAnswers: FieldFault = {
  field: "day",
  code: "no-answers-yet",
  message: { "zh-CN": "本调查还没有回答，无法写报告", en: "The study has no answers yet to report on" },
};

function beyond({ from, to }: Days): FieldFault {
  return {
    field: "day",
    code: "out-of-range",
    message: { "zh-CN": `日期应在 ${from} 至 ${to} 之间`, en: `The day must be from ${from} to ${to}` },
  };
}

function noDay(fault: FieldFault): Problem {
  return new Problem("invalid-parameter", [fault]);
}
