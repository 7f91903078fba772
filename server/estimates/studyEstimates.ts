import type { z } from "zod";
import type { Estimate } from "../../stats/estimate.ts";
import { shares } from "../../stats/estimators/shares.ts";
import type { Codebook } from "../../surveys/codebook/codebook.ts";
import type { Translated } from "../../surveys/language.ts";
import type { Clock } from "../clock.ts";
import type { QuestionnaireStore, QuestionnaireVersion } from "../fielding/questionnaireStore.ts";
import type { AffectingProblem } from "../analysis/analysisApi.ts";
import { checkCondition } from "../analysis/checkCondition.ts";
import { Problem } from "../problem.ts";
import type { ProblemLedger } from "../problems/problemLedger.ts";
import { createToldAnswers } from "../problems/toldAnswers.ts";
import type { ScreenedRows } from "../quality/screenedRows.ts";
import { excludedWithin } from "./excludedWithin.ts";
import { domainOf, truthOf, type Condition } from "./conditions.ts";
import { studyCodebook } from "./studyCodebook.ts";
import type { ColumnsReadModel } from "./columnsReadModel.ts";
import { estimateQuestions, peopleIn } from "./estimateStudy.ts";
import type { estimatesQuery, StudyDays, StudyEstimates } from "./estimatesApi.ts";
import type { StudyColumns } from "./studyColumns.ts";
import type { DesignOf, StudyDesign } from "./studyDesign.ts";

/** Answers the questions that pages, files and commands ask of a study. */
export type EstimatesService = ReturnType<typeof createEstimates>;

type Query = z.infer<typeof estimatesQuery>;

/** A share that is asked for: of whom something is true, among the people of a subgroup (everyone, when `null`). */
export interface ShareWanted {
  readonly of: Condition;
  readonly among: Condition | null;
  readonly weight: Query["weight"];
}

interface EstimatesParts {
  readonly columns: ColumnsReadModel;
  readonly questionnaires: QuestionnaireStore;
  readonly designOf: DesignOf;
  readonly problemLedger: ProblemLedger;
  readonly clock: Clock;
}

/** Makes the query layer: whatever shows a number of a study has it from here. */
export function createEstimates({ columns, questionnaires, designOf, problemLedger, clock }: EstimatesParts) {
  const told = createToldAnswers<Untold, StudyEstimates>();
  return {
    /**
     * Every question's estimates, weighted by given weights where there are any unless the query says otherwise.
     *
     * @throws {Problem} `invalid-parameter` when weights are asked for and there are none, the period ends before it
     *   begins, or the filter or the questions are what the study does not have.
     */
    async estimates(study: string, query: Query): Promise<StudyEstimates> {
      const found = await columns.columnsOf(study);
      const [versions, studyDesign, ledger] = await Promise.all([
        questionnaires.versions(study),
        designOf(found, query),
        problemLedger.of(study),
      ]);
      const codebook = studyCodebook(versions, found);
      const { weight } = studyDesign;
      const request = JSON.stringify([weight, studyDesign.screening?.version, query]);
      // Columns are made anew with each change of content, and what was estimated from them goes with them.
      return told({ from: found, request }, ledger, {
        work: () => {
          const origin = { study, asOf: clock().toISOString(), questionnaireVersions: numbersOf(versions) };
          return { ...origin, ...estimate(found, partOf(codebook, query.questions), { ...query, ...studyDesign }) };
        },
        tell: async (estimates) => {
          const affecting = await problemLedger.affectingBy(ledger, { weight, codebook });
          return {
            ...estimates,
            problems: byProblem(estimates.questions, (name) => affecting({ ...query, names: [name] })),
          };
        },
      });
    },

    /**
     * The share of people of whom `of` is true, among those of the subgroup of whom it is known.
     *
     * The subgroup is a factor on the whole study, so that its standard error is that of a domain.
     *
     * @throws {Problem} `invalid-parameter` when weights are asked for and there are none.
     * @throws {RangeError} for a variable that the study does not have.
     */
    async share(study: string, { of, among, weight }: ShareWanted): Promise<Estimate> {
      const found = await columns.columnsOf(study);
      const { design } = await designOf(found, { weight });
      const domain = among === null ? null : domainOf(among, found);
      const [, isTrue] = shares({ codes: truthOf(of, found), categories: 2 }, design, domain);
      return isTrue ?? { kind: "not-estimable", reason: "no-data", n: 0 };
    },

    /** Responses of each day and how many of them are excluded, days without any between the first and the last included. */
    async days(study: string, timeZone: string): Promise<StudyDays> {
      const found = await columns.columnsOf(study);
      const { screening } = await designOf(found, {});
      return { study, timeZone, responses: found.rows, days: daysOf(found, screening) };
    },
  };
}

