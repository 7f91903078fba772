import type { z } from "zod";
import type { Columns } from "../../stats/columns.ts";
import { createDesign } from "../../stats/design.ts";
import type { Codebook } from "../../surveys/codebook/codebook.ts";
import { deriveCodebook } from "../../surveys/codebook/deriveCodebook.ts";
import type { Clock } from "../clock.ts";
import type { QuestionnaireStore } from "../fielding/questionnaireStore.ts";
import { Problem } from "../problem.ts";
import { mergedCodebook } from "./mergedCodebook.ts";
import type { ColumnsReadModel } from "./columnsReadModel.ts";
import { estimateQuestions, peopleIn } from "./estimateStudy.ts";
import type { estimatesQuery, StudyDays, StudyEstimates } from "./estimatesApi.ts";

/** Answers the questions that pages, files and commands ask of a study. */
export type EstimatesService = ReturnType<typeof createEstimates>;

type Query = z.infer<typeof estimatesQuery>;

/** Makes the query layer: whatever shows a number of a study has it from here. */
export function createEstimates({
  columns,
  questionnaires,
  clock,
}: {
  columns: ColumnsReadModel;
  questionnaires: QuestionnaireStore;
  clock: Clock;
}) {
  const cache = new Map<string, { revision: number; estimates: StudyEstimates }>();
  return {
    /**
     * Every question's estimates, weighted by given weights where there are any unless the query says otherwise.
     *
     * @throws {Problem} `invalid-parameter` when weights are asked for and there are none, or the period ends before it begins.
     */
    async estimates(study: string, query: Query): Promise<StudyEstimates> {
      const found = await columns.columnsOf(study);
      const key = JSON.stringify([study, query.weight, query.from, query.to]);
      const known = cache.get(key);
      if (known?.revision === found.revision) return known.estimates;
      const versions = await questionnaires.versions(study);
      const codebook = mergedCodebook(versions.map(({ definition }) => deriveCodebook(definition)));
      const estimates = estimate(found, codebook, query);
      const whole: StudyEstimates = {
        study,
        asOf: clock().toISOString(),
        questionnaireVersions: versions.map(({ questionnaireVersion }) => questionnaireVersion),
        ...estimates,
      };
      if (cache.size > 200) cache.clear();
      cache.set(key, { revision: found.revision, estimates: whole });
      return whole;
    },

    /** Responses of each day, those without any between the first and the last included. */
    async days(study: string, timeZone: string): Promise<StudyDays> {
      const { countsByDay, rows } = await columns.columnsOf(study);
      const known = [...countsByDay.keys()].sort();
      const days = calendar(known[0], known.at(-1)).map((day) => ({
        day,
        ...(countsByDay.get(day) ?? { responses: 0, flagged: 0 }),
      }));
      return { study, timeZone, responses: rows, days };
    },
  };
}

function estimate(
  columns: Columns,
  codebook: Codebook,
  { weight, from, to }: Query,
): Omit<StudyEstimates, "study" | "asOf" | "questionnaireVersions"> {
  const weightsExist = columns.weight.some((value) => !Number.isNaN(value));
  if (weight === "given" && !weightsExist)
    throw refused("weight", "no-weights", "这项调查没有权重", "The responses of this study carry no weights");
  if (from !== undefined && to !== undefined && from > to)
    throw refused("to", "before-from", "结束日期早于开始日期", "The period ends before it begins");
  const isWeighted = weight !== "none" && weightsExist;
  // A response without a weight does not count where the others have one.
  const weights = isWeighted ? columns.weight.map((value) => (Number.isNaN(value) ? 0 : value)) : null;
  const domain = from === undefined && to === undefined ? null : periodOf(columns, from ?? "", to ?? "9999-12-31");
  const design = createDesign({ rows: columns.rows, weights });
  return {
    responses: peopleIn(columns, domain),
    period: { from: from ?? null, to: to ?? null },
    weight: isWeighted ? "given" : "none",
    weightsExist,
    questions: estimateQuestions(codebook, columns, { design, domain }),
  };
}

function periodOf({ days, day, rows }: Columns, from: string, to: string): Uint8Array {
  const isIn = days.map((name) => name >= from && name <= to);
  return Uint8Array.from({ length: rows }, (_, row) => Number(isIn[day[row] ?? -1] ?? false));
}

const dayMs = 86_400_000;

function calendar(first: string | undefined, last: string | undefined): string[] {
  if (first === undefined || last === undefined) return [];
  const count = (Date.parse(last) - Date.parse(first)) / dayMs + 1;
  return Array.from({ length: count }, (_, place) =>
    new Date(Date.parse(first) + place * dayMs).toISOString().slice(0, 10),
  );
}

function refused(field: string, code: string, chinese: string, english: string): Problem {
  return new Problem("invalid-parameter", [{ field, code, message: { "zh-CN": chinese, en: english } }]);
}