type Untold = Omit<StudyEstimates, "problems">;

function numbersOf(versions: readonly Pick<QuestionnaireVersion, "questionnaireVersion">[]): number[] {
  return versions.map(({ questionnaireVersion }) => questionnaireVersion);
}

/** Each problem with the names of the questions that it affects. */
function byProblem(
  questions: Untold["questions"],
  affectingOf: (name: string) => readonly AffectingProblem[],
): StudyEstimates["problems"] {
  const names = questions.map(({ name }) => name);
  const affecting = names.map(affectingOf);
  const all = new Map(affecting.flat().map((problem) => [problem.id, problem]));
  return [...all.values()].map((problem) => ({
    ...problem,
    of: names.filter((_, place) => affecting[place]?.some(({ id }) => id === problem.id) === true),
  }));
}

function daysOf({ countsByDay, days, day }: StudyColumns, screening: ScreenedRows | null): StudyDays["days"] {
  const excluded = new Int32Array(days.length);
  screening?.isExcluded.forEach((mark, row) => {
    if (mark === 1) excluded[day[row] ?? 0] = (excluded[day[row] ?? 0] ?? 0) + 1;
  });
  const excludedOn = new Map(days.map((name, place) => [name, excluded[place] ?? 0]));
  const known = [...countsByDay.keys()].sort();
  return calendar(known[0], known.at(-1)).map((name) => ({
    day: name,
    responses: countsByDay.get(name)?.responses ?? 0,
    excluded: excludedOn.get(name) ?? 0,
  }));
}

/** @throws {Problem} `invalid-parameter` for a name that is neither a question nor a score. */
function partOf(codebook: Codebook, names: readonly string[] | undefined): Codebook {
  if (names === undefined) return codebook;
  const known = new Set([...codebook.questions, ...codebook.scores].map(({ name }) => name));
  const strange = names.find((name) => !known.has(name));
  if (strange !== undefined)
    throw refused("questions", "unknown-question", {
      "zh-CN": `本调查没有题目“${strange}”`,
      en: `The study has no question “${strange}”`,
    });
  const wanted = ({ name }: { readonly name: string }): boolean => names.includes(name);
  return { ...codebook, questions: codebook.questions.filter(wanted), scores: codebook.scores.filter(wanted) };
}

function estimate(
  columns: StudyColumns,
  codebook: Codebook,
  { design, weight, weightsExist, screening, ...population }: Omit<Query, "weight" | "questions"> & StudyDesign,
): Omit<Untold, "study" | "asOf" | "questionnaireVersions"> {
  const domain = domainIn(population, columns);
  const { from = null, to = null } = population;
  return {
    responses: peopleIn(columns, domain),
    period: { from, to },
    weight,
    weightsExist,
    screening: excludedWithin(population, columns, screening),
    questions: estimateQuestions(codebook, columns, { design, domain }),
  };
}

/**
 * Who is of the period and the filter; `null` for everyone.
 *
 * @throws {Problem} `invalid-parameter` when the period ends before it begins, or the filter is of what is not there.
 */
function domainIn({ from, to, filter }: Omit<Query, "weight">, columns: StudyColumns): Uint8Array | null {
  if (from !== undefined && to !== undefined && from > to)
    throw refused("to", "before-from", { "zh-CN": "结束日期早于开始日期", en: "The period ends before it begins" });
  if (filter !== undefined) checkCondition(filter, columns, "filter");
  const period =
    from === undefined && to === undefined ? [] : [{ kind: "days", from: from ?? "", to: to ?? "9999-12-31" } as const];
  const of = [...period, ...(filter === undefined ? [] : [filter])];
  return of.length === 0 ? null : domainOf({ kind: "all", of }, columns);
}

const dayMs = 86_400_000;

function calendar(first: string | undefined, last: string | undefined): string[] {
  if (first === undefined || last === undefined) return [];
  const count = (Date.parse(last) - Date.parse(first)) / dayMs + 1;
  return Array.from({ length: count }, (_, place) =>
    new Date(Date.parse(first) + place * dayMs).toISOString().slice(0, 10),
  );
}

function refused(field: string, code: string, message: Translated): Problem {
  return new Problem("invalid-parameter", [{ field, code, message }]);
}
